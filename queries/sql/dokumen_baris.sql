-- grain: one row a printed line of the recognised tables of a document; an empty tabel means all of them
select berkas, tabel, halaman, baris, tempat, teks, nasib
from v_baris
where berkas = $berkas
    and ($tabel = '' or tabel = $tabel)
    and satu_dari($nasib, nasib)
order by baris
