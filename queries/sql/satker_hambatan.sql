-- grain: one row an obstacle of one satker's LK
select
    satker, jenis_dokumen, berkas, tabel, baris, baris_akhir, tahun, nomor as urutan, aspek, hambatan, upaya, keterangan
from v_hambatan
where
    kode_satker = $kode_satker
    and satu_dari($saring.tahun, tahun)
    and satu_dari($saring.jenis, jenis_dokumen)
order by tahun, berkas, nomor
