-- grain: one row a person's correction on the lines asked for
select koreksi.baris, koreksi.kolom, koreksi.teks_lama, koreksi.nilai_baru, koreksi.alasan, koreksi.oleh, koreksi.tanggal
from koreksi
join dokumen using (dokumen_id)
where
    dokumen.berkas = $berkas
    and koreksi.baris between $awal and $akhir
order by koreksi.baris, koreksi.kolom
