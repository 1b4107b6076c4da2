-- grain: one row a person's correction in force
select berkas, satker, tabel, baris, kolom, teks_lama, nilai_baru, alasan, oleh, tanggal
from v_koreksi
where list_contains($berkas_semua, berkas)
order by satker, berkas, baris, kolom
