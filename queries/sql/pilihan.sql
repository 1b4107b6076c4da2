-- grain: one row a value that a filter dimension can take
with values_seen as (
    select kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, unit_pelaksana from v_target
    union all
    select kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, unit_pelaksana from v_capaian
    union all
    select kode_satker, satker, tahun, jenis_dokumen, tingkat, unit, null from v_pagu
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
    select 'unit', unit_pelaksana, unit_pelaksana, 1 from values_seen where unit_pelaksana is not null
)

select dimensi, nilai, label
from pilihan
order by dimensi, urutan, label
