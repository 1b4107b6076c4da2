-- grain: one row a satker × tahun that prints targets under the filter, the longest chain of documents first;
-- jenis names every kind of document that prints targets for them, whatever else the filter leaves
with target as (
    select
        *,
        (len($tingkat) = 0 or list_contains($tingkat, tingkat))
        and (len($unit) = 0 or list_contains($unit, unit) or list_has_any($unit, string_split(divisi, '; ')))
        and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
        and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
        and (len($polaritas) = 0 or list_contains($polaritas, polaritas))
        and (len($baku) = 0 or list_contains($baku, kode_baku))
        and len(list_filter(
            $sasaran, lambda kata: not contains(lower(concat_ws(' ', sasaran, indikator)), kata)
        )) = 0 as tersaring
    from v_target
    where
        (len($satker) = 0 or list_contains($satker, kode_satker))
        and (len($tahun) = 0 or list_contains($tahun, tahun))
)

select
    kode_satker, satker, tahun,
    list_sort(list(distinct jenis_dokumen)) as jenis,
    count(distinct (berkas, tabel)) as jumlah_tabel,
    count(distinct indikator_id) filter (where tersaring) as jumlah_baris
from target
group by kode_satker, satker, tahun
having jumlah_baris > 0
order by len(jenis) desc, jumlah_tabel desc, tahun desc, satker
