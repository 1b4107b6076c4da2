-- grain: one row of v_pagu, of one document
select *
from v_pagu
where berkas = $berkas and mewakili_tahun
order by baris, tahun
