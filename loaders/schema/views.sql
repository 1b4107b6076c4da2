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
    and satu_dari(saring.sasaran_baku, kode_sasaran_baku)
    and memuat(saring.sasaran, teks_saring);

-- The divisi of a row as the filter chooses them; a row of which none is known has the choice "tanpa divisi".
create macro daftar_divisi(divisi) as string_split(coalesce(divisi, 'tanpa divisi'), '; ');

-- How a divisi is known, in words.
create macro sebut_asal(asal) as coalesce(replace(asal, '_', ' '), 'tanpa divisi');

-- A row of v_target, v_capaian or v_angka under the filter.
create macro tersaring(saring) as
    baris_tersaring(saring)
    and (satu_dari(saring.unit, unit) or list_has_any(saring.unit, daftar_divisi(divisi)))
    and satu_dari(saring.polaritas, polaritas)
    and satu_dari(saring.baku, kode_baku);

-- A row of v_pagu or v_rincian_serapan under the filter: money has no polaritas or indikator baku, so asking for one leaves none.
create macro pagu_tersaring(saring) as
    baris_tersaring(saring)
    and (satu_dari(saring.unit, unit) or list_has_any(saring.unit, daftar_divisi(divisi)))
    and len(saring.polaritas) = 0
    and len(saring.baku) = 0;

-- A temuan under the filter, beside temuan_lingkup: what stands at both its places.
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
    and salah_satu(saring.sasaran_baku, semua_sasaran_baku)
    and salah_satu(saring.polaritas, semua_polaritas)
    and salah_satu(saring.baku, semua_baku)
    and memuat(saring.sasaran, semua_teks);

-- What a printed unit means, lower case: "lap" and "laporan" are one unit; one nobody knows means itself.
create macro satuan_bermakna(tercetak) as coalesce(
    map_extract_value(
        (select map(list(daftar.satuan), list(daftar.satuan_baku)) from satuan as daftar),
        trim(regexp_replace(lower(tercetak), '\s+', ' ', 'g'))
    ),
    trim(regexp_replace(lower(tercetak), '\s+', ' ', 'g'))
);
-- A printed text without regard to case and spaces.
create macro bunyi_tercetak(teks) as trim(regexp_replace(lower(teks), '\s+', ' ', 'g'));
-- Whether a printed name has other letters than its key, which leaves misprints out.
create macro salah_ketik(nama, kunci) as not ends_with(regexp_replace(lower(nama), '[^a-z0-9]', '', 'g'), kunci);
-- Every number of "Rp 1.234,5", "80%", "3 Dok" or "95%; 90%"; anything else is no number.
create macro angka_tertulis(teks) as list_transform(string_split(teks, '; '), lambda bagian: try_cast(replace(replace(
    regexp_extract(bagian, '^(?:Rp )?(\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?)(?:\s?%|\s\D*)?$', 1), '.', ''
), ',', '.') as double));
-- The largest difference of two such texts as a share of the larger number, in percent; null where one has none.
create macro selisih_tertulis(satu, lain) as 100 * list_max(list_transform(
    list_zip(angka_tertulis(satu), angka_tertulis(lain)),
    lambda pasang: abs(pasang[1] - pasang[2]) / nullif(greatest(pasang[1], pasang[2]), 0)
));
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
    target.periode is null as mewakili_tahun, i.cara_padan, i.kode_sasaran_baku, i.sasaran_baku,
    satuan_bermakna(target.satuan) as satuan_bermakna
from target
join v_indikator as i using (indikator_id);
comment on view v_target is 'Target; satu baris per indikator, tahun dan periode.';
comment on column v_target.satuan_bermakna is 'satuan yang sama artinya, huruf kecil, untuk membandingkan · teks · satuan, data/referensi/satuan.csv';
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
    realisasi.periode is null as mewakili_tahun, i.cara_padan, i.kode_sasaran_baku, i.sasaran_baku,
    satuan_bermakna(coalesce(realisasi.satuan, target.satuan)) as satuan_bermakna
from realisasi
join v_indikator as i using (indikator_id)
left join target
    on target.indikator_id = realisasi.indikator_id
    and target.tahun = realisasi.tahun
    and target.periode is not distinct from realisasi.periode;
comment on view v_capaian is 'Realisasi dan capaian di samping targetnya; satu baris per indikator, tahun dan periode.';
comment on column v_capaian.satuan_bermakna is 'satuan yang sama artinya, huruf kecil, untuk membandingkan · teks · satuan, data/referensi/satuan.csv';
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
    mata_anggaran.kode_sasaran_baku, sasaran_baku.sasaran_baku, gabungan_divisi.divisi, gabungan_divisi.asal_divisi
from mata_anggaran
join tabel using (tabel_id)
join dokumen using (dokumen_id)
join satker using (kode_satker)
left join program_tercetak using (program_id)
left join kegiatan_tercetak using (kegiatan_id)
left join kro using (kro_id)
left join ro using (ro_id)
left join sasaran_baku using (kode_sasaran_baku)
left join gabungan_divisi using (gabungan_divisi_id);
comment on view v_mata_anggaran is 'Baris anggaran seperti tercetak; satu baris per baris tabel dan tingkat.';
comment on column v_mata_anggaran.teks_saring is 'teks tempat saringan mencari kata: program, kegiatan, KRO dan uraian · teks · program, kegiatan, kro, uraian';
comment on column v_mata_anggaran.kode_program_acuan is 'kode program dalam daftar acuan, kosong bila tidak dikenal · kode · data/referensi/program.csv';
comment on column v_mata_anggaran.kode_kegiatan_acuan is 'kode kegiatan dalam daftar acuan, kosong bila tidak dikenal · kode · data/referensi/kegiatan.csv';

-- grain: one row a printed pagu figure (mata anggaran × tahun × periode × versi pagu; tahun is null in the column
-- "jumlah"). What was spent stands beside the version in force only, or it would be counted once a version; what was spent
-- in a part of a year for which no pagu is printed has a row of its own.
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
    pagu.periode is null and pagu.berlaku as mewakili_tahun, m.kode_sasaran_baku, m.sasaran_baku,
    m.divisi, m.asal_divisi
from (
    from pagu
    union all by name
    select lepas.mata_anggaran_id, lepas.tahun, lepas.periode, lepas.keadaan, true as berlaku
    from realisasi_anggaran as lepas
    anti join pagu
        on lepas.mata_anggaran_id = pagu.mata_anggaran_id
        and lepas.tahun = pagu.tahun
        and lepas.periode is not distinct from pagu.periode
) as pagu
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
    periode, mewakili_tahun, kode_sasaran_baku, sasaran_baku, divisi, asal_divisi
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

-- The four measures. Their counts and sums are said once, in the macros `serapan_menurut`, `janji_menurut` and `rapor`,
-- which take the filter, so that a headline counts the very rows that the questions behind it show.

-- A row of a whole satker and tahun under the filter, whatever its printed rows say.
create macro tahun_tersaring(saring) as satu_dari(saring.tahun, tahun);
create macro satker_tersaring(saring) as dari_kantor(saring) and tahun_tersaring(saring);

-- By which part of the money a filter asks, so that a divisi is answered by a table that knows divisi.
create macro bagian_saring(saring) as case
    when len(saring.unit) > 0 then 'divisi'
    when len(saring.kegiatan) > 0 then 'kegiatan'
    when len(saring.program) > 0 then 'program'
    when len(saring.sasaran_baku) > 0 then 'sasaran'
    else 'satker'
end;

-- From which table a figure is taken: what a whole satker has under a filter comes from one that can answer the filter.
create macro bagian_diminta(saring, menurut) as case when menurut = 'satker' then bagian_saring(saring) else menurut end;

-- The state of a document as of a day: what is missing and not due yet is not missed.
create macro keadaan_pada(keadaan, jatuh_tempo, hari) as
    case when keadaan = 'belum' and jatuh_tempo >= cast(hari as date) then 'belum jatuh tempo' else keadaan end;

-- The filter that narrows nothing.
create macro tanpa_saring() as {
    'provinsi': cast([] as varchar[]), 'satker': cast([] as varchar[]), 'tahun': cast([] as smallint[]), 'jenis': cast([] as varchar[]),
    'tingkat': cast([] as varchar[]), 'unit': cast([] as varchar[]), 'program': cast([] as varchar[]),
    'kegiatan': cast([] as varchar[]), 'polaritas': cast([] as varchar[]), 'baku': cast([] as varchar[]),
    'sasaran_baku': cast([] as varchar[]), 'sasaran': cast([] as varchar[])
};

-- A table of money in words; a printed total says that it is one.
create macro sumber_uang(jenis, tahun, tabel, tingkat) as
    jenis || ' ' || tahun || ' · ' || tabel || case when tingkat = 'total' then ', jumlah tercetak' else '' end;

-- A sum that is null where a figure of it cannot be read: it would be no sum.
create macro jumlah_terbaca(nilai, rusak) as case when not bool_or(rusak and nilai is null) then cast(sum(nilai) as bigint) end;

-- grain: one row a satker × tahun × indikator, the printed row that was chosen for it
create view v_banding_capaian as
select
    c.kode_satker, c.satker, c.provinsi, c.tingkat_satker, c.tahun, banding_capaian.kunci, c.kode_baku, c.indikator,
    c.indikator_baku, c.satuan, c.polaritas, c.tingkat, c.target_teks, c.target, c.target_ordinal, c.realisasi_teks,
    c.realisasi, c.realisasi_ordinal, banding_capaian.capaian, c.capaian_tercetak, c.capaian_tercetak_teks,
    banding_capaian.status, banding_capaian.alasan, c.aturan_capaian, c.terpenuhi, c.keadaan, c.keyakinan, c.tujuan,
    c.program, c.kegiatan, c.sasaran, c.kode_sasaran_baku, c.sasaran_baku, c.divisi, c.asal_divisi, c.unit_pelaksana, c.jenis_dokumen, c.unit, c.berkas,
    c.tabel, c.baris, c.baris_akhir, c.indikator_id, concat_ws(' ', c.jenis_dokumen, c.tahun, '·', c.tabel) as sumber,
    banding_capaian.jumlah_cetak, banding_capaian.jumlah_berbeda, c.kunci_bunyi, c.kunci_program, c.kunci_kegiatan,
    c.teks_saring, c.periode, c.mewakili_tahun
from banding_capaian
join v_capaian as c using (indikator_id, tahun)
where c.mewakili_tahun;
comment on view v_banding_capaian is 'Capaian; satu baris per satker, tahun dan indikator, dari satu baris tercetak yang dipilih.';
comment on column v_banding_capaian.sumber is 'tabel yang dipilih, dalam kata-kata · teks · v_capaian';

-- grain: one row a printed line of money that counts for its satker and tahun, and for which part (bagian)
create view v_rincian_serapan as
select
    p.kode_satker, p.satker, p.provinsi, p.tingkat_satker, p.tahun, banding_serapan.bagian, p.mata_anggaran_id,
    p.tingkat, p.kode_program, p.kode_kegiatan, p.kode_kro, p.kode_ro, p.program, p.kegiatan, p.kro, p.uraian,
    coalesce(sasaran.sasaran, case when p.tingkat = 'sasaran' then p.uraian end) as sasaran,
    p.kode_sasaran_baku, p.sasaran_baku,
    banding_serapan.divisi, banding_serapan.asal_divisi, p.pagu_teks, p.pagu, p.realisasi_teks, p.realisasi,
    case when p.pagu > 0 then 100.0 * p.realisasi / p.pagu end as serapan,
    case
        when p.pagu is null and p.keadaan = 'rusak' then 'pagu_rusak'
        when p.pagu is null then 'pagu_tidak_ada'
        when p.realisasi is null and p.keadaan = 'rusak' then 'realisasi_rusak'
        when p.realisasi is null then 'realisasi_tidak_ada'
        when p.pagu = 0 then 'pagu_nol'
    end as alasan,
    p.persen_tercetak, p.keadaan, p.jenis_dokumen, p.unit, p.berkas, p.tabel, banding_serapan.tabel_sumber, p.baris,
    p.baris_akhir, sumber_uang(p.jenis_dokumen, p.tahun, banding_serapan.tabel_sumber, p.tingkat) as sumber,
    p.kunci_program, p.kunci_kegiatan, p.teks_saring, p.periode, p.mewakili_tahun
from banding_serapan
join v_pagu as p using (mata_anggaran_id, tahun)
left join sasaran using (sasaran_id)
where p.mewakili_tahun;
comment on view v_rincian_serapan is 'Baris anggaran yang dijumlahkan menjadi serapan satker; baris dua bagian tidak pernah dijumlahkan bersama.';
comment on column v_rincian_serapan.sasaran is 'sasaran yang menaungi uang ini, bila tercetak · teks · sasaran, mata_anggaran';
comment on column v_rincian_serapan.serapan is 'realisasi terhadap pagu baris ini · persen · pagu, realisasi';
comment on column v_rincian_serapan.alasan is 'mengapa serapan tidak ada · kode · pagu, realisasi';
comment on column v_rincian_serapan.sumber is 'tabel yang dipilih, dalam kata-kata · teks · v_pagu';

-- grain: one row a satker × tahun × part of one kind (satker|program|kegiatan|divisi|sasaran), of the lines under the filter
create macro serapan_menurut(saring, menurut) as table
with uang as (
    select
        *,
        keadaan = 'rusak' as rusak,
        pagu is not null and realisasi is not null as lengkap,
        case menurut
            when 'program' then kunci_program when 'kegiatan' then kunci_kegiatan when 'divisi' then divisi
            when 'sasaran' then coalesce(kode_sasaran_baku, sasaran) else kode_satker
        end as kunci,
        case menurut
            when 'program' then program when 'kegiatan' then kegiatan when 'divisi' then divisi
            when 'sasaran' then coalesce(sasaran_baku, sasaran) else satker
        end as nama,
        case menurut when 'program' then kode_program when 'kegiatan' then kode_kegiatan end as kode_bagian
    from v_rincian_serapan
    where list_contains(bagian, bagian_diminta(saring, menurut)) and pagu_tersaring(saring)
),

jumlah as (
    select
        kode_satker, any_value(satker) as satker, any_value(provinsi) as provinsi,
        any_value(tingkat_satker) as tingkat_satker, tahun, menurut as tingkat, kunci, any_value(kode_bagian) as kode,
        arg_min(nama, (baris, mata_anggaran_id)) as uraian,
        jumlah_terbaca(pagu, rusak) as pagu,
        jumlah_terbaca(realisasi, rusak) as realisasi,
        bool_or(rusak and pagu is null) as pagu_rusak,
        bool_or(rusak and realisasi is null) as realisasi_rusak,
        cast(sum(pagu) filter (lengkap) as bigint) as pagu_lengkap,
        cast(sum(realisasi) filter (lengkap) as bigint) as realisasi_lengkap,
        count(*) as jumlah_baris,
        count(*) filter (realisasi is null) as tanpa_realisasi,
        case when menurut in ('kegiatan', 'divisi', 'sasaran') then string_agg(distinct divisi, '; ' order by divisi) end as divisi,
        case
            when menurut in ('kegiatan', 'divisi', 'sasaran')
                then string_agg(distinct asal_divisi, '; ' order by asal_divisi)
        end as asal_divisi,
        case when menurut in ('kegiatan', 'sasaran', 'program') then any_value(program) end as program,
        case when menurut in ('kegiatan', 'sasaran') then any_value(kegiatan) end as kegiatan,
        case when menurut = 'sasaran' then any_value(kode_sasaran_baku) end as kode_sasaran_baku,
        any_value(jenis_dokumen) as jenis_dokumen, any_value(sumber) as sumber, any_value(berkas) as berkas,
        arg_min(tabel, (baris, mata_anggaran_id)) as tabel, min(baris) as baris, any_value(tingkat) as tingkat_sumber
    from uang
    group by kode_satker, tahun, kunci
)

select
    kode_satker, satker, provinsi, tingkat_satker, tahun, tingkat, kunci, kode, uraian, pagu, realisasi,
    case when pagu_terbanding > 0 then 100.0 * realisasi_terbanding / pagu_terbanding end as serapan,
    case
        when pagu_terbanding > 0 then null
        when pagu_rusak then 'pagu_rusak'
        when pagu is null then 'pagu_tidak_ada'
        when realisasi_rusak then 'realisasi_rusak'
        when realisasi_terbanding is null then 'realisasi_tidak_ada'
        else 'pagu_nol'
    end as alasan,
    pagu_terbanding, realisasi_terbanding, jumlah_baris, tanpa_realisasi, divisi, asal_divisi, program, kegiatan,
    kode_sasaran_baku, sumber, jenis_dokumen, berkas, tabel, baris, tingkat_sumber
from (
    select
        *,
        case when not pagu_rusak and not realisasi_rusak then pagu_lengkap end as pagu_terbanding,
        case when not pagu_rusak and not realisasi_rusak then realisasi_lengkap end as realisasi_terbanding
    from jumlah
);

-- grain: one row a satker × tahun × part of its money; the parts of one tingkat add up, those of two never do
create view v_banding_serapan as
with bagian as (
    select * from serapan_menurut(tanpa_saring(), 'satker')
    union all by name
    select * from serapan_menurut(tanpa_saring(), 'program')
    union all by name
    select * from serapan_menurut(tanpa_saring(), 'kegiatan')
    union all by name
    select * from serapan_menurut(tanpa_saring(), 'divisi')
    union all by name
    select * from serapan_menurut(tanpa_saring(), 'sasaran')
)

select
    bagian.*,
    case when bagian.tingkat = 'satker' then selisih_serapan.kode_satker is not null end as diperselisihkan,
    case when bagian.tingkat = 'satker' then selisih_serapan.pagu_lain end as pagu_lain,
    case when bagian.tingkat = 'satker' then selisih_serapan.realisasi_lain end as realisasi_lain,
    case
        when bagian.tingkat = 'satker' then sumber_uang(lain.jenis_dokumen, bagian.tahun, lain.tabel, lain.tingkat)
    end as sumber_lain,
    case when bagian.tingkat = 'satker' then lain.berkas end as berkas_lain,
    case when bagian.tingkat = 'satker' then lain.baris end as baris_lain,
    cast(null as varchar) as periode
from bagian
left join selisih_serapan using (kode_satker, tahun)
left join v_mata_anggaran as lain on lain.mata_anggaran_id = selisih_serapan.mata_anggaran_lain_id;
comment on view v_banding_serapan is 'Serapan; satu baris per satker, tahun dan bagian uangnya, dari satu tabel yang dipilih.';
comment on column v_banding_serapan.tingkat is 'bagian uang apa: satker, program, kegiatan, divisi atau sasaran · teks · queries/rules/serapan.toml';
comment on column v_banding_serapan.kunci is 'apa yang dianggap satu bagian, kosong bagi uang tanpa bagian itu · teks · v_rincian_serapan';
comment on column v_banding_serapan.kode is 'kode program atau kegiatan bila tercetak · kode · v_rincian_serapan';
comment on column v_banding_serapan.uraian is 'nama bagian seperti pertama tercetak · teks · v_rincian_serapan';
comment on column v_banding_serapan.pagu is 'jumlah pagu baris-barisnya, kosong bila satu saja tidak terbaca · rupiah penuh · v_rincian_serapan';
comment on column v_banding_serapan.realisasi is 'jumlah realisasi baris-barisnya, kosong bila satu saja tidak terbaca · rupiah penuh · v_rincian_serapan';
comment on column v_banding_serapan.serapan is 'realisasi_terbanding terhadap pagu_terbanding · persen · v_rincian_serapan';
comment on column v_banding_serapan.alasan is 'mengapa serapan tidak ada · kode · v_rincian_serapan';
comment on column v_banding_serapan.pagu_terbanding is 'pagu baris yang punya pagu dan realisasi · rupiah penuh · v_rincian_serapan';
comment on column v_banding_serapan.realisasi_terbanding is 'realisasi baris yang punya pagu dan realisasi · rupiah penuh · v_rincian_serapan';
comment on column v_banding_serapan.jumlah_baris is 'baris anggaran yang dijumlahkan · baris · v_rincian_serapan';
comment on column v_banding_serapan.tanpa_realisasi is 'baris di antaranya tanpa realisasi · baris · v_rincian_serapan';
comment on column v_banding_serapan.divisi is 'divisi uang ini; beberapa dipisah titik koma · teks · banding_serapan';
comment on column v_banding_serapan.asal_divisi is 'dari mana divisinya diketahui · teks · banding_serapan';
comment on column v_banding_serapan.sumber is 'tabel yang dipilih, dalam kata-kata · teks · v_rincian_serapan';
comment on column v_banding_serapan.tingkat_sumber is 'tingkat baris tabel yang dijumlahkan · teks · v_rincian_serapan';
comment on column v_banding_serapan.diperselisihkan is 'apakah tabel lain mencetak pagu atau realisasi lain untuk satker dan tahun ini · ya/tidak · selisih_serapan';
comment on column v_banding_serapan.sumber_lain is 'tabel lain itu, dalam kata-kata · teks · selisih_serapan';
comment on column v_banding_serapan.berkas_lain is 'nama berkas tabel lain itu · teks · selisih_serapan';
comment on column v_banding_serapan.baris_lain is 'baris pertama tabel lain itu · nomor baris · selisih_serapan';

-- grain: one row a satker × tahun × indikator × link of the chain
create view v_banding_konsistensi as
select
    i.kode_satker, i.satker, i.provinsi, i.tingkat_satker, k.tahun, k.kunci, k.mata_rantai, k.jenis_awal, k.jenis_akhir,
    k.status, k.alasan, k.melemah, i.indikator, i.kode_baku, i.indikator_baku, i.polaritas,
    awal.nilai as nilai_awal, akhir.nilai as nilai_akhir, awal.nilai_teks as teks_awal, akhir.nilai_teks as teks_akhir,
    awal.satuan as satuan_awal, akhir.satuan as satuan_akhir, i.tingkat, i.tujuan, i.program, i.kegiatan, i.sasaran,
    i.kode_sasaran_baku, i.sasaran_baku, i.divisi, i.asal_divisi, i.jenis_dokumen, i.unit, i.berkas, i.tabel, i.baris, i.baris_akhir,
    j.indikator as indikator_akhir, j.berkas as berkas_akhir, j.tabel as tabel_akhir, j.baris as baris_kedua,
    i.kunci_bunyi, i.kunci_program, i.kunci_kegiatan, i.teks_saring, i.periode, true as mewakili_tahun
from banding_konsistensi as k
join v_indikator as i on i.indikator_id = k.indikator_awal_id
left join target as awal
    on awal.indikator_id = k.indikator_awal_id and awal.tahun = k.tahun and awal.periode is null
left join v_indikator as j on j.indikator_id = k.indikator_akhir_id
left join target as akhir
    on akhir.indikator_id = k.indikator_akhir_id and akhir.tahun = k.tahun and akhir.periode is null;
comment on view v_banding_konsistensi is 'Janji dari dokumen ke dokumen; satu baris per satker, tahun, indikator dan mata rantai.';
comment on column v_banding_konsistensi.teks_awal is 'target seperti tercetak di dokumen yang lebih dahulu · teks · target';
comment on column v_banding_konsistensi.teks_akhir is 'target seperti tercetak di dokumen berikutnya · teks · target';
comment on column v_banding_konsistensi.satuan_awal is 'satuan target yang lebih dahulu · teks · target';
comment on column v_banding_konsistensi.satuan_akhir is 'satuan target berikutnya · teks · target';
comment on column v_banding_konsistensi.berkas_akhir is 'nama berkas dokumen berikutnya · teks · v_indikator';
comment on column v_banding_konsistensi.tabel_akhir is 'tabel di dokumen berikutnya · teks · v_indikator';
comment on column v_banding_konsistensi.mewakili_tahun is 'selalu ya: janji dibandingkan untuk tahun penuh · ya/tidak · target';
comment on column v_banding_konsistensi.nilai_awal is 'target di dokumen yang lebih dahulu · satuan · target';
comment on column v_banding_konsistensi.nilai_akhir is 'target di dokumen berikutnya · satuan · target';
comment on column v_banding_konsistensi.indikator_akhir is 'bunyi indikator di dokumen berikutnya · teks · v_indikator';
comment on column v_banding_konsistensi.baris_kedua is 'baris tempat indikator mulai tercetak di dokumen berikutnya · nomor baris · v_indikator';

-- grain: one row a satker × tahun × document that should exist, as of a day
create macro kelengkapan_pada(hari) as table
select
    kelengkapan.kode_satker, satker.satker, satker.provinsi, satker.tingkat_satker, kelengkapan.tahun,
    kelengkapan.dokumen, kelengkapan.urutan, keadaan_pada(kelengkapan.keadaan, kelengkapan.jatuh_tempo, hari) as keadaan,
    dokumen.berkas, dokumen.jenis_dokumen as jenis_berkas, kelengkapan.jumlah_menunggu, kelengkapan.jatuh_tempo,
    split_part(kelengkapan.dokumen, ' ', 1) as jenis_dokumen, dokumen.periode
from kelengkapan
join satker using (kode_satker)
left join dokumen using (dokumen_id);

-- grain: one row a satker × tahun × document that should exist, as of the day it is read
create view v_kelengkapan as select * from kelengkapan_pada(current_date);
comment on view v_kelengkapan is 'Dokumen yang seharusnya ada dan keadaannya pada hari dibaca; satu baris per satker, tahun dan dokumen.';
comment on column v_kelengkapan.kode_satker is 'satker · kode Kemendagri · kelengkapan';
comment on column v_kelengkapan.satker is 'nama satker · teks · satker';
comment on column v_kelengkapan.provinsi is 'nama provinsi · teks · satker';
comment on column v_kelengkapan.tingkat_satker is 'tingkat satker: provinsi atau kabkota · teks · satker';
comment on column v_kelengkapan.tahun is 'tahun yang seharusnya dicakup · tahun · kelengkapan';
comment on column v_kelengkapan.dokumen is 'dokumen yang seharusnya ada · teks · queries/rules/kelengkapan.toml';
comment on column v_kelengkapan.urutan is 'urutan dokumen di layar · bilangan · queries/rules/kelengkapan.toml';
comment on column v_kelengkapan.keadaan is 'ada, sebagian menunggu, belum, atau belum jatuh tempo pada hari dibaca · teks · kelengkapan';
comment on column v_kelengkapan.berkas is 'nama berkas yang memuatnya, kosong bila belum ada · teks · dokumen';
comment on column v_kelengkapan.jenis_berkas is 'jenis berkas itu; PK dapat terlampir di LK · teks · dokumen';
comment on column v_kelengkapan.jumlah_menunggu is 'baris dokumen itu yang menunggu orang · baris · kelengkapan';
comment on column v_kelengkapan.jatuh_tempo is 'hari terakhir dokumen itu seharusnya ada · tanggal · queries/rules/kelengkapan.toml';
comment on column v_kelengkapan.jenis_dokumen is 'jenis dokumen yang seharusnya ada · teks · queries/rules/kelengkapan.toml';
comment on column v_kelengkapan.periode is 'bagian tahun yang dilaporkan dokumen, kosong bila setahun atau lebih · kode · dokumen';

-- grain: one row a satker × tahun × later document of the chain: what became of the promises made before it
create macro janji_menurut(saring) as table
select
    kode_satker, any_value(satker) as satker, any_value(provinsi) as provinsi,
    any_value(tingkat_satker) as tingkat_satker, tahun, jenis_akhir, any_value(mata_rantai) as mata_rantai,
    count(*) as n_janji,
    count(*) filter (status = 'sama') as n_sama,
    count(*) filter (status = 'turun') as n_turun,
    count(*) filter (status = 'naik') as n_naik,
    count(*) filter (status = 'hilang') as n_hilang,
    count(*) filter (status = 'tak terbanding') as n_tak_terbanding,
    count(*) filter (melemah) as n_melemah
from v_banding_konsistensi
where tersaring(saring)
group by kode_satker, tahun, jenis_akhir;

-- grain: one row a satker × tahun: its four measures under the filter, as of a day
create macro rapor(saring, hari) as table
with wajib as (
    select
        kode_satker, tahun,
        count(*) filter (keadaan <> 'belum jatuh tempo') as n_dokumen_wajib,
        count(*) filter (keadaan = 'ada') as n_dokumen_ada,
        count(*) filter (keadaan = 'sebagian menunggu') as n_dokumen_menunggu,
        count(*) filter (keadaan = 'belum') as n_dokumen_belum,
        count(*) filter (keadaan = 'belum jatuh tempo') as n_dokumen_belum_jatuh_tempo,
        list(keadaan order by urutan) as dokumen
    from kelengkapan_pada(hari)
    where satker_tersaring(saring)
    group by kode_satker, tahun
),

capaian as (
    select
        kode_satker, tahun,
        count(*) as n_indikator,
        count(*) filter (status = 'tercapai') as n_tercapai,
        count(*) filter (status = 'tidak tercapai') as n_meleset,
        count(*) filter (status = 'tak terhitung') as n_tak_terhitung,
        median(capaian) as median_capaian
    from v_banding_capaian
    where tersaring(saring)
    group by kode_satker, tahun
),

uang as (
    select
        kode_satker, tahun,
        jumlah_terbaca(pagu, alasan = 'pagu_rusak') as pagu,
        jumlah_terbaca(realisasi, alasan = 'realisasi_rusak') as realisasi,
        jumlah_terbaca(pagu_terbanding, alasan in ('pagu_rusak', 'realisasi_rusak')) as pagu_terbanding,
        jumlah_terbaca(realisasi_terbanding, alasan in ('pagu_rusak', 'realisasi_rusak')) as realisasi_terbanding,
        any_value(sumber) as sumber_serapan
    from serapan_menurut(saring, 'satker')
    group by kode_satker, tahun
),

janji as (
    select
        kode_satker, tahun,
        cast(sum(n_janji) as bigint) as n_janji,
        cast(sum(n_sama) as bigint) as n_sama,
        cast(sum(n_turun) as bigint) as n_turun,
        cast(sum(n_naik) as bigint) as n_naik,
        cast(sum(n_hilang) as bigint) as n_hilang,
        cast(sum(n_tak_terbanding) as bigint) as n_tak_terbanding,
        cast(sum(n_melemah) as bigint) as n_melemah
    from janji_menurut(saring)
    group by kode_satker, tahun
),

ditemukan as (
    select
        v_temuan.kode_satker, v_temuan.keparahan,
        unnest(case
            when len(v_temuan.tahun_semua) > 0 then v_temuan.tahun_semua
            else range(temuan_lingkup.tahun_awal, temuan_lingkup.tahun_akhir + 1)
        end) as tahun
    from v_temuan
    join temuan_lingkup using (temuan_id)
    where temuan_tersaring(saring)
),

temuan_satker as (
    select
        kode_satker, cast(tahun as smallint) as tahun,
        count(*) as n_temuan,
        count(*) filter (keparahan = 'kritis') as n_temuan_kritis
    from ditemukan
    where tahun_tersaring(saring)
    group by kode_satker, tahun
),

kunci as (
    select kode_satker, tahun from wajib
    union
    select kode_satker, tahun from capaian
    union
    select kode_satker, tahun from uang
    union
    select kode_satker, tahun from janji
)

select
    satker.kode_satker, satker.satker, satker.provinsi, satker.tingkat_satker, kunci.tahun,
    coalesce(n_indikator, 0) as n_indikator, coalesce(n_tercapai, 0) as n_tercapai, coalesce(n_meleset, 0) as n_meleset,
    coalesce(n_tak_terhitung, 0) as n_tak_terhitung, median_capaian, capaian.kode_satker is not null as punya_capaian,
    pagu, realisasi, case when pagu_terbanding > 0 then 100.0 * realisasi_terbanding / pagu_terbanding end as serapan,
    pagu_terbanding, realisasi_terbanding, sumber_serapan, coalesce(pagu_terbanding > 0, false) as punya_serapan,
    selisih_serapan.kode_satker is not null and bagian_saring(saring) = 'satker' and uang.kode_satker is not null
        as diperselisihkan,
    case when bagian_saring(saring) = 'satker' then pagu_lain end as pagu_lain,
    case
        when bagian_saring(saring) = 'satker' then sumber_uang(lain.jenis_dokumen, kunci.tahun, lain.tabel, lain.tingkat)
    end as sumber_lain,
    coalesce(n_janji, 0) as n_janji, coalesce(n_sama, 0) as n_sama, coalesce(n_turun, 0) as n_turun,
    coalesce(n_naik, 0) as n_naik, coalesce(n_hilang, 0) as n_hilang, coalesce(n_tak_terbanding, 0) as n_tak_terbanding,
    coalesce(n_melemah, 0) as n_melemah,
    coalesce(n_temuan_kritis, 0) as n_temuan_kritis, coalesce(n_temuan, 0) as n_temuan,
    coalesce(n_dokumen_wajib, 0) as n_dokumen_wajib, coalesce(n_dokumen_ada, 0) as n_dokumen_ada,
    coalesce(n_dokumen_menunggu, 0) as n_dokumen_menunggu, coalesce(n_dokumen_belum, 0) as n_dokumen_belum,
    coalesce(n_dokumen_belum_jatuh_tempo, 0) as n_dokumen_belum_jatuh_tempo,
    coalesce(wajib.dokumen, cast([] as varchar[])) as dokumen
from kunci
join satker using (kode_satker)
left join wajib using (kode_satker, tahun)
left join capaian using (kode_satker, tahun)
left join uang using (kode_satker, tahun)
left join janji using (kode_satker, tahun)
left join temuan_satker using (kode_satker, tahun)
left join selisih_serapan using (kode_satker, tahun)
left join v_mata_anggaran as lain on lain.mata_anggaran_id = selisih_serapan.mata_anggaran_lain_id;

-- grain: one row a satker × tahun, without a filter, as of the day it is read
create view v_rapor as select *, cast(null as varchar) as periode from rapor(tanpa_saring(), current_date);
comment on view v_rapor is 'Rapor: keempat ukuran satker dalam setahun; satu baris per satker dan tahun.';
comment on column v_rapor.kode_satker is 'satker · kode Kemendagri · satker';
comment on column v_rapor.satker is 'nama satker · teks · satker';
comment on column v_rapor.provinsi is 'nama provinsi · teks · satker';
comment on column v_rapor.tingkat_satker is 'tingkat satker: kpu_ri, provinsi atau kabkota · teks · satker';
comment on column v_rapor.tahun is 'tahun rapor · tahun · keempat ukuran';
comment on column v_rapor.n_indikator is 'indikator yang realisasinya tercetak = tercapai + meleset + tak terhitung · indikator · v_banding_capaian';
comment on column v_rapor.n_tercapai is 'indikator yang tercapai · indikator · v_banding_capaian';
comment on column v_rapor.n_meleset is 'indikator yang tidak tercapai · indikator · v_banding_capaian';
comment on column v_rapor.n_tak_terhitung is 'indikator yang tidak dapat dinilai · indikator · v_banding_capaian';
comment on column v_rapor.median_capaian is 'median capaian yang berupa persentase · persen · v_banding_capaian';
comment on column v_rapor.punya_capaian is 'apakah ada satu saja realisasi indikator · ya/tidak · v_banding_capaian';
comment on column v_rapor.pagu is 'pagu acuan · rupiah penuh · v_banding_serapan';
comment on column v_rapor.realisasi is 'realisasi dari tabel yang sama · rupiah penuh · v_banding_serapan';
comment on column v_rapor.serapan is 'realisasi_terbanding terhadap pagu_terbanding · persen · v_banding_serapan';
comment on column v_rapor.pagu_terbanding is 'pagu baris yang punya pagu dan realisasi · rupiah penuh · v_banding_serapan';
comment on column v_rapor.realisasi_terbanding is 'realisasi baris yang punya pagu dan realisasi · rupiah penuh · v_banding_serapan';
comment on column v_rapor.sumber_serapan is 'tabel yang menjadi pagu acuan, dalam kata-kata · teks · v_banding_serapan';
comment on column v_rapor.punya_serapan is 'apakah serapannya dapat dihitung · ya/tidak · v_banding_serapan';
comment on column v_rapor.diperselisihkan is 'apakah tabel lain mencetak pagu atau realisasi lain · ya/tidak · selisih_serapan';
comment on column v_rapor.pagu_lain is 'pagu menurut tabel lain itu · rupiah penuh · selisih_serapan';
comment on column v_rapor.sumber_lain is 'tabel lain itu, dalam kata-kata · teks · selisih_serapan';
comment on column v_rapor.n_janji is 'janji yang dibandingkan dengan dokumen berikutnya · janji · v_banding_konsistensi';
comment on column v_rapor.n_sama is 'janji yang sama · janji · v_banding_konsistensi';
comment on column v_rapor.n_turun is 'janji yang angkanya turun · janji · v_banding_konsistensi';
comment on column v_rapor.n_naik is 'janji yang angkanya naik · janji · v_banding_konsistensi';
comment on column v_rapor.n_hilang is 'janji yang hilang · janji · v_banding_konsistensi';
comment on column v_rapor.n_tak_terbanding is 'janji yang tidak dapat dibandingkan · janji · v_banding_konsistensi';
comment on column v_rapor.n_melemah is 'janji yang menjadi lebih mudah · janji · v_banding_konsistensi';
comment on column v_rapor.n_temuan_kritis is 'temuan kritis yang menyangkut tahun ini · temuan · v_temuan';
comment on column v_rapor.n_temuan is 'semua temuan yang menyangkut tahun ini · temuan · v_temuan';
comment on column v_rapor.n_dokumen_wajib is 'dokumen yang sudah jatuh tempo atau sudah ada · dokumen · v_kelengkapan';
comment on column v_rapor.n_dokumen_ada is 'dokumen yang ada · dokumen · v_kelengkapan';
comment on column v_rapor.n_dokumen_menunggu is 'dokumen yang sebagian menunggu orang · dokumen · v_kelengkapan';
comment on column v_rapor.n_dokumen_belum is 'dokumen yang belum ada padahal sudah jatuh tempo · dokumen · v_kelengkapan';
comment on column v_rapor.n_dokumen_belum_jatuh_tempo is 'dokumen yang belum ada dan belum jatuh tempo · dokumen · v_kelengkapan';
comment on column v_rapor.dokumen is 'keadaan kelima dokumen menurut urutannya · teks · v_kelengkapan';
comment on column v_rapor.periode is 'selalu kosong: rapor tentang setahun · kode · v_kelengkapan';
