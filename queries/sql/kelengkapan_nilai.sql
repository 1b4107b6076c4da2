-- grain: one row a satker, jenis dokumen, berkas, tahun (null: column "jumlah"), isi (target|realisasi|pagu) and keadaan
select kode_satker, satker, jenis_dokumen, berkas, tahun, isi, keadaan, count(*) as jumlah
from v_angka
where tersaring($saring)
group by all
order by satker, jenis_dokumen, berkas, tahun, isi, keadaan
