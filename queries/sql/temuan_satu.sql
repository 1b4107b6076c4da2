-- grain: one row a temuan (at most one: kode_temuan is unique), with its rule and where both places stand
with baris_dibaca as (
    select berkas, tabel, baris, baris_akhir from v_angka where isi <> 'realisasi'
    union
    select berkas, tabel, baris, baris from v_baris
),

tempat as (
    select berkas, baris, max(baris_akhir) as baris_akhir, any_value(tabel) as tabel
    from baris_dibaca
    group by berkas, baris
)

select
    v_temuan.kode_temuan, v_temuan.kode_aturan, v_temuan.nama_aturan, v_temuan.keparahan, v_temuan.satker,
    v_temuan.tahun_semua, v_temuan.uraian, v_temuan.kalimat, v_temuan.penting, v_temuan.sumber, v_temuan.tanda,
    v_temuan.toleransi, v_temuan.nilai_a, v_temuan.nilai_b, v_temuan.berkas, sini.tabel, v_temuan.baris,
    sini.baris_akhir, coalesce(v_temuan.berkas_lain, v_temuan.berkas) as berkas_lain, sana.tabel as tabel_lain,
    v_temuan.baris_lain, sana.baris_akhir as baris_akhir_lain
from v_temuan
left join tempat as sini on sini.berkas = v_temuan.berkas and sini.baris = v_temuan.baris
left join tempat as sana
    on sana.berkas = coalesce(v_temuan.berkas_lain, v_temuan.berkas) and sana.baris = v_temuan.baris_lain
where v_temuan.kode_temuan = $kode_temuan
