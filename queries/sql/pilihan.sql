-- grain: one row a value that a filter dimension can take; induk: the provinsi of a satker
with angka as (
    select
        tahun, jenis_dokumen, tingkat, unit, divisi, program, kunci_program, kegiatan, kunci_kegiatan, polaritas, kode_baku,
        indikator_baku, kode_sasaran_baku, sasaran_baku
    from v_angka
    where mewakili_tahun
),

pilihan as (
    select distinct 'provinsi' as dimensi, provinsi as nilai, provinsi as label, 0 as urutan from v_dokumen
    union
    select distinct 'satker', kode_satker, satker, 0 from v_dokumen
    union
    select 'tahun', cast(tahun as varchar), cast(tahun as varchar), tahun from angka where tahun is not null
    union
    select 'jenis', jenis_dokumen, jenis_dokumen, urutan_jenis(jenis_dokumen)
    from angka
    union
    select
        'tingkat', tingkat, replace(tingkat, '_', ' '),
        list_position(
            ['sasaran_strategis', 'program', 'kegiatan', 'kro', 'ro', 'sasaran', 'indikator', 'total'], tingkat
        )
    from angka
    union
    select 'unit', unit, unit, 0 from angka where unit is not null
    union
    select 'unit', divisi.divisi, divisi.divisi, divisi.rowid + 1
    from divisi
    join angka on list_contains(string_split(angka.divisi, '; '), divisi.divisi)
    union
    select 'unit', 'tanpa divisi', 'tanpa divisi', 1000 from angka where divisi is null
    union
    select
        'program', kunci_program, coalesce(
            any_value(program.program),
            first(angka.program order by salah_ketik(angka.program, kunci_program), angka.program = upper(angka.program),
                angka.program),
            kunci_program
        ), 0
    from angka
    left join program on program.kode_program = kunci_program
    where kunci_program is not null
    group by kunci_program
    union
    select
        'kegiatan', kunci_kegiatan, coalesce(
            any_value(kegiatan.kegiatan),
            first(angka.kegiatan order by salah_ketik(angka.kegiatan, kunci_kegiatan),
                angka.kegiatan = upper(angka.kegiatan), angka.kegiatan),
            kunci_kegiatan
        ), 0
    from angka
    left join kegiatan on kegiatan.kode_kegiatan = kunci_kegiatan
    where kunci_kegiatan is not null
    group by kunci_kegiatan
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
    from angka
    where polaritas is not null
    union
    select 'baku', kode_baku, indikator_baku, 0 from angka where kode_baku is not null
    union
    select 'sasaran_baku', kode_sasaran_baku, sasaran_baku, 0 from angka where kode_sasaran_baku is not null
)

select pilihan.dimensi, pilihan.nilai, pilihan.label, satker.provinsi as induk
from pilihan
left join satker on pilihan.dimensi = 'satker' and satker.kode_satker = pilihan.nilai
order by pilihan.dimensi, pilihan.urutan, pilihan.label
