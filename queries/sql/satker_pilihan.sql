-- grain: one row a satker that has targets, realisasi or pagu under the filter
with isi as (
    select
        kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, divisi, program, kegiatan, polaritas, kode_baku,
        concat_ws(' ', sasaran, indikator) as teks
    from v_target
    union all
    select
        kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, divisi, program, kegiatan, polaritas, kode_baku,
        concat_ws(' ', sasaran, indikator)
    from v_capaian
    union all
    select
        kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, null, program, kegiatan, null, null,
        concat_ws(' ', program, kegiatan, kro, uraian)
    from v_pagu
)

select distinct kode_satker, satker
from isi
where
    (len($satker) = 0 or list_contains($satker, kode_satker))
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
    and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
    and (len($unit) = 0 or list_contains($unit, unit) or list_has_any($unit, string_split(divisi, '; ')))
    and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
    and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
    and (len($polaritas) = 0 or list_contains($polaritas, polaritas))
    and (len($baku) = 0 or list_contains($baku, kode_baku))
    and len(list_filter($sasaran, lambda kata: not contains(lower(teks), kata))) = 0
order by satker
