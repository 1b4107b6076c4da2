-- grain: one row an indikator × tahun over the satker under the filter, what is missed most first
select
    kunci, any_value(kode_baku) as kode_baku,
    coalesce(any_value(indikator_baku), arg_min(indikator, (kode_satker, baris))) as indikator,
    any_value(polaritas) as polaritas, tahun,
    count(*) as jumlah_satker,
    count(*) filter (status = 'tercapai') as n_tercapai,
    count(*) filter (status = 'tidak tercapai') as n_meleset,
    count(*) filter (status = 'tak terhitung') as n_tak_terhitung,
    median(capaian) as median_capaian, min(capaian) as terendah, max(capaian) as tertinggi,
    mode(sasaran order by sasaran) as sasaran, mode(sasaran_baku order by sasaran_baku) as sasaran_baku,
    mode(kode_sasaran_baku order by kode_sasaran_baku) as kode_sasaran_baku
from v_banding_capaian
where tersaring($saring) and satu_dari($tingkat_satker, tingkat_satker)
group by kunci, tahun
order by n_meleset desc, jumlah_satker desc, kunci, tahun
