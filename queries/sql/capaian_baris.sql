-- grain: one row a realisasi (indikator × tahun), with the budget of the same printed line where its table prints one
with anggaran as (
    select berkas, tabel, baris, tahun, pagu, realisasi as realisasi_anggaran, persen_tercetak
    from v_pagu
    where tingkat = 'indikator' and mewakili_tahun
),

tabel_beranggaran as (
    select distinct berkas, tabel from v_pagu
)

select
    indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, sasaran,
    indikator, kunci_bunyi, kode_baku, indikator_baku, keyakinan, polaritas, divisi, asal_divisi, tahun,
    target_teks, target, target_ordinal, realisasi_teks, realisasi, realisasi_ordinal, satuan, satuan_bermakna,
    capaian_tercetak_teks, capaian_tercetak, capaian_hitung, alasan, aturan_capaian, terpenuhi, keadaan,
    tabel_beranggaran.berkas is not null as beranggaran, pagu, realisasi_anggaran, persen_tercetak
from v_capaian
left join tabel_beranggaran using (berkas, tabel)
left join anggaran using (berkas, tabel, baris, tahun)
where tersaring($saring)
order by satker, tahun, beranggaran, berkas, baris, indikator_id
