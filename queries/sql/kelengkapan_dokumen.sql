-- grain: one row a document; tahun narrows to documents that cover one of the years,
-- jenis to documents that are of the kind or hold a table of it (a PK bound into an LK)
with jenis_tabel as (
    select berkas, jenis_dokumen from v_angka where isi <> 'realisasi'
    union
    select berkas, jenis_dokumen from v_dokumen
)

select
    kode_satker, satker, jenis_dokumen, berkas, tahun_awal, tahun_akhir, nomor, tanggal, jumlah_tabel, baris_tabel,
    dimuat, sambungan, judul, dikarantina, koreksi, versi, jumlah_versi, catatan_berkas, baris_lewat
from v_dokumen
where
    dari_kantor($saring)
    and salah_satu($saring.tahun, range(tahun_awal, tahun_akhir + 1))
    and (
        len($saring.jenis) = 0
        or berkas in (select jenis_tabel.berkas from jenis_tabel where satu_dari($saring.jenis, jenis_tabel.jenis_dokumen))
    )
order by satker, tahun_awal, jenis_dokumen, berkas
