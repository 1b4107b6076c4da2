-- grain: one row a figure read from a printed row that covers the line asked for, of a whole year
-- (isi × tahun; tahun is null in the column "jumlah")
with angka as (
    select
        i.berkas, i.tabel, i.baris, i.baris_akhir, 'target' as isi, 1 as urutan, target.tahun, i.indikator as judul,
        i.sasaran, target.nilai_teks as teks, target.nilai, target.nilai_ordinal as ordinal, target.satuan,
        target.keadaan, target.aturan_baca, i.catatan_baca
    from target
    join v_indikator as i using (indikator_id)
    where target.periode is null
    union all
    select
        i.berkas, i.tabel, i.baris, i.baris_akhir, 'realisasi', 2, realisasi.tahun, i.indikator, i.sasaran,
        realisasi.realisasi_teks, realisasi.realisasi, realisasi.realisasi_ordinal, realisasi.satuan,
        realisasi.keadaan, realisasi.aturan_baca, i.catatan_baca
    from realisasi
    join v_indikator as i using (indikator_id)
    where realisasi.periode is null
    union all
    select
        i.berkas, i.tabel, i.baris, i.baris_akhir, 'capaian', 3, realisasi.tahun, i.indikator, i.sasaran,
        realisasi.capaian_tercetak_teks, realisasi.capaian_tercetak, null, '%', realisasi.keadaan,
        realisasi.aturan_baca, i.catatan_baca
    from realisasi
    join v_indikator as i using (indikator_id)
    where realisasi.periode is null and realisasi.capaian_tercetak_teks is not null
    union all
    select
        m.berkas, m.tabel, m.baris, m.baris_akhir, 'pagu', 4, pagu.tahun, m.uraian, null, pagu.pagu_teks, pagu.pagu,
        null, null, pagu.keadaan, pagu.aturan_baca, m.catatan_baca
    from pagu
    join v_mata_anggaran as m using (mata_anggaran_id)
    where pagu.periode is null and pagu.berlaku
    union all
    select
        m.berkas, m.tabel, m.baris, m.baris_akhir, 'realisasi_anggaran', 5, realisasi_anggaran.tahun, m.uraian, null,
        realisasi_anggaran.realisasi_teks, realisasi_anggaran.realisasi, null, null, realisasi_anggaran.keadaan,
        realisasi_anggaran.aturan_baca, m.catatan_baca
    from realisasi_anggaran
    join v_mata_anggaran as m using (mata_anggaran_id)
    where realisasi_anggaran.periode is null
)

select
    tabel, baris, baris_akhir, isi, tahun, judul, sasaran, teks, nilai, ordinal, satuan, keadaan, aturan_baca,
    catatan_baca
from angka
where berkas = $berkas
    and $baris between baris and baris_akhir
order by baris, urutan, tahun nulls last, judul
