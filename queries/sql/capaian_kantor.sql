-- grain: one row a satker × tahun under the filter: how many of its indikator were reached
select
    kode_satker, satker, provinsi, tingkat_satker, tahun,
    count(*) as n_indikator,
    count(*) filter (status = 'tercapai') as n_tercapai,
    count(*) filter (status = 'tidak tercapai') as n_meleset,
    count(*) filter (status = 'tak terhitung') as n_tak_terhitung,
    median(capaian) as median_capaian
from v_banding_capaian
where tersaring($saring)
group by all
order by satker, kode_satker, tahun
