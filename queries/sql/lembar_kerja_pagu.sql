-- grain: one row of v_pagu, of one document
select *
from v_pagu
where berkas = $berkas
order by baris, tahun, periode nulls first
