-- grain: one row an obstacle of one satker's LK
select
    satker, jenis_dokumen, berkas, tabel, baris, baris_akhir, tahun, nomor as urutan, aspek, hambatan, upaya, keterangan
from v_hambatan
where
    kode_satker = $kode_satker
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
order by tahun, berkas, nomor
