-- grain: one row a printed row a person transcribed, near the lines asked for (once, where two sheets say the same)
select distinct baris, baris_akhir, kolom, alasan, oleh, tanggal
from v_transkrip
where
    berkas = $berkas
    and baris between $awal and $akhir
    and isi <> 'tabel'
order by baris, kolom nulls last, alasan
