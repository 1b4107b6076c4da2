-- grain: one row of v_capaian, of one document
select *
from v_capaian
where berkas = $berkas and mewakili_tahun
order by baris, tahun
