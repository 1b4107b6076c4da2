-- grain: one row a printed line of a recognised table, of the documents asked for
select
    v_baris.berkas, v_baris.baris, v_baris.halaman, v_baris.tempat, v_baris.teks, v_dokumen.nomor, v_dokumen.tanggal
from v_baris
join v_dokumen using (berkas)
where list_contains($berkas_semua, berkas)
order by v_baris.berkas, v_baris.baris
