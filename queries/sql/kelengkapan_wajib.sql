-- grain: one row a satker × tahun × document that should exist, as of a day
select
    kode_satker, satker, provinsi, tingkat_satker, tahun, dokumen, urutan, keadaan, berkas, jumlah_menunggu, jatuh_tempo
from kelengkapan_pada($hari_ini)
where satker_tersaring($saring) and satu_dari($saring.jenis, jenis_dokumen)
order by satker, tahun, urutan
