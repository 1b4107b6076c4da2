-- grain: one row a level (tingkat) of a table that prints pagu, totals aside, under the filter
select
    kode_satker, satker, jenis_dokumen, unit, berkas, tabel, tingkat,
    min(tahun) as tahun_awal,
    max(tahun) as tahun_akhir,
    count(distinct mata_anggaran_id) as jumlah_baris,
    count(pagu) as jumlah_pagu,
    count(realisasi) as jumlah_realisasi,
    count(*) filter (keadaan = 'rusak') as jumlah_rusak,
    cast(sum(pagu) as bigint) as pagu,
    cast(sum(realisasi) as bigint) as realisasi,
    cast(sum(pagu) filter (realisasi is not null) as bigint) as pagu_terbanding,
    cast(sum(realisasi) filter (pagu is not null) as bigint) as realisasi_terbanding,
    min(baris) as baris,
    any_value(skala) as skala
from v_pagu
where tingkat <> 'total'
    and tahun is not null
    and (len($satker) = 0 or list_contains($satker, kode_satker))
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
    and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
    and (len($unit) = 0 or list_contains($unit, unit))
    and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
    and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
    and len($polaritas) = 0
    and len($baku) = 0
    and len(list_filter($sasaran, lambda kata: not contains(lower(concat_ws(' ', program, kegiatan, kro, uraian)), kata))) = 0
group by all
order by jumlah_realisasi desc, satker, tahun_akhir desc, jenis_dokumen, baris, tingkat
