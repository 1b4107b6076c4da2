-- grain: one row a satker × aturan under the filter, worst first; contoh is the worst of its temuan
with terpilih as (
    select
        v_temuan.kode_temuan, v_temuan.kode_satker, v_temuan.satker, v_temuan.provinsi, v_temuan.tingkat_satker,
        v_temuan.kode_aturan, v_temuan.nama_aturan, v_temuan.keparahan, v_temuan.berkas, v_temuan.baris,
        v_temuan.uraian,
        list_position(['kritis', 'peringatan', 'catatan'], v_temuan.keparahan) as urutan_keparahan,
        selisih_tertulis(v_temuan.nilai_a, v_temuan.nilai_b) as selisih_persen
    from v_temuan
    join temuan_lingkup using (temuan_id)
    where
        temuan_tersaring($saring)
        and satu_dari($keparahan, v_temuan.keparahan)
        and satu_dari($aturan, v_temuan.kode_aturan)
        and memuat($cari, concat_ws(' ', v_temuan.kode_temuan, v_temuan.nama_aturan, v_temuan.satker, v_temuan.uraian))
),

kelompok as (
    select
        kode_satker, any_value(satker) as satker, any_value(provinsi) as provinsi,
        any_value(tingkat_satker) as tingkat_satker, kode_aturan, any_value(nama_aturan) as nama_aturan,
        min(urutan_keparahan) as urutan_keparahan,
        arg_min(keparahan, urutan_keparahan) as keparahan,
        count(*) as jumlah,
        count(*) filter (keparahan = 'kritis') as jumlah_kritis,
        max(selisih_persen) as selisih_persen,
        first(uraian order by urutan_keparahan, selisih_persen desc nulls first, berkas, baris, kode_temuan) as contoh
    from terpilih
    group by kode_satker, kode_aturan
)

select
    kode_satker, satker, provinsi, tingkat_satker, kode_aturan, nama_aturan, keparahan, jumlah, jumlah_kritis,
    selisih_persen, contoh,
    count(*) over () as jumlah_kelompok,
    cast(sum(jumlah) over () as bigint) as jumlah_semua
from kelompok
order by urutan_keparahan, jumlah desc, kode_aturan, satker
limit $batas offset $lewati
