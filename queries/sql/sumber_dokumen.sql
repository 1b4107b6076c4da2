-- grain: one row a document (at most one: berkas is unique)
select berkas, satker, jenis_dokumen, tahun_awal, tahun_akhir, nomor, tanggal, sumber, sha256
from v_dokumen
where berkas = $berkas
