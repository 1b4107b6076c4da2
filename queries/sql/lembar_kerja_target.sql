-- grain: one row of v_target, of one document
select *
from v_target
where berkas = $berkas
order by baris, tahun, periode nulls first
