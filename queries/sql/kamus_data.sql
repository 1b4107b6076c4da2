-- grain: one row a column of a table or published view of the database, with the comment the schema gives it;
-- whether it may be empty is known of tables only
with isi as (
    select table_name as nama_tabel, comment as isi_tabel, true as tabel from duckdb_tables() where not internal
    union all
    select view_name, comment, false from duckdb_views() where not internal
)

select
    isi.nama_tabel, isi.isi_tabel, kolom.column_name as kolom, kolom.data_type as tipe,
    case when isi.tabel then kolom.is_nullable end as boleh_kosong, kolom.comment as komentar
from duckdb_columns() as kolom
join isi on isi.nama_tabel = kolom.table_name
where not kolom.internal
    and kolom.schema_name = 'main'
order by not isi.tabel, kolom.table_name, kolom.column_index
