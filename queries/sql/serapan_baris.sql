-- grain: one row a printed pagu figure (mata anggaran × tahun; tahun is null in the column "jumlah") of one table
select
    mata_anggaran_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tahun, tingkat,
    kode_program, kode_kegiatan, kode_kro, kode_ro, program, kegiatan, kro, uraian,
    pagu_teks, pagu, realisasi_teks, realisasi, persen_tercetak, tvro, rvro, efisiensi_tercetak, keadaan, aturan_baca
from v_pagu
where
    berkas = $berkas
    and tabel = $tabel
    and tingkat = $tingkat
    and pagu_tersaring($saring)
order by baris, mata_anggaran_id, tahun nulls last
