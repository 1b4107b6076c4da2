-- grain: one row a person's correction on the lines asked for, or of the sasaran that stands above them
select baris, kolom, teks_lama, nilai_baru, alasan, oleh, tanggal
from v_koreksi
where
    berkas = $berkas
    and (
        baris between $awal and $akhir
        or (kolom = 'sasaran' and tabel = $tabel and nilai_baru = $sasaran)
    )
order by baris, kolom
