-- grain: one row a printed row (indikator) of one satker and tahun, with its target and its realisasi
with tercetak as (
    select distinct
        kunci_bunyi as kunci, indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir,
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
    v_target.nilai_teks, v_target.nilai, v_target.nilai_ordinal, v_target.satuan, v_target.keadaan,
    v_target.aturan_baca, v_capaian.realisasi_teks, v_capaian.realisasi, v_capaian.realisasi_ordinal,
    v_capaian.satuan as satuan_realisasi, v_capaian.keadaan as keadaan_realisasi
from tercetak
left join v_target using (indikator_id, tahun)
left join v_capaian using (indikator_id, tahun)
order by
    list_position(['Renstra', 'RKT', 'PK', 'LK'], tercetak.jenis_dokumen),
    tercetak.berkas, tercetak.baris, tercetak.indikator_id
