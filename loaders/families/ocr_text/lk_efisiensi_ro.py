"""The efficiency table of an LK: one row an RO with pagu, realisasi, TVRO, RVRO, % and efisiensi (OCR text).

Special about it: the words of four columns are interleaved line by line, so names wait for a person's transcription
while codes and figures are read; money prints four false decimals; a realisasi may lose its last zero to the next line;
TVRO and RVRO print 1,0000 as "10,000"; a row's words may go on behind its figures on the next page.
"""

from __future__ import annotations

import re

from loaders.readers import Baris, Lembar
from loaders.records import Konteks, MataAnggaran, RealisasiAnggaran, Tabel
from loaders.stopped import down_to, each
from loaders.values import Ambigu, Uang, clean, full_program_code, letters, parse_number, parse_persen, parse_rupiah

KELUARGA = "lk_efisiensi_ro"
_HEADING = "programkegiatankroropagurealisasi"
_MONEY = r"\d{1,3}(?:\.\d{3}){1,6}(?:,\d{3,4})?|\d{1,21}(?:,\d{4})?"
_FIGURES = re.compile(
    rf"^(?P<nomor>\d+) \| .*?(?P<pagu>{_MONEY}) (?P<realisasi>{_MONEY}) (?P<tvro>[\d.,]+) (?P<rvro>[\d.,]+)"
    r" \| (?P<persen>[\d.,]+) (?P<efisiensi>[\d.,]+)$"
)
_TOTAL = re.compile(rf"^(?P<pagu>{_MONEY}) (?P<realisasi>{_MONEY}) (?P<persen>[\d.,]+) (?P<efisiensi>[\d.,]+)$")
_CUT_ZERO = re.compile(r"(\d{1,3}(?:\.\d{3}){1,6},000)$")
_SHIFTED_COMMA = re.compile(r"^\d+,\d{3}$")
_PROGRAM = re.compile(r"\b(cQ|CQ|ca|WA)\b")
_KEGIATAN = re.compile(r"(?<![.\d])(\d{4})(?![.,\d])")
_KRO = re.compile(r"\b([A-Z]{3})\b")
_RO = re.compile(r"(?:^|[|\s])(\d{3})\s+(?=[A-Z])")
_NOT_KRO = frozenset({"KPU", "DPR", "DPD", "PPK", "PPS", "RPP", "BMN"})
_NAMES = ("program", "kegiatan", "kro", "uraian")


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The RO efficiency tables. Grain: one RO a row, and the printed total."""
    headings = [line.nomor for line in lembar.baris if not line.ada_sel and _HEADING in letters(line.teks)]
    tables = each(
        lembar, konteks, KELUARGA, enumerate(headings, start=1),
        lambda it: _Pembaca(lembar, it[1], konteks, it[0]).read(), lambda it: _to_total(lembar, it[1]),
    )  # fmt: skip
    return list(tables)


def _to_total(lembar: Lembar, heading: int) -> list[int]:
    """All lines of a table, with its printed total where it has one."""
    lines = down_to(lembar, heading, _TOTAL.match)
    return [*lines, *(line.nomor for line in lembar.baris[lines[-1] : lines[-1] + 1])]


class _Pembaca:
    def __init__(self, lembar: Lembar, heading: int, konteks: Konteks, urutan: int) -> None:
        self.lembar, self.heading, self.tahun = lembar, heading, konteks.tahun_akhir
        nama = "Efisiensi RO" if urutan == 1 else f"Efisiensi RO {urutan}"
        self.tabel = Tabel(nama, "", KELUARGA, konteks.jenis, tahun=(self.tahun,))
        self.block: list[Baris] = []

    def read(self) -> Tabel:
        self._title()
        done = False
        for line in self.lembar.baris[self.heading :]:
            text = clean(line.teks)
            if not text:
                continue
            if not self.tabel.anggaran and not self.block and not _has_code(text):
                self.tabel.mark("judul", line.nomor)
            elif match := _TOTAL.match(text):
                self._total(line, match)
                done = True
                break
            else:
                self._line(line, text)
        if not done and self.block:
            self._leftover()
        return self.tabel

    def _title(self) -> None:
        above = [line for line in self.lembar.baris[max(0, self.heading - 5) : self.heading - 1] if not line.kosong]
        titles = [line for line in above if line.teks.strip().isupper()]
        self.tabel.judul = " ".join(clean(line.teks) for line in titles)
        self.tabel.mark("judul", *(line.nomor for line in titles), self.heading)

    def _line(self, line: Baris, text: str) -> None:
        rows = self.tabel.anggaran
        if not self.block and rows and not _has_code(text):
            rows[-1].baris_akhir = line.nomor
            self.tabel.mark("sambungan", line.nomor)
            return
        self.block.append(line)
        if match := _FIGURES.match(text):
            self._row(match)
            self.block = []

    def _row(self, match: re.Match[str]) -> None:
        first, last = self.block[0].nomor, self.block[-1].nomor
        record = MataAnggaran(first, last, "ro", "")
        self.tabel.anggaran.append(record)
        self.tabel.mark("dimuat", first)
        self.tabel.mark("sambungan", *(line.nomor for line in self.block))
        for kolom in _NAMES:
            self.tabel.doubt(
                first, kolom, "kolom_bercampur", "Hasil OCR mencampur kata empat kolom; namanya perlu ditulis orang."
            )
        self._codes(record)
        self._figures(record, match)

    def _codes(self, record: MataAnggaran) -> None:
        words = [_before_figures(clean(line.teks)) for line in self.block]
        program = self._one(record, "kode_program", [code for text in words for code in _PROGRAM.findall(text)])
        if program == "ca":
            self.tabel.doubt(record.baris, "kode_program", "nilai_rusak", "Kode program terbaca «ca», mungkin «CQ».")
        elif program:
            record.kode_program = full_program_code(program.upper())
        record.kode_kegiatan = self._one(
            record, "kode_kegiatan", [c for text in words for c in _KEGIATAN.findall(text)]
        )
        kro = [c for text in words for c in _KRO.findall(text) if c not in _NOT_KRO]
        record.kode_kro = self._one(record, "kode_kro", kro)
        record.kode_ro = self._one(record, "kode_ro", [c for text in words for c in _RO.findall(text)])

    def _one(self, record: MataAnggaran, kolom: str, found: list[str]) -> str | None:
        if len(found) == 1:
            return found[0]
        self.tabel.doubt(
            record.baris, kolom, "kode_tidak_pasti", f"Kode tidak pasti: {', '.join(found) or 'tidak ada'}."
        )
        return None

    def _figures(self, record: MataAnggaran, match: re.Match[str]) -> None:
        try:
            record.pagu[self.tahun] = parse_rupiah(match["pagu"])
            record.realisasi[self.tahun] = RealisasiAnggaran(
                self._realisasi(match["realisasi"]), parse_persen(match["persen"]),
                _volume(match["tvro"]), _volume(match["rvro"]), parse_persen(match["efisiensi"]),
            )  # fmt: skip
        except Ambigu as error:
            self.tabel.doubt(record.baris, "pagu", "nilai_ambigu", f"Angka tidak dapat dibaca: {error}.")
            return
        if any(_SHIFTED_COMMA.match(match[kolom]) for kolom in ("tvro", "rvro")):
            spent = record.realisasi[self.tahun]
            spent.realisasi = spent.realisasi.mended(spent.realisasi.aturan or "koma_tergeser")

    def _realisasi(self, text: str) -> Uang:
        """The realisasi, with its last zero fetched back when the line before ends in a figure that lacks it."""
        before = clean(self.block[-2].teks) if len(self.block) > 1 else ""
        cut = _CUT_ZERO.search(before)
        if text == "0" and cut:
            return parse_rupiah(cut[1] + text).mended("angka_terpenggal")
        return parse_rupiah(text)

    def _total(self, line: Baris, match: re.Match[str]) -> None:
        record = MataAnggaran(line.nomor, line.nomor, "total", "Jumlah")
        self.tabel.mark("dimuat", line.nomor)
        record.pagu[self.tahun] = parse_rupiah(match["pagu"])
        spent = record.realisasi[self.tahun] = RealisasiAnggaran(parse_rupiah(match["realisasi"]))
        for nama in ("persen", "efisiensi"):
            try:
                setattr(spent, nama, parse_persen(match[nama]))
            except Ambigu as error:
                alasan = f"Kolom {nama} tidak dapat dibaca: {error}."
                self.tabel.doubt(line.nomor, f"{nama}_tercetak", "nilai_ambigu", alasan)
        self.tabel.anggaran.append(record)

    def _leftover(self) -> None:
        for line in self.block:
            self.tabel.doubt(line.nomor, "baris", "tidak_dikenali", "Baris RO ini tidak punya angka di ujungnya.")


def _has_code(text: str) -> bool:
    kro = [code for code in _KRO.findall(text) if code not in _NOT_KRO]
    return bool(_PROGRAM.search(text) or _KEGIATAN.search(text) or kro or _RO.search(text))


def _before_figures(text: str) -> str:
    match = _FIGURES.match(text)
    return text[: match.start("pagu")] if match else text


def _volume(text: str) -> float:
    """TVRO or RVRO: four decimals always, so "10,000" is 1,0000 with its comma moved."""
    return int(text.replace(",", "")) / 10_000 if _SHIFTED_COMMA.match(text) else parse_number(text, count=False)
