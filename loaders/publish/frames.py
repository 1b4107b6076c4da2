"""Records → one polars frame a database table, numbered in printed order.

What several rows print (tujuan, sasaran, program, kegiatan, KRO, RO) becomes one row a wording, which they name by key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, get_args

import polars as pl

from loaders import columns
from loaders.matching import Pemadan, judged, mended
from loaders.read import Bacaan
from loaders.readers import Lembar
from loaders.records import AsalDivisi, Hambatan, Indikator, MataAnggaran, Record, Tabel
from loaders.register import Dokumen, Lists
from loaders.values import Masa, name_key, wording_key

Row = dict[str, Any]
DivisiSasaran = dict[str, dict[str, AsalDivisi]]
"""Sasaran baku → the divisi of its money."""


@dataclass(frozen=True)
class Hasil:
    """A registered document, and what was read of it."""

    dokumen: Dokumen
    bacaan: Bacaan


@dataclass(frozen=True)
class Acuan:
    """Of the reference lists, what printed words are keyed by: name of a divisi → its code; printed code, or the key of
    a name that one row alone has → the code in the list; printed sasaran → sasaran baku; `kata`: words of names.
    """

    divisi: dict[str, str]
    program: dict[str, str]
    kegiatan: dict[str, str]
    sasaran: Pemadan
    indikator: Pemadan
    kata: frozenset[str]

    @staticmethod
    def of(lists: Lists) -> Acuan:
        """The same of lists as read."""
        divisi = dict(lists["divisi"].select("divisi", "kode_divisi").rows())
        names = _codes(lists, "program"), _codes(lists, "kegiatan")
        said = " ".join([*lists["program"]["program"], *lists["kegiatan"]["kegiatan"]]).lower()
        return Acuan(divisi, *names, judged(lists, "padanan_sasaran"), judged(lists), frozenset(_WORD.findall(said)))


_WORD = re.compile("[a-z]+")


def _codes(lists: Lists, name: str) -> dict[str, str]:
    rows = [(code, name_key(words)) for code, words in lists[name].select(f"kode_{name}", name).rows()]
    held = Counter(key for _, key in rows)
    return {code: code for code, _ in rows} | {key: code for code, key in rows if held[key] == 1}


_AT_ONCE = 20_000
"""Rows of a table that are held as Python objects, ten times the size of a frame, before they are laid into one."""


@dataclass
class Isi:
    """The rows of every fact table of the database, and the counters that number them.

    `rows`: the newest of each table; those before them are `laid` into frames already.
    """

    acuan: Acuan
    rows: dict[str, list[Row]] = field(default_factory=dict)
    laid: dict[str, list[pl.DataFrame]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    ids: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    names: dict[tuple[str | None, ...], int] = field(default_factory=dict)

    def add(self, table: str, **row: Any) -> int:  # noqa: ANN401 - a row holds text, numbers, dates and nulls
        """Append a row; returns its 1-based number within its table."""
        rows = self.rows.setdefault(table, [])
        if len(rows) >= _AT_ONCE:
            self._lay(table)
        rows.append(row)
        self.counts[table] = self.next_id(table)
        return self.counts[table]

    def _lay(self, table: str) -> None:
        rows = self.rows[table]
        self.laid.setdefault(table, []).append(pl.DataFrame(rows, infer_schema_length=None))
        rows.clear()

    def frame(self, table: str) -> pl.DataFrame:
        """All rows of a table so far; no columns where it has none."""
        if self.rows.get(table):
            self._lay(table)
        return pl.concat(self.laid.get(table, [pl.DataFrame()]), how="diagonal_relaxed")

    def last(self, table: str) -> Row:
        """The row of a table that was added last; empty where it has none."""
        return next(reversed(self.rows.get(table, [])), {})

    def next_id(self, table: str) -> int:
        """The number the next row of a table will get."""
        return self.counts.get(table, 0) + 1

    def key(self, table: str, **words: str | None) -> int:
        """The number of a wording in its table, given when it is first met."""
        known = (table, *words.values())
        if known not in self.ids:
            self.ids[known] = self.add(table, **{f"{table.removesuffix('_tercetak')}_id": self.next_id(table)}, **words)
        return self.ids[known]

    def sasaran(self, tingkat: str, words: str) -> int:
        """The number of a printed sasaran, with its sasaran baku where a person or a rule gives it one."""
        found = self.acuan.sasaran.match(words)
        said = (found.kode, found.keyakinan, found.cara) if found else (None, None, None)
        matched = dict(zip(("kode_sasaran_baku", "keyakinan", "cara_padan"), said, strict=True))
        return self.key("sasaran", tingkat=tingkat, sasaran=words, **matched)

    def named(self, name: str, kode: str | None, words: str | None) -> int | None:
        """The number of a printed program or kegiatan, with its code in the list where that is known; None of none.

        A misprint of a listed name is that name; those of one code, else of one wording, have one key.
        """
        if not (kode or words):
            return None
        if (name, kode, words) not in self.names:
            self.names[name, kode, words] = self._named(name, kode, words)
        return self.names[name, kode, words]

    def _named(self, name: str, kode: str | None, words: str | None) -> int:
        mean = name_key(mended(words, self.acuan.kata)) if words else None
        codes = getattr(self.acuan, name)
        listed = codes.get(kode) if kode else codes.get(name_key(words or "")) or codes.get(mean)
        kunci = listed or mean or kode
        printed = {f"kode_{name}": kode or None, name: words or None}
        return self.key(f"{name}_tercetak", **printed, **{f"kunci_{name}": kunci, "kode_acuan": listed})


def collect(results: Sequence[Hasil], lists: Lists) -> dict[str, pl.DataFrame]:
    """All fact tables as frames. Raises nothing: what is wrong with a row is refused by the schema's constraints."""
    isi = Isi(Acuan.of(lists))
    for dokumen_id, hasil in enumerate(results, start=1):
        _dokumen(isi, dokumen_id, hasil)
        divisi_of = _divisi_of_sasaran(isi, hasil.bacaan.tabel)
        for table in hasil.bacaan.tabel:
            _tabel(isi, dokumen_id, hasil.dokumen.tahun_akhir, hasil.bacaan.lembar, table, divisi_of)
    _usulan(isi)
    return {name: isi.frame(name) for name in isi.rows}


def _usulan(isi: Isi) -> None:
    """The nearest of the catalogues for every wording without one, for a person to decide."""
    no_match, of_sasaran = pl.col("keyakinan").is_null(), pl.col("tingkat") == "sasaran"
    unmatched = {name: _texts(isi.frame(name), name, no_match) for name in ("indikator", "sasaran")}
    without = of_sasaran & pl.col("kode_sasaran_baku").is_null()
    unmatched["sasaran"] += _texts(isi.frame("mata_anggaran"), "uraian", without)
    for name, pemadan in (("indikator", isi.acuan.indikator), ("sasaran", isi.acuan.sasaran)):
        for teks in dict.fromkeys(unmatched[name]):
            for urutan, u in enumerate(pemadan.propose(teks), start=1):
                said = {"kode": u.kode, "skor": u.skor, "beda": ", ".join(u.beda)}
                isi.add("usulan_padanan", isi=name, teks=teks, urutan=urutan, **said)


def _texts(frame: pl.DataFrame, column: str, where: pl.Expr) -> list[str]:
    """The texts of a column in the rows that are asked for; none of a table without rows."""
    return [] if frame.is_empty() else frame.filter(where)[column].to_list()


def _dokumen(isi: Isi, dokumen_id: int, hasil: Hasil) -> None:
    dok, bacaan = hasil.dokumen, hasil.bacaan
    isi.add(
        "dokumen",
        dokumen_id=dokumen_id,
        berkas=dok.path.name,
        kode_satker=dok.kode_satker,
        jenis_dokumen=dok.jenis,
        tahun_awal=dok.tahun_awal,
        tahun_akhir=dok.tahun_akhir,
        nomor=dok.nomor,
        tanggal=dok.tanggal,
        sumber=dok.sumber,
        sha256=dok.sha256,
        periode=dok.periode,
        jumlah_baris=len(bacaan.lembar.baris),
        baris_lewat=sum(run.baris for run in bacaan.lewat),
        catatan_berkas="\n".join([*bacaan.lembar.catatan, *bacaan.catatan, *bacaan.kolom_lewat]) or None,
    )
    fates = {nasib: bacaan.count(nasib) for nasib in ("dimuat", "sambungan", "judul", "dikarantina")}
    isi.add(
        "pemuatan",
        dokumen_id=dokumen_id,
        tabel=len(bacaan.tabel),
        baris=sum(len(t.nasib) for t in bacaan.tabel),
        **fates,
        koreksi=len(bacaan.koreksi),
    )
    for sentence in bacaan.kalimat:
        isi.add("kalimat", dokumen_id=dokumen_id, **asdict(sentence))
    for k in bacaan.koreksi:
        isi.add(
            "koreksi",
            dokumen_id=dokumen_id,
            baris=k.baris,
            kolom=k.kolom,
            teks_lama=k.teks_lama,
            nilai_baru=k.nilai_baru,
            alasan=k.alasan,
            oleh=k.oleh,
            tanggal=k.tanggal,
        )


def _tabel(isi: Isi, dokumen_id: int, tahun: int, lembar: Lembar, table: Tabel, divisi_of: DivisiSasaran) -> None:
    """`tahun`: the last of the document, of which its hambatan are."""
    tabel_id = isi.next_id("tabel")
    isi.add(
        "tabel",
        tabel_id=tabel_id,
        dokumen_id=dokumen_id,
        tabel=table.nama,
        judul=table.judul,
        keluarga=table.keluarga,
        jenis_dokumen=table.jenis,
        unit=table.unit,
        skala=table.skala,
        baris_awal=min(table.nasib),
        baris_akhir=max(table.nasib),
    )
    for nomor, nasib in sorted(table.nasib.items()):
        line = lembar.di(nomor)
        isi.add(
            "baris",
            dokumen_id=dokumen_id,
            baris=nomor,
            tabel_id=tabel_id,
            halaman=line.halaman,
            tempat=line.tempat,
            ocr=line.ocr,
            teks=line.teks,
            nasib=nasib,
        )
    for copied in table.transkrip:
        isi.add("transkrip", transkrip_id=isi.next_id("transkrip"), dokumen_id=dokumen_id, **asdict(copied))
    for k in table.keraguan:
        isi.add(
            "karantina",
            karantina_id=isi.next_id("karantina"),
            dokumen_id=dokumen_id,
            baris=k.baris,
            kolom=k.kolom,
            kode_alasan=k.kode,
            alasan=k.alasan,
        )
    by_line = {record.baris: (_indikator(isi, tabel_id, record), record) for record in table.indikator}
    for budget in table.anggaran:
        _anggaran(isi, tabel_id, budget, divisi_of, *by_line.get(budget.baris, (None, None)))
    for obstacle in table.hambatan:
        _hambatan(isi, dokumen_id, tabel_id, tahun, obstacle)


def _indikator(isi: Isi, tabel_id: int, r: Indikator) -> int:
    indikator_id = isi.next_id("indikator")
    isi.add(
        "indikator",
        indikator_id=indikator_id,
        tabel_id=tabel_id,
        **_own(r),
        tingkat=r.tingkat,
        tujuan_id=isi.key("tujuan", tujuan=r.tujuan) if r.tujuan else None,
        program_id=isi.named("program", None, r.program),
        kegiatan_id=isi.named("kegiatan", None, r.kegiatan),
        sasaran_id=isi.sasaran(r.tingkat, r.sasaran.teks) if r.sasaran and r.sasaran.teks else None,
        nomor_tercetak=r.nomor,
        gabungan_divisi_id=_gabungan(isi, r.divisi) if r.divisi else None,
        kode_baku=r.kode_baku,
        keyakinan=r.keyakinan,
        cara_padan=r.cara_padan,
        catatan_baca=r.catatan,
        kunci_bunyi=wording_key(r.indikator),
    )
    _divisi(isi, "indikator", {"indikator_id": indikator_id}, r.divisi)
    _figures(isi, r, indikator_id=indikator_id)
    return indikator_id


def _divisi_of_sasaran(isi: Isi, tables: Sequence[Tabel]) -> DivisiSasaran:
    """Sasaran baku → its divisi, where all indikator of it in a document have the same: whose money its budget is."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for record in (record for table in tables for record in table.indikator):
        if match := isi.acuan.sasaran.match(record.sasaran.teks if record.sasaran else ""):
            found.setdefault(match.kode, set()).add(tuple(record.divisi))
    return {kode: dict.fromkeys(*divisi, "turunan") for kode, divisi in found.items() if len(divisi) == 1}


def _gabungan(isi: Isi, divisi: dict[str, AsalDivisi]) -> int:
    asal = " dan ".join(name for name in get_args(AsalDivisi) if name in divisi.values())
    return isi.key("gabungan_divisi", divisi="; ".join(divisi), asal_divisi=asal)


def _divisi(isi: Isi, table: str, key: dict[str, int], divisi: dict[str, AsalDivisi]) -> None:
    for urutan, (name, asal) in enumerate(divisi.items(), start=1):
        isi.add(f"{table}_divisi", **key, kode_divisi=isi.acuan.divisi[name], urutan=urutan, asal=asal)


def _anggaran(
    isi: Isi,
    tabel_id: int,
    r: MataAnggaran,
    divisi_of: DivisiSasaran,
    indikator_id: int | None,
    beside: Indikator | None,
) -> None:
    """A budget line; `beside`: the indikator printed on the same row, whose money it then is."""
    sasaran = beside.sasaran.teks if beside and beside.sasaran else r.uraian if r.tingkat == "sasaran" else None
    found = isi.acuan.sasaran.match(sasaran) if sasaran else None
    divisi = beside.divisi if beside else divisi_of.get(found.kode, {}) if found else {}
    mata_id = isi.next_id("mata_anggaran")
    isi.add(
        "mata_anggaran",
        mata_anggaran_id=mata_id,
        tabel_id=tabel_id,
        **_own(r),
        tingkat=r.tingkat,
        program_id=isi.named("program", r.kode_program, r.program),
        kegiatan_id=isi.named("kegiatan", r.kode_kegiatan, r.kegiatan),
        kro_id=isi.key("kro", kode_kro=r.kode_kro or None, kro=r.kro or None) if r.kode_kro or r.kro else None,
        ro_id=_ro(isi, r),
        indikator_id=indikator_id,
        catatan_baca=r.catatan,
        kode_sasaran_baku=found.kode if found else None,
        gabungan_divisi_id=_gabungan(isi, divisi) if divisi else None,
    )
    _divisi(isi, "pagu", {"mata_anggaran_id": mata_id}, divisi)
    _figures(isi, r, mata_anggaran_id=mata_id)


def _ro(isi: Isi, r: MataAnggaran) -> int | None:
    """The number of an RO: its code, and on its own line its words."""
    words = r.uraian if r.tingkat == "ro" else None
    return isi.key("ro", kode_ro=r.kode_ro or None, ro=words) if r.kode_ro or words else None


def _hambatan(isi: Isi, dokumen_id: int, tabel_id: int, tahun: int, r: Hambatan) -> None:
    """`nomor` counts on through the document, in printed order: two of its tables may print the same numbers."""
    last = isi.last("hambatan")
    isi.add(
        "hambatan",
        dokumen_id=dokumen_id,
        tahun=tahun,
        nomor=last["nomor"] + 1 if last.get("dokumen_id") == dokumen_id else 1,
        tabel_id=tabel_id,
        **_own(r),
    )


def _own(record: Record) -> Row:
    """What a record's own row holds: its lines, the columns of the list that no other table keeps, the corrected."""
    listed = [column for column in columns.of(type(record)) if not column.by_year and not column.key]
    return {
        "baris": record.baris,
        "baris_akhir": record.baris_akhir,
        **{column.name: column.get(record) for column in listed},
        "kolom_dikoreksi": ", ".join(record.kolom_dikoreksi) or None,
    }


def _figures(isi: Isi, record: Record, **key: int) -> None:
    """One row a table and time with what a record has of it."""
    rows: dict[tuple[str, Masa | None], Row] = {}
    for column, masa, value in columns.values(record, by_year=True):
        rows.setdefault((column.table, masa), {}).update(column.cells(value))
    for (table, masa), cells in rows.items():
        isi.add(table, **key, **_when(masa), **(_version(record, masa) if table == "pagu" else {}), **cells)


def _when(masa: Masa | None) -> Row:
    return {"tahun": masa.tahun, "periode": masa.periode} if masa else {"tahun": None, "periode": None}


def _version(record: Record, masa: Masa | None) -> Row:
    """Which version of its pagu a figure is, and whether it is the one in force: the last that the row prints."""
    if masa is None or not isinstance(record, MataAnggaran):
        return {"versi_pagu": None, "berlaku": True}
    return {"versi_pagu": masa.versi, "berlaku": masa.latest(record.pagu)}
