"""The documents of an office, written in the columns of our own workbook, and what was planted on which line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from loaders.lembar_kerja import TINGKAT, Identitas, as_lines
from loaders.records import JenisDokumen
from loaders.register import KALIMAT_SIMULASI
from loaders.simulasi.anggaran import RO, Baris, Uang, program, rupiah
from loaders.simulasi.chance import dice, likely
from loaders.simulasi.hambatan import obstacles
from loaders.simulasi.indikator import KEGIATAN, SASARAN, SUBBAGIAN, TUJUAN
from loaders.simulasi.satker import Satker
from loaders.simulasi.target import Angka, Hasil, Janji
from loaders.simulasi.truth import Kebenaran
from loaders.simulasi.wordings import Bunyi, misspelled, worded

_OF_KEGIATAN = {ro.kode_kegiatan: ro for ro in RO}
Sel = dict[str, str]
"""A row of a sheet: role → text."""


@dataclass(frozen=True)
class Naskah:
    """A document: what the register says of it, and its text. `menggantikan`: the text of the version before."""

    satker: Satker
    jenis: JenisDokumen
    awal: int
    akhir: int
    tanggal: date
    unit: str | None = None
    revisi: bool = False
    teks: str = ""
    menggantikan: str = ""

    @property
    def nama(self) -> str:
        """The name of its file, which says that it is simulated."""
        office = self.satker.nama.lower().replace(" ", "-").replace(".", "").replace("'", "")
        years = "-".join(str(year) for year in sorted({self.awal, self.akhir}))
        parts = ("data-simulasi", self.jenis.lower(), self.unit, office, years, "revisi" if self.revisi else None)
        return "-".join(filter(None, parts)) + ".txt"

    @property
    def identitas(self) -> Identitas:
        """What its head says."""
        return Identitas(self.satker.kode, self.jenis, self.awal, self.akhir, self.unit, self.satker.nama)


class Penulis:
    """Writes the documents of one run and notes what it planted. `bunyi`: the wordings there are to choose from."""

    def __init__(self, bunyi: Bunyi, seed: int, benar: Kebenaran) -> None:
        self.bunyi, self.seed, self.benar = bunyi, seed, benar

    def renstra(self, naskah: Naskah, janji: list[Janji], uang: list[Uang]) -> Naskah:
        """A Renstra: targets of all its years, and the money of the two programs with their sums."""
        years = tuple(range(naskah.awal, naskah.akhir + 1))
        rows = [self._words(naskah, one) | {f"target:{y}": _with_unit(one.renstra[y]) for y in years} for one in janji]
        money, wrong = self._programs(naskah, {one.tahun: one.renstra for one in uang})
        done, places = _written(naskah, {"Target": rows, "Anggaran": money}, years)
        for one, row, line in zip(janji, rows, places.get("Target", ()), strict=True):
            for year in years:
                self._target(done, one, row, year, one.renstra[year], line)
        self._money(done, money, places, wrong)
        return self._done(done)

    def yearly(self, naskah: Naskah, janji: list[tuple[Janji, Angka]], pagu: dict[str, int], uang: Uang) -> Naskah:
        """An RKT or PK: targets of its year, and its money by program and, but for komisioner, kegiatan."""
        year = naskah.awal
        rows = [self._words(naskah, one) | {f"target:{year}": _with_unit(angka)} for one, angka in janji]
        money, wrong = self._by_program(naskah, pagu, uang)
        done, places = _written(naskah, {"Target": rows, "Anggaran": money}, (year,))
        for (one, angka), row, line in zip(janji, rows, places.get("Target", ()), strict=True):
            if angka.sebab != "rusak":
                self._target(done, one, row, year, angka, line)
            self._fault(done, angka, line)
        self._money(done, money, places, wrong)
        return self._done(done)

    def lk(self, naskah: Naskah, janji: list[tuple[Janji, Hasil]], uang: Uang) -> Naskah:
        """An LK: target, realisasi and capaian of its year, and pagu and realisasi of each RO with their sum."""
        year = naskah.awal
        rows = [self._words(naskah, one) | _result(year, hasil) for one, hasil in janji]
        money, wrong = self._by_ro(naskah, uang)
        met = [
            (row["indikator"], *words)
            for one, *words in obstacles(naskah.satker, year, janji, self.seed)
            for row in (next(row for (other, _), row in zip(janji, rows, strict=True) if other is one),)
        ]
        stood = [{"aspek": aspek, "hambatan": words, "upaya": effort} for aspek, words, effort in met]
        done, places = _written(naskah, {"Realisasi": rows, "Anggaran": money, "Hambatan": stood}, ())
        for words, line in zip(met, places.get("Hambatan", ()), strict=True):
            self.benar.add("hambatan", naskah.satker.kode, year, *words, naskah.nama, line)
        for (one, hasil), row, line in zip(janji, rows, places.get("Realisasi", ()), strict=True):
            self._fault(done, hasil.target, line)
            if hasil.target.sebab != "rusak":
                self._capaian(done, one, row, hasil, line)
        self._money(done, money, places, wrong)
        for number, line in zip(uang.baris, places["Anggaran"], strict=False):
            if number.persen_salah:
                right = f"{number.realisasi / number.pagu * 100:.2f}".replace(".", ",")
                self._planted(done, "persen_salah", number.persen, right, line)
        return self._done(done)

    # rows -----------------------------------------------------------------------------------------------------------
    def _words(self, naskah: Naskah, janji: Janji) -> Sel:
        """What stands before the figures of an indikator. An office words it alike in most of its documents."""
        satker, ukuran = naskah.satker, janji.ukuran
        own = likely(0.08, self.seed, "bunyi lain", satker.kode, naskah.jenis, ukuran.kode)
        named = (self.seed, naskah.jenis) if own else (self.seed,)
        text = misspelled(worded(self.bunyi, ukuran.kode, satker.nama, *named), self.seed, satker.kode, naskah.nama)
        sasaran, tujuan = SASARAN[ukuran.sasaran]
        row = {"tingkat": TINGKAT[ukuran.tingkat], "indikator": text, "sasaran": sasaran}
        if tujuan is not None:
            row["tujuan"] = TUJUAN[tujuan]
        if ukuran.tingkat != "sasaran_strategis":
            of = _OF_KEGIATAN[KEGIATAN[ukuran.sasaran]]
            row["program"] = program(naskah.akhir, of.program)[1]
            row |= {"kegiatan": of.kegiatan} if ukuran.tingkat == "kegiatan" else {}
        style = dice(self.seed, "pelaksana", satker.kode).random()
        if naskah.jenis == "Renstra" and style < 0.5:
            row["unit_pelaksana"] = SUBBAGIAN[ukuran.subbagian][ukuran.tingkat == "sasaran_strategis" or style < 0.2]
        return row

    def _programs(self, naskah: Naskah, by_year: dict[int, tuple[int, int]]) -> tuple[list[Sel], dict[int, str]]:
        """The two programs of a Renstra by year with the column of sums, and a total of each year."""
        rows: list[Sel] = []
        years = sorted(by_year)
        for number in (0, 1):
            kode, nama = program(naskah.akhir, number)
            rows += [_budget("program", nama, by_year[y][number], y, kode_program=kode, program=nama) for y in years]
            whole = sum(by_year[year][number] for year in years)
            rows.append(_budget("program", nama, whole, None, kode_program=kode, program=nama))
        return self._summed(naskah, rows, {year: sum(by_year[year]) for year in years})

    def _by_program(self, naskah: Naskah, pagu: dict[str, int], uang: Uang) -> tuple[list[Sel], dict[int, str]]:
        year = naskah.awal
        names = {line.ro.kode_kegiatan: (line.ro.program, line.ro.kegiatan) for line in uang.baris}
        rows: list[Sel] = []
        for number in (0, 1):
            kode, nama = program(year, number)
            of = {kegiatan: money for kegiatan, money in pagu.items() if names[kegiatan][0] == number}
            above = {"kode_program": kode, "program": nama}
            rows.append(_budget("program", nama, sum(of.values()), year, **above))
            if naskah.unit != "komisioner":
                rows += [
                    _budget("kegiatan", names[one][1], money, year, **above, kode_kegiatan=one, kegiatan=names[one][1])
                    for one, money in of.items()
                ]
        return self._summed(naskah, rows, {year: sum(pagu.values())})

    def _by_ro(self, naskah: Naskah, uang: Uang) -> tuple[list[Sel], dict[int, str]]:
        rows = [_ro(line, uang.tahun) for line in uang.baris]
        rows, wrong = self._summed(naskah, rows, {uang.tahun: uang.pagu})
        rows[-1]["realisasi_anggaran"] = rupiah(uang.realisasi)
        rows[-1]["persen_tercetak"] = f"{uang.realisasi / uang.pagu * 100:.2f}".replace(".", ",")
        return rows, wrong

    def _summed(self, naskah: Naskah, rows: list[Sel], sums: dict[int, int]) -> tuple[list[Sel], dict[int, str]]:
        """The rows with a total for each year, one in twenty wrong; and row number → what should stand there."""
        wrong: dict[int, str] = {}
        for year, whole in sums.items():
            throw = dice(self.seed, "jumlah", naskah.nama, year)
            printed = whole + throw.choice((-9_000_000, 100_000, 27_000_000)) if throw.random() < 0.05 else whole
            if printed != whole:
                wrong[len(rows)] = rupiah(whole)
            rows.append(_budget("total", "Jumlah", printed, year))
        return rows, wrong

    # truth ----------------------------------------------------------------------------------------------------------
    def _target(self, naskah: Naskah, janji: Janji, row: Sel, year: int, angka: Angka, line: int) -> None:
        ukuran = janji.ukuran
        self.benar.add(
            "target", naskah.satker.kode, year, naskah.jenis, naskah.unit or "", ukuran.kode, ukuran.tingkat,
            row["indikator"], _with_unit(angka), _shown(angka.nilai), angka.satuan or ukuran.satuan, angka.sebab,
            naskah.nama, line,
        )  # fmt: skip

    def _capaian(self, naskah: Naskah, janji: Janji, row: Sel, hasil: Hasil, line: int) -> None:
        ukuran, verdict = janji.ukuran, {True: "ya", False: "tidak", None: ""}[hasil.tercapai]
        self.benar.add(
            "capaian", naskah.satker.kode, naskah.awal, ukuran.kode, ukuran.tingkat, row["indikator"],
            _with_unit(hasil.target), _with_unit(hasil.realisasi), hasil.capaian,
            "" if hasil.hitung is None else f"{hasil.hitung:.6f}", verdict, naskah.nama, line,
        )  # fmt: skip
        self._target(naskah, janji, row, naskah.awal, hasil.target, line)
        if hasil.tercetak_salah and hasil.hitung is not None:
            self._planted(naskah, "capaian_salah", hasil.capaian, f"{hasil.hitung:.2f}".replace(".", ","), line)

    def _money(self, naskah: Naskah, rows: list[Sel], places: dict[str, list[int]], wrong: dict[int, str]) -> None:
        for number, (row, line) in enumerate(zip(rows, places["Anggaran"], strict=True)):
            self.benar.add(
                "anggaran", naskah.satker.kode, row["tahun"] if row["tahun"] == "jumlah" else int(row["tahun"]),
                naskah.jenis, naskah.unit or "", row["tingkat"].lower(),
                *(row.get(code, "") for code in ("kode_program", "kode_kegiatan", "kode_kro", "kode_ro", "uraian")),
                _whole(row["pagu"]), _whole(row.get("realisasi_anggaran", "")), row.get("persen_tercetak", ""),
                naskah.nama, line,
            )  # fmt: skip
            if number in wrong:
                self._planted(naskah, "jumlah_salah", row["pagu"], wrong[number], line, int(row["tahun"]))

    def _fault(self, naskah: Naskah, angka: Angka, line: int) -> None:
        if angka.sebab in ("rusak", "satuan"):
            self._planted(naskah, angka.sebab, angka.teks, "", line)

    def _planted(self, naskah: Naskah, kind: str, printed: str, right: str, line: int, year: int | None = None) -> None:
        self.benar.add("cacat", naskah.satker.kode, year or naskah.awal, kind, printed, right, naskah.nama, line)

    def _done(self, naskah: Naskah) -> Naskah:
        self.benar.add(
            "dokumen", naskah.nama, naskah.satker.kode, naskah.jenis, naskah.unit or "", naskah.awal, naskah.akhir,
            naskah.tanggal.isoformat(), "",
        )  # fmt: skip
        return naskah


def _written(
    naskah: Naskah, sheets: dict[str, list[Sel]], years: tuple[int, ...]
) -> tuple[Naskah, dict[str, list[int]]]:
    """The document with its text, and the lines on which the rows of each sheet stand."""
    lines, places = as_lines(naskah.identitas, sheets, years)
    text = "\n".join([KALIMAT_SIMULASI, *lines, ""])
    return replace(naskah, teks=text), {name: [number + 1 for number in found] for name, found in places.items()}


def _result(year: int, hasil: Hasil) -> Sel:
    return {
        "tahun": str(year), "target": _with_unit(hasil.target), "realisasi": _with_unit(hasil.realisasi),
        "capaian_tercetak": hasil.capaian,
    }  # fmt: skip


def _ro(line: Baris, year: int) -> Sel:
    kode, nama = program(year, line.ro.program)
    return _budget(
        "ro", line.ro.ro, line.pagu, year, kode_program=kode, program=nama, kode_kegiatan=line.ro.kode_kegiatan,
        kegiatan=line.ro.kegiatan, kode_kro=line.ro.kode_kro, kro=line.ro.kro, kode_ro=line.ro.kode_ro,
        realisasi_anggaran=rupiah(line.realisasi), persen_tercetak=line.persen, tvro="1", rvro="1",
    )  # fmt: skip


def _budget(tingkat: str, uraian: str, pagu: int, year: int | None, **more: str) -> Sel:
    level = {"ro": "RO", "kro": "KRO"}.get(tingkat, tingkat.capitalize())
    return {"tingkat": level, "uraian": uraian, "tahun": str(year or "jumlah"), "pagu": rupiah(pagu), **more}


def _with_unit(angka: Angka) -> str:
    """The figure as one cell: a unit behind its number, a grade alone."""
    counted = angka.nilai is not None and angka.satuan not in ("", "predikat", "opini")
    return f"{angka.teks} {angka.satuan}" if counted else angka.teks


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _whole(text: str) -> int | str:
    return int(text.replace(".", "")) if text else ""


def due(year: int, jenis: JenisDokumen, satker: Satker, seed: int, unit: str | None = None) -> date:
    """The day a document is dated: tidy offices are early."""
    throw = dice(seed, "tanggal", satker.kode, jenis, unit, year)
    late = throw.randint(0, 20) + round((1 - satker.tertib) * throw.randint(20, 160))
    first = {"Renstra": date(year, 7, 15), "RKT": date(year, 1, 4), "PK": date(year, 1, 10)}.get(
        jenis, date(year + 1, 1, 14)
    )
    return first + timedelta(days=late)
