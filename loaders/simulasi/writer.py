"""A whole data folder of simulated documents: written from an order, the same bytes for the same order and code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from loaders.errors import LoaderError
from loaders.files import rows_as_csv, write
from loaders.register import KOLOM_MANIFEST, SEBUTAN, TANDA_SIMULASI, manifest, simulation
from loaders.simulasi import wordings
from loaders.simulasi.anggaran import Uang, money
from loaders.simulasi.chance import likely
from loaders.simulasi.document import Naskah, Penulis, due
from loaders.simulasi.satker import PUSAT, Satker, choose, years_effect
from loaders.simulasi.target import Janji, promises
from loaders.simulasi.truth import HITUNGAN, KOLOM, Kebenaran

_SENDIRI = ("dokumen", "referensi", "koreksi", "transkrip", "masuk", "kebenaran")
"""The folders that a simulation writes, or writes anew."""
_SUMBER = f"{SEBUTAN}; bukan dokumen terbitan"
PERIODE = 5
"""Years of a Renstra; one begins in each year that ends with 0 or 5."""


@dataclass(frozen=True)
class Pesanan:
    """What is asked for: a province, or so many satker; the years; and the seed of all chance."""

    provinsi: str | None
    satker: int | None
    tahun: tuple[int, int]
    seed: int

    def said(self) -> str:
        """The order in words, as the mark of the folder says it."""
        what = f"{self.satker} satker" if self.satker else ""
        where = f"provinsi {self.provinsi}" if self.provinsi else ""
        words = ", ".join(filter(None, (where, what)))
        return f"{SEBUTAN}: {words}, tahun {self.tahun[0]}–{self.tahun[1]}, benih {self.seed}."


@dataclass(frozen=True)
class Tertulis:
    """What was written: how many satker and documents."""

    satker: int
    dokumen: int


def simulate(
    folder: Path, pesanan: Pesanan, referensi: Path, progress: Callable[[str], None] = lambda _: None
) -> Tertulis:
    """Write a data folder for this order, with the reference lists of `referensi`, in place of an earlier simulation.

    Raises LoaderError for a folder that holds anything else, for an unknown province and for too many satker.
    """
    years = tuple(range(pesanan.tahun[0], pesanan.tahun[1] + 1))
    satker = choose(referensi, pesanan.provinsi, pesanan.satker, pesanan.seed)
    _check_free(folder)
    bunyi, benar = wordings.known(referensi), Kebenaran()
    penulis = Penulis(bunyi, pesanan.seed, benar)
    _begin(folder, referensi, pesanan)
    efek = years_effect(years, pesanan.seed)
    rows: list[dict[str, str]] = []
    for number, one in enumerate(satker, start=1):
        progress(f"Menulis satker {number} dari {len(satker)}: {one.nama}.")
        rows += [_store(folder, naskah) for naskah in _of_office(penulis, one, years, efek)]
    rows += [_store(folder, naskah) for naskah in _of_headquarters(penulis)]
    write(folder / "dokumen" / "manifest.csv", rows_as_csv(KOLOM_MANIFEST, rows))
    _truth(folder, pesanan, satker, efek, benar)
    return Tertulis(len(satker), len(rows))


def _check_free(folder: Path) -> None:
    """Raise LoaderError unless the folder is empty, not there, or all of an earlier simulation."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    register = folder / "dokumen" / "manifest.csv"
    if simulation(folder) is None:
        raise LoaderError(
            f"Folder {folder} tidak kosong dan bukan folder {SEBUTAN}. Pilih folder lain untuk --keluaran."
        )
    if register.is_file():
        for dokumen in manifest.load(folder / "dokumen").semua:
            if SEBUTAN not in dokumen.sumber:
                raise LoaderError(
                    f"Folder {folder} memuat {dokumen.path.name} yang bukan {SEBUTAN}. Pilih folder lain."
                )


def _begin(folder: Path, referensi: Path, pesanan: Pesanan) -> None:
    """An empty data folder, marked before anything is in it."""
    write(folder / TANDA_SIMULASI, (pesanan.said() + "\n").encode())
    for name in _SENDIRI:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    for path in sorted(referensi.glob("[!.]*")):
        if path.is_file():
            shutil.copyfile(path, folder / "referensi" / path.name)


def _of_office(penulis: Penulis, satker: Satker, years: tuple[int, ...], efek: dict[int, float]) -> list[Naskah]:
    """The documents that an office sends, a tidy one more of them than another."""
    seed, found = penulis.seed, []
    for first in sorted({year - year % PERIODE for year in years}):
        period = tuple(range(first, first + PERIODE))
        own = tuple(year for year in years if year in period)
        janji = promises(satker, own, period, efek, seed)
        uang = {year: money(satker, year, efek.get(year, 0.0), seed) for year in period}
        renstra = Naskah(satker, "Renstra", first, period[-1], due(first, "Renstra", satker, seed))
        if _sent(penulis, renstra):
            found.append(penulis.renstra(renstra, janji, list(uang.values())))
        for year in own:
            found += _of_year(penulis, satker, year, janji, uang[year])
    return found


def _of_year(penulis: Penulis, satker: Satker, year: int, janji: list[Janji], uang: Uang) -> list[Naskah]:
    found: list[Naskah] = []
    rkt = Naskah(satker, "RKT", year, year, due(year, "RKT", satker, penulis.seed))
    if _sent(penulis, rkt):
        found.append(penulis.yearly(rkt, [(j, j.rkt[year]) for j in janji if year in j.rkt], uang.rkt, uang))
    for unit in ("komisioner", "sekretariat"):
        found += _pk(penulis, satker, year, unit, janji, uang)
    lk = Naskah(satker, "LK", year, year, due(year, "LK", satker, penulis.seed))
    if _sent(penulis, lk):
        found.append(penulis.lk(lk, [(j, j.lk[year]) for j in janji if year in j.lk], uang))
    return found


def _pk(penulis: Penulis, satker: Satker, year: int, unit: str, janji: list[Janji], uang: Uang) -> list[Naskah]:
    """A PK; where the money was revised later, now and then a second version that replaces it."""
    first = Naskah(satker, "PK", year, year, due(year, "PK", satker, penulis.seed, unit), unit)
    if not _sent(penulis, first):
        return []
    wanted = (unit == "komisioner",)
    own = [(j, j.pk[year]) for j in janji if year in j.pk and (j.ukuran.tingkat == "sasaran_strategis",) == wanted]
    revised = uang.pk != uang.revisi and likely(0.35, penulis.seed, "versi", satker.kode, year, unit)
    if not revised:
        return [penulis.yearly(first, own, uang.pk, uang)]
    old = Penulis(penulis.bunyi, penulis.seed, Kebenaran()).yearly(first, own, uang.pk, uang)
    penulis.benar.add(
        "dokumen", old.nama, satker.kode, "PK", unit, year, year, old.tanggal.isoformat(), "ya"
    )  # fmt: skip
    again = replace(first, revisi=True, tanggal=date(year, 9, 15), menggantikan=old.teks)
    return [old, penulis.yearly(again, own, uang.revisi, uang)]


def _sent(penulis: Penulis, naskah: Naskah) -> bool:
    return likely(naskah.satker.tertib, penulis.seed, "dikirim", naskah.nama)


def _of_headquarters(penulis: Penulis) -> list[Naskah]:
    """The Renstra of KPU RI that follows."""
    satker = Satker(PUSAT, "KPU RI", "Nasional", 1.0, 1.0, 40.0, 7000)
    years = tuple(range(2025, 2025 + PERIODE))
    janji = [j for j in promises(satker, (), years, {}, penulis.seed) if j.ukuran.tingkat != "kegiatan"]
    uang = [money(satker, year, 0.0, penulis.seed) for year in years]
    return [
        penulis.renstra(
            Naskah(satker, "Renstra", years[0], years[-1], due(2025, "Renstra", satker, penulis.seed)), janji, uang
        )
    ]


def _store(folder: Path, naskah: Naskah) -> dict[str, str]:
    """Write a document; its row of the register."""
    office = naskah.satker.nama.lower().replace("kpu ", "").replace("kip ", "").replace(" ", "-").replace("'", "")
    place = f"{naskah.satker.kode}-{office}/{naskah.nama}"
    path = folder / "dokumen" / place
    path.parent.mkdir(exist_ok=True)
    content = naskah.teks.encode()
    path.write_bytes(content)
    replaced = sha256(naskah.menggantikan.encode()).hexdigest() if naskah.menggantikan else ""
    said = (place, naskah.satker.kode, naskah.jenis, str(naskah.awal), str(naskah.akhir), "",
            naskah.tanggal.isoformat(), _SUMBER, sha256(content).hexdigest(), replaced, "")  # fmt: skip
    return dict(zip(KOLOM_MANIFEST, said, strict=True))


def _truth(
    folder: Path, pesanan: Pesanan, satker: tuple[Satker, ...], efek: dict[int, float], benar: Kebenaran
) -> None:
    """What was planted, beside what is read: counts by office and year, all figures, what kind of office each is."""
    counts = benar.counts([(one.kode, one.nama) for one in satker], sorted(efek))
    write(folder / "kebenaran" / "satker_tahun.csv", rows_as_csv(HITUNGAN, counts))
    for name, columns in KOLOM.items():
        write(folder / "kebenaran" / f"{name}.csv", rows_as_csv(columns, benar.isi[name]))
    facts = {
        "pesanan": asdict(pesanan), "tahun": {str(year): value for year, value in sorted(efek.items())},
        "satker": [asdict(one) for one in satker], "jumlah": {name: len(rows) for name, rows in benar.isi.items()},
    }  # fmt: skip
    write(folder / "kebenaran.json", (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode())
