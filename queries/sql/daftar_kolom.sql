-- grain: one row a column that is read of documents
select kolom, judul, satuan, per_tahun
from daftar_kolom
order by kolom
