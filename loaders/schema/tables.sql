-- The contract of the database: types, keys, references, checks and, for every column,
-- a comment of three parts: meaning · unit · source. Read by loaders/publish, tested in tests/loaders.
-- A key that holds a column which may be null is a unique index over coalesce(…): nulls are never equal to each other.

create table jenis_dokumen (
    jenis_dokumen varchar primary key,
    urutan smallint not null unique check (urutan >= 1),
    dibaca boolean not null
);
comment on table jenis_dokumen is 'Jenis dokumen yang dapat disimpan, dari rencana ke laporan. Sumber: loaders/records.py.';
comment on column jenis_dokumen.jenis_dokumen is 'jenis dokumen · teks · loaders/records.py';
comment on column jenis_dokumen.urutan is 'urutan dalam daftar dan di layar · bilangan · loaders/records.py';
comment on column jenis_dokumen.dibaca is 'apakah sudah ada pembacanya · ya/tidak · loaders/records.py';

create table daftar_kolom (
    kolom varchar primary key,
    judul varchar not null,
    satuan varchar,
    per_tahun boolean not null
);
comment on table daftar_kolom is 'Kolom yang dibaca dari dokumen; satu baris per kolom, dengan sebutannya di layar. Sumber: loaders/columns.py.';
comment on column daftar_kolom.kolom is 'nama kolom, seperti dalam koreksi dan pandangan · teks · loaders/columns.py';
comment on column daftar_kolom.judul is 'sebutannya di layar dan lembar kerja · teks · loaders/columns.py';
comment on column daftar_kolom.satuan is 'satuan angkanya, kosong bila kata, kode atau satuannya tercetak sendiri · teks · loaders/columns.py';
comment on column daftar_kolom.per_tahun is 'apakah punya nilai untuk setiap tahun · ya/tidak · loaders/columns.py';

create table periode (
    periode varchar primary key,
    urutan smallint not null unique,
    sebutan varchar not null unique,
    bulan_awal smallint not null check (bulan_awal between 1 and 12),
    bulan_akhir smallint not null check (bulan_akhir between bulan_awal and 12)
);
comment on table periode is 'Bagian tahun yang dapat dimiliki sebuah angka; setahun penuh tidak ada di sini: periodenya kosong.';
comment on column periode.periode is 'kode periode: TW1–TW4, S1, S2, B01–B12 · kode · loaders/schema/tables.sql';
comment on column periode.urutan is 'urutan dalam daftar dan di layar · bilangan · loaders/schema/tables.sql';
comment on column periode.sebutan is 'nama periode di layar · teks · loaders/schema/tables.sql';
comment on column periode.bulan_awal is 'bulan pertama · bulan (1–12) · loaders/schema/tables.sql';
comment on column periode.bulan_akhir is 'bulan terakhir · bulan (1–12) · loaders/schema/tables.sql';
insert into periode values
    ('TW1', 1, 'triwulan I', 1, 3), ('TW2', 2, 'triwulan II', 4, 6),
    ('TW3', 3, 'triwulan III', 7, 9), ('TW4', 4, 'triwulan IV', 10, 12),
    ('S1', 5, 'semester I', 1, 6), ('S2', 6, 'semester II', 7, 12),
    ('B01', 7, 'Januari', 1, 1), ('B02', 8, 'Februari', 2, 2), ('B03', 9, 'Maret', 3, 3), ('B04', 10, 'April', 4, 4),
    ('B05', 11, 'Mei', 5, 5), ('B06', 12, 'Juni', 6, 6), ('B07', 13, 'Juli', 7, 7), ('B08', 14, 'Agustus', 8, 8),
    ('B09', 15, 'September', 9, 9), ('B10', 16, 'Oktober', 10, 10), ('B11', 17, 'November', 11, 11),
    ('B12', 18, 'Desember', 12, 12);

create table satuan (
    satuan varchar primary key,
    satuan_baku varchar not null
);
comment on table satuan is 'Satuan yang dikenal, dengan satuan yang sama artinya (lap, laporan). Sumber: data/referensi/satuan.csv.';
comment on column satuan.satuan is 'satuan tercetak, huruf kecil · teks · data/referensi/satuan.csv';
comment on column satuan.satuan_baku is 'satuan yang sama artinya, huruf kecil · teks · data/referensi/satuan.csv';

create table satker (
    kode_satker varchar primary key check (regexp_full_match(kode_satker, '[0-9]{2}([0-9]{2})?')),
    satker varchar not null unique,
    provinsi varchar not null,
    sumber varchar not null,
    tingkat_satker varchar generated always as (
        case when kode_satker = '00' then 'kpu_ri' when length(kode_satker) = 2 then 'provinsi' else 'kabkota' end
    )
);
comment on table satker is 'Satuan kerja KPU; satu baris per satker. Sumber: data/referensi/satker.csv.';
comment on column satker.kode_satker is 'kode wilayah Kemendagri · teks 2 atau 4 angka · data/referensi/satker.csv';
comment on column satker.satker is 'nama satker seperti dipakai di layar · teks · data/referensi/satker.csv';
comment on column satker.provinsi is 'nama provinsi · teks · data/referensi/satker.csv';
comment on column satker.sumber is 'dari mana kode dan nama diambil · teks · data/referensi/satker.csv';
comment on column satker.tingkat_satker is 'tingkat satker: kpu_ri, provinsi atau kabkota · teks · panjang kode_satker';

create table divisi (
    kode_divisi varchar primary key,
    divisi varchar not null unique,
    sumber varchar not null,
    tingkat varchar not null default 'kabkota'
        check (regexp_full_match(tingkat, '(kabkota|provinsi|kpu_ri)(; (kabkota|provinsi|kpu_ri))*'))
);
comment on table divisi is 'Divisi KPU kabupaten/kota, KPU provinsi dan KPU. Sumber: data/referensi/divisi.csv.';
comment on column divisi.kode_divisi is 'kode pendek divisi · teks · data/referensi/divisi.csv';
comment on column divisi.divisi is 'nama divisi · teks · data/referensi/divisi.csv';
comment on column divisi.sumber is 'dari mana nama diambil · teks · data/referensi/divisi.csv';
comment on column divisi.tingkat is 'tingkat satker yang mempunyai divisi ini, dipisah titik koma · teks · data/referensi/divisi.csv';

create table program (
    kode_program varchar primary key check (regexp_full_match(kode_program, '076[.][0-9]{2}[.]([A-Z]{2}|[0-9]{2})')),
    program varchar not null,
    tahun_awal smallint,
    tahun_akhir smallint,
    sumber varchar not null
);
comment on table program is 'Program APBN KPU dengan tahun berlakunya. Sumber: data/referensi/program.csv.';
comment on column program.kode_program is 'kode program lengkap, misalnya 076.01.WA · teks · data/referensi/program.csv';
comment on column program.program is 'nama program · teks · data/referensi/program.csv';
comment on column program.tahun_awal is 'tahun pertama berlaku, kosong bila tidak diketahui · tahun · data/referensi/program.csv';
comment on column program.tahun_akhir is 'tahun terakhir berlaku, kosong bila masih berlaku · tahun · data/referensi/program.csv';
comment on column program.sumber is 'dari mana kode dan nama diambil · teks · data/referensi/program.csv';

create table kegiatan (
    kode_kegiatan varchar primary key check (regexp_full_match(kode_kegiatan, '[0-9]{4}')),
    kegiatan varchar not null,
    tahun_awal smallint,
    tahun_akhir smallint,
    sumber varchar not null
);
comment on table kegiatan is 'Kode kegiatan yang pernah terlihat. Sumber: data/referensi/kegiatan.csv.';
comment on column kegiatan.kode_kegiatan is 'kode kegiatan empat angka · teks · data/referensi/kegiatan.csv';
comment on column kegiatan.kegiatan is 'nama kegiatan · teks · data/referensi/kegiatan.csv';
comment on column kegiatan.tahun_awal is 'tahun pertama terlihat · tahun · data/referensi/kegiatan.csv';
comment on column kegiatan.tahun_akhir is 'tahun terakhir terlihat, kosong bila masih dipakai · tahun · data/referensi/kegiatan.csv';
comment on column kegiatan.sumber is 'dari mana kode dan nama diambil · teks · data/referensi/kegiatan.csv';

create table indikator_baku (
    kode_baku varchar primary key,
    indikator_baku varchar not null unique,
    satuan_baku varchar not null,
    polaritas varchar not null check (polaritas in ('maksimal', 'minimal', 'tetap', 'rentang', 'ordinal')),
    alasan_polaritas varchar not null,
    divisi varchar not null references divisi (divisi),
    kode_kegiatan varchar references kegiatan (kode_kegiatan),
    definisi varchar,
    sumber varchar not null
);
comment on table indikator_baku is 'Katalog indikator baku. Sumber: data/referensi/indikator_baku.csv.';
comment on column indikator_baku.kode_baku is 'kode indikator baku · teks · data/referensi/indikator_baku.csv';
comment on column indikator_baku.indikator_baku is 'nama indikator baku · teks · data/referensi/indikator_baku.csv';
comment on column indikator_baku.satuan_baku is 'satuan yang dibakukan · teks · data/referensi/indikator_baku.csv';
comment on column indikator_baku.polaritas is 'arah indikator · teks · data/referensi/indikator_baku.csv';
comment on column indikator_baku.alasan_polaritas is 'mengapa arahnya demikian · teks · data/referensi/indikator_baku.csv';
comment on column indikator_baku.divisi is 'divisi yang mengurus · teks · data/referensi/indikator_baku.csv';
comment on column indikator_baku.kode_kegiatan is 'kegiatan bila sebuah dokumen menyebutnya · kode · data/referensi/indikator_baku.csv';
comment on column indikator_baku.definisi is 'definisi bila sebuah dokumen memberikannya · teks · data/referensi/indikator_baku.csv';
comment on column indikator_baku.sumber is 'dokumen dan baris asal namanya · teks · data/referensi/indikator_baku.csv';

create table padanan (
    teks varchar primary key,
    kode_baku varchar not null references indikator_baku (kode_baku),
    keyakinan varchar not null check (keyakinan in ('pasti', 'mungkin')),
    oleh varchar not null,
    alasan varchar not null
);
comment on table padanan is 'Bunyi tercetak yang sudah diputuskan orang indikator bakunya. Sumber: data/referensi/padanan.csv.';
comment on column padanan.teks is 'bunyi indikator seperti tercetak · teks · data/referensi/padanan.csv';
comment on column padanan.kode_baku is 'indikator baku · kode · data/referensi/padanan.csv';
comment on column padanan.keyakinan is 'keyakinan orang yang memutuskan · teks · data/referensi/padanan.csv';
comment on column padanan.oleh is 'siapa yang memutuskan · teks · data/referensi/padanan.csv';
comment on column padanan.alasan is 'mengapa · teks · data/referensi/padanan.csv';

create table sasaran_baku (
    kode_sasaran_baku varchar primary key,
    sasaran_baku varchar not null unique,
    sumber varchar not null
);
comment on table sasaran_baku is 'Katalog sasaran baku, di semua tingkat. Sumber: data/referensi/sasaran_baku.csv.';
comment on column sasaran_baku.kode_sasaran_baku is 'kode sasaran baku · teks · data/referensi/sasaran_baku.csv';
comment on column sasaran_baku.sasaran_baku is 'nama sasaran baku · teks · data/referensi/sasaran_baku.csv';
comment on column sasaran_baku.sumber is 'dokumen asal namanya · teks · data/referensi/sasaran_baku.csv';

create table padanan_sasaran (
    teks varchar primary key,
    kode_sasaran_baku varchar not null references sasaran_baku (kode_sasaran_baku),
    keyakinan varchar not null check (keyakinan in ('pasti', 'mungkin')),
    oleh varchar not null,
    alasan varchar not null
);
comment on table padanan_sasaran is 'Bunyi sasaran yang sudah diputuskan orang sasaran bakunya. Sumber: data/referensi/padanan_sasaran.csv.';
comment on column padanan_sasaran.teks is 'bunyi sasaran seperti tercetak · teks · data/referensi/padanan_sasaran.csv';
comment on column padanan_sasaran.kode_sasaran_baku is 'sasaran baku · kode · data/referensi/padanan_sasaran.csv';
comment on column padanan_sasaran.keyakinan is 'keyakinan orang yang memutuskan · teks · data/referensi/padanan_sasaran.csv';
comment on column padanan_sasaran.oleh is 'siapa yang memutuskan · teks · data/referensi/padanan_sasaran.csv';
comment on column padanan_sasaran.alasan is 'mengapa · teks · data/referensi/padanan_sasaran.csv';

create table dokumen (
    dokumen_id integer primary key,
    berkas varchar not null unique,
    kode_satker varchar not null references satker (kode_satker),
    jenis_dokumen varchar not null references jenis_dokumen (jenis_dokumen),
    tahun_awal smallint not null check (tahun_awal between 2000 and 2100),
    tahun_akhir smallint not null check (tahun_akhir between 2000 and 2100),
    nomor varchar,
    tanggal date,
    sumber varchar not null,
    sha256 varchar not null unique check (length(sha256) = 64),
    jumlah_baris integer not null check (jumlah_baris >= 0),
    baris_lewat integer not null check (baris_lewat >= 0),
    catatan_berkas varchar,
    periode varchar references periode (periode),
    check (tahun_awal <= tahun_akhir)
);
comment on table dokumen is 'Dokumen yang terdaftar; satu baris per isi berkas (sha256).';
comment on column dokumen.dokumen_id is 'nomor urut dokumen dalam versi ini · bilangan · disusun saat membangun';
comment on column dokumen.berkas is 'nama berkas · teks · data/dokumen/manifest.csv';
comment on column dokumen.kode_satker is 'satker penerbit · kode Kemendagri · data/dokumen/manifest.csv';
comment on column dokumen.jenis_dokumen is 'jenis dokumen · teks · data/dokumen/manifest.csv';
comment on column dokumen.tahun_awal is 'tahun pertama yang dicakup · tahun · data/dokumen/manifest.csv';
comment on column dokumen.tahun_akhir is 'tahun terakhir yang dicakup · tahun · data/dokumen/manifest.csv';
comment on column dokumen.nomor is 'nomor keputusan, kosong bila dokumen tidak mencantumkan · teks · data/dokumen/manifest.csv';
comment on column dokumen.tanggal is 'tanggal penetapan, kosong bila dokumen tidak mencantumkan · tanggal · data/dokumen/manifest.csv';
comment on column dokumen.sumber is 'dari mana berkas diperoleh · teks · data/dokumen/manifest.csv';
comment on column dokumen.sha256 is 'sidik isi berkas · heksadesimal · dihitung dari berkas';
comment on column dokumen.jumlah_baris is 'jumlah baris teks berkas · baris · dihitung dari berkas';
comment on column dokumen.baris_lewat is 'baris sel di luar tabel yang dikenali, jadi tidak dibaca · baris · pembacaan';
comment on column dokumen.catatan_berkas is 'apa yang dilakukan atau tidak dapat dilakukan pembaca berkas, satu kalimat per baris · teks · loaders/readers';
comment on column dokumen.periode is 'bagian tahun yang dilaporkan dokumen, kosong bila setahun atau lebih · kode · data/dokumen/manifest.csv';

create table versi_dokumen (
    berkas varchar primary key,
    kode_satker varchar not null references satker (kode_satker),
    jenis_dokumen varchar not null references jenis_dokumen (jenis_dokumen),
    tahun_awal smallint not null,
    tahun_akhir smallint not null,
    versi smallint not null check (versi >= 1),
    jumlah_versi smallint not null,
    dipakai boolean not null,
    menggantikan varchar,
    nomor varchar,
    tanggal date,
    sumber varchar not null,
    sha256 varchar not null unique check (length(sha256) = 64),
    periode varchar references periode (periode),
    check (versi <= jumlah_versi)
);
comment on table versi_dokumen is 'Setiap versi setiap dokumen, juga yang sudah digantikan; satu baris per berkas.';
comment on column versi_dokumen.berkas is 'nama berkas · teks · data/dokumen/manifest.csv';
comment on column versi_dokumen.kode_satker is 'satker penerbit · kode Kemendagri · data/dokumen/manifest.csv';
comment on column versi_dokumen.jenis_dokumen is 'jenis dokumen · teks · data/dokumen/manifest.csv';
comment on column versi_dokumen.tahun_awal is 'tahun pertama yang dicakup · tahun · data/dokumen/manifest.csv';
comment on column versi_dokumen.tahun_akhir is 'tahun terakhir yang dicakup · tahun · data/dokumen/manifest.csv';
comment on column versi_dokumen.versi is 'urutan versi, 1 yang pertama · bilangan · disusun dari kolom menggantikan';
comment on column versi_dokumen.jumlah_versi is 'berapa versi dokumen ini ada · bilangan · disusun dari kolom menggantikan';
comment on column versi_dokumen.dipakai is 'apakah angka di semua halaman berasal dari versi ini · ya/tidak · yang terbaru, atau pilihan orang di manifest.csv';
comment on column versi_dokumen.menggantikan is 'berkas versi sebelumnya, kosong pada versi pertama · teks · data/dokumen/manifest.csv';
comment on column versi_dokumen.nomor is 'nomor keputusan, kosong bila dokumen tidak mencantumkan · teks · data/dokumen/manifest.csv';
comment on column versi_dokumen.tanggal is 'tanggal penetapan, kosong bila dokumen tidak mencantumkan · tanggal · data/dokumen/manifest.csv';
comment on column versi_dokumen.sumber is 'dari mana berkas diperoleh · teks · data/dokumen/manifest.csv';
comment on column versi_dokumen.sha256 is 'sidik isi berkas · heksadesimal · dihitung dari berkas';
comment on column versi_dokumen.periode is 'bagian tahun yang dilaporkan dokumen, kosong bila setahun atau lebih · kode · data/dokumen/manifest.csv';

create table perubahan (
    perubahan_id integer primary key,
    berkas varchar not null references versi_dokumen (berkas),
    berkas_lama varchar not null references versi_dokumen (berkas),
    jenis_perubahan varchar not null check (jenis_perubahan in ('bertambah', 'berubah', 'hilang')),
    isi varchar not null check (isi in ('target', 'realisasi', 'capaian', 'pagu', 'realisasi_anggaran', 'hambatan')),
    tabel varchar not null,
    uraian varchar not null,
    tahun smallint,
    teks_lama varchar,
    teks_baru varchar,
    tempat_lama varchar,
    tempat_baru varchar,
    baris_baru integer,
    periode varchar references periode (periode),
    versi_pagu varchar check (regexp_full_match(versi_pagu, 'awal|revisi [1-9][0-9]?')),
    check ((teks_lama is null) = (jenis_perubahan = 'bertambah')),
    check ((teks_baru is null) = (jenis_perubahan = 'hilang'))
);
comment on table perubahan is 'Angka dan hambatan yang bertambah, berubah atau hilang dari satu versi dokumen ke versi berikutnya; satu baris per angka atau hambatan.';
comment on column perubahan.perubahan_id is 'nomor urut dalam versi data ini · bilangan · disusun saat membangun';
comment on column perubahan.berkas is 'versi yang lebih baru · nama berkas · data/dokumen/manifest.csv';
comment on column perubahan.berkas_lama is 'versi yang digantikannya · nama berkas · data/dokumen/manifest.csv';
comment on column perubahan.jenis_perubahan is 'bertambah, berubah atau hilang · teks · pembandingan kedua versi';
comment on column perubahan.isi is 'apa yang berubah: angka apa, atau hambatan · teks · pembandingan kedua versi';
comment on column perubahan.tabel is 'tabel tempat angka itu kini, atau dulu bila hilang · teks · pembacaan';
comment on column perubahan.uraian is 'bunyi indikator, mata anggaran atau hambatan · teks · pembacaan';
comment on column perubahan.tahun is 'tahun angka, kosong bagi kolom jumlah · tahun · pembacaan';
comment on column perubahan.teks_lama is 'yang tercetak dalam versi lama, kosong bila baru bertambah · teks · versi lama';
comment on column perubahan.teks_baru is 'yang tercetak dalam versi baru, kosong bila hilang · teks · versi baru';
comment on column perubahan.tempat_lama is 'letaknya dalam versi lama · teks · versi lama';
comment on column perubahan.tempat_baru is 'letaknya dalam versi baru · teks · versi baru';
comment on column perubahan.baris_baru is 'baris angka itu dalam versi baru, kosong bila hilang · nomor baris · versi baru';
comment on column perubahan.periode is 'bagian tahun angka, kosong bila setahun · kode · pembacaan';
comment on column perubahan.versi_pagu is 'versi pagu yang berubah, kosong bila dokumen tidak menyebutnya · teks · pembacaan';

create table tabel (
    tabel_id integer primary key,
    dokumen_id integer not null references dokumen (dokumen_id),
    tabel varchar not null,
    judul varchar not null,
    keluarga varchar not null,
    jenis_dokumen varchar not null references jenis_dokumen (jenis_dokumen),
    unit varchar check (unit in ('komisioner', 'sekretariat')),
    skala integer not null check (skala in (1, 1000, 1000000)),
    baris_awal integer not null,
    baris_akhir integer not null,
    unique (dokumen_id, tabel),
    check (baris_awal <= baris_akhir)
);
comment on table tabel is 'Tabel yang dikenali dalam dokumen; satu baris per tabel.';
comment on column tabel.tabel_id is 'nomor urut tabel dalam versi ini · bilangan · disusun saat membangun';
comment on column tabel.dokumen_id is 'dokumen yang memuat tabel · bilangan · pembacaan';
comment on column tabel.tabel is 'nama pendek tabel, unik dalam dokumen · teks · label tercetak atau nama dari pembaca';
comment on column tabel.judul is 'judul seperti tercetak di atas tabel · teks · dokumen';
comment on column tabel.keluarga is 'modul pembaca tabel ini; transkrip bila orang yang menyalinnya · teks · loaders/families';
comment on column tabel.jenis_dokumen is 'jenis dokumen yang diwakili tabel; PK dapat terlampir di LK · teks · judul tabel';
comment on column tabel.unit is 'penanda tangan PK/RKT, kosong bila tidak berlaku · teks · judul atau kepala tabel';
comment on column tabel.skala is 'pengali angka uang tercetak menjadi rupiah · bilangan · kepala tabel';
comment on column tabel.baris_awal is 'baris pertama tabel · nomor baris · dokumen';
comment on column tabel.baris_akhir is 'baris terakhir tabel · nomor baris · dokumen';

create table baris (
    dokumen_id integer not null references dokumen (dokumen_id),
    baris integer not null check (baris >= 1),
    tabel_id integer not null references tabel (tabel_id),
    halaman integer,
    tempat varchar,
    ocr boolean not null,
    teks varchar not null,
    nasib varchar not null check (nasib in ('dimuat', 'sambungan', 'judul', 'dikarantina')),
    primary key (dokumen_id, baris),
    unique (tabel_id, baris)
);
comment on table baris is 'Setiap baris tercetak dari setiap tabel yang dikenali, dengan nasibnya.';
comment on column baris.dokumen_id is 'dokumen · bilangan · pembacaan';
comment on column baris.baris is 'nomor baris dalam berkas teks, mulai 1 · nomor baris · dokumen';
comment on column baris.tabel_id is 'tabel yang memuat baris · bilangan · pembacaan';
comment on column baris.halaman is 'halaman, kosong untuk berkas teks · nomor halaman · dokumen';
comment on column baris.tempat is 'letak baris dalam kata-kata, kosong bila nomor barisnya sudah mengatakannya · teks · pembacaan';
comment on column baris.ocr is 'apakah hurufnya dikenali dari gambar (OCR) · ya/tidak · pembacaan';
comment on column baris.teks is 'isi baris seperti tercetak · teks · dokumen';
comment on column baris.nasib is 'apa yang terjadi pada baris · teks · pembacaan';

-- What is printed, by key: one row a wording, however many rows of however many documents print it.

create table tujuan (
    tujuan_id integer primary key,
    tujuan varchar not null unique check (length(tujuan) > 0)
);
comment on table tujuan is 'Tujuan seperti tercetak; satu baris per bunyi.';
comment on column tujuan.tujuan_id is 'nomor urut tujuan dalam versi ini · bilangan · disusun saat membangun';
comment on column tujuan.tujuan is 'bunyi tujuan yang menaungi indikator · teks · kepala bagian tabel';

create table sasaran (
    sasaran_id integer primary key,
    tingkat varchar not null check (tingkat in ('sasaran_strategis', 'program', 'kegiatan')),
    sasaran varchar not null check (length(sasaran) > 0),
    kode_sasaran_baku varchar references sasaran_baku (kode_sasaran_baku),
    keyakinan varchar check (keyakinan in ('pasti', 'mungkin', 'otomatis')),
    cara_padan varchar
        check (cara_padan in ('orang', 'kata_sama', 'tanpa_satker', 'bentuk_kata', 'kata_isian', 'ejaan')),
    unique (tingkat, sasaran),
    check ((kode_sasaran_baku is null) = (keyakinan is null)),
    check ((kode_sasaran_baku is null) = (cara_padan is null)),
    check ((cara_padan = 'orang') = (keyakinan in ('pasti', 'mungkin')))
);
comment on table sasaran is 'Sasaran seperti tercetak; satu baris per tingkat dan bunyi.';
comment on column sasaran.sasaran_id is 'nomor urut sasaran dalam versi ini · bilangan · disusun saat membangun';
comment on column sasaran.tingkat is 'tingkat sasaran · teks · susunan tabel';
comment on column sasaran.sasaran is 'bunyi sasaran yang menaungi indikator · teks · kolom sasaran';
comment on column sasaran.kode_sasaran_baku is 'sasaran baku, kosong selama belum dipadankan · kode · data/referensi/padanan_sasaran.csv atau loaders/matching';
comment on column sasaran.keyakinan is 'keyakinan padanan sasaran · teks · data/referensi/padanan_sasaran.csv atau loaders/matching';
comment on column sasaran.cara_padan is 'bagaimana padanan sasaran ditemukan, seperti pada indikator · kode · loaders/matching';

create table program_tercetak (
    program_id integer primary key,
    kode_program varchar check (regexp_full_match(kode_program, '076[.][0-9]{2}[.]([A-Z]{2}|[0-9]{2})')),
    program varchar check (length(program) > 0),
    kunci_program varchar,
    kode_acuan varchar references program (kode_program),
    check (kode_program is not null or program is not null),
    check (program is null or kunci_program is not null),
    check (kode_acuan is null or kunci_program = kode_acuan)
);
create unique index program_tercetak_satu on program_tercetak (coalesce(kode_program, ''), coalesce(program, ''));
comment on table program_tercetak is 'Program seperti tercetak; satu baris per kode dan bunyi. Daftar acuannya: tabel program.';
comment on column program_tercetak.program_id is 'nomor urut program tercetak dalam versi ini · bilangan · disusun saat membangun';
comment on column program_tercetak.kode_program is 'kode program bila tercetak, selalu dari bagian anggaran KPU: 076, unit, program (076.01.WA); boleh kode yang belum ada di daftar, tidak boleh berbentuk lain · kode · sel tabel';
comment on column program_tercetak.program is 'bunyi program, kosong bila hanya kodenya tercetak · teks · sel tabel atau kepala bagiannya';
comment on column program_tercetak.kunci_program is 'program untuk disaring dan dibandingkan: kode_acuan bila dikenal, selain itu huruf kecil dan angkanya saja, tanpa “program” di depan dan tanpa salah ketik atas kata daftar · teks · kode_acuan, program';
comment on column program_tercetak.kode_acuan is 'kode dalam daftar acuan, dari kode tercetak atau dari bunyi (juga yang salah ketik satu huruf) yang hanya milik satu program · kode · data/referensi/program.csv';

create table kegiatan_tercetak (
    kegiatan_id integer primary key,
    kode_kegiatan varchar check (regexp_full_match(kode_kegiatan, '[0-9]{4}')),
    kegiatan varchar check (length(kegiatan) > 0),
    kunci_kegiatan varchar,
    kode_acuan varchar references kegiatan (kode_kegiatan),
    check (kode_kegiatan is not null or kegiatan is not null),
    check (kegiatan is null or kunci_kegiatan is not null),
    check (kode_acuan is null or kunci_kegiatan = kode_acuan)
);
create unique index kegiatan_tercetak_satu on kegiatan_tercetak (coalesce(kode_kegiatan, ''), coalesce(kegiatan, ''));
comment on table kegiatan_tercetak is 'Kegiatan seperti tercetak; satu baris per kode dan bunyi. Daftar acuannya: tabel kegiatan.';
comment on column kegiatan_tercetak.kegiatan_id is 'nomor urut kegiatan tercetak dalam versi ini · bilangan · disusun saat membangun';
comment on column kegiatan_tercetak.kode_kegiatan is 'kode kegiatan empat angka bila tercetak · kode · sel tabel';
comment on column kegiatan_tercetak.kegiatan is 'bunyi kegiatan, kosong bila hanya kodenya tercetak · teks · sel tabel atau kepala bagiannya';
comment on column kegiatan_tercetak.kunci_kegiatan is 'kegiatan untuk disaring dan dibandingkan: kode_acuan bila dikenal, selain itu huruf kecil dan angkanya saja, tanpa salah ketik atas kata daftar · teks · kode_acuan, kegiatan';
comment on column kegiatan_tercetak.kode_acuan is 'kode dalam daftar acuan, dari kode tercetak atau dari bunyi (juga yang salah ketik satu huruf) yang hanya milik satu kegiatan · kode · data/referensi/kegiatan.csv';

create table kro (
    kro_id integer primary key,
    kode_kro varchar check (regexp_full_match(kode_kro, '[A-Z]{3}')),
    kro varchar check (length(kro) > 0),
    check (kode_kro is not null or kro is not null)
);
create unique index kro_satu on kro (coalesce(kode_kro, ''), coalesce(kro, ''));
comment on table kro is 'Klasifikasi rincian output seperti tercetak; satu baris per kode dan bunyi.';
comment on column kro.kro_id is 'nomor urut KRO dalam versi ini · bilangan · disusun saat membangun';
comment on column kro.kode_kro is 'kode klasifikasi rincian output bila tercetak · kode · sel tabel';
comment on column kro.kro is 'nama klasifikasi rincian output · teks · sel tabel';

create table ro (
    ro_id integer primary key,
    kode_ro varchar check (regexp_full_match(kode_ro, '[0-9A-Z]{3}')),
    ro varchar check (length(ro) > 0),
    check (kode_ro is not null or ro is not null)
);
create unique index ro_satu on ro (coalesce(kode_ro, ''), coalesce(ro, ''));
comment on table ro is 'Rincian output seperti tercetak; satu baris per kode dan bunyi.';
comment on column ro.ro_id is 'nomor urut RO dalam versi ini · bilangan · disusun saat membangun';
comment on column ro.kode_ro is 'kode rincian output (sebelum 2021: output) bila tercetak · kode · sel tabel';
comment on column ro.ro is 'bunyi rincian output; kosong bila barisnya bukan RO dan hanya kodenya tercetak · teks · sel tabel';

create table gabungan_divisi (
    gabungan_divisi_id integer primary key,
    divisi varchar not null check (length(divisi) > 0),
    asal_divisi varchar not null
        check (asal_divisi in ('tertulis', 'lewat_subbagian', 'tertulis dan lewat_subbagian', 'turunan')),
    unique (divisi, asal_divisi)
);
comment on table gabungan_divisi is 'Teks gabungan divisi sebuah indikator atau baris anggaran, disusun dari indikator_divisi dan pagu_divisi agar tidak digabung lagi setiap kali ditanya.';
comment on column gabungan_divisi.gabungan_divisi_id is 'nomor urut gabungan dalam versi ini · bilangan · disusun saat membangun';
comment on column gabungan_divisi.divisi is 'divisi baku, dipisah titik koma bila beberapa · teks · unit_pelaksana atau katalog';
comment on column gabungan_divisi.asal_divisi is 'bagaimana divisi diketahui: tertulis di dokumen, lewat_subbagian yang tertulis di sana, keduanya, atau turunan dari katalog · teks · loaders/matching';

create table indikator (
    indikator_id integer primary key,
    tabel_id integer not null references tabel (tabel_id),
    baris integer not null,
    baris_akhir integer not null,
    tingkat varchar not null check (tingkat in ('sasaran_strategis', 'program', 'kegiatan')),
    tujuan_id integer references tujuan (tujuan_id),
    program_id integer references program_tercetak (program_id),
    kegiatan_id integer references kegiatan_tercetak (kegiatan_id),
    sasaran_id integer references sasaran (sasaran_id),
    indikator varchar not null check (length(indikator) > 0),
    nomor_tercetak varchar,
    unit_pelaksana varchar,
    gabungan_divisi_id integer references gabungan_divisi (gabungan_divisi_id),
    kode_baku varchar references indikator_baku (kode_baku),
    keyakinan varchar check (keyakinan in ('pasti', 'mungkin', 'otomatis')),
    cara_padan varchar
        check (cara_padan in ('orang', 'kata_sama', 'tanpa_satker', 'bentuk_kata', 'kata_isian', 'ejaan')),
    catatan_baca varchar,
    kolom_dikoreksi varchar,
    kunci_bunyi varchar not null,
    unique (tabel_id, baris),
    check (baris <= baris_akhir),
    check ((kode_baku is null) = (keyakinan is null)),
    check ((cara_padan = 'orang') = (keyakinan in ('pasti', 'mungkin'))),
    foreign key (tabel_id, baris) references baris (tabel_id, baris)
);
comment on table indikator is 'Indikator seperti tercetak dalam tabelnya; satu baris per baris tabel.';
comment on column indikator.indikator_id is 'nomor urut indikator dalam versi ini · bilangan · disusun saat membangun';
comment on column indikator.tabel_id is 'tabel yang memuat indikator · bilangan · pembacaan';
comment on column indikator.baris is 'baris tempat indikator mulai tercetak · nomor baris · dokumen';
comment on column indikator.baris_akhir is 'baris terakhir indikator, termasuk sambungan · nomor baris · dokumen';
comment on column indikator.tingkat is 'tingkat sasaran · teks · susunan tabel';
comment on column indikator.tujuan_id is 'tujuan yang menaungi · bilangan · susunan tabel';
comment on column indikator.program_id is 'program yang menaungi · bilangan · susunan tabel';
comment on column indikator.kegiatan_id is 'kegiatan yang menaungi · bilangan · susunan tabel';
comment on column indikator.sasaran_id is 'sasaran yang menaungi · bilangan · susunan tabel';
comment on column indikator.indikator is 'teks indikator, sambungan disatukan, salah ketik dibiarkan · teks · kolom indikator';
comment on column indikator.nomor_tercetak is 'nomor indikator bila tercetak, misalnya 9.2 · teks · label indikator';
comment on column indikator.unit_pelaksana is 'unit pelaksana seperti tercetak · teks · kolom unit organisasi pelaksana';
comment on column indikator.gabungan_divisi_id is 'teks gabungan divisinya, kosong bila tidak ada · bilangan · indikator_divisi';
comment on column indikator.kode_baku is 'indikator baku, kosong bila belum dipadankan · kode · data/referensi/padanan.csv';
comment on column indikator.keyakinan is 'keyakinan padanan · teks · data/referensi/padanan.csv atau loaders/matching';
comment on column indikator.cara_padan is 'bagaimana padanan ditemukan: orang yang memutuskan, atau kata yang sama setelah huruf dan urutannya (kata_sama), nama satker dan tahunnya (tanpa_satker), bentuk katanya (bentuk_kata), kata yang tidak berarti (kata_isian) atau satu huruf salah (ejaan) dikesampingkan · kode · loaders/matching';
comment on column indikator.catatan_baca is 'aturan mekanis tingkat baris yang dipakai membaca, misalnya sel_bergeser · kode · pembacaan';
comment on column indikator.kolom_dikoreksi is 'kolom baris ini yang ditetapkan orang, dipisah koma · teks · data/koreksi atau data/transkrip';
comment on column indikator.kunci_bunyi is 'bunyi indikator untuk dibandingkan: hurufnya saja, tanpa nama satker dan kata pengisi · teks · indikator';

create table indikator_divisi (
    indikator_id integer not null references indikator (indikator_id),
    kode_divisi varchar not null references divisi (kode_divisi),
    urutan smallint not null check (urutan >= 1),
    asal varchar not null check (asal in ('tertulis', 'lewat_subbagian', 'turunan')),
    primary key (indikator_id, kode_divisi),
    unique (indikator_id, urutan)
);
comment on table indikator_divisi is 'Divisi yang mengurus indikator; satu baris per divisi, dengan asalnya.';
comment on column indikator_divisi.indikator_id is 'indikator · bilangan · pembacaan';
comment on column indikator_divisi.kode_divisi is 'divisi · kode · data/referensi/divisi.csv';
comment on column indikator_divisi.urutan is 'urutan divisi pada baris itu, menurut divisi.csv · bilangan · loaders/matching';
comment on column indikator_divisi.asal is 'tertulis di unit pelaksana, lewat_subbagian yang disebut di sana, atau turunan dari katalog · teks · loaders/matching';

create table target (
    indikator_id integer not null references indikator (indikator_id),
    tahun smallint not null check (tahun between 2000 and 2100),
    nilai_teks varchar not null,
    nilai double check (nilai >= 0),
    nilai_ordinal varchar,
    satuan varchar,
    keadaan varchar not null check (keadaan in ('ada', 'tidak_ditargetkan', 'kosong', 'diperbaiki', 'dikoreksi', 'rusak')),
    aturan_baca varchar,
    periode varchar references periode (periode),
    nilai_bawah double check (nilai_bawah >= 0),
    nilai_atas double,
    check (keadaan not in ('ada', 'diperbaiki') or coalesce(nilai, nilai_bawah) is not null or nilai_ordinal is not null),
    check (
        keadaan not in ('tidak_ditargetkan', 'kosong', 'rusak')
        or (nilai is null and nilai_ordinal is null and nilai_bawah is null)
    ),
    check ((nilai_bawah is null) = (nilai_atas is null)),
    check (nilai_bawah <= nilai_atas)
);
create unique index target_satu on target (indikator_id, tahun, coalesce(periode, ''));
comment on table target is 'Target; satu baris per indikator, tahun dan periode.';
comment on column target.indikator_id is 'indikator · bilangan · pembacaan';
comment on column target.tahun is 'tahun target · tahun · kepala tabel atau dokumen';
comment on column target.nilai_teks is 'target seperti tercetak · teks · sel tabel';
comment on column target.nilai is 'target sebagai bilangan dalam satuannya (77,5 % = 77,5); tidak pernah negatif: persen, jumlah dan indeks tidak mengenalnya, dan tanda kurang di depan angka tidak dibaca sebagai bilangan · satuan · nilai_teks';
comment on column target.nilai_ordinal is 'target berupa predikat atau opini, ejaan baku · teks · nilai_teks';
comment on column target.satuan is 'satuan seperti tercetak; kosong bila tidak tercetak · teks · nilai_teks atau kepala kolom';
comment on column target.keadaan is 'cara nilai diperoleh; dikoreksi bila nilai itu atau kata pada barisnya ditetapkan orang · teks · pembacaan';
comment on column target.aturan_baca is 'aturan perbaikan bernama bila diperbaiki · kode · pembacaan';
comment on column target.periode is 'bagian tahun angka ini, kosong bila setahun · kode · kepala tabel atau dokumen';
comment on column target.nilai_bawah is 'batas bawah bila target berupa rentang · satuan · nilai_teks';
comment on column target.nilai_atas is 'batas atas bila target berupa rentang · satuan · nilai_teks';

create table realisasi (
    indikator_id integer not null references indikator (indikator_id),
    tahun smallint not null check (tahun between 2000 and 2100),
    realisasi_teks varchar not null,
    realisasi double check (realisasi >= 0),
    realisasi_ordinal varchar,
    satuan varchar,
    capaian_tercetak_teks varchar,
    capaian_tercetak double,
    capaian_hitung double check (capaian_hitung >= 0),
    alasan_capaian varchar,
    aturan_capaian varchar,
    terpenuhi boolean,
    keadaan varchar not null check (keadaan in ('ada', 'tidak_ditargetkan', 'kosong', 'diperbaiki', 'dikoreksi', 'rusak')),
    aturan_baca varchar,
    periode varchar references periode (periode),
    realisasi_bawah double check (realisasi_bawah >= 0),
    realisasi_atas double,
    check (
        keadaan not in ('ada', 'diperbaiki')
        or coalesce(realisasi, realisasi_bawah) is not null or realisasi_ordinal is not null
    ),
    check ((realisasi_bawah is null) = (realisasi_atas is null)),
    check (realisasi_bawah <= realisasi_atas)
);
create unique index realisasi_satu on realisasi (indikator_id, tahun, coalesce(periode, ''));
comment on table realisasi is 'Realisasi; satu baris per indikator, tahun dan periode, dengan capaian seperti tercetak.';
comment on column realisasi.indikator_id is 'indikator · bilangan · pembacaan';
comment on column realisasi.tahun is 'tahun realisasi · tahun · dokumen';
comment on column realisasi.realisasi_teks is 'realisasi seperti tercetak · teks · sel tabel';
comment on column realisasi.realisasi is 'realisasi sebagai bilangan dalam satuannya, tidak pernah negatif seperti targetnya · satuan · realisasi_teks';
comment on column realisasi.realisasi_ordinal is 'realisasi berupa predikat atau opini · teks · realisasi_teks';
comment on column realisasi.satuan is 'satuan seperti tercetak · teks · realisasi_teks atau kepala kolom';
comment on column realisasi.capaian_tercetak_teks is 'capaian seperti tercetak · teks · sel tabel';
comment on column realisasi.capaian_tercetak is 'capaian tercetak sebagai bilangan, kosong bila tercetak huruf · persen · capaian_tercetak_teks';
comment on column realisasi.capaian_hitung is 'capaian yang dihitung, tanpa batas atas · persen · queries/rules/capaian.toml';
comment on column realisasi.alasan_capaian is 'mengapa capaian tidak dihitung · kode · queries/comparisons/capaian.py';
comment on column realisasi.aturan_capaian is 'rumus yang dipakai · kode · queries/rules/capaian.toml';
comment on column realisasi.terpenuhi is 'untuk predikat dan opini: apakah realisasi memenuhi target · ya atau tidak · queries/comparisons/capaian.py';
comment on column realisasi.keadaan is 'cara nilai diperoleh; dikoreksi bila nilai itu atau kata pada barisnya ditetapkan orang · teks · pembacaan';
comment on column realisasi.aturan_baca is 'aturan perbaikan bernama bila diperbaiki · kode · pembacaan';
comment on column realisasi.periode is 'bagian tahun angka ini, kosong bila setahun · kode · kepala tabel atau dokumen';
comment on column realisasi.realisasi_bawah is 'batas bawah bila realisasi berupa rentang · satuan · realisasi_teks';
comment on column realisasi.realisasi_atas is 'batas atas bila realisasi berupa rentang · satuan · realisasi_teks';

create table mata_anggaran (
    mata_anggaran_id integer primary key,
    tabel_id integer not null references tabel (tabel_id),
    baris integer not null,
    baris_akhir integer not null,
    tingkat varchar not null check (tingkat in ('total', 'program', 'kegiatan', 'kro', 'ro', 'sasaran', 'indikator')),
    program_id integer references program_tercetak (program_id),
    kegiatan_id integer references kegiatan_tercetak (kegiatan_id),
    kro_id integer references kro (kro_id),
    ro_id integer references ro (ro_id),
    uraian varchar not null check (length(uraian) > 0),
    indikator_id integer references indikator (indikator_id),
    catatan_baca varchar,
    kolom_dikoreksi varchar,
    kode_sasaran_baku varchar references sasaran_baku (kode_sasaran_baku),
    gabungan_divisi_id integer references gabungan_divisi (gabungan_divisi_id),
    unique (tabel_id, baris, tingkat),
    check (baris <= baris_akhir),
    foreign key (tabel_id, baris) references baris (tabel_id, baris)
);
comment on table mata_anggaran is 'Baris anggaran seperti tercetak (program, kegiatan, KRO, RO, sasaran, indikator, total).';
comment on column mata_anggaran.mata_anggaran_id is 'nomor urut baris anggaran dalam versi ini · bilangan · disusun saat membangun';
comment on column mata_anggaran.tabel_id is 'tabel yang memuat baris anggaran · bilangan · pembacaan';
comment on column mata_anggaran.baris is 'baris tempat baris anggaran mulai tercetak · nomor baris · dokumen';
comment on column mata_anggaran.baris_akhir is 'baris terakhir, termasuk sambungan · nomor baris · dokumen';
comment on column mata_anggaran.tingkat is 'tingkat baris anggaran · teks · susunan tabel';
comment on column mata_anggaran.program_id is 'program baris ini: kode dan bunyinya · bilangan · sel tabel atau susunannya';
comment on column mata_anggaran.kegiatan_id is 'kegiatan baris ini: kode dan bunyinya · bilangan · sel tabel atau susunannya';
comment on column mata_anggaran.kro_id is 'KRO baris ini: kode dan bunyinya · bilangan · sel tabel atau susunannya';
comment on column mata_anggaran.ro_id is 'RO baris ini: kode dan bunyinya · bilangan · sel tabel atau susunannya';
comment on column mata_anggaran.uraian is 'uraian baris anggaran · teks · sel tabel';
comment on column mata_anggaran.indikator_id is 'indikator pada baris tabel yang sama, bila ada · bilangan · pembacaan';
comment on column mata_anggaran.catatan_baca is 'aturan mekanis tingkat baris yang dipakai membaca · kode · pembacaan';
comment on column mata_anggaran.kolom_dikoreksi is 'kolom baris ini yang ditetapkan orang, dipisah koma · teks · data/koreksi atau data/transkrip';
comment on column mata_anggaran.gabungan_divisi_id is 'teks gabungan divisinya, kosong bila tidak ada · bilangan · pagu_divisi';
comment on column mata_anggaran.kode_sasaran_baku is 'sasaran baku baris anggaran sebuah sasaran, atau sasaran yang menaungi indikator pada baris itu · kode · loaders/matching';

create table pagu_divisi (
    mata_anggaran_id integer not null references mata_anggaran (mata_anggaran_id),
    kode_divisi varchar not null references divisi (kode_divisi),
    urutan smallint not null check (urutan >= 1),
    asal varchar not null check (asal in ('tertulis', 'lewat_subbagian', 'turunan')),
    primary key (mata_anggaran_id, kode_divisi),
    unique (mata_anggaran_id, urutan)
);
comment on table pagu_divisi is 'Divisi yang mengurus baris anggaran; satu baris per divisi, dengan asalnya.';
comment on column pagu_divisi.mata_anggaran_id is 'baris anggaran · bilangan · pembacaan';
comment on column pagu_divisi.kode_divisi is 'divisi · kode · data/referensi/divisi.csv';
comment on column pagu_divisi.urutan is 'urutan divisi pada baris itu, menurut divisi.csv · bilangan · loaders/matching';
comment on column pagu_divisi.asal is 'tertulis di unit pelaksana indikator pada baris itu, lewat_subbagian yang disebut di sana, atau turunan: dari katalog indikatornya, atau dari satu-satunya divisi semua indikator sasaran itu dalam dokumennya · teks · loaders/matching, loaders/publish';

create table pagu (
    mata_anggaran_id integer not null references mata_anggaran (mata_anggaran_id),
    tahun smallint check (tahun between 2000 and 2100),
    pagu_teks varchar not null,
    pagu bigint check (pagu >= 0),
    keadaan varchar not null check (keadaan in ('ada', 'tidak_ditargetkan', 'kosong', 'diperbaiki', 'dikoreksi', 'rusak')),
    aturan_baca varchar,
    periode varchar references periode (periode),
    versi_pagu varchar check (regexp_full_match(versi_pagu, 'awal|revisi [1-9][0-9]?')),
    berlaku boolean not null default true,
    check (keadaan not in ('ada', 'diperbaiki') or pagu is not null),
    check (keadaan not in ('tidak_ditargetkan', 'kosong', 'rusak') or pagu is null),
    check (tahun is not null or periode is null),
    check (berlaku or versi_pagu is not null)
);
create unique index pagu_satu
    on pagu (mata_anggaran_id, coalesce(tahun, 0), coalesce(periode, ''), coalesce(versi_pagu, ''));
create unique index pagu_berlaku_satu
    on pagu (mata_anggaran_id, coalesce(tahun, 0), coalesce(periode, ''), case when berlaku then '' else versi_pagu end);
comment on table pagu is 'Pagu; satu baris per baris anggaran, tahun, periode dan versi pagu. Tahun kosong = kolom jumlah seluruh tahun.';
comment on column pagu.mata_anggaran_id is 'baris anggaran · bilangan · pembacaan';
comment on column pagu.tahun is 'tahun pagu; kosong untuk kolom jumlah seluruh tahun · tahun · kepala tabel';
comment on column pagu.pagu_teks is 'pagu seperti tercetak · teks · sel tabel';
comment on column pagu.pagu is 'pagu · rupiah penuh · pagu_teks dikali skala tabel';
comment on column pagu.keadaan is 'cara nilai diperoleh; dikoreksi bila nilai itu atau kata pada barisnya ditetapkan orang · teks · pembacaan';
comment on column pagu.aturan_baca is 'aturan perbaikan bernama bila diperbaiki · kode · pembacaan';
comment on column pagu.periode is 'bagian tahun angka ini, kosong bila setahun · kode · kepala tabel atau dokumen';
comment on column pagu.versi_pagu is 'pagu awal atau revisi keberapa, kosong bila dokumen tidak membedakannya · teks · kepala tabel atau dokumen';
comment on column pagu.berlaku is 'apakah versi ini yang berlaku; angka di halaman dihitung darinya · ya/tidak · versi_pagu';

create table realisasi_anggaran (
    mata_anggaran_id integer not null references mata_anggaran (mata_anggaran_id),
    tahun smallint not null check (tahun between 2000 and 2100),
    realisasi_teks varchar not null,
    realisasi bigint check (realisasi >= 0),
    persen_tercetak double,
    tvro double,
    rvro double,
    efisiensi_tercetak double,
    keadaan varchar not null check (keadaan in ('ada', 'tidak_ditargetkan', 'kosong', 'diperbaiki', 'dikoreksi', 'rusak')),
    aturan_baca varchar,
    periode varchar references periode (periode),
    check (keadaan not in ('ada', 'diperbaiki') or realisasi is not null)
);
create unique index realisasi_anggaran_satu on realisasi_anggaran (mata_anggaran_id, tahun, coalesce(periode, ''));
comment on table realisasi_anggaran is 'Realisasi anggaran; satu baris per baris anggaran, tahun dan periode.';
comment on column realisasi_anggaran.mata_anggaran_id is 'baris anggaran · bilangan · pembacaan';
comment on column realisasi_anggaran.tahun is 'tahun anggaran · tahun · dokumen';
comment on column realisasi_anggaran.realisasi_teks is 'realisasi seperti tercetak · teks · sel tabel';
comment on column realisasi_anggaran.realisasi is 'realisasi · rupiah penuh · realisasi_teks';
comment on column realisasi_anggaran.persen_tercetak is 'persentase realisasi seperti tercetak · persen · sel tabel';
comment on column realisasi_anggaran.tvro is 'target volume RO · volume · sel tabel';
comment on column realisasi_anggaran.rvro is 'realisasi volume RO · volume · sel tabel';
comment on column realisasi_anggaran.efisiensi_tercetak is 'efisiensi seperti tercetak · persen · sel tabel';
comment on column realisasi_anggaran.keadaan is 'cara nilai diperoleh; dikoreksi bila nilai itu atau kata pada barisnya ditetapkan orang · teks · pembacaan';
comment on column realisasi_anggaran.aturan_baca is 'aturan perbaikan bernama bila diperbaiki · kode · pembacaan';
comment on column realisasi_anggaran.periode is 'bagian tahun angka ini, kosong bila setahun · kode · kepala tabel atau dokumen';

create table hambatan (
    dokumen_id integer not null references dokumen (dokumen_id),
    tahun smallint not null,
    nomor integer not null,
    aspek varchar,
    hambatan varchar,
    keterangan varchar,
    upaya varchar,
    tabel_id integer not null references tabel (tabel_id),
    baris integer not null,
    baris_akhir integer not null,
    kolom_dikoreksi varchar,
    primary key (dokumen_id, nomor),
    unique (dokumen_id, baris),
    check (hambatan is not null or upaya is not null),
    check (baris <= baris_akhir),
    foreign key (tabel_id, baris) references baris (tabel_id, baris)
);
comment on table hambatan is 'Hambatan dan upaya seperti tercetak dalam tabel LK; satu baris per hambatan.';
comment on column hambatan.dokumen_id is 'dokumen · bilangan · pembacaan';
comment on column hambatan.tahun is 'tahun laporan · tahun · dokumen';
comment on column hambatan.nomor is 'nomor urut dalam dokumen, menurut letak tercetaknya · bilangan · disusun saat membangun';
comment on column hambatan.aspek is 'aspek yang dibahas · teks · dokumen';
comment on column hambatan.hambatan is 'hambatan · teks · dokumen';
comment on column hambatan.keterangan is 'keterangan · teks · dokumen';
comment on column hambatan.upaya is 'upaya mengatasi · teks · dokumen';
comment on column hambatan.tabel_id is 'tabel yang memuat hambatan · bilangan · pembacaan';
comment on column hambatan.baris is 'baris tempat hambatan mulai tercetak · nomor baris · dokumen';
comment on column hambatan.baris_akhir is 'baris terakhir, termasuk sambungan · nomor baris · dokumen';
comment on column hambatan.kolom_dikoreksi is 'kolom baris ini yang ditetapkan orang, dipisah koma · teks · data/koreksi';

create table kalimat (
    dokumen_id integer not null references dokumen (dokumen_id),
    baris integer not null,
    jenis varchar not null check (jenis in ('pagu', 'skor', 'klaim_serapan')),
    uraian varchar not null,
    nilai double not null,
    teks varchar not null,
    primary key (dokumen_id, baris, jenis)
);
comment on table kalimat is 'Kalimat yang menyebut angka dan harus cocok dengan tabel dokumennya.';
comment on column kalimat.dokumen_id is 'dokumen · bilangan · pembacaan';
comment on column kalimat.baris is 'baris tempat kalimat mulai · nomor baris · dokumen';
comment on column kalimat.jenis is 'apa yang disebut kalimat · teks · pembacaan';
comment on column kalimat.uraian is 'hal yang disebut, misalnya nama program atau predikat · teks · dokumen';
comment on column kalimat.nilai is 'angka yang disebut · rupiah, nilai atau persen menurut jenis · dokumen';
comment on column kalimat.teks is 'baris seperti tercetak · teks · dokumen';

create table aturan (
    kode_aturan varchar primary key,
    nama_aturan varchar not null unique,
    keparahan varchar not null check (keparahan in ('kritis', 'peringatan', 'catatan')),
    kalimat varchar not null,
    penting varchar not null,
    sumber varchar not null,
    tanda varchar not null check (tanda in ('A', 'B', 'C', 'D')),
    toleransi varchar not null,
    diperiksa integer not null check (diperiksa >= 0),
    temuan integer not null check (temuan >= 0)
);
comment on table aturan is 'Aturan temuan: setiap aturan yang dijalankan dalam versi ini, dengan jumlah yang diperiksa.';
comment on column aturan.kode_aturan is 'kode aturan · teks · loaders/checks';
comment on column aturan.nama_aturan is 'nama aturan · teks · loaders/checks';
comment on column aturan.keparahan is 'keparahan bawaan · teks · loaders/checks';
comment on column aturan.kalimat is 'aturan dalam satu kalimat · teks · loaders/checks';
comment on column aturan.penting is 'mengapa penting · teks · loaders/checks';
comment on column aturan.sumber is 'sumber aturan · teks · loaders/checks';
comment on column aturan.tanda is 'tanda keyakinan sumber · huruf · loaders/checks';
comment on column aturan.toleransi is 'toleransi dan alasannya · teks · loaders/checks';
comment on column aturan.diperiksa is 'baris atau pasangan yang diperiksa · bilangan · pemeriksaan';
comment on column aturan.temuan is 'temuan yang dihasilkan · bilangan · pemeriksaan';

create table temuan (
    temuan_id integer primary key,
    kode_temuan varchar not null unique,
    kode_aturan varchar not null references aturan (kode_aturan),
    keparahan varchar not null check (keparahan in ('kritis', 'peringatan', 'catatan')),
    dokumen_id integer not null references dokumen (dokumen_id),
    tahun smallint,
    tahun_semua smallint[] not null,
    baris integer,
    dokumen_lain_id integer references dokumen (dokumen_id),
    baris_lain integer,
    uraian varchar not null,
    nilai_a varchar,
    nilai_b varchar,
    periode varchar references periode (periode)
);
comment on table temuan is 'Temuan pemeriksaan: fakta yang bertentangan, dengan kedua tempatnya.';
comment on column temuan.temuan_id is 'nomor urut temuan dalam versi ini · bilangan · disusun saat membangun';
comment on column temuan.kode_temuan is 'kode tetap temuan untuk tautan, dari aturan dan tempatnya · teks · pemeriksaan';
comment on column temuan.kode_aturan is 'aturan · kode · loaders/checks';
comment on column temuan.keparahan is 'keparahan temuan ini · teks · loaders/checks';
comment on column temuan.dokumen_id is 'dokumen · bilangan · pemeriksaan';
comment on column temuan.tahun is 'tahun pertama yang disangkut · tahun · pemeriksaan';
comment on column temuan.tahun_semua is 'semua tahun yang disangkut · tahun · pemeriksaan';
comment on column temuan.baris is 'baris pertama · nomor baris · pemeriksaan';
comment on column temuan.dokumen_lain_id is 'dokumen pembanding bila ada · bilangan · pemeriksaan';
comment on column temuan.baris_lain is 'baris pembanding · nomor baris · pemeriksaan';
comment on column temuan.uraian is 'temuan dalam satu kalimat dengan angkanya · teks · pemeriksaan';
comment on column temuan.nilai_a is 'nilai pertama · teks · pemeriksaan';
comment on column temuan.nilai_b is 'nilai pembanding · teks · pemeriksaan';
comment on column temuan.periode is 'bagian tahun yang disangkut, kosong bila setahun · kode · pemeriksaan';

create table temuan_lingkup (
    temuan_id integer primary key references temuan (temuan_id),
    tahun_awal smallint not null,
    tahun_akhir smallint not null,
    semua_jenis varchar[] not null,
    semua_tingkat varchar[] not null,
    semua_unit varchar[] not null,
    semua_program varchar[] not null,
    semua_kegiatan varchar[] not null,
    semua_polaritas varchar[] not null,
    semua_baku varchar[] not null,
    semua_sasaran_baku varchar[] not null,
    semua_teks varchar not null
);
comment on table temuan_lingkup is 'Apa yang tercetak di kedua tempat temuan, agar saringan tidak mengumpulkannya lagi setiap kali ditanya.';
comment on column temuan_lingkup.temuan_id is 'temuan · bilangan · pemeriksaan';
comment on column temuan_lingkup.tahun_awal is 'tahun pertama dokumennya · tahun · dokumen';
comment on column temuan_lingkup.tahun_akhir is 'tahun terakhir dokumennya · tahun · dokumen';
comment on column temuan_lingkup.semua_jenis is 'jenis dokumen di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_tingkat is 'tingkat di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_unit is 'penanda tangan dan divisi di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_program is 'kunci program di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_kegiatan is 'kunci kegiatan di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_polaritas is 'arah indikator di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_baku is 'indikator baku di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_sasaran_baku is 'sasaran baku di kedua tempat · teks · v_angka';
comment on column temuan_lingkup.semua_teks is 'kata-kata temuan dan kedua tempatnya, untuk dicari · teks · temuan, v_angka';

create table karantina (
    karantina_id integer primary key,
    dokumen_id integer not null references dokumen (dokumen_id),
    baris integer not null,
    kolom varchar not null,
    kode_alasan varchar not null,
    alasan varchar not null,
    foreign key (dokumen_id, baris) references baris (dokumen_id, baris)
);
comment on table karantina is 'Bagian baris yang tidak dapat dibaca dengan pasti dan menunggu koreksi orang.';
comment on column karantina.karantina_id is 'nomor urut karantina dalam versi ini · bilangan · disusun saat membangun';
comment on column karantina.dokumen_id is 'dokumen · bilangan · pembacaan';
comment on column karantina.baris is 'baris yang dikarantina · nomor baris · dokumen';
comment on column karantina.kolom is 'kolom yang tidak terbaca · teks · pembacaan';
comment on column karantina.kode_alasan is 'kode alasan · teks · pembacaan';
comment on column karantina.alasan is 'alasan dalam satu kalimat · teks · pembacaan';

create table koreksi (
    dokumen_id integer not null references dokumen (dokumen_id),
    baris integer not null,
    kolom varchar not null,
    teks_lama varchar not null,
    nilai_baru varchar not null,
    alasan varchar not null,
    oleh varchar not null,
    tanggal date not null,
    primary key (dokumen_id, baris, kolom),
    foreign key (dokumen_id, baris) references baris (dokumen_id, baris)
);
comment on table koreksi is 'Koreksi orang yang dipakai dalam versi ini.';
comment on column koreksi.dokumen_id is 'dokumen · bilangan · data/koreksi';
comment on column koreksi.baris is 'baris yang dikoreksi · nomor baris · data/koreksi';
comment on column koreksi.kolom is 'kolom yang dikoreksi · teks · data/koreksi';
comment on column koreksi.teks_lama is 'teks yang tercetak pada baris itu (penjaga) · teks · data/koreksi';
comment on column koreksi.nilai_baru is 'nilai yang ditetapkan orang · teks · data/koreksi';
comment on column koreksi.alasan is 'mengapa dikoreksi · teks · data/koreksi';
comment on column koreksi.oleh is 'siapa yang mengoreksi · teks · data/koreksi';
comment on column koreksi.tanggal is 'kapan dikoreksi · tanggal · data/koreksi';

create table transkrip (
    transkrip_id integer primary key,
    dokumen_id integer not null,
    baris integer not null,
    baris_akhir integer not null,
    isi varchar not null check (isi in ('tabel', 'target', 'realisasi', 'anggaran', 'hambatan')),
    kolom varchar,
    alasan varchar,
    oleh varchar not null,
    tanggal date not null,
    foreign key (dokumen_id, baris) references baris (dokumen_id, baris),
    check (baris <= baris_akhir),
    check (kolom is null or alasan is not null)
);
comment on table transkrip is 'Yang disalin orang dari cetakan yang tidak terbaca oleh pembaca; satu baris per baris transkrip.';
comment on column transkrip.transkrip_id is 'nomor urut dalam versi ini · bilangan · disusun saat membangun';
comment on column transkrip.dokumen_id is 'dokumen · bilangan · data/transkrip';
comment on column transkrip.baris is 'baris pertama yang disalin · nomor baris · data/transkrip';
comment on column transkrip.baris_akhir is 'baris terakhir yang disalin · nomor baris · data/transkrip';
comment on column transkrip.isi is 'apa yang disalin: judul tabel, atau baris lembar target, realisasi, anggaran, hambatan · teks · data/transkrip';
comment on column transkrip.kolom is 'kolom yang ditetapkan orang karena cetakannya tidak menyebutnya begitu, dipisah koma; kosong bila semuanya seperti tercetak · teks · data/transkrip';
comment on column transkrip.alasan is 'mengapa dan menurut baris mana ditetapkan begitu · teks · data/transkrip';
comment on column transkrip.oleh is 'siapa yang menyalin · teks · data/transkrip';
comment on column transkrip.tanggal is 'kapan disalin · tanggal · data/transkrip';

create table usulan_padanan (
    isi varchar not null check (isi in ('indikator', 'sasaran')),
    teks varchar not null,
    urutan smallint not null check (urutan >= 1),
    kode varchar not null,
    skor double not null check (skor between 0 and 1),
    beda varchar not null,
    primary key (isi, teks, urutan)
);
comment on table usulan_padanan is 'Nama baku terdekat bagi bunyi yang belum dipadankan, untuk diputuskan orang; tidak dipakai menghitung.';
comment on column usulan_padanan.isi is 'apa yang belum dipadankan: indikator atau sasaran · teks · loaders/matching';
comment on column usulan_padanan.teks is 'bunyi seperti tercetak · teks · dokumen';
comment on column usulan_padanan.urutan is 'urutan usulan, 1 yang terdekat · bilangan · loaders/matching';
comment on column usulan_padanan.kode is 'indikator baku atau sasaran baku yang diusulkan · kode · loaders/matching';
comment on column usulan_padanan.skor is 'bagian kata yang sama · 0 sampai 1 · loaders/matching';
comment on column usulan_padanan.beda is 'kata yang hanya dimiliki salah satunya, dipisah koma · teks · loaders/matching';

create table pemuatan (
    dokumen_id integer primary key references dokumen (dokumen_id),
    tabel integer not null,
    baris integer not null,
    dimuat integer not null,
    sambungan integer not null,
    judul integer not null,
    dikarantina integer not null,
    koreksi integer not null,
    check (dimuat + sambungan + judul + dikarantina = baris)
);
comment on table pemuatan is 'Catatan pemuatan; satu baris per dokumen.';
comment on column pemuatan.dokumen_id is 'dokumen · bilangan · pemuatan';
comment on column pemuatan.tabel is 'jumlah tabel yang dikenali · tabel · pemuatan';
comment on column pemuatan.baris is 'jumlah baris tabel tercetak · baris · pemuatan';
comment on column pemuatan.dimuat is 'baris yang dimuat · baris · pemuatan';
comment on column pemuatan.sambungan is 'baris sambungan · baris · pemuatan';
comment on column pemuatan.judul is 'baris judul · baris · pemuatan';
comment on column pemuatan.dikarantina is 'baris yang dikarantina · baris · pemuatan';
comment on column pemuatan.koreksi is 'koreksi yang dipakai · koreksi · pemuatan';

create table simulasi (keterangan varchar primary key);
comment on table simulasi is 'Satu baris bila isi basis data ini DATA SIMULASI; kosong bila isinya dokumen sungguhan.';
comment on column simulasi.keterangan is 'apa yang disimulasikan · teks · berkas SIMULASI di folder data';

-- The four measures of a satker in a year, each a narrow result that names the printed rows it was taken from.

create table banding_capaian (
    kode_satker varchar not null references satker (kode_satker),
    tahun smallint not null,
    kunci varchar not null,
    indikator_id integer not null references indikator (indikator_id),
    status varchar not null check (status in ('tercapai', 'tidak tercapai', 'tak terhitung')),
    capaian double check (capaian >= 0),
    alasan varchar,
    jumlah_cetak integer not null check (jumlah_cetak >= 1),
    jumlah_berbeda integer not null check (jumlah_berbeda >= 0),
    primary key (kode_satker, tahun, kunci),
    check (jumlah_berbeda < jumlah_cetak)
);
comment on table banding_capaian is 'Capaian; satu baris per satker, tahun dan indikator, dari satu baris tercetak yang dipilih.';
comment on column banding_capaian.kode_satker is 'satker · kode Kemendagri · queries/comparisons/capaian.py';
comment on column banding_capaian.tahun is 'tahun realisasi · tahun · queries/comparisons/capaian.py';
comment on column banding_capaian.kunci is 'apa yang dianggap satu indikator: kode baku, atau kunci bunyinya · kode · queries/comparisons/capaian.py';
comment on column banding_capaian.indikator_id is 'baris tercetak yang dipilih · bilangan · queries/comparisons/capaian.py';
comment on column banding_capaian.status is 'tercapai, tidak tercapai atau tak terhitung · teks · queries/comparisons/capaian.py';
comment on column banding_capaian.capaian is 'capaian yang dihitung, tanpa batas atas; kosong bila tak terhitung atau predikat · persen · queries/comparisons/capaian.py';
comment on column banding_capaian.alasan is 'mengapa tidak ada persentasenya · kode · queries/comparisons/capaian.py';
comment on column banding_capaian.jumlah_cetak is 'berapa baris mencetak realisasi indikator ini · baris · queries/comparisons/capaian.py';
comment on column banding_capaian.jumlah_berbeda is 'berapa di antaranya mencetak realisasi lain · baris · queries/comparisons/capaian.py';

create table banding_serapan (
    mata_anggaran_id integer not null references mata_anggaran (mata_anggaran_id),
    tahun smallint not null,
    bagian varchar[] not null check (len(bagian) > 0),
    tabel_sumber varchar not null,
    sasaran_id integer references sasaran (sasaran_id),
    divisi varchar,
    asal_divisi varchar not null check (asal_divisi in ('tertulis', 'lewat_subbagian', 'turunan', 'tanpa divisi')),
    primary key (mata_anggaran_id, tahun),
    check ((divisi is null) = (asal_divisi = 'tanpa divisi'))
);
comment on table banding_serapan is 'Baris anggaran yang dihitung: baris tabel yang menjadi pagu acuan satker dan tahunnya, juga menurut program, kegiatan, divisi dan sasaran.';
comment on column banding_serapan.mata_anggaran_id is 'baris anggaran · bilangan · queries/comparisons/pagu.py';
comment on column banding_serapan.tahun is 'tahun anggaran · tahun · queries/comparisons/pagu.py';
comment on column banding_serapan.bagian is 'untuk apa baris ini dijumlahkan: satker, program, kegiatan, divisi, sasaran · teks · queries/rules/serapan.toml';
comment on column banding_serapan.tabel_sumber is 'tabel, atau nama bersama tabel bernomor urut, yang dipilih · teks · queries/comparisons/pagu.py';
comment on column banding_serapan.sasaran_id is 'sasaran baris ini bila tercetak bersama indikatornya · bilangan · pembacaan';
comment on column banding_serapan.divisi is 'divisi yang mengurus uang ini; beberapa dipisah titik koma · teks · queries/comparisons/pagu.py';
comment on column banding_serapan.asal_divisi is 'tertulis di baris indikatornya, lewat_subbagian, turunan dari katalog atau kegiatannya, atau tanpa divisi · teks · queries/comparisons/pagu.py';

create table selisih_serapan (
    kode_satker varchar not null references satker (kode_satker),
    tahun smallint not null,
    mata_anggaran_lain_id integer not null references mata_anggaran (mata_anggaran_id),
    pagu_lain bigint,
    realisasi_lain bigint,
    primary key (kode_satker, tahun)
);
comment on table selisih_serapan is 'Satker dan tahun yang pagu atau realisasinya tercetak lain dalam tabel lain; satu baris per satker dan tahun.';
comment on column selisih_serapan.kode_satker is 'satker · kode Kemendagri · queries/comparisons/pagu.py';
comment on column selisih_serapan.tahun is 'tahun anggaran · tahun · queries/comparisons/pagu.py';
comment on column selisih_serapan.mata_anggaran_lain_id is 'baris pertama tabel lain itu · bilangan · queries/comparisons/pagu.py';
comment on column selisih_serapan.pagu_lain is 'pagu menurut tabel lain · rupiah penuh · queries/comparisons/pagu.py';
comment on column selisih_serapan.realisasi_lain is 'realisasi menurut tabel lain, kosong bila tidak tercetak · rupiah penuh · queries/comparisons/pagu.py';

create table banding_konsistensi (
    kode_satker varchar not null references satker (kode_satker),
    tahun smallint not null,
    kunci varchar not null,
    mata_rantai varchar not null,
    jenis_awal varchar not null references jenis_dokumen (jenis_dokumen),
    jenis_akhir varchar not null references jenis_dokumen (jenis_dokumen),
    indikator_awal_id integer not null references indikator (indikator_id),
    indikator_akhir_id integer references indikator (indikator_id),
    status varchar not null check (status in ('sama', 'turun', 'naik', 'hilang', 'tak terbanding')),
    alasan varchar,
    melemah boolean,
    primary key (kode_satker, tahun, kunci, mata_rantai),
    check ((indikator_akhir_id is null) = (status = 'hilang')),
    check ((alasan is not null) = (status = 'tak terbanding'))
);
comment on table banding_konsistensi is 'Janji dari dokumen ke dokumen; satu baris per satker, tahun, indikator dan mata rantai.';
comment on column banding_konsistensi.kode_satker is 'satker · kode Kemendagri · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.tahun is 'tahun target · tahun · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.kunci is 'apa yang dianggap satu indikator: kode baku, atau kunci bunyinya · kode · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.mata_rantai is 'kedua dokumen yang berurutan, misalnya PK→LK · teks · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.jenis_awal is 'dokumen yang lebih dahulu · teks · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.jenis_akhir is 'dokumen berikutnya yang ada untuk tahun itu · teks · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.indikator_awal_id is 'baris tercetak di dokumen yang lebih dahulu · bilangan · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.indikator_akhir_id is 'baris tercetak di dokumen berikutnya, kosong bila janji itu hilang · bilangan · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.status is 'sama, turun, naik (angkanya; predikat menurut peringkatnya), hilang atau tak terbanding · teks · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.alasan is 'mengapa tidak dapat dibandingkan · kode · queries/comparisons/konsistensi.py';
comment on column banding_konsistensi.melemah is 'apakah perubahannya membuat janji lebih mudah menurut arah indikatornya · ya/tidak · queries/comparisons/konsistensi.py';

create table kelengkapan (
    kode_satker varchar not null references satker (kode_satker),
    tahun smallint not null,
    dokumen varchar not null,
    urutan smallint not null,
    keadaan varchar not null check (keadaan in ('ada', 'sebagian menunggu', 'belum')),
    dokumen_id integer references dokumen (dokumen_id),
    jumlah_menunggu integer not null check (jumlah_menunggu >= 0),
    jatuh_tempo date not null,
    primary key (kode_satker, tahun, dokumen),
    check ((dokumen_id is null) = (keadaan = 'belum'))
);
comment on table kelengkapan is 'Dokumen yang seharusnya ada; satu baris per satker, tahun dan dokumen, juga satker yang belum mengirim apa pun.';
comment on column kelengkapan.kode_satker is 'satker · kode Kemendagri · queries/comparisons/kelengkapan.py';
comment on column kelengkapan.tahun is 'tahun yang seharusnya dicakup · tahun · queries/comparisons/kelengkapan.py';
comment on column kelengkapan.dokumen is 'dokumen yang seharusnya ada · teks · queries/rules/kelengkapan.toml';
comment on column kelengkapan.urutan is 'urutan dokumen di layar · bilangan · queries/rules/kelengkapan.toml';
comment on column kelengkapan.keadaan is 'ada, sebagian menunggu orang, atau belum; belum berarti belum jatuh tempo bila jatuh_tempo masih di depan · teks · queries/comparisons/kelengkapan.py';
comment on column kelengkapan.dokumen_id is 'dokumen yang memuatnya, kosong bila belum ada · bilangan · queries/comparisons/kelengkapan.py';
comment on column kelengkapan.jumlah_menunggu is 'baris dokumen itu yang menunggu orang · baris · karantina';
comment on column kelengkapan.jatuh_tempo is 'hari terakhir dokumen itu seharusnya ada · tanggal · queries/rules/kelengkapan.toml';

create table skema (sidik varchar primary key);
comment on table skema is 'Dengan skema mana basis data ini dibangun; satu baris.';
comment on column skema.sidik is '12 angka heksadesimal dari sha256 kedua berkas skema · teks · loaders/schema';
