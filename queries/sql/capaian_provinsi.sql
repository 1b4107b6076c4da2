-- grain: one row a provinsi × indikator × tahun over the satker of one level, for the indikator asked for
select
    provinsi, kunci, tahun,
    count(*) as jumlah_satker,
    count(*) filter (status = 'tercapai') as n_tercapai,
    count(*) filter (status = 'tidak tercapai') as n_meleset,
    count(*) filter (status = 'tak terhitung') as n_tak_terhitung,
    median(capaian) as median_capaian
from v_banding_capaian
where tersaring($saring) and satu_dari($kunci_semua, kunci) and satu_dari($tingkat_satker, tingkat_satker)
group by all
order by provinsi, kunci, tahun
