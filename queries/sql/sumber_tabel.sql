-- grain: one row a table of a document (at most one: its short name is unique in the document)
select tabel.tabel, tabel.judul, tabel.skala, tabel.baris_awal, tabel.baris_akhir
from tabel
join dokumen using (dokumen_id)
where
    dokumen.berkas = $berkas
    and tabel.tabel = $tabel
