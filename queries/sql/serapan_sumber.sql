-- grain: one row a level of a table that prints money of one satker and tahun, the one that counts first
select
    v_pagu.jenis_dokumen, v_pagu.unit, v_pagu.berkas, v_pagu.tabel, v_pagu.tingkat,
    sumber_uang(v_pagu.jenis_dokumen, v_pagu.tahun, v_pagu.tabel, v_pagu.tingkat) as sumber,
    cast(sum(v_pagu.pagu) as bigint) as pagu, cast(sum(v_pagu.realisasi) as bigint) as realisasi,
    count(*) as jumlah_baris, min(v_pagu.baris) as baris,
    bool_or(coalesce(list_contains(banding_serapan.bagian, 'satker'), false)) as dipakai
from v_pagu
left join banding_serapan using (mata_anggaran_id, tahun)
where v_pagu.mewakili_tahun and v_pagu.kode_satker = $kode_satker and v_pagu.tahun = $tahun_rapor
group by v_pagu.jenis_dokumen, v_pagu.unit, v_pagu.berkas, v_pagu.tabel, v_pagu.tingkat, v_pagu.tahun
order by dipakai desc, urutan_jenis(v_pagu.jenis_dokumen) desc, v_pagu.berkas, baris, v_pagu.tingkat
