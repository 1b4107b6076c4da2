-- grain: one row a printed row (indikator) of one satker and tahun, with its target and its realisasi
with tercetak as (
    select distinct
        coalesce(kode_baku, kunci_bunyi) as kunci, indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir,
        tingkat, sasaran, indikator, unit_pelaksana, tahun
    from v_angka
    where
        isi <> 'pagu'
        and kode_satker = $kode_satker
        and tahun = $tahun_rantai
        and tersaring($saring)
)

select
    tercetak.*,
    v_target.nilai_teks, v_target.nilai, v_target.nilai_ordinal, v_target.satuan, v_target.satuan_bermakna, v_target.keadaan,
    v_target.aturan_baca, v_capaian.realisasi_teks, v_capaian.realisasi, v_capaian.realisasi_ordinal,
    v_capaian.satuan as satuan_realisasi, v_capaian.keadaan as keadaan_realisasi
from tercetak
left join v_target
    on v_target.indikator_id = tercetak.indikator_id and v_target.tahun = tercetak.tahun and v_target.mewakili_tahun
left join v_capaian
    on v_capaian.indikator_id = tercetak.indikator_id and v_capaian.tahun = tercetak.tahun and v_capaian.mewakili_tahun
order by
    urutan_jenis(tercetak.jenis_dokumen),
    tercetak.berkas, tercetak.baris, tercetak.indikator_id
