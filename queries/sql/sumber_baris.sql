-- grain: one row a printed line of a recognised table, near the lines asked for
select tabel, halaman, baris, tempat, ocr, teks, nasib, baris between $awal and $akhir as disorot
from v_baris
where
    berkas = $berkas
    and baris between $awal - $tetangga and $akhir + $tetangga
order by baris
