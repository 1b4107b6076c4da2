-- grain: one row of v_capaian, of one document
select *
from v_capaian
where berkas = $berkas
order by baris, tahun, periode nulls first
