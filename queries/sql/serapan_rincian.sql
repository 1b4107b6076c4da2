-- grain: one row a printed line of money behind the figures of one kind ($menurut) under the filter
select * exclude (bagian, periode, mewakili_tahun, teks_saring)
from v_rincian_serapan
where list_contains(bagian, bagian_diminta($saring, $menurut)) and pagu_tersaring($saring)
order by satker, tahun, berkas, baris, mata_anggaran_id
