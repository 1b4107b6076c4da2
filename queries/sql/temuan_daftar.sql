-- grain: one row a temuan under the filter, worst first; jumlah_semua is the number of rows before paging
with tempat as (
    select
        berkas, baris, list(distinct jenis_dokumen) as jenis, list(distinct tingkat) as tingkat,
        list(distinct unit) || flatten(list(distinct daftar_divisi(divisi))) as unit,
        list(distinct kunci_program) as program, list(distinct kunci_kegiatan) as kegiatan,
        list(distinct polaritas) as polaritas, list(distinct kode_baku) as baku,
        list(distinct kode_sasaran_baku) as sasaran_baku,
        string_agg(distinct concat_ws(' ', case isi when 'pagu' then program else sasaran end, indikator, uraian), ' ') as teks
    from v_angka
    where isi <> 'realisasi'
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
        list_concat(sini.sasaran_baku, sana.sasaran_baku) as semua_sasaran_baku,
        concat_ws(' ', v_temuan.uraian, sini.teks, sana.teks) as semua_teks
    from v_temuan
    join v_dokumen using (berkas)
    left join tempat as sini on sini.berkas = v_temuan.berkas and sini.baris = v_temuan.baris
    left join tempat as sana
        on sana.berkas = coalesce(v_temuan.berkas_lain, v_temuan.berkas) and sana.baris = v_temuan.baris_lain
),

terpilih as (
    select
        *,
        angka_tertulis(nilai_a) as angka_a,
        angka_tertulis(nilai_b) as angka_b
    from di_sini
    where
        temuan_tersaring($saring)
        and satu_dari($keparahan, keparahan)
        and satu_dari($aturan, kode_aturan)
        and memuat($cari, concat_ws(' ', kode_temuan, nama_aturan, satker, uraian))
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
