-- grain: one row a temuan under the filter, worst first; jumlah_semua is the number of rows before paging
with di_sini as (
    select v_temuan.*, temuan_lingkup.* exclude (temuan_id)
    from v_temuan
    join temuan_lingkup using (temuan_id)
),

terpilih as (
    select *
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
        selisih_tertulis(nilai_a, nilai_b) as selisih_persen
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
