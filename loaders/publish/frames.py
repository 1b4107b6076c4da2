"""Records → one polars frame a database table, numbered in printed order.

What several rows print (tujuan, sasaran, program, kegiatan, KRO, RO) becomes one row a wording, which they name by key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import get_args

import polars as pl

from loaders import columns
from loaders.koreksi import KOLOM_KOREKSI
from loaders.publish.rows import Acuan, Isi, Row
from loaders.read import Bacaan
from loaders.readers import Lembar
from loaders.records import AsalDivisi, Hambatan, Indikator, MataAnggaran, Record, Tabel
from loaders.register import Dokumen, Lists
from loaders.values import Masa, wording_key

DivisiSasaran = dict[str, dict[str, AsalDivisi]]
"""Sasaran baku → the divisi of its money."""


@dataclass(frozen=True)
class Hasil:
    """A registered document, and what was read of it."""

    dokumen: Dokumen
    bacaan: Bacaan


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
    _pemuatan(isi, dokumen_id, bacaan)
    for sentence in bacaan.kalimat:
        isi.add("kalimat", dokumen_id=dokumen_id, **asdict(sentence))
    for koreksi in bacaan.koreksi:
        isi.add("koreksi", dokumen_id=dokumen_id, **{name: getattr(koreksi, name) for name in KOLOM_KOREKSI})


def _pemuatan(isi: Isi, dokumen_id: int, bacaan: Bacaan) -> None:
    """The account of a document's lines."""
    fates = {nasib: bacaan.count(nasib) for nasib in ("dimuat", "sambungan", "judul", "dikarantina")}
    lines = sum(len(table.nasib) for table in bacaan.tabel)
    counts = {"tabel": len(bacaan.tabel), "baris": lines, **fates, "koreksi": len(bacaan.koreksi)}
    isi.add("pemuatan", dokumen_id=dokumen_id, **counts)


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
    _baris(isi, dokumen_id, tabel_id, lembar, table)
    _orang(isi, dokumen_id, table)
    by_line = {record.baris: (_indikator(isi, tabel_id, record), record) for record in table.indikator}
    for budget in table.anggaran:
        _anggaran(isi, tabel_id, budget, divisi_of, *by_line.get(budget.baris, (None, None)))
    for obstacle in table.hambatan:
        _hambatan(isi, dokumen_id, tabel_id, tahun, obstacle)


def _baris(isi: Isi, dokumen_id: int, tabel_id: int, lembar: Lembar, table: Tabel) -> None:
    """The printed lines of a table with their fate."""
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


def _orang(isi: Isi, dokumen_id: int, table: Tabel) -> None:
    """What a person copied of a table, and what waits for one."""
    for copied in table.transkrip:
        isi.add("transkrip", transkrip_id=isi.next_id("transkrip"), dokumen_id=dokumen_id, **asdict(copied))
    for doubt in table.keraguan:
        isi.add(
            "karantina",
            karantina_id=isi.next_id("karantina"),
            dokumen_id=dokumen_id,
            baris=doubt.baris,
            kolom=doubt.kolom,
            kode_alasan=doubt.kode,
            alasan=doubt.alasan,
        )


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
    kode_sasaran = _sasaran_baku(isi, r, beside)
    divisi = beside.divisi if beside else divisi_of.get(kode_sasaran or "", {})
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
        kode_sasaran_baku=kode_sasaran,
        gabungan_divisi_id=_gabungan(isi, divisi) if divisi else None,
    )
    _divisi(isi, "pagu", {"mata_anggaran_id": mata_id}, divisi)
    _figures(isi, r, mata_anggaran_id=mata_id)


def _sasaran_baku(isi: Isi, r: MataAnggaran, beside: Indikator | None) -> str | None:
    """The sasaran baku of a budget line: of the indikator beside it, else of its own words where it is a sasaran."""
    words = beside.sasaran.teks if beside and beside.sasaran else r.uraian if r.tingkat == "sasaran" else None
    found = isi.acuan.sasaran.match(words) if words else None
    return found.kode if found else None


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
