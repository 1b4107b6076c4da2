-- grain: one row a satker × tahun × indikator × link of the chain
select
    kode_satker, satker, provinsi, tingkat_satker, tahun, kunci, mata_rantai, jenis_awal, jenis_akhir, status, alasan,
    melemah, indikator, indikator_akhir, kode_baku, indikator_baku, polaritas, nilai_awal, nilai_akhir, teks_awal,
    teks_akhir, satuan_awal, satuan_akhir, tingkat, sasaran, kode_sasaran_baku, sasaran_baku, divisi, asal_divisi, unit, berkas, tabel, baris, baris_akhir,
    berkas_akhir, tabel_akhir, baris_kedua
from v_banding_konsistensi
where tersaring($saring) and satu_dari($status, status)
order by satker, tahun, urutan_jenis(jenis_akhir), berkas, baris, kunci
