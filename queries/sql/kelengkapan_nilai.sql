-- grain: one row a satker, jenis dokumen, tahun (null: column "jumlah"), isi (target|realisasi|pagu) and keadaan
with nilai_semua as (
    select
        kode_satker, satker, jenis_dokumen, tahun, tingkat, unit, unit_pelaksana, keadaan, 'target' as isi,
        concat_ws(' ', sasaran, indikator) as teks
    from v_target
    union all
    select
        kode_satker, satker, jenis_dokumen, tahun, tingkat, unit, unit_pelaksana, keadaan, 'realisasi',
        concat_ws(' ', sasaran, indikator)
    from v_capaian
    union all
    select
        kode_satker, satker, jenis_dokumen, tahun, tingkat, unit, null, keadaan, 'pagu',
        concat_ws(' ', program, kegiatan, kro, uraian)
    from v_pagu
)

select kode_satker, satker, jenis_dokumen, tahun, isi, keadaan, count(*) as jumlah
from nilai_semua
where
    (len($satker) = 0 or list_contains($satker, kode_satker))
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
    and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
    and (len($unit) = 0 or list_contains($unit, unit) or list_contains($unit, unit_pelaksana))
    and len(list_filter($sasaran, lambda kata: not contains(lower(teks), kata))) = 0
group by all
order by satker, jenis_dokumen, tahun, isi, keadaan
