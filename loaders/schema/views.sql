-- The published views: what exports, checks, pages and outside tools read. Columns are only ever added.

-- grain: one row a target (indikator × tahun)
create view v_target as
select
    dokumen.kode_satker, satker.satker, tabel.jenis_dokumen, tabel.unit, dokumen.berkas, tabel.tabel, indikator.baris,
    indikator.tingkat, indikator.tujuan, indikator.program, indikator.kegiatan, indikator.sasaran, indikator.indikator,
    indikator.unit_pelaksana, indikator.divisi, indikator.kode_baku, indikator_baku.indikator_baku, indikator_baku.polaritas,
    target.tahun, target.nilai_teks, target.nilai, target.nilai_ordinal, target.satuan, target.keadaan,
    target.aturan_baca, indikator.baris_akhir, indikator.indikator_id, indikator.kolom_dikoreksi,
    indikator.kunci_bunyi, indikator.asal_divisi, indikator.keyakinan
from target
join indikator using (indikator_id)
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join indikator_baku using (kode_baku);

-- grain: one row a realisasi (indikator × tahun)
create view v_capaian as
select
    dokumen.kode_satker, satker.satker, tabel.jenis_dokumen, tabel.unit, dokumen.berkas, tabel.tabel, indikator.baris,
    indikator.tingkat, indikator.tujuan, indikator.program, indikator.kegiatan, indikator.sasaran, indikator.indikator,
    indikator.unit_pelaksana, indikator.divisi, indikator.kode_baku, indikator_baku.indikator_baku, indikator_baku.polaritas,
    realisasi.tahun, target.nilai_teks as target_teks, target.nilai as target, target.nilai_ordinal as target_ordinal,
    realisasi.realisasi_teks, realisasi.realisasi, realisasi.realisasi_ordinal,
    coalesce(realisasi.satuan, target.satuan) as satuan,
    realisasi.capaian_tercetak, realisasi.capaian_hitung, realisasi.alasan_capaian as alasan,
    realisasi.capaian_tercetak_teks,
    case
        when 'rusak' in (realisasi.keadaan, target.keadaan) then 'rusak'
        when 'dikoreksi' in (realisasi.keadaan, target.keadaan) then 'dikoreksi'
        when 'diperbaiki' in (realisasi.keadaan, target.keadaan) then 'diperbaiki'
        else realisasi.keadaan
    end as keadaan,
    indikator.baris_akhir, indikator.indikator_id, indikator.kolom_dikoreksi, realisasi.aturan_baca,
    indikator.kunci_bunyi, indikator.asal_divisi, indikator.keyakinan, realisasi.aturan_capaian, realisasi.terpenuhi
from realisasi
join indikator using (indikator_id)
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join target using (indikator_id, tahun)
left join indikator_baku using (kode_baku);

-- grain: one row a printed pagu figure (mata anggaran × tahun; tahun is null in the column "jumlah")
create view v_pagu as
select
    dokumen.kode_satker, satker.satker, tabel.jenis_dokumen, dokumen.berkas, tabel.tabel, mata_anggaran.baris,
    pagu.tahun, mata_anggaran.tingkat, mata_anggaran.kode_program, mata_anggaran.kode_kegiatan, mata_anggaran.kode_kro,
    mata_anggaran.kode_ro, mata_anggaran.program, mata_anggaran.kegiatan, mata_anggaran.uraian,
    pagu.pagu_teks, pagu.pagu, realisasi_anggaran.realisasi_teks, realisasi_anggaran.realisasi,
    realisasi_anggaran.persen_tercetak, realisasi_anggaran.tvro, realisasi_anggaran.rvro,
    realisasi_anggaran.efisiensi_tercetak,
    case
        when 'rusak' in (pagu.keadaan, realisasi_anggaran.keadaan) then 'rusak'
        when 'dikoreksi' in (pagu.keadaan, realisasi_anggaran.keadaan) then 'dikoreksi'
        when 'diperbaiki' in (pagu.keadaan, realisasi_anggaran.keadaan) then 'diperbaiki'
        else pagu.keadaan
    end as keadaan,
    mata_anggaran.kro, coalesce(pagu.aturan_baca, realisasi_anggaran.aturan_baca) as aturan_baca,
    tabel.unit, tabel.skala, mata_anggaran.baris_akhir, mata_anggaran.mata_anggaran_id,
    mata_anggaran.kolom_dikoreksi
from pagu
join mata_anggaran using (mata_anggaran_id)
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join realisasi_anggaran using (mata_anggaran_id, tahun);

-- grain: one row a temuan
create view v_temuan as
select
    temuan.kode_aturan, aturan.nama_aturan, temuan.keparahan, dokumen.kode_satker, satker.satker, dokumen.jenis_dokumen,
    dokumen.berkas, temuan.tahun, temuan.baris, temuan.baris_lain, temuan.uraian, temuan.nilai_a, temuan.nilai_b,
    temuan.kode_temuan, temuan.tahun_semua, lain.berkas as berkas_lain, aturan.kalimat, aturan.penting, aturan.sumber,
    aturan.tanda, aturan.toleransi, temuan.temuan_id
from temuan
join aturan using (kode_aturan)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join dokumen as lain on lain.dokumen_id = temuan.dokumen_lain_id;

-- grain: one row a correction used in this version
create view v_koreksi as
select
    dokumen.berkas, satker.satker, tabel.tabel, koreksi.baris, koreksi.kolom, koreksi.teks_lama, koreksi.nilai_baru,
    koreksi.alasan, koreksi.oleh, koreksi.tanggal
from koreksi
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join baris using (dokumen_id, baris)
left join tabel on tabel.tabel_id = baris.tabel_id;

-- grain: one row a printed line of a recognised table
create view v_baris as
select
    dokumen.berkas, satker.satker, tabel.tabel, baris.halaman, baris.baris, baris.teks, baris.nasib, baris.tempat,
    baris.ocr
from baris
join tabel using (tabel_id)
join dokumen on dokumen.dokumen_id = baris.dokumen_id
join satker using (kode_satker);

-- grain: one row a reason for karantina
create view v_karantina as
select
    dokumen.berkas, satker.satker, tabel.tabel, baris.halaman, baris.baris, baris.teks, baris.nasib, karantina.alasan,
    karantina.kode_alasan, karantina.kolom, baris.tempat, baris.ocr
from karantina
join baris using (dokumen_id, baris)
join tabel using (tabel_id)
join dokumen on dokumen.dokumen_id = karantina.dokumen_id
join satker using (kode_satker);

-- grain: one row a hambatan
create view v_hambatan as
select
    satker.satker, dokumen.berkas, hambatan.tahun, hambatan.nomor, hambatan.aspek, hambatan.hambatan,
    hambatan.keterangan, hambatan.upaya, dokumen.kode_satker, tabel.jenis_dokumen, tabel.tabel, hambatan.baris,
    hambatan.baris_akhir
from hambatan
join tabel using (tabel_id)
join dokumen on dokumen.dokumen_id = hambatan.dokumen_id
join satker using (kode_satker);

-- grain: one row a document
create view v_dokumen as
select
    dokumen.berkas, dokumen.kode_satker, satker.satker, satker.provinsi, dokumen.jenis_dokumen, dokumen.tahun_awal,
    dokumen.tahun_akhir, dokumen.nomor, dokumen.tanggal, dokumen.sumber, dokumen.sha256, dokumen.jumlah_baris,
    pemuatan.tabel as jumlah_tabel, pemuatan.baris as baris_tabel, pemuatan.dimuat, pemuatan.sambungan, pemuatan.judul,
    pemuatan.dikarantina, pemuatan.koreksi, dokumen.catatan_berkas, versi_dokumen.versi, versi_dokumen.jumlah_versi,
    dokumen.baris_lewat
from dokumen
join satker using (kode_satker)
join pemuatan using (dokumen_id)
join versi_dokumen using (berkas);

-- grain: one row a version of a document, replaced ones too
create view v_versi_dokumen as
select versi_dokumen.*, satker.satker, satker.provinsi
from versi_dokumen
join satker using (kode_satker);

-- grain: one row a figure that came, changed or went between two versions of a document
create view v_perubahan as
select perubahan.*, versi_dokumen.kode_satker, satker.satker, versi_dokumen.jenis_dokumen, versi_dokumen.versi
from perubahan
join versi_dokumen using (berkas)
join satker using (kode_satker);
