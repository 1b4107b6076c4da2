-- grain: one row of v_hambatan, of one document
select *
from v_hambatan
where berkas = $berkas
order by baris
