-- grain: one row of v_karantina (a line may have several reasons, one a column), of one document
select *
from v_karantina
where berkas = $berkas
order by baris, kolom
