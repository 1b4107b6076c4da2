-- grain: one row a column of a table of the database, with the comment the schema gives it
select
    kolom.table_name as nama_tabel, tabel.comment as isi_tabel, kolom.column_name as kolom,
    kolom.data_type as tipe, kolom.is_nullable as boleh_kosong, kolom.comment as komentar
from duckdb_columns() as kolom
join duckdb_tables() as tabel on tabel.table_name = kolom.table_name and tabel.schema_name = kolom.schema_name
where not kolom.internal
    and kolom.schema_name = 'main'
order by kolom.table_name, kolom.column_index
