-- grain: one row a printed pagu figure of one satker (mata anggaran × tahun; tahun is null in the column "jumlah"),
-- without the printed totals
select
    mata_anggaran_id, jenis_dokumen, berkas, tabel, baris, tahun, tingkat, program, kegiatan, uraian, pagu_teks, pagu,
    realisasi_teks, realisasi, keadaan
from v_pagu
where
    kode_satker = $kode_satker
    and tingkat != 'total'
    and pagu_tersaring($saring)
order by urutan_jenis(jenis_dokumen), berkas, baris, mata_anggaran_id, tahun nulls last
