-- grain: one row an indikator that has targets under the filter: an indikator baku, or with $menurut_bunyi a printed
-- text without regard to case and spaces; a text that belongs to no indikator baku stands for itself
with target as (
    select
        *,
        trim(regexp_replace(lower(indikator), '\s+', ' ', 'g')) as bunyi,
        case when $menurut_bunyi then bunyi else coalesce(kode_baku, bunyi) end as kunci
    from v_target
    where (len($satker) = 0 or list_contains($satker, kode_satker))
        and (len($tahun) = 0 or list_contains($tahun, tahun))
        and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
        and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
        and (len($unit) = 0 or list_contains($unit, unit) or list_has_any($unit, string_split(divisi, '; ')))
        and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
        and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
        and (len($polaritas) = 0 or list_contains($polaritas, polaritas))
        and (len($baku) = 0 or list_contains($baku, kode_baku))
        and len(list_filter($sasaran, lambda kata: not contains(lower(concat_ws(' ', sasaran, indikator)), kata))) = 0
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
