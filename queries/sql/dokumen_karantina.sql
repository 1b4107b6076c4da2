-- grain: one row a reason for karantina (a line may have several, one a column)
select berkas, satker, tabel, halaman, baris, tempat, teks, kolom, kode_alasan, alasan
from v_karantina
where list_contains($berkas_semua, berkas)
order by satker, berkas, baris, kolom
