-- grain: one row a satker, jenis dokumen, berkas, tahun (null: column "jumlah"), isi (target|realisasi|pagu) and keadaan
with nilai_semua as (
    select
        kode_satker, satker, jenis_dokumen, berkas, tahun, tingkat, unit, divisi, program, kegiatan, polaritas, kode_baku, keadaan,
        'target' as isi,
        concat_ws(' ', sasaran, indikator) as teks
    from v_target
    union all
    select
        kode_satker, satker, jenis_dokumen, berkas, tahun, tingkat, unit, divisi, program, kegiatan, polaritas, kode_baku, keadaan,
        'realisasi',
        concat_ws(' ', sasaran, indikator)
    from v_capaian
    union all
    select
        kode_satker, satker, jenis_dokumen, berkas, tahun, tingkat, unit, null, program, kegiatan, null, null, keadaan, 'pagu',
        concat_ws(' ', program, kegiatan, kro, uraian)
    from v_pagu
)

select kode_satker, satker, jenis_dokumen, berkas, tahun, isi, keadaan, count(*) as jumlah
from nilai_semua
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
group by all
order by satker, jenis_dokumen, berkas, tahun, isi, keadaan
