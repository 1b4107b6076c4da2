-- grain: one row a figure that came, changed or went in this version against the one before it
select
    berkas, jenis_perubahan, isi, uraian, tahun, periode, versi_pagu, teks_lama, teks_baru, tabel, tempat_lama, tempat_baru,
    berkas_lama, baris_baru as baris
from v_perubahan
where berkas = $berkas
order by case jenis_perubahan when 'berubah' then 1 when 'hilang' then 2 else 3 end, perubahan_id
