-- grain: one row a tahun × part of the money of one kind ($menurut), over the satker under the filter, of one level where
-- $tingkat_satker names some
select
    tahun, tingkat, kunci, mode(uraian order by uraian) as uraian, mode(kode order by kode) as kode,
    count(distinct kode_satker) as jumlah_satker,
    count(distinct kode_satker) filter (serapan is not null) as jumlah_serapan,
    cast(sum(pagu) as bigint) as pagu,
    cast(sum(realisasi) as bigint) as realisasi,
    cast(sum(pagu_terbanding) as bigint) as pagu_terbanding,
    cast(sum(realisasi_terbanding) as bigint) as realisasi_terbanding,
    100.0 * sum(realisasi_terbanding) / nullif(sum(pagu_terbanding), 0) as serapan
from (
    select * replace (case when $menurut = 'satker' then 'semua' else kunci end as kunci)
    from serapan_menurut($saring, $menurut)
)
where satu_dari($tingkat_satker, tingkat_satker)
group by tahun, tingkat, kunci
order by tahun, pagu desc nulls last, kunci
