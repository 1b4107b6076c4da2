-- The published views: what exports, checks, pages and outside tools read. Columns are only ever added. A column that
-- shows one of a table says what that one says (loaders/publish/database.py); only the others are explained here.

-- A name without what differs from one print to the next; filled into kunci_program and kunci_kegiatan when publishing.
create macro kunci_nama(nama) as regexp_replace(lower(nama), '^program |[^a-z0-9]', '', 'g');

-- The filter. `saring` is a struct with the fields of Saring (queries/saring.py), all lists; an empty one narrows nothing.
create macro satu_dari(pilihan, nilai) as len(pilihan) = 0 or list_contains(pilihan, nilai);
create macro salah_satu(pilihan, daftar) as len(pilihan) = 0 or list_has_any(pilihan, daftar);
create macro memuat(kata, teks) as
    len(kata) = 0 or len(list_filter(kata, lambda satu_kata: not contains(lower(teks), satu_kata))) = 0;

-- What every printed row has, of an indikator and of the budget.
create macro baris_tersaring(saring) as
    satu_dari(saring.satker, kode_satker)
    and satu_dari(saring.tahun, tahun)
    and satu_dari(saring.jenis, jenis_dokumen)
    and satu_dari(saring.tingkat, tingkat)
    and satu_dari(saring.program, kunci_program)
    and satu_dari(saring.kegiatan, kunci_kegiatan)
    and memuat(saring.sasaran, teks_saring);

-- A row of v_target, v_capaian or v_angka under the filter.
create macro tersaring(saring) as
    baris_tersaring(saring)
    and (satu_dari(saring.unit, unit) or list_has_any(saring.unit, string_split(divisi, '; ')))
    and satu_dari(saring.polaritas, polaritas)
    and satu_dari(saring.baku, kode_baku);

-- A row of v_pagu under the filter: money has no divisi, polaritas or indikator baku, so asking for one leaves none.
create macro pagu_tersaring(saring) as
    baris_tersaring(saring)
    and satu_dari(saring.unit, unit)
    and len(saring.polaritas) = 0
    and len(saring.baku) = 0;

-- A temuan under the filter, where queries/sql/temuan_daftar.sql has gathered what stands at both its places.
create macro temuan_tersaring(saring) as
    satu_dari(saring.satker, kode_satker)
    and (
        salah_satu(saring.tahun, tahun_semua)
        or (len(tahun_semua) = 0 and list_has_any(saring.tahun, range(tahun_awal, tahun_akhir + 1)))
    )
    and salah_satu(saring.jenis, semua_jenis)
    and salah_satu(saring.tingkat, semua_tingkat)
    and salah_satu(saring.unit, semua_unit)
    and salah_satu(saring.program, semua_program)
    and salah_satu(saring.kegiatan, semua_kegiatan)
    and salah_satu(saring.polaritas, semua_polaritas)
    and salah_satu(saring.baku, semua_baku)
    and memuat(saring.sasaran, semua_teks);

-- A printed text without regard to case and spaces.
create macro bunyi_tercetak(teks) as trim(regexp_replace(lower(teks), '\s+', ' ', 'g'));
-- Every number of "Rp 1.234,5", "80%", "3 Dok" or "95%; 90%"; anything else is no number.
create macro angka_tertulis(teks) as list_transform(string_split(teks, '; '), lambda bagian: try_cast(replace(replace(
    regexp_extract(bagian, '^(?:Rp )?(\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?)(?:\s?%|\s\D*)?$', 1), '.', ''
), ',', '.') as double));
-- How the search of Jelajah says what a row holds: keadaan in words, a number with decimal comma, money with dots too.
create macro keadaan_dicari(keadaan) as map {
    'ada': 'terbaca', 'tidak_ditargetkan': 'tidak ditargetkan', 'kosong': 'sel kosong',
    'diperbaiki': 'diperbaiki aturan', 'dikoreksi': 'dikoreksi orang', 'rusak': 'rusak'
}[keadaan];
create macro angka_dicari(nilai) as replace(regexp_replace(cast(nilai as varchar), '\.0$', ''), '.', ',');
create macro rupiah_dicari(nilai) as concat_ws(' ', nilai, replace(format('{:,}', nilai), ',', '.'));

-- grain: one row a target (indikator × tahun)
create view v_target as
select
    dokumen.kode_satker, satker.satker, tabel.jenis_dokumen, tabel.unit, dokumen.berkas, tabel.tabel, indikator.baris,
    indikator.tingkat, indikator.tujuan, indikator.program, indikator.kegiatan, indikator.sasaran, indikator.indikator,
    indikator.unit_pelaksana, indikator.divisi, indikator.kode_baku, indikator_baku.indikator_baku, indikator_baku.polaritas,
    target.tahun, target.nilai_teks, target.nilai, target.nilai_ordinal, target.satuan, target.keadaan,
    target.aturan_baca, indikator.baris_akhir, indikator.indikator_id, indikator.kolom_dikoreksi,
    indikator.kunci_bunyi, indikator.asal_divisi, indikator.keyakinan,
    indikator.kunci_program, indikator.kunci_kegiatan,
    concat_ws(' ', indikator.sasaran, indikator.indikator) as teks_saring
from target
join indikator using (indikator_id)
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join indikator_baku using (kode_baku);
comment on view v_target is 'Target; satu baris per indikator dan tahun.';
comment on column v_target.teks_saring is 'teks tempat saringan mencari kata: sasaran dan indikator · teks · sasaran, indikator';

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
    indikator.kunci_bunyi, indikator.asal_divisi, indikator.keyakinan, realisasi.aturan_capaian, realisasi.terpenuhi,
    indikator.kunci_program, indikator.kunci_kegiatan,
    concat_ws(' ', indikator.sasaran, indikator.indikator) as teks_saring
from realisasi
join indikator using (indikator_id)
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join target using (indikator_id, tahun)
left join indikator_baku using (kode_baku);
comment on view v_capaian is 'Realisasi dan capaian di samping targetnya; satu baris per indikator dan tahun.';
comment on column v_capaian.teks_saring is 'teks tempat saringan mencari kata: sasaran dan indikator · teks · sasaran, indikator';

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
    mata_anggaran.kolom_dikoreksi, mata_anggaran.kunci_program, mata_anggaran.kunci_kegiatan,
    concat_ws(' ', mata_anggaran.program, mata_anggaran.kegiatan, mata_anggaran.kro, mata_anggaran.uraian) as teks_saring
from pagu
join mata_anggaran using (mata_anggaran_id)
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join realisasi_anggaran using (mata_anggaran_id, tahun);
comment on view v_pagu is 'Pagu dan realisasi anggaran; satu baris per mata anggaran dan tahun.';
comment on column v_pagu.teks_saring is 'teks tempat saringan mencari kata: program, kegiatan, KRO dan uraian · teks · program, kegiatan, kro, uraian';

-- grain: one row a figure of the three views above, isi says of which (target|realisasi|pagu)
create view v_angka as
select
    'target' as isi, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, tujuan, program,
    kegiatan, sasaran, indikator, unit_pelaksana, divisi, asal_divisi, kode_baku, indikator_baku, polaritas, tahun, keadaan,
    indikator_id, kunci_bunyi, kunci_program, kunci_kegiatan, teks_saring
from v_target
union all by name
select
    'realisasi' as isi, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, tujuan, program,
    kegiatan, sasaran, indikator, unit_pelaksana, divisi, asal_divisi, kode_baku, indikator_baku, polaritas, tahun, keadaan,
    indikator_id, kunci_bunyi, kunci_program, kunci_kegiatan, teks_saring
from v_capaian
union all by name
select
    'pagu' as isi, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, program, kegiatan,
    uraian, tahun, keadaan, mata_anggaran_id, kunci_program, kunci_kegiatan, teks_saring
from v_pagu;
comment on view v_angka is 'Semua target, realisasi dan pagu; satu baris per angka.';
comment on column v_angka.isi is 'angka apa: target, realisasi atau pagu · teks · v_target, v_capaian, v_pagu';
comment on column v_angka.baris is 'baris tempat indikator atau baris anggaran mulai tercetak · nomor baris · dokumen';
comment on column v_angka.tingkat is 'tingkat sasaran atau baris anggaran · teks · susunan tabel';
comment on column v_angka.tahun is 'tahun angka; kosong untuk kolom jumlah seluruh tahun · tahun · kepala tabel atau dokumen';

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
comment on view v_temuan is 'Temuan; satu baris per temuan.';
comment on column v_temuan.berkas_lain is 'nama berkas pembanding, kosong bila di berkas yang sama · teks · pemeriksaan';

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
comment on view v_koreksi is 'Koreksi orang yang dipakai dalam versi ini.';

-- grain: one row a row of a transcript
create view v_transkrip as
select
    dokumen.berkas, satker.satker, tabel.tabel, transkrip.baris, transkrip.baris_akhir, transkrip.isi, transkrip.kolom,
    transkrip.alasan, transkrip.oleh, transkrip.tanggal
from transkrip
join baris using (dokumen_id, baris)
join tabel on tabel.tabel_id = baris.tabel_id
join dokumen on dokumen.dokumen_id = transkrip.dokumen_id
join satker using (kode_satker);
comment on view v_transkrip is 'Yang disalin orang dari cetakan yang tidak terbaca oleh pembaca; satu baris per baris transkrip.';

-- grain: one row a printed line of a recognised table
create view v_baris as
select
    dokumen.berkas, satker.satker, tabel.tabel, baris.halaman, baris.baris, baris.teks, baris.nasib, baris.tempat,
    baris.ocr
from baris
join tabel using (tabel_id)
join dokumen on dokumen.dokumen_id = baris.dokumen_id
join satker using (kode_satker);
comment on view v_baris is 'Baris tercetak tabel yang dikenali, beserta nasibnya.';

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
comment on view v_karantina is 'Baris yang menunggu orang; satu baris per alasan.';

-- grain: one row a hambatan
create view v_hambatan as
select
    satker.satker, dokumen.berkas, hambatan.tahun, hambatan.nomor, hambatan.aspek, hambatan.hambatan,
    hambatan.keterangan, hambatan.upaya, dokumen.kode_satker, tabel.jenis_dokumen, tabel.tabel, hambatan.baris,
    hambatan.baris_akhir, hambatan.kolom_dikoreksi
from hambatan
join tabel using (tabel_id)
join dokumen on dokumen.dokumen_id = hambatan.dokumen_id
join satker using (kode_satker);
comment on view v_hambatan is 'Hambatan yang ditulis LK, beserta upayanya.';

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
comment on view v_dokumen is 'Dokumen yang dibaca, dengan hitungan barisnya.';

-- grain: one row a version of a document, replaced ones too
create view v_versi_dokumen as
select versi_dokumen.*, satker.satker, satker.provinsi
from versi_dokumen
join satker using (kode_satker);
comment on view v_versi_dokumen is 'Versi dokumen, juga yang sudah digantikan.';

-- grain: one row a figure that came, changed or went between two versions of a document
create view v_perubahan as
select perubahan.*, versi_dokumen.kode_satker, satker.satker, versi_dokumen.jenis_dokumen, versi_dokumen.versi
from perubahan
join versi_dokumen using (berkas)
join satker using (kode_satker);
comment on view v_perubahan is 'Angka yang bertambah, berubah atau hilang antara dua versi dokumen.';
