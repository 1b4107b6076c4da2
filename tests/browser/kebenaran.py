"""What was planted in the simulated province, counted from its CSV files alone: no view, no question of the app.

Rows are those of kebenaran/, all text. `T` is the year that the pages open on, `LALU` the one before.
"""

from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

T, LALU = "2024", "2023"
RANTAI = ("Renstra", "RKT", "PK", "LK")
Row = dict[str, Any]


def angka(value: float, decimals: int = 1) -> str:
    """A number as an Indonesian reader writes it: 1234.5 → "1.234,5"."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def ringkas(value: float) -> str:
    """At most two decimals, none that says nothing: 31.070 → "31,07"."""
    text = angka(value, 2)
    return text.rstrip("0").rstrip(",")


def pendek(nama: str) -> str:
    """What the pages call a satker."""
    return nama.replace("KPU Kabupaten", "Kab.").replace("KPU Kota", "Kota")


class Kebenaran:
    """The planted figures of one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.satker_tahun, self.target, self.capaian = (self._read(n) for n in ("satker_tahun", "target", "capaian"))
        self.anggaran, self.dokumen, self.hambatan = (self._read(n) for n in ("anggaran", "dokumen", "hambatan"))
        self.cacat = self._read("cacat")
        baku = pl.read_csv(folder / "referensi" / "indikator_baku.csv", infer_schema_length=0)
        self.baku = {row["kode"]: row for row in baku.iter_rows(named=True)}

    def _read(self, name: str) -> pl.DataFrame:
        return pl.read_csv(self.folder / "kebenaran" / f"{name}.csv", infer_schema_length=0)

    @cached_property
    def nama(self) -> dict[str, str]:
        """kode_satker → its name."""
        return dict(self.satker_tahun.select("kode_satker", "satker").iter_rows())

    def rapor(self, tahun: str) -> dict[str, Row]:
        """satker that reported in the year → tercapai and n of its indikator, pagu and realisasi, shares in percent."""
        found = {}
        for row in self.satker_tahun.filter(tahun=tahun).iter_rows(named=True):
            k, n = int(row["tercapai"]), int(row["indikator_lk"])
            if n:
                pagu, realisasi = int(row["pagu"]), int(row["realisasi"])
                shares = {"capaian": 100 * k / n, "serapan": 100 * realisasi / pagu}
                found[pendek(row["satker"])] = {"k": k, "n": n, "pagu": pagu, "realisasi": realisasi, **shares}
        return found

    def terburuk(self) -> str:
        """kode of the satker that reached the smallest part of its indikator."""
        worst = min(self.rapor(T).items(), key=lambda one: one[1]["capaian"])[0]
        return next(kode for kode, nama in self.nama.items() if pendek(nama) == worst)

    def pasangan(self, kode: str) -> list[tuple[Row, Row | None]]:
        """Each promise of T with what the next document of the chain says of it; None: nothing."""
        own = self.target.filter(kode_satker=kode, tahun=T)
        held = [jenis for jenis in RANTAI if not own.filter(jenis_dokumen=jenis).is_empty()]
        found = []
        for first, second in pairwise(held):
            after = {row["kode_baku"]: row for row in own.filter(jenis_dokumen=second).iter_rows(named=True)}
            found += [
                (row, after.get(row["kode_baku"])) for row in own.filter(jenis_dokumen=first).iter_rows(named=True)
            ]
        return found

    def tetap(self, kode: str) -> tuple[int, int]:
        """How many promises of a satker stayed as they were, of how many."""
        pairs = self.pasangan(kode)
        return sum(after is not None and before["teks"] == after["teks"] for before, after in pairs), len(pairs)

    def melemah(self, kode: str) -> list[tuple[Row, Row]]:
        """The promises of a satker that the next document makes easier, with that document's row."""
        found = []
        for before, after in self.pasangan(kode):
            if after is None or ("%" in f"{before['teks']}" and "%" not in after["teks"]):
                continue
            more = {"maksimal": 1, "minimal": -1}.get(self.baku[before["kode_baku"]]["polaritas"], 0)
            if before["nilai"] and after["nilai"] and more * (float(after["nilai"]) - float(before["nilai"])) < 0:
                found.append((before, after))
        return found

    def meleset(self, kode: str) -> list[Row]:
        """The indikator that a satker missed in T."""
        return self.capaian.filter(kode_satker=kode, tahun=T, tercapai="tidak").to_dicts()

    def per_indikator(self) -> dict[str, tuple[int, int]]:
        """indikator baku → how many satker missed it in T, of how many that report it."""
        found: dict[str, tuple[int, int]] = {}
        for row in self.capaian.filter(tahun=T).iter_rows(named=True):
            missed, reported = found.get(row["kode_baku"], (0, 0))
            found[row["kode_baku"]] = (missed + (row["tercapai"] == "tidak"), reported + 1)
        return {self.baku[kode]["nama"]: counts for kode, counts in found.items()}

    def sasaran(self, row: Row) -> str:
        """The sasaran that the report prints beside an indikator: read from the line itself."""
        (file,) = (self.folder / "dokumen").rglob(row["berkas"])
        return file.read_text(encoding="utf-8").splitlines()[int(row["baris"]) - 1].split("\t")[6]

    def serapan(self, by: str) -> dict[str, tuple[float, float]]:
        """Of the reports' lines, by program, kegiatan or year → serapan (percent) and pagu (miliar rupiah)."""
        lines = pl.col("kode_program").is_not_null()  # the printed totals belong to no program
        rows = self.anggaran.filter(lines, jenis_dokumen="LK").drop_nulls(["pagu", "realisasi"])
        rows = rows if by == "tahun" else rows.filter(tahun=T)
        sums = rows.group_by(by).agg(pl.col("pagu", "realisasi").cast(pl.Int64).sum())
        return {key: (100 * realisasi / pagu, pagu / 1e9) for key, pagu, realisasi in sums.iter_rows()}

    def keadaan(self, kode: str) -> dict[str, str]:
        """Of each document due for T: ada, belum, or sebagian menunggu where a line of it is broken."""
        broken = set(self.cacat.filter(jenis_cacat="rusak")["berkas"])
        found = dict.fromkeys(("Renstra", "RKT", "PK komisioner", "PK sekretariat", "LK"), "belum")
        for row in self.dokumen.filter(pl.col("digantikan").is_null(), kode_satker=kode).iter_rows(named=True):
            if row["tahun_awal"] <= T <= row["tahun_akhir"]:
                name = " ".join(part for part in (row["jenis_dokumen"], row["unit"]) if part)
                found[name] = "sebagian menunggu" if row["berkas"] in broken else "ada"
        return found
