-- grain: one row a satker × tahun × later document of the chain: what became of the promises made before it
select *
from janji_menurut($saring)
order by satker, tahun, urutan_jenis(jenis_akhir)
