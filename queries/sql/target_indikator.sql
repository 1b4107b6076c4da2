-- grain: one row an indikator that has targets under the filter: an indikator baku, or with $menurut_bunyi a printed
-- text without regard to case and spaces; a text that belongs to no indikator baku stands for itself
with target as (
    select
        *,
        bunyi_tercetak(indikator) as bunyi,
        case when $menurut_bunyi then bunyi else coalesce(kode_baku, bunyi) end as kunci
    from v_target
    where tersaring($saring)
)

select
    kunci,
    case
        when $menurut_bunyi or count(kode_baku) = 0 then arg_min(indikator, (kode_satker, baris))
        else any_value(indikator_baku)
    end as indikator,
    case when not $menurut_bunyi then any_value(kode_baku) end as kode_baku,
    case when not $menurut_bunyi then any_value(polaritas) end as polaritas,
    count(distinct kode_satker) as jumlah_satker,
    count(distinct indikator_id) as jumlah_indikator,
    count(distinct bunyi) as jumlah_bunyi,
    count(*) as jumlah_target,
    string_agg(distinct satker, ', ' order by satker) as satker
from target
group by kunci
order by jumlah_satker desc, jumlah_indikator desc, kunci
