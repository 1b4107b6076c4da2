-- grain: one row a satker × tahun × indikator: the printed row that was chosen for it
select
    kode_satker, satker, provinsi, tingkat_satker, tahun, kunci, kode_baku, indikator, indikator_baku, satuan, polaritas,
    tingkat, target_teks, target, target_ordinal, realisasi_teks, realisasi, realisasi_ordinal, capaian, capaian_tercetak,
    capaian_tercetak_teks, status, alasan, terpenuhi, keadaan, keyakinan, sasaran, kode_sasaran_baku, sasaran_baku, divisi, asal_divisi, berkas, tabel, baris,
    baris_akhir, indikator_id, sumber, jumlah_cetak, jumlah_berbeda,
    satuan_bermakna(satuan) as satuan_bermakna
from v_banding_capaian
where
    tersaring($saring) and satu_dari($status, status) and satu_dari($kunci_semua, kunci)
    and satu_dari($tingkat_satker, tingkat_satker)
order by satker, tahun, berkas, baris, indikator_id
limit $batas offset $lewati
