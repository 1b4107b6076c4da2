"""Perjanjian Kinerja: the signed table (two interleaved columns in OCR text), its budget, and the LK's own retelling.

Special about them: in the signed table OCR mixes the columns of sasaran and indikator, so its words are drafts that
a person must confirm; the values stand at line ends and are read where exactly one stands in a row. The retelling in
an LK's Bab II has one column and reads straight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from loaders.families.ocr_text.ocr import grow, is_column_numbers, is_damaged, tail_values
from loaders.readers import Baris, Lembar
from loaders.records import Indikator, Konteks, MataAnggaran, Sasaran, Tabel
from loaders.stopped import down_to, each
from loaders.values import (
    OPENING,
    Ambigu,
    Nilai,
    clean,
    counts,
    join,
    letters,
    parse_nilai,
    parse_rupiah,
    starts_indicator,
    strip_ordinal,
    years_in,
)

KELUARGA = "pk"
_SIGNED = "tujuansasaranstrategisindikatorkinerjatarget"
_RETOLD = "indikatorkinerjatarget"
_BUDGET = "programanggaran"
_TITLE = re.compile(r"^perjanjian kinerja tahun (20\d\d)$", re.IGNORECASE)
_TUJUAN = re.compile(r"^\d\.\s+(.+)$")
_SASARAN = re.compile(r"^Sasaran (\d+)\b\s*\|?\s*[:.]?\s*(.*)$")
_END = re.compile(r"^(?:Laporan Kinerja KPU|BAB\b|KOMISI PEMILIHAN)")
_BUDGET_ROW = re.compile(r"^\d+\. ?(?P<uraian>.+?) Rp\.? ?(?P<pagu>[\d.,]+)$")
_GLUED_PERCENT = re.compile(r"(?<=\d) %$")


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The signed PK, its budget, and the retelling in an LK. Grain: one indicator, or one budget line, a row."""
    return list(
        each(
            lembar,
            konteks,
            KELUARGA,
            lembar.baris,
            lambda line: _at(lembar, line, konteks),
            lambda line: _to_end(lembar, line),
        )
    )


def _at(lembar: Lembar, line: Baris, konteks: Konteks) -> Tabel | None:
    """The table that this line opens, if it opens one."""
    heading = letters(line.teks) if not line.ada_sel else ""
    if heading == _SIGNED:
        return _signed(lembar, line.nomor, konteks)
    if heading == _BUDGET:
        return _budget(lembar, line.nomor, konteks)
    if (title := _TITLE.match(clean(line.teks))) and _is_retold(lembar, line.nomor):
        return _Ringkasan(lembar, line, int(title[1]), konteks).read()
    return None


def _to_end(lembar: Lembar, line: Baris) -> list[int]:
    return down_to(lembar, line.nomor, lambda text: letters(text) == _BUDGET or _END.match(text))


def _filled(lembar: Lembar, after: int) -> Iterator[Baris]:
    """The lines behind one that hold something; whoever asks goes only as far as the table reaches."""
    return (line for line in islice(lembar.baris, after, None) if not line.kosong)


# the signed table ---------------------------------------------------------------------------------------------------
def _signed(lembar: Lembar, header: int, konteks: Konteks) -> Tabel:
    above = [line for line in lembar.baris[max(0, header - 6) : header - 1] if not line.kosong]
    judul = " ".join(clean(line.teks) for line in above)
    secretariat = "sekretari" in judul.lower()
    tahun = next(iter(years_in(judul)), konteks.tahun_akhir)
    tabel = Tabel(
        "Perjanjian Kinerja Sekretariat" if secretariat else "Perjanjian Kinerja", judul, KELUARGA, "PK",
        "sekretariat" if secretariat else "komisioner", tahun=(tahun,),
    )  # fmt: skip
    tabel.mark("judul", *(line.nomor for line in above), header)
    _signed_rows(lembar, header, tabel)
    for record in tabel.indikator:
        _signed_value(lembar, record, tabel)
    return tabel


def _signed_rows(lembar: Lembar, header: int, tabel: Tabel) -> None:
    """Draft the rows: where each begins and which words stand on its side; the words always wait for a person."""
    tujuan: str | None = None
    for line in _filled(lembar, header):
        text = clean(line.teks)
        if letters(text) == _BUDGET or _END.match(text):
            break
        if not tabel.indikator and is_column_numbers(text):
            tabel.mark("judul", line.nomor)
        elif match := _TUJUAN.match(text):
            tujuan = match[1]
            tabel.mark("judul", line.nomor)
        else:
            _signed_line(line, text, tujuan, tabel)


def _signed_line(line: Baris, text: str, tujuan: str | None, tabel: Tabel) -> None:
    mixed = "Hasil OCR mencampur kolom sasaran dan indikator; susunan katanya perlu dipastikan orang."
    opening = OPENING.search(text)
    if match := _SASARAN.match(text):
        tabel.mark("dimuat" if opening else "judul", line.nomor)
        tabel.sasaran.append(Sasaran(line.nomor, match[2].split("|")[0].strip()))
        tabel.doubt(line.nomor, "sasaran", "kolom_bercampur", mixed)
    if opening and tabel.sasaran:
        tabel.indikator.append(
            Indikator(line.nomor, line.nomor, "sasaran_strategis", text[opening.start() :], tabel.sasaran[-1], tujuan)
        )
        tabel.mark("dimuat", line.nomor)
        tabel.doubt(line.nomor, "indikator", "kolom_bercampur", mixed)
    elif tabel.indikator:
        tabel.indikator[-1].baris_akhir = line.nomor
        tabel.mark("sambungan", line.nomor)
    else:
        tabel.doubt(line.nomor, "baris", "tidak_dikenali", "Baris ini berdiri sebelum indikator pertama.")


def _signed_value(lembar: Lembar, record: Indikator, tabel: Tabel) -> None:
    """The target of a row: the one value that stands at the end of one of its lines, with its unit."""
    lines = [lembar.di(n) for n in range(record.baris, record.baris_akhir + 1)]
    ends = [value for line in lines for value in _line_end(line)]
    (tahun,) = tabel.tahun
    value = _one_value(ends, record.indikator)
    if value is None:
        shown = " dan ".join(f"«{text}»" for text in ends) or "tidak ada"
        tabel.doubt(record.baris, "target", "nilai_rusak", f"Target tidak dapat dipastikan: {shown}.")
    else:
        record.target[tahun] = value


def _line_end(line: Baris) -> list[str]:
    text = _GLUED_PERCENT.sub("%", clean(line.teks).replace("|", " "))
    return tail_values(text, 1)[1]


def _one_value(ends: list[str], indikator: str) -> Nilai | None:
    if len(ends) != 1:
        return None
    try:
        value = parse_nilai(ends[0], counted=counts(indikator))
    except Ambigu:
        return None
    share_without_sign = indikator.startswith(("Persentase", "Prosentase")) and value.satuan != "%"
    return None if share_without_sign else value


# its budget ---------------------------------------------------------------------------------------------------------
def _budget(lembar: Lembar, header: int, konteks: Konteks) -> Tabel:
    tabel = Tabel("Anggaran Perjanjian Kinerja", clean(lembar.di(header).teks), KELUARGA, "PK", "komisioner")
    tabel.tahun = (konteks.tahun_akhir,)
    tabel.mark("judul", header)
    for line in _filled(lembar, header):
        match = _BUDGET_ROW.match(clean(line.teks))
        if not match:
            break
        tabel.anggaran.append(_budget_row(line, match, tabel))
        tabel.mark("dimuat", line.nomor)
    return tabel


def _budget_row(line: Baris, match: re.Match[str], tabel: Tabel) -> MataAnggaran:
    uraian = match["uraian"]
    total = uraian.lower().startswith("total")
    return MataAnggaran(
        line.nomor, line.nomor, "total" if total else "program", uraian, program=None if total else uraian,
        pagu={tabel.tahun[0]: parse_rupiah(match["pagu"])},
    )  # fmt: skip


# the retelling in an LK ---------------------------------------------------------------------------------------------
def _is_retold(lembar: Lembar, title: int) -> bool:
    ahead = [line for line in islice(_filled(lembar, title), 40) if not line.ada_sel]
    return any(letters(line.teks) == _RETOLD for line in ahead) and not any(
        letters(line.teks) == _SIGNED for line in ahead
    )


class _Ringkasan:
    """Walks the retelling: tujuan, sasaran, heading, rows; each mode takes the lines that follow it."""

    def __init__(self, lembar: Lembar, title: Baris, tahun: int, konteks: Konteks) -> None:
        self.lembar, self.title = lembar, title
        self.tabel = Tabel("Bab II Perjanjian Kinerja", clean(title.teks), KELUARGA, konteks.jenis, tahun=(tahun,))
        self.tujuan: str | None = None
        self.mode = "awal"

    def read(self) -> Tabel:
        self.tabel.mark("judul", self.title.nomor)
        for line in _filled(self.lembar, self.title.nomor):
            text = clean(line.teks)
            if self.mode != "awal" and _END.match(text):
                break
            self._line(line, text)
        return self.tabel

    def _line(self, line: Baris, text: str) -> None:
        if match := _TUJUAN.match(text):
            self.mode, self.tujuan = "tujuan", match[1]
        elif self.mode == "awal":
            return
        elif match := _SASARAN.match(text):
            self.mode = "sasaran"
            self.tabel.mark("judul", line.nomor)
            self.tabel.sasaran.append(Sasaran(line.nomor, match[2]))
            self._damaged(line)
        elif letters(text) == _RETOLD or is_column_numbers(text):
            self.mode = "baris"
        else:
            self._words(line, text)
        self.tabel.mark("judul", line.nomor)

    def _words(self, line: Baris, text: str) -> None:
        if self.mode == "tujuan":
            self.tujuan = join([self.tujuan or "", text])
        elif self.mode == "sasaran":
            grow(self.tabel.sasaran[-1], line)
            self._damaged(line)
        else:
            self._row(line, text)

    def _damaged(self, line: Baris) -> None:
        if is_damaged(line.teks):
            start = self.tabel.sasaran[-1].baris
            self.tabel.doubt(start, "sasaran", "teks_rusak", f"Teks sasaran rusak oleh OCR pada baris {line.nomor}.")

    def _row(self, line: Baris, text: str) -> None:
        words, values = tail_values(_GLUED_PERCENT.sub("%", text), 1)
        if starts_indicator(words) and self.tabel.sasaran:
            record = Indikator(
                line.nomor,
                line.nomor,
                "sasaran_strategis",
                words,
                self.tabel.sasaran[-1],
                strip_ordinal(self.tujuan or "") or None,
            )
            self.tabel.indikator.append(record)
            self.tabel.mark("dimuat", line.nomor)
            self._value(record, values)
        elif self.tabel.indikator and not values:
            last = self.tabel.indikator[-1]
            last.indikator, last.baris_akhir = join([last.indikator, text]), line.nomor
            self.tabel.mark("sambungan", line.nomor)
        else:
            self.tabel.doubt(
                line.nomor, "baris", "tidak_dikenali", "Baris ini tidak dikenali dalam tabel Perjanjian Kinerja."
            )

    def _value(self, record: Indikator, values: list[str]) -> None:
        try:
            record.target[self.tabel.tahun[0]] = parse_nilai(
                values[0] if values else "?", counted=counts(record.indikator)
            )
        except Ambigu as error:
            self.tabel.doubt(record.baris, "target", "nilai_rusak", f"Target tidak dapat dibaca: {error}.")
