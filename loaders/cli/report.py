"""What the commands say (Indonesian): what was built, and what was read of one file, the same for add and check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders import columns, intake
from loaders.build import Laporan
from loaders.errors import SudahAda
from loaders.intake import BelumPadan, Pratinjau, Serupa
from loaders.matching import KATALOG, Pemadan
from loaders.publish import Hasil
from loaders.read import Bacaan
from loaders.records import Tabel
from loaders.register import Dokumen
from loaders.values import Nilai, Uang

KEADAAN = ("rusak", "kosong", "diperbaiki", "dikoreksi")
"""What a reader should look at, in the order it is said."""
_SHOWN = 8
"""Lines that are named before the others are only counted."""


def number(value: float) -> str:
    """A whole number as Indonesians write it."""
    return f"{value:,.0f}".replace(",", ".")


def years(first: int, last: int) -> str:
    """2024, or 2020-2024."""
    return "-".join(str(year) for year in sorted({first, last}))


def of_build(laporan: Laporan) -> str:
    """The short report of a build."""
    lines = [f"catatan: {sentence}" for sentence in laporan.catatan]
    seconds = f"{laporan.detik:.2f}".replace(".", ",")
    if not laporan.dibangun:
        return "\n".join([*lines, f"Basis data versi {laporan.versi} sudah mutakhir ({seconds} detik)."])
    for hasil in laporan.hasil:
        lines += [_of_document(hasil), *(f"  {sentence}" for sentence in hasil.bacaan.galat)]
    read = [hasil.bacaan for hasil in laporan.hasil]
    tables = sum(len(bacaan.tabel) for bacaan in read)
    rows = sum(len(table.nasib) for bacaan in read for table in bacaan.tabel)
    locked = sum(bacaan.count("dikarantina") for bacaan in read)
    fixed = sum(len(bacaan.koreksi) for bacaan in read)
    lines.append(
        f"Terbit versi {laporan.versi}: {len(laporan.hasil)} dokumen dipakai dari {laporan.terdaftar} terdaftar, "
        f"{tables} tabel, "
        f"{number(rows)} baris dibaca, {number(locked)} dikarantina, {number(fixed)} koreksi"
        f"{_copied(read)}, {seconds} detik."
    )
    return "\n".join(lines)


def _of_document(hasil: Hasil) -> str:
    bacaan = hasil.bacaan
    rows = sum(len(table.nasib) for table in bacaan.tabel)
    targets = sum(len(record.target) for table in bacaan.tabel for record in table.indikator)
    money = sum(len(record.pagu) for table in bacaan.tabel for record in table.anggaran)
    obstacles = sum(len(table.hambatan) for table in bacaan.tabel)
    counted = [f"{number(rows)} baris", f"{number(targets)} target", f"{number(money)} pagu"]
    counted += [f"{number(obstacles)} hambatan"] if obstacles else []
    counted += [f"{number(bacaan.count('dikarantina'))} baris dikarantina", f"{number(len(bacaan.koreksi))} koreksi"]
    return f"{hasil.dokumen.path.name}: {len(bacaan.tabel)} tabel, {', '.join(counted)}{_copied([bacaan])}"


def _copied(read: list[Bacaan]) -> str:
    """How many rows a person transcribed, where any."""
    rows = sum(len(table.transkrip) for bacaan in read for table in bacaan.tabel)
    return f", {number(rows)} baris transkrip" if rows else ""


def of_file(nama: str, bukti: str, shown: Pratinjau, lama: Serupa | None, pemadan: Mapping[str, Pemadan]) -> str:
    """What was read of a new file, what was not and why, and what it changes. `bukti`: how it is known what it is."""
    head = f"{nama}: {_identity(shown.dokumen)} ({bukti})"
    return "\n".join([head, *_body(shown, pemadan), _changes(shown, lama)])


def of_registered(nama: str, hasil: Hasil, pemadan: Mapping[str, Pemadan]) -> str:
    """The same for a file whose content is registered already, with the corrections of that document."""
    bacaan = hasil.bacaan
    head = [str(SudahAda(nama, hasil.dokumen.path.name)), f"  {_identity(hasil.dokumen)} (menurut manifest.csv)"]
    used = f"  {number(len(bacaan.koreksi))} koreksi dipakai, {number(len(bacaan.salah))} tidak dapat dipakai."
    return "\n".join([*head, *_body(Pratinjau(hasil.dokumen, bacaan, []), pemadan), used])


def _identity(dokumen: Dokumen) -> str:
    when = " ".join(filter(None, (years(dokumen.tahun_awal, dokumen.tahun_akhir), dokumen.periode)))
    return f"{dokumen.jenis} {when}, satker {dokumen.kode_satker}"


def _body(shown: Pratinjau, pemadan: Mapping[str, Pemadan]) -> Iterator[str]:
    bacaan = shown.bacaan
    yield from (f"  catatan: {sentence}" for sentence in intake.notes(shown))
    yield from (f"  {sentence}" for sentence in bacaan.catatan)
    for table, row in zip(bacaan.tabel, intake.tables(shown).iter_rows(named=True), strict=True):
        yield _table(row)
        yield from (f"    {_state(keadaan, lines)}" for keadaan, lines in _states(table).items())
    yield from (f"  {sentence}" for sentence in bacaan.kolom_lewat)
    for doubt in bacaan.waspada:
        yield f"    {doubt.tempat} dikarantina, kolom {doubt.kolom}: {doubt.alasan}"
    for run in bacaan.lewat:
        yield (
            f"  tidak dibaca: {run.baris} baris sel mulai {run.tempat} («{run.teks[:60]}»), kepala kolomnya tidak "
            "dikenal"
        )
    yield from (_unmatched(one) for one in intake.unmatched(shown, pemadan))
    yield from (f"  {error}" for error in bacaan.salah)


def _table(row: dict[str, object]) -> str:
    said = ("indikator", "target", "realisasi", "pagu", "hambatan")
    counts = ", ".join(f"{row[name]} {name}" for name in said if row[name])
    return f"  {row['tabel']} (mulai {row['tempat']}): {counts or 'tanpa isi'}, {row['dikarantina']} baris dikarantina"


def _states(table: Tabel) -> dict[str, list[int]]:
    """The keadaan a reader should look at → the lines of its values, once a value."""
    found: dict[str, list[int]] = {}
    for record in table.rows:
        for _, _, value in columns.values(record):
            if isinstance(value, Nilai | Uang):
                found.setdefault(value.keadaan, []).append(record.baris)
    return {keadaan: found[keadaan] for keadaan in KEADAAN if keadaan in found}


def _state(keadaan: str, lines: list[int]) -> str:
    shown = list(dict.fromkeys(lines))
    more = f" dan {len(shown) - _SHOWN} baris lain" if len(shown) > _SHOWN else ""
    return f"{number(len(lines))} nilai {keadaan}: baris {', '.join(map(str, shown[:_SHOWN]))}{more}"


def _unmatched(one: BelumPadan) -> str:
    """A wording without a name of its catalogue, with the nearest ones a person may choose for its list."""
    near = [f"{u.kode} ({number(u.skor * 100)}%, beda: {', '.join(u.beda)})" for u in one.usulan]
    shown = one.teks if len(one.teks) <= 80 else f"{one.teks[:80]}…"
    what = KATALOG[one.daftar].replace("_", " ")
    return f"    {one.tempat} «{shown}» belum punya {what}; terdekat: {'; '.join(near) or 'tidak ada'}"


def _changes(shown: Pratinjau, lama: Serupa | None) -> str:
    known = dict(intake.changes(shown, None)["jenis_perubahan"].value_counts().iter_rows())
    said = ", ".join(f"{known.get(jenis, 0)} {jenis}" for jenis in ("bertambah", "berubah", "hilang"))
    against = f"versi baru dari {lama.dokumen.path.name}" if lama else "dokumen baru"
    return f"  Sebagai {against}: {said}."
