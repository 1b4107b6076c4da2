-- grain: one row a satker that has targets, realisasi or pagu under the filter
select distinct kode_satker, satker
from v_angka
where tersaring($saring)
order by satker
