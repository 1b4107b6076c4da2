-- grain: one row a figure read from a printed row that covers the line asked for
-- (isi × tahun; tahun is null in the column "jumlah")
with angka as (
    select
        indikator.tabel_id, indikator.baris, indikator.baris_akhir, 'target' as isi, 1 as urutan, target.tahun,
        indikator.indikator as judul, indikator.sasaran, target.nilai_teks as teks, target.nilai,
        target.nilai_ordinal as ordinal, target.satuan, target.keadaan, target.aturan_baca, indikator.catatan_baca
    from target
    join indikator using (indikator_id)
    union all
    select
        indikator.tabel_id, indikator.baris, indikator.baris_akhir, 'realisasi', 2, realisasi.tahun,
        indikator.indikator, indikator.sasaran, realisasi.realisasi_teks, realisasi.realisasi,
        realisasi.realisasi_ordinal, realisasi.satuan, realisasi.keadaan, realisasi.aturan_baca,
        indikator.catatan_baca
    from realisasi
    join indikator using (indikator_id)
    union all
    select
        indikator.tabel_id, indikator.baris, indikator.baris_akhir, 'capaian', 3, realisasi.tahun,
        indikator.indikator, indikator.sasaran, realisasi.capaian_tercetak_teks, realisasi.capaian_tercetak,
        null, '%', realisasi.keadaan, realisasi.aturan_baca, indikator.catatan_baca
    from realisasi
    join indikator using (indikator_id)
    where realisasi.capaian_tercetak_teks is not null
    union all
    select
        mata_anggaran.tabel_id, mata_anggaran.baris, mata_anggaran.baris_akhir, 'pagu', 4, pagu.tahun,
        mata_anggaran.uraian, null, pagu.pagu_teks, pagu.pagu, null, null, pagu.keadaan, pagu.aturan_baca,
        mata_anggaran.catatan_baca
    from pagu
    join mata_anggaran using (mata_anggaran_id)
    union all
    select
        mata_anggaran.tabel_id, mata_anggaran.baris, mata_anggaran.baris_akhir, 'realisasi_anggaran', 5,
        realisasi_anggaran.tahun, mata_anggaran.uraian, null, realisasi_anggaran.realisasi_teks,
        realisasi_anggaran.realisasi, null, null, realisasi_anggaran.keadaan, realisasi_anggaran.aturan_baca,
        mata_anggaran.catatan_baca
    from realisasi_anggaran
    join mata_anggaran using (mata_anggaran_id)
)

select
    tabel.tabel, angka.baris, angka.baris_akhir, angka.isi, angka.tahun, angka.judul, angka.sasaran, angka.teks,
    angka.nilai, angka.ordinal, angka.satuan, angka.keadaan, angka.aturan_baca, angka.catatan_baca
from angka
join tabel using (tabel_id)
join dokumen using (dokumen_id)
where dokumen.berkas = $berkas
    and $baris between angka.baris and angka.baris_akhir
order by angka.baris, angka.urutan, angka.tahun nulls last, angka.judul
