-- grain: one row an indikator text (as printed, without regard to case and spaces) that has targets under the filter
with target as (
    select
        *, trim(regexp_replace(lower(indikator), '\s+', ' ', 'g')) as kunci
    from v_target
    where (len($satker) = 0 or list_contains($satker, kode_satker))
        and (len($tahun) = 0 or list_contains($tahun, tahun))
        and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
        and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
        and (len($unit) = 0 or list_contains($unit, unit) or list_contains($unit, unit_pelaksana))
        and len(list_filter($sasaran, lambda kata: not contains(lower(concat_ws(' ', sasaran, indikator)), kata))) = 0
)
select
    kunci,
    arg_min(indikator, (kode_satker, baris)) as indikator,
    count(distinct kode_satker) as jumlah_satker,
    count(distinct indikator_id) as jumlah_indikator,
    count(*) as jumlah_target,
    string_agg(distinct satker, ', ' order by satker) as satker
from target
group by kunci
order by jumlah_satker desc, jumlah_indikator desc, kunci
