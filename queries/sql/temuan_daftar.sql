-- grain: one row a temuan under the filter, worst first; jumlah_semua is the number of rows before paging
with baris_dibaca as (
    select
        berkas, tabel, baris, baris_akhir, jenis_dokumen, tingkat, unit, divisi, program, kegiatan, polaritas,
        kode_baku, sasaran, indikator
    from v_target
    union all
    select
        berkas, tabel, baris, baris_akhir, jenis_dokumen, tingkat, unit, null, program, kegiatan, null, null, program,
        uraian
    from v_pagu
),

tempat as (
    select
        berkas, baris, max(baris_akhir) as baris_akhir, list(distinct jenis_dokumen) as jenis,
        list(distinct tingkat) as tingkat,
        list(distinct unit) || flatten(list(distinct string_split(divisi, '; '))) as unit,
        list(distinct regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')) as program,
        list(distinct regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')) as kegiatan,
        list(distinct polaritas) as polaritas, list(distinct kode_baku) as baku,
        string_agg(distinct concat_ws(' ', sasaran, indikator), ' ') as teks
    from baris_dibaca
    group by berkas, baris
),

di_sini as (
    select
        v_temuan.*,
        v_dokumen.tahun_awal, v_dokumen.tahun_akhir,
        list_concat([v_temuan.jenis_dokumen], list_concat(sini.jenis, sana.jenis)) as semua_jenis,
        list_concat(sini.tingkat, sana.tingkat) as semua_tingkat,
        list_concat(sini.unit, sana.unit) as semua_unit,
        list_concat(sini.program, sana.program) as semua_program,
        list_concat(sini.kegiatan, sana.kegiatan) as semua_kegiatan,
        list_concat(sini.polaritas, sana.polaritas) as semua_polaritas,
        list_concat(sini.baku, sana.baku) as semua_baku,
        lower(concat_ws(' ', v_temuan.uraian, sini.teks, sana.teks)) as teks
    from v_temuan
    join v_dokumen using (berkas)
    left join tempat as sini on sini.berkas = v_temuan.berkas and sini.baris = v_temuan.baris
    left join tempat as sana
        on sana.berkas = coalesce(v_temuan.berkas_lain, v_temuan.berkas) and sana.baris = v_temuan.baris_lain
),

terpilih as (
    select
        *,
        -- every number of "Rp 1.234,5", "80%", "3 Dok" or "95%; 90%"; anything else is no number
        list_transform(string_split(nilai_a, '; '), lambda bagian: try_cast(replace(replace(regexp_extract(
            bagian, '^(?:Rp )?(\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?)(?:\s?%|\s\D*)?$', 1
        ), '.', ''), ',', '.') as double)) as angka_a,
        list_transform(string_split(nilai_b, '; '), lambda bagian: try_cast(replace(replace(regexp_extract(
            bagian, '^(?:Rp )?(\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?)(?:\s?%|\s\D*)?$', 1
        ), '.', ''), ',', '.') as double)) as angka_b
    from di_sini
    where
        (len($satker) = 0 or list_contains($satker, kode_satker))
        and (
            len($tahun) = 0
            or len(list_filter($tahun, lambda pilihan: list_contains(tahun_semua, pilihan))) > 0
            or (
                len(tahun_semua) = 0
                and len(list_filter($tahun, lambda pilihan: pilihan between tahun_awal and tahun_akhir)) > 0
            )
        )
        and (len($jenis) = 0 or len(list_filter($jenis, lambda pilihan: list_contains(semua_jenis, pilihan))) > 0)
        and (len($tingkat) = 0 or len(list_filter($tingkat, lambda pilihan: list_contains(semua_tingkat, pilihan))) > 0)
        and (len($unit) = 0 or len(list_filter($unit, lambda pilihan: list_contains(semua_unit, pilihan))) > 0)
        and (len($program) = 0 or list_has_any($program, semua_program))
        and (len($kegiatan) = 0 or list_has_any($kegiatan, semua_kegiatan))
        and (len($polaritas) = 0 or list_has_any($polaritas, semua_polaritas))
        and (len($baku) = 0 or list_has_any($baku, semua_baku))
        and len(list_filter($sasaran, lambda kata: not contains(teks, kata))) = 0
        and (len($keparahan) = 0 or list_contains($keparahan, keparahan))
        and (len($aturan) = 0 or list_contains($aturan, kode_aturan))
        and len(list_filter(
            $cari, lambda kata: not contains(lower(concat_ws(' ', kode_temuan, nama_aturan, satker, uraian)), kata)
        )) = 0
),

terukur as (
    select
        *,
        list_position(['kritis', 'peringatan', 'catatan'], keparahan) as urutan_keparahan,
        100 * list_max(list_transform(
            list_zip(angka_a, angka_b),
            lambda pasang: abs(pasang[1] - pasang[2]) / nullif(greatest(pasang[1], pasang[2]), 0)
        )) as selisih_persen
    from terpilih
),

berurut as (
    select
        *,
        count(*) over () as jumlah_semua,
        -- what has no second figure at all (promised and not reported, cut off) before what only differs
        row_number() over (
            partition by kode_aturan
            order by urutan_keparahan, selisih_persen desc nulls first, berkas, baris, kode_temuan
        ) as urutan_dalam_aturan
    from terukur
)

select
    kode_temuan, kode_aturan, nama_aturan, keparahan, kode_satker, satker, jenis_dokumen, berkas, tahun, tahun_semua,
    baris, berkas_lain, baris_lain, uraian, nilai_a, nilai_b, selisih_persen, jumlah_semua
from berurut
order by
    urutan_keparahan,
    case when $bergilir then urutan_dalam_aturan end,
    selisih_persen desc nulls first, kode_aturan, berkas, baris, kode_temuan
limit $batas offset $lewati
