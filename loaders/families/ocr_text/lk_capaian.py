"""The capaian table of an LK's Bab III: per sasaran, indikator with target, realisasi and printed capaian (OCR text).

Special about it: the three values stand at the end of the row's first line or on lines of their own; OCR moves
pieces of one cell between the lines of another; the heading gives the unit (%).
"""

from __future__ import annotations

import re

from loaders.families.ocr_text.ocr import doubt_open_sasaran, doubtful_seam, grow, tail_values
from loaders.readers import Baris, Lembar
from loaders.records import Capaian, Indikator, Konteks, Sasaran, Tabel, set_capaian
from loaders.stopped import down_to, each
from loaders.values import Ambigu, Nilai, clean, counts, join, looks_like_value, parse_nilai, starts_indicator

KELUARGA = "lk_capaian"
_LAST_HEADING = re.compile(r"^% ?Capaian$", re.IGNORECASE)
_FIRST_HEADING = re.compile(r"^Indikator Kinerja$", re.IGNORECASE)
_TITLE = re.compile(r"^[A-Z]\. Capaian Kinerja\b", re.IGNORECASE)
_SASARAN = re.compile(r"^Sasaran \d+\. (.+)$")
_END = re.compile(r"^(?:Sasaran \d+ ?:|[A-Z]\. |BAB\b)")
_THREE = re.compile(r"^(?P<kata>.*\S)\s+(?P<a>\S{1,5})\s+(?P<b>\S{1,5})\s+(?P<c>\S{1,6})$")


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The capaian tables of Bab III. Grain: one indicator a row, one year."""
    headings = [line.nomor for line in lembar.baris if not line.ada_sel and _LAST_HEADING.match(clean(line.teks))]
    tables = each(
        lembar, konteks, KELUARGA, enumerate(headings, start=1),
        lambda it: _Pembaca(lembar, it[1], konteks, it[0]).read(), lambda it: down_to(lembar, it[1], _END.match),
    )  # fmt: skip
    return list(tables)


class _Pembaca:
    def __init__(self, lembar: Lembar, heading: int, konteks: Konteks, urutan: int) -> None:
        self.lembar, self.heading = lembar, heading
        self.tahun = konteks.tahun_akhir
        nama = "Bab III Capaian Kinerja" if urutan == 1 else f"Bab III Capaian Kinerja {urutan}"
        self.tabel = Tabel(nama, "", KELUARGA, konteks.jenis, tahun=(self.tahun,))
        self.values: dict[int, list[str]] = {}
        self.previous = heading

    def read(self) -> Tabel:
        self._headings()
        for line in self.lembar.baris[self.heading :]:
            text = clean(line.teks)
            if not text:
                continue
            if self.tabel.sasaran and _END.match(text):
                break
            self._line(line, text)
            self.previous = line.nomor
        doubt_open_sasaran(self.tabel)
        for record in self.tabel.indikator:
            self._finish(record)
        return self.tabel

    def _headings(self) -> None:
        above = list(reversed(self.lembar.baris[max(0, self.heading - 60) : self.heading]))
        first = next((line.nomor for line in above if _FIRST_HEADING.match(clean(line.teks))), self.heading)
        title = next((line for line in above if _TITLE.match(clean(line.teks))), self.lembar.di(first))
        self.tabel.judul = clean(title.teks)
        printed = [line for line in self.lembar.baris[first - 1 : self.heading] if not line.kosong]
        self.tabel.mark("judul", title.nomor, *(line.nomor for line in printed))
        self.tabel.satuan = "%" if any("(%)" in line.teks for line in printed) else None

    def _line(self, line: Baris, text: str) -> None:
        if match := _SASARAN.match(text):
            self.tabel.sasaran.append(Sasaran(line.nomor, match[1]))
            self.tabel.mark("judul", line.nomor)
        elif not self.tabel.sasaran:
            self.tabel.mark("judul", line.nomor)
        elif looks_like_value(text):
            self._lone_value(line, text)
        elif starts_indicator(text):
            self._row(line, text)
        else:
            self._tail(line, text)

    def _row(self, line: Baris, text: str) -> None:
        words, values = split_three(text)
        self.tabel.indikator.append(
            Indikator(line.nomor, line.nomor, "sasaran_strategis", words, self.tabel.sasaran[-1])
        )
        self.values[line.nomor] = values
        self.tabel.mark("dimuat", line.nomor)

    def _open_row(self) -> Indikator | None:
        """The row a line may continue: the last one, when it belongs to the last sasaran."""
        last = self.tabel.indikator[-1] if self.tabel.indikator else None
        return last if last and last.sasaran is self.tabel.sasaran[-1] else None

    def _lone_value(self, line: Baris, text: str) -> None:
        row = self._open_row()
        if row is None:
            self.tabel.doubt(
                line.nomor, "baris", "nilai_tanpa_indikator", "Nilai ini tidak jelas milik indikator mana."
            )
            return
        self.values[row.baris].append(text)
        row.baris_akhir = line.nomor
        self.tabel.mark("sambungan", line.nomor)

    def _tail(self, line: Baris, text: str) -> None:
        row = self._open_row()
        before = row.indikator if row else self.tabel.sasaran[-1].teks
        where, kolom = (row.baris, "indikator") if row else (self.tabel.sasaran[-1].baris, "sasaran")
        if doubtful_seam(before, line, self.previous):
            self.tabel.doubt(where, kolom, "sambungan_ragu", f"Baris {line.nomor} «{text}» mungkin bukan sambungannya.")
        if row:
            row.indikator, row.baris_akhir = join([row.indikator, text]), line.nomor
            self.tabel.mark("sambungan", line.nomor)
        else:
            grow(self.tabel.sasaran[-1], line)
            self.tabel.mark("judul", line.nomor)

    def _finish(self, record: Indikator) -> None:
        fill_capaian(self.tabel, record, self.values[record.baris], self.tahun)


def split_three(text: str) -> tuple[str, list[str]]:
    """Words and the three values at the end of a line; one of them may be damaged, as long as two are values."""
    match = _THREE.match(text)
    if match:
        three = [match["a"], match["b"], match["c"]]
        if looks_like_value(three[2]) and sum(map(looks_like_value, three)) >= 2:
            return match["kata"], three
    return tail_values(text, 3)


def fill_capaian(tabel: Tabel, record: Indikator, values: list[str], tahun: int) -> None:
    """Put target, realisasi and capaian into a row; what is missing or damaged becomes a doubt of that column."""
    if len(values) != 3:
        shown = " ".join(values) or "tidak ada"
        for kolom in ("target", "realisasi", "capaian_tercetak"):
            tabel.doubt(
                record.baris, kolom, "jumlah_nilai", f"Baris ini seharusnya punya tiga nilai, tercetak: {shown}."
            )
        return
    target = _value(tabel, record, "target", values[0])
    realisasi = _value(tabel, record, "realisasi", values[1])
    if target:
        record.target[tahun] = target
    record.capaian[tahun] = Capaian(realisasi or Nilai(values[1], keadaan="rusak"))
    try:
        set_capaian(record.capaian[tahun], values[2])
    except Ambigu as error:
        alasan = f"Capaian tercetak tidak dapat dibaca: {error}."
        tabel.doubt(record.baris, "capaian_tercetak", "nilai_ambigu", alasan)


def _value(tabel: Tabel, record: Indikator, kolom: str, text: str) -> Nilai | None:
    try:
        return parse_nilai(text, counted=counts(record.indikator), satuan=tabel.satuan)
    except Ambigu as error:
        tabel.doubt(record.baris, kolom, "nilai_rusak", f"Kolom {kolom} tidak dapat dibaca: {error}.")
        return None
