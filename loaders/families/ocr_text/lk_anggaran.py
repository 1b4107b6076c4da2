"""The tables "Kinerja | Anggaran" of an LK, one a sasaran: target, realisasi, %, pagu, realisasi anggaran, % (OCR
text).

Special about them: the values stand in the middle of the indicator's words; OCR drops cells or makes letters of the
row's number; some tables are announced and empty.
"""

from __future__ import annotations

import re

from loaders.families.ocr_text.lk_capaian import fill_capaian
from loaders.readers import Baris, Lembar
from loaders.records import Indikator, Konteks, MataAnggaran, RealisasiAnggaran, Sasaran, Tabel
from loaders.stopped import down_to, each
from loaders.values import DASHES, Ambigu, clean, join, looks_like_value, parse_persen, parse_rupiah, starts_indicator

KELUARGA = "lk_anggaran"
_HEADING = re.compile(r"^Kinerja\W+Anggaran$", re.IGNORECASE)
_SASARAN = re.compile(r"^Sasaran (?P<nomor>\d+) ?: ?(?P<teks>.+)$")
_HEADING_PART = re.compile(r"Indikator Kinerja|Target Realisasi|Utama|Pagu \(Rp\)|^[\d(]|^No\b|\(%\)")
_FULL_LINE = 50
"""A heading goes on only behind a line that was full: a shorter one was its last."""
_END = re.compile(r"^(?:Dari tabel|Sasaran \d+ ?:|BAB\b|[A-Z]\. )")
_MONEY = r"\d{1,3}(?:\.\d{3}){1,6}"
_FIGURES = re.compile(rf"^(?P<depan>.*?) ?(?P<pagu>{_MONEY}) (?P<realisasi>{_MONEY}) (?P<persen>[\d.,]+)$")


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The performance-and-budget tables. Grain: one indicator a row, with its pagu and realisasi anggaran."""
    headings = [line.nomor for line in lembar.baris if not line.ada_sel and _HEADING.match(clean(line.teks))]
    tables = each(
        lembar, konteks, KELUARGA, headings,
        lambda nomor: _Pembaca(lembar, nomor, konteks).read(), lambda nomor: down_to(lembar, nomor, _END.match),
    )  # fmt: skip
    return list(tables)


class _Pembaca:
    def __init__(self, lembar: Lembar, heading: int, konteks: Konteks) -> None:
        self.lembar, self.heading, self.tahun = lembar, heading, konteks.tahun_akhir
        self.tabel = Tabel("Kinerja dan Anggaran", "", KELUARGA, konteks.jenis, tahun=(self.tahun,))
        self.figures: dict[int, Baris] = {}

    def read(self) -> Tabel:
        self._sasaran()
        body = self._heading_lines()
        for line in self.lembar.baris[body:]:
            text = clean(line.teks)
            if not text:
                continue
            if _END.match(text) or not (self.tabel.indikator or starts_indicator(text)):
                break
            self._line(line, text)
        for record in self.tabel.indikator:
            self._finish(record)
        return self.tabel

    def _sasaran(self) -> None:
        """The sasaran the table stands under: the nearest "Sasaran n :" above, with the lines directly after it."""
        for line in reversed(self.lembar.baris[: self.heading - 1]):
            if match := _SASARAN.match(clean(line.teks)):
                break
        else:
            self.tabel.judul = clean(self.lembar.di(self.heading).teks)
            return
        sasaran = Sasaran(line.nomor, match["teks"])
        for tail in self.lembar.baris[line.nomor : self.heading - 1]:
            if tail.kosong or len(self.lembar.di(tail.nomor - 1).teks.strip()) < _FULL_LINE:
                break
            sasaran.teks, sasaran.baris_akhir = join([sasaran.teks, tail.teks]), tail.nomor
        self.tabel.nama = f"Kinerja dan Anggaran Sasaran {match['nomor']}"
        self.tabel.judul = f"Sasaran {match['nomor']} : {sasaran.teks}"
        self.tabel.sasaran.append(sasaran)
        self.tabel.mark("judul", *range(sasaran.baris, sasaran.baris_akhir + 1))

    def _heading_lines(self) -> int:
        """Mark the heading lines; the 1-based number of the last one."""
        last = self.heading
        for line in self.lembar.baris[self.heading - 1 :]:
            text = clean(line.teks)
            if line.nomor > self.heading and text and not _HEADING_PART.search(text) and not text.startswith("ama "):
                break
            if text:
                last = line.nomor
                self.tabel.mark("judul", last)
        header = " ".join(clean(line.teks) for line in self.lembar.baris[self.heading - 1 : last])
        self.tabel.satuan = "%" if "(%) (%)" in header else None
        return last

    def _line(self, line: Baris, text: str) -> None:
        if starts_indicator(text):
            sasaran = self.tabel.sasaran[-1] if self.tabel.sasaran else None
            self.tabel.indikator.append(Indikator(line.nomor, line.nomor, "sasaran_strategis", "", sasaran))
            self.tabel.mark("dimuat", line.nomor)
        record = self.tabel.indikator[-1]
        record.baris_akhir = line.nomor
        self.tabel.mark("sambungan", line.nomor)
        if _FIGURES.match(text):
            self.figures[record.baris] = line
        else:
            record.indikator = join([record.indikator, text])

    def _finish(self, record: Indikator) -> None:
        line = self.figures.get(record.baris)
        match = _FIGURES.match(clean(line.teks)) if line else None
        if match is None or line is None:
            for kolom in ("target", "realisasi", "pagu", "realisasi_anggaran"):
                self.tabel.doubt(record.baris, kolom, "nilai_hilang", "Angka baris ini tidak ditemukan.")
            return
        words, values = _values_in_front(match["depan"])
        record.indikator = self._whole_text(record, line, words)
        fill_capaian(self.tabel, record, values, self.tahun)
        if len(values) == 3 and values[0] in DASHES:
            self.tabel.doubt(
                record.baris, "target", "sel_hilang", "Tanda «-» ini mungkin nomor baris; targetnya tidak terbaca."
            )
        self._money(record, match)

    def _whole_text(self, record: Indikator, figures: Baris, words: str) -> str:
        """The words of a row in printed order, with those in front of its figures in their place."""
        pieces = [
            words if n == figures.nomor else clean(self.lembar.di(n).teks)
            for n in range(record.baris, record.baris_akhir + 1)
        ]
        return join(pieces)

    def _money(self, record: Indikator, match: re.Match[str]) -> None:
        budget = MataAnggaran(record.baris, record.baris_akhir, "indikator", record.indikator)
        budget.pagu[self.tahun] = parse_rupiah(match["pagu"])
        spent = budget.realisasi[self.tahun] = RealisasiAnggaran(parse_rupiah(match["realisasi"]))
        try:
            spent.persen = parse_persen(match["persen"])
        except Ambigu as error:
            alasan = f"Persentase tidak dapat dibaca: {error}."
            self.tabel.doubt(record.baris, "persen_tercetak", "nilai_ambigu", alasan)
        self.tabel.anggaran.append(budget)


def _values_in_front(text: str) -> tuple[str, list[str]]:
    """Words and up to three values before the money; a lone number or letter in front is the row's own number."""
    words = text.split()
    values: list[str] = []
    while words and len(values) < 3 and looks_like_value(words[-1]):
        values.insert(0, words.pop())
    if len(words) == 1 and len(words[0]) == 1:
        words = []
    return " ".join(words), values
