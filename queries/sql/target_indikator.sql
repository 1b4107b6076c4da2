-- grain: one row an indikator that has targets under the filter: an indikator baku, or with $menurut_bunyi a printed
-- text without regard to case and spaces; a text that belongs to no indikator baku stands for itself
with target as (
    select
        *,
        bunyi_tercetak(indikator) as bunyi,
        case when $menurut_bunyi then bunyi else coalesce(kode_baku, bunyi) end as kunci,
        coalesce(cast(nilai as varchar), nilai_ordinal) as angka
    from v_target
    where tersaring($saring)
),

-- one target a satker and year: the last document of the chain says it
janji as (
    select
        kunci, tahun, kode_satker,
        case when nilai is null then 'predikat' else coalesce(satuan_bermakna, '') end as satuan_banding,
        arg_max(angka, (urutan_jenis(jenis_dokumen), -baris)) as angka
    from target
    where angka is not null and tingkat_satker <> 'kpu_ri' and tahun <= $kini
    group by all
),

angka_sama as (
    select kunci, tahun, satuan_banding, angka, count(*) as jumlah
    from janji
    group by all
),

tahunan as (
    select
        kunci, tahun, satuan_banding, sum(jumlah) as jumlah, sum(jumlah) - max(jumlah) as berbeda,
        max(sum(jumlah)) over (partition by kunci) as terbanyak
    from angka_sama
    group by kunci, tahun, satuan_banding
),

beda as (
    select
        kunci, arg_max(berbeda, (tahun, jumlah)) as jumlah_berbeda,
        -- A count grows with the size of a satker; shares, marks and grades are the same thing everywhere.
        arg_max(satuan_banding, (tahun, jumlah)) in ('%', 'predikat', 'nilai', 'indeks', 'skala', 'poin')
            and jumlah_berbeda > 0 as setara
    from tahunan
    where jumlah * 2 >= terbanyak
    group by kunci
)

select
    kunci,
    case
        when $menurut_bunyi or count(kode_baku) = 0 then arg_min(indikator, (kode_satker, baris))
        else any_value(indikator_baku)
    end as indikator,
    case when not $menurut_bunyi then any_value(kode_baku) end as kode_baku,
    case when not $menurut_bunyi then any_value(polaritas) end as polaritas,
    count(distinct kode_satker) filter (tingkat_satker <> 'kpu_ri') as jumlah_satker,
    count(distinct indikator_id) as jumlah_indikator,
    count(distinct bunyi) as jumlah_bunyi,
    count(*) as jumlah_target,
    cast(coalesce(any_value(jumlah_berbeda), 0) as bigint) as jumlah_berbeda
from target
left join beda using (kunci)
group by kunci
order by coalesce(any_value(setara), false) desc, jumlah_berbeda desc, jumlah_satker desc, jumlah_indikator desc, kunci
