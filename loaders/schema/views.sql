-- The published views: what exports, checks, pages and outside tools read. Columns are only ever added. A column that
-- shows one of a table says what that one says (loaders/publish/database.py); only the others are explained here.

-- The order of the kinds of document, from plan to report.
create macro urutan_jenis(jenis) as
    list_position((select list(daftar.jenis_dokumen order by daftar.urutan) from jenis_dokumen as daftar), jenis);

-- The filter. `saring` is a struct with the fields of Saring (queries/saring.py), all lists; an empty one narrows nothing.
create macro satu_dari(pilihan, nilai) as len(pilihan) = 0 or list_contains(pilihan, nilai);
create macro salah_satu(pilihan, daftar) as len(pilihan) = 0 or list_has_any(pilihan, daftar);
create macro memuat(kata, teks) as
    len(kata) = 0 or len(list_filter(kata, lambda satu_kata: not contains(lower(teks), satu_kata))) = 0;

-- Whose it is: of the chosen satker, in the chosen provinsi.
create macro dari_kantor(saring) as satu_dari(saring.provinsi, provinsi) and satu_dari(saring.satker, kode_satker);

-- What every printed row has, of an indikator and of the budget. Questions are about years: a figure of a quarter and
-- a pagu that was revised away count in none. A question without the filter says `mewakili_tahun` itself.
create macro baris_tersaring(saring) as
    mewakili_tahun
    and dari_kantor(saring)
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
    dari_kantor(saring)
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
-- Whether a printed name has other letters than its key, which leaves misprints out.
create macro salah_ketik(nama, kunci) as not ends_with(regexp_replace(lower(nama), '[^a-z0-9]', '', 'g'), kunci);
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

-- grain: one row an indikator as printed in its table, whatever figures stand beside it
create view v_indikator as
select
    dokumen.kode_satker, satker.satker, satker.provinsi, satker.tingkat_satker, dokumen.periode, tabel.jenis_dokumen,
    tabel.unit, dokumen.berkas, tabel.tabel, indikator.baris, indikator.baris_akhir, indikator.tingkat, tujuan.tujuan,
    program_tercetak.program, kegiatan_tercetak.kegiatan, sasaran.sasaran, sasaran_baku.sasaran_baku, indikator.indikator,
    indikator.nomor_tercetak, indikator.unit_pelaksana, gabungan_divisi.divisi, gabungan_divisi.asal_divisi,
    indikator.kode_baku, indikator_baku.indikator_baku, indikator_baku.polaritas, indikator.keyakinan,
    indikator.catatan_baca, indikator.kolom_dikoreksi, indikator.kunci_bunyi, program_tercetak.kunci_program,
    kegiatan_tercetak.kunci_kegiatan, concat_ws(' ', sasaran.sasaran, indikator.indikator) as teks_saring,
    indikator.indikator_id, indikator.tabel_id, indikator.cara_padan, sasaran.kode_sasaran_baku
from indikator
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join tujuan using (tujuan_id)
left join sasaran using (sasaran_id)
left join sasaran_baku using (kode_sasaran_baku)
left join program_tercetak using (program_id)
left join kegiatan_tercetak using (kegiatan_id)
left join gabungan_divisi using (gabungan_divisi_id)
left join indikator_baku using (kode_baku);
comment on view v_indikator is 'Indikator seperti tercetak; satu baris per baris tabel.';
comment on column v_indikator.teks_saring is 'teks tempat saringan mencari kata: sasaran dan indikator · teks · sasaran, indikator';

-- grain: one row a target (indikator × tahun × periode; periode is null for the year)
create view v_target as
select
    i.kode_satker, i.satker, i.jenis_dokumen, i.unit, i.berkas, i.tabel, i.baris, i.tingkat, i.tujuan, i.program,
    i.kegiatan, i.sasaran, i.indikator, i.unit_pelaksana, i.divisi, i.kode_baku, i.indikator_baku, i.polaritas,
    target.tahun, target.nilai_teks, target.nilai, target.nilai_ordinal, target.satuan, target.keadaan,
    target.aturan_baca, i.baris_akhir, i.indikator_id, i.kolom_dikoreksi, i.kunci_bunyi, i.asal_divisi, i.keyakinan,
    i.kunci_program, i.kunci_kegiatan, i.teks_saring,
    i.provinsi, i.tingkat_satker, target.periode, target.nilai_bawah, target.nilai_atas,
    target.periode is null as mewakili_tahun, i.cara_padan, i.kode_sasaran_baku, i.sasaran_baku
from target
join v_indikator as i using (indikator_id);
comment on view v_target is 'Target; satu baris per indikator, tahun dan periode.';
comment on column v_target.mewakili_tahun is 'apakah angka ini yang dihitung untuk tahunnya, bukan angka sebagian tahun · ya/tidak · periode';

-- grain: one row a realisasi (indikator × tahun × periode; periode is null for the year)
create view v_capaian as
select
    i.kode_satker, i.satker, i.jenis_dokumen, i.unit, i.berkas, i.tabel, i.baris, i.tingkat, i.tujuan, i.program,
    i.kegiatan, i.sasaran, i.indikator, i.unit_pelaksana, i.divisi, i.kode_baku, i.indikator_baku, i.polaritas,
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
    i.baris_akhir, i.indikator_id, i.kolom_dikoreksi, realisasi.aturan_baca, i.kunci_bunyi, i.asal_divisi, i.keyakinan,
    realisasi.aturan_capaian, realisasi.terpenuhi, i.kunci_program, i.kunci_kegiatan, i.teks_saring,
    i.provinsi, i.tingkat_satker, realisasi.periode, target.nilai_bawah as target_bawah,
    target.nilai_atas as target_atas, realisasi.realisasi_bawah, realisasi.realisasi_atas,
    realisasi.periode is null as mewakili_tahun, i.cara_padan, i.kode_sasaran_baku, i.sasaran_baku
from realisasi
join v_indikator as i using (indikator_id)
left join target
    on target.indikator_id = realisasi.indikator_id
    and target.tahun = realisasi.tahun
    and target.periode is not distinct from realisasi.periode;
comment on view v_capaian is 'Realisasi dan capaian di samping targetnya; satu baris per indikator, tahun dan periode.';
comment on column v_capaian.mewakili_tahun is 'apakah angka ini yang dihitung untuk tahunnya, bukan angka sebagian tahun · ya/tidak · periode';

-- grain: one row a budget line as printed in its table, whatever figures stand beside it
create view v_mata_anggaran as
select
    dokumen.kode_satker, satker.satker, satker.provinsi, satker.tingkat_satker, dokumen.periode, tabel.jenis_dokumen,
    tabel.unit, tabel.skala, dokumen.berkas, tabel.tabel, mata_anggaran.baris, mata_anggaran.baris_akhir,
    mata_anggaran.tingkat, program_tercetak.kode_program, kegiatan_tercetak.kode_kegiatan, kro.kode_kro, ro.kode_ro,
    program_tercetak.program, kegiatan_tercetak.kegiatan, kro.kro, mata_anggaran.uraian, mata_anggaran.catatan_baca,
    mata_anggaran.kolom_dikoreksi, program_tercetak.kunci_program, kegiatan_tercetak.kunci_kegiatan,
    program_tercetak.kode_acuan as kode_program_acuan, kegiatan_tercetak.kode_acuan as kode_kegiatan_acuan,
    concat_ws(' ', program_tercetak.program, kegiatan_tercetak.kegiatan, kro.kro, mata_anggaran.uraian) as teks_saring,
    mata_anggaran.indikator_id, mata_anggaran.mata_anggaran_id, mata_anggaran.tabel_id,
    mata_anggaran.kode_sasaran_baku, sasaran_baku.sasaran_baku
from mata_anggaran
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join program_tercetak using (program_id)
left join kegiatan_tercetak using (kegiatan_id)
left join kro using (kro_id)
left join ro using (ro_id)
left join sasaran_baku using (kode_sasaran_baku);
comment on view v_mata_anggaran is 'Baris anggaran seperti tercetak; satu baris per baris tabel dan tingkat.';
comment on column v_mata_anggaran.teks_saring is 'teks tempat saringan mencari kata: program, kegiatan, KRO dan uraian · teks · program, kegiatan, kro, uraian';
comment on column v_mata_anggaran.kode_program_acuan is 'kode program dalam daftar acuan, kosong bila tidak dikenal · kode · data/referensi/program.csv';
comment on column v_mata_anggaran.kode_kegiatan_acuan is 'kode kegiatan dalam daftar acuan, kosong bila tidak dikenal · kode · data/referensi/kegiatan.csv';

-- grain: one row a printed pagu figure (mata anggaran × tahun × periode × versi pagu; tahun is null in the column
-- "jumlah"). What was spent stands beside the version in force only, or it would be counted once a version.
create view v_pagu as
select
    m.kode_satker, m.satker, m.jenis_dokumen, m.berkas, m.tabel, m.baris, pagu.tahun, m.tingkat, m.kode_program,
    m.kode_kegiatan, m.kode_kro, m.kode_ro, m.program, m.kegiatan, m.uraian,
    pagu.pagu_teks, pagu.pagu, realisasi_anggaran.realisasi_teks, realisasi_anggaran.realisasi,
    realisasi_anggaran.persen_tercetak, realisasi_anggaran.tvro, realisasi_anggaran.rvro,
    realisasi_anggaran.efisiensi_tercetak,
    case
        when 'rusak' in (pagu.keadaan, realisasi_anggaran.keadaan) then 'rusak'
        when 'dikoreksi' in (pagu.keadaan, realisasi_anggaran.keadaan) then 'dikoreksi'
        when 'diperbaiki' in (pagu.keadaan, realisasi_anggaran.keadaan) then 'diperbaiki'
        else pagu.keadaan
    end as keadaan,
    m.kro, coalesce(pagu.aturan_baca, realisasi_anggaran.aturan_baca) as aturan_baca,
    m.unit, m.skala, m.baris_akhir, m.mata_anggaran_id, m.kolom_dikoreksi, m.kunci_program, m.kunci_kegiatan,
    m.teks_saring, m.provinsi, m.tingkat_satker, pagu.periode, pagu.versi_pagu, pagu.berlaku,
    pagu.periode is null and pagu.berlaku as mewakili_tahun, m.kode_sasaran_baku, m.sasaran_baku
from pagu
join v_mata_anggaran as m using (mata_anggaran_id)
left join realisasi_anggaran
    on realisasi_anggaran.mata_anggaran_id = pagu.mata_anggaran_id
    and realisasi_anggaran.tahun = pagu.tahun
    and realisasi_anggaran.periode is not distinct from pagu.periode
    and pagu.berlaku;
comment on view v_pagu is 'Pagu dan realisasi anggaran; satu baris per mata anggaran, tahun, periode dan versi pagu.';
comment on column v_pagu.mewakili_tahun is 'apakah angka ini yang dihitung untuk tahunnya: bukan angka sebagian tahun, bukan pagu yang sudah direvisi · ya/tidak · periode, berlaku';

-- grain: one row a figure of the three views above, isi says of which (target|realisasi|pagu)
create view v_angka as
select
    'target' as isi, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, tujuan, program,
    kegiatan, sasaran, indikator, unit_pelaksana, divisi, asal_divisi, kode_baku, indikator_baku, polaritas, tahun, keadaan,
    indikator_id, kunci_bunyi, kunci_program, kunci_kegiatan, teks_saring, provinsi, tingkat_satker, periode,
    mewakili_tahun, kode_sasaran_baku, sasaran_baku
from v_target
union all by name
select
    'realisasi' as isi, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, tujuan, program,
    kegiatan, sasaran, indikator, unit_pelaksana, divisi, asal_divisi, kode_baku, indikator_baku, polaritas, tahun, keadaan,
    indikator_id, kunci_bunyi, kunci_program, kunci_kegiatan, teks_saring, provinsi, tingkat_satker, periode,
    mewakili_tahun, kode_sasaran_baku, sasaran_baku
from v_capaian
union all by name
select
    'pagu' as isi, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, program, kegiatan,
    uraian, tahun, keadaan, mata_anggaran_id, kunci_program, kunci_kegiatan, teks_saring, provinsi, tingkat_satker,
    periode, mewakili_tahun, kode_sasaran_baku, sasaran_baku
from v_pagu;
comment on view v_angka is 'Semua target, realisasi dan pagu; satu baris per angka.';
comment on column v_angka.isi is 'angka apa: target, realisasi atau pagu · teks · v_target, v_capaian, v_pagu';
comment on column v_angka.baris is 'baris tempat indikator atau baris anggaran mulai tercetak · nomor baris · dokumen';
comment on column v_angka.tingkat is 'tingkat sasaran atau baris anggaran · teks · susunan tabel';
comment on column v_angka.mewakili_tahun is 'apakah angka ini yang dihitung untuk tahunnya: bukan angka sebagian tahun, bukan pagu yang sudah direvisi · ya/tidak · v_target, v_capaian, v_pagu';
comment on column v_angka.periode is 'bagian tahun angka ini, kosong bila setahun · kode · v_target, v_capaian, v_pagu';
comment on column v_angka.tahun is 'tahun angka; kosong untuk kolom jumlah seluruh tahun · tahun · kepala tabel atau dokumen';

-- grain: one row a temuan
create view v_temuan as
select
    temuan.kode_aturan, aturan.nama_aturan, temuan.keparahan, dokumen.kode_satker, satker.satker, dokumen.jenis_dokumen,
    dokumen.berkas, temuan.tahun, temuan.baris, temuan.baris_lain, temuan.uraian, temuan.nilai_a, temuan.nilai_b,
    temuan.kode_temuan, temuan.tahun_semua, lain.berkas as berkas_lain, aturan.kalimat, aturan.penting, aturan.sumber,
    aturan.tanda, aturan.toleransi, temuan.temuan_id, satker.provinsi, satker.tingkat_satker, temuan.periode
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
    koreksi.alasan, koreksi.oleh, koreksi.tanggal, satker.provinsi, satker.tingkat_satker, dokumen.periode
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
    transkrip.alasan, transkrip.oleh, transkrip.tanggal, satker.provinsi, satker.tingkat_satker, dokumen.periode
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
    baris.ocr, satker.provinsi, satker.tingkat_satker, dokumen.periode
from baris
join tabel using (tabel_id)
join dokumen on dokumen.dokumen_id = baris.dokumen_id
join satker using (kode_satker);
comment on view v_baris is 'Baris tercetak tabel yang dikenali, beserta nasibnya.';

-- grain: one row a reason for karantina
create view v_karantina as
select
    dokumen.berkas, satker.satker, tabel.tabel, baris.halaman, baris.baris, baris.teks, baris.nasib, karantina.alasan,
    karantina.kode_alasan, karantina.kolom, baris.tempat, baris.ocr, satker.provinsi, satker.tingkat_satker, dokumen.periode
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
    hambatan.baris_akhir, hambatan.kolom_dikoreksi, satker.provinsi, satker.tingkat_satker, dokumen.periode
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
    dokumen.baris_lewat, satker.tingkat_satker, dokumen.periode
from dokumen
join satker using (kode_satker)
join pemuatan using (dokumen_id)
join versi_dokumen using (berkas);
comment on view v_dokumen is 'Dokumen yang dibaca, dengan hitungan barisnya.';

-- grain: one row a version of a document, replaced ones too
create view v_versi_dokumen as
select
    versi_dokumen.* exclude (periode), satker.satker, satker.provinsi, satker.tingkat_satker, versi_dokumen.periode
from versi_dokumen
join satker using (kode_satker);
comment on view v_versi_dokumen is 'Versi dokumen, juga yang sudah digantikan.';

-- grain: one row a figure that came, changed or went between two versions of a document
create view v_perubahan as
select
    perubahan.* exclude (periode, versi_pagu), versi_dokumen.kode_satker, satker.satker, versi_dokumen.jenis_dokumen,
    versi_dokumen.versi, satker.provinsi, satker.tingkat_satker, perubahan.periode, perubahan.versi_pagu
from perubahan
join versi_dokumen using (berkas)
join satker using (kode_satker);
comment on view v_perubahan is 'Angka yang bertambah, berubah atau hilang antara dua versi dokumen.';
