-- grain: one row a value that a filter dimension can take
with values_seen as (
    select
        kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, divisi, program, kegiatan, polaritas, kode_baku,
        indikator_baku
    from v_target
    union all
    select
        kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, divisi, program, kegiatan, polaritas, kode_baku,
        indikator_baku
    from v_capaian
    union all
    select
        kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, null, program, kegiatan, null, null, null
    from v_pagu
),

pilihan as (
    select distinct 'satker' as dimensi, kode_satker as nilai, satker as label, 0 as urutan from v_dokumen
    union
    select 'tahun', cast(tahun as varchar), cast(tahun as varchar), tahun from values_seen where tahun is not null
    union
    select 'jenis', jenis_dokumen, jenis_dokumen, list_position(['Renstra', 'RKT', 'PK', 'LK'], jenis_dokumen)
    from values_seen
    union
    select
        'tingkat', tingkat, replace(tingkat, '_', ' '),
        list_position(
            ['sasaran_strategis', 'program', 'kegiatan', 'kro', 'ro', 'sasaran', 'indikator', 'total'], tingkat
        )
    from values_seen
    union
    select 'unit', unit, unit, 0 from values_seen where unit is not null
    union
    select 'unit', divisi.divisi, divisi.divisi, divisi.rowid + 1
    from divisi
    join values_seen on list_contains(string_split(values_seen.divisi, '; '), divisi.divisi)
    union
    select
        'program', regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g') as kunci,
        first(program order by program = upper(program), program), 0
    from values_seen
    where program is not null
    group by kunci
    union
    select
        'kegiatan', regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g') as kunci,
        first(kegiatan order by kegiatan = upper(kegiatan), kegiatan), 0
    from values_seen
    where kegiatan is not null
    group by kunci
    union
    select
        'polaritas', polaritas,
        case polaritas
            when 'maksimal' then 'makin tinggi makin baik'
            when 'minimal' then 'makin rendah makin baik'
            when 'ordinal' then 'predikat'
            else polaritas
        end,
        list_position(['maksimal', 'minimal', 'tetap', 'rentang', 'ordinal'], polaritas)
    from values_seen
    where polaritas is not null
    union
    select 'baku', kode_baku, indikator_baku, 0 from values_seen where kode_baku is not null
)

select dimensi, nilai, label
from pilihan
order by dimensi, urutan, label
