-- grain: one row of v_target, of one document
select *
from v_target
where berkas = $berkas and mewakili_tahun
order by baris, tahun
