-- grain: one row a row of a transcript
select berkas, satker, tabel, baris, baris_akhir, isi, kolom, alasan, oleh, tanggal
from v_transkrip
where list_contains($berkas_semua, berkas)
order by satker, berkas, baris, isi
