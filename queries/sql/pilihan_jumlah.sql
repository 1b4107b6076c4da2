-- grain: one row a value of a filter dimension that figures under the filter hold; jumlah counts those figures
with angka as (
    select
        provinsi, kode_satker, tahun, jenis_dokumen, tingkat, unit, divisi, polaritas, kunci_program, kunci_kegiatan,
        kode_baku, kode_sasaran_baku, count(*) as jumlah
    from (
        select * replace (coalesce(divisi, 'tanpa divisi') as divisi)
        from v_angka
        where tersaring($saring)
    )
    group by grouping sets (
        (provinsi), (kode_satker), (tahun), (jenis_dokumen), (tingkat), (unit), (divisi), (polaritas), (kunci_program),
        (kunci_kegiatan), (kode_baku), (kode_sasaran_baku)
    )
),

-- Of every row above one column holds a value, or none where the figures have none.
terurai as (
    select
        case
            when provinsi is not null then 'provinsi'
            when kode_satker is not null then 'satker'
            when tahun is not null then 'tahun'
            when jenis_dokumen is not null then 'jenis'
            when tingkat is not null then 'tingkat'
            when coalesce(unit, divisi) is not null then 'unit'
            when polaritas is not null then 'polaritas'
            when kunci_program is not null then 'program'
            when kunci_kegiatan is not null then 'kegiatan'
            when kode_baku is not null then 'baku'
            when kode_sasaran_baku is not null then 'sasaran_baku'
        end as dimensi,
        unnest(string_split(
            coalesce(
                divisi, provinsi, kode_satker, cast(tahun as varchar), jenis_dokumen, tingkat, unit, polaritas,
                kunci_program, kunci_kegiatan, kode_baku, kode_sasaran_baku
            ),
            case when divisi is null then chr(0) else '; ' end
        )) as nilai,
        jumlah
    from angka
)

select dimensi, nilai, cast(sum(jumlah) as bigint) as jumlah
from terurai
where dimensi is not null
group by dimensi, nilai
order by dimensi, nilai
