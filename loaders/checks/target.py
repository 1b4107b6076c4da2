"""Rules on targets: one indicator with different targets, promised and not reported, under different sasaran."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups, rows
from loaders.checks.words import place, short, shown, years
from loaders.values import meaning, wording_key

RENSTRA_KE_LK = ("Renstra", "RKT", "PK", "LK")
_ALIKE = 0.85
_PAIRS = 200_000
"""Offices promise in the same words: how alike two are is worked out once for all of them."""


def _rows_of(group: list[Row]) -> dict[int, dict[int, Row]]:
    """Indicator row → year → target row."""
    found: dict[int, dict[int, Row]] = {}
    for row in group:
        found.setdefault(row["indikator_id"], {})[row["tahun"]] = row
    return found


def _differs(a: Row, b: Row) -> bool:
    """True when two targets contradict; a bare number agrees with the same number in %."""
    if (a["nilai"], a["nilai_ordinal"]) != (b["nilai"], b["nilai_ordinal"]):
        return True
    if a["keadaan"] in ("rusak", "kosong") or b["keadaan"] in ("rusak", "kosong"):
        return False
    return bool(a["satuan"] and b["satuan"] and meaning(a["satuan"]) != meaning(b["satuan"]))


def _contradiction(first: dict[int, Row], second: dict[int, Row]) -> Temuan | None:
    shared = sorted(first.keys() & second.keys())
    wrong = [year for year in shared if _differs(first[year], second[year])]
    if not wrong:
        return None
    a, b = first[wrong[0]], second[wrong[0]]
    left, right = ("; ".join(shown(side[year]) for year in wrong) for side in (first, second))
    sentence = f"{short(a['indikator'])} {years(wrong)}: {left} di {place(a)}, {right} di {place(b)}."
    return Temuan(a["dokumen_id"], sentence, a["baris"], tuple(wrong), left, right, b["dokumen_id"], b["baris"])


def _compare(group: list[Row], wanted: str) -> tuple[list[Temuan], int]:
    """Compare the rows of one wording: within one table, between tables of one document, or between documents."""
    found, examined = [], 0
    for first, second in combinations(_rows_of(group).values(), 2):
        a, b = next(iter(first.values())), next(iter(second.values()))
        same_document = a["dokumen_id"] == b["dokumen_id"] and a["jenis_dokumen"] == b["jenis_dokumen"]
        relation = "dokumen" if not same_document else "tabel" if a["tabel"] == b["tabel"] else "antar_tabel"
        if relation != wanted:
            continue
        examined += 1
        if temuan := _contradiction(first, second):
            found.append(temuan)
    return found, examined


def _same_wording(data: Data, wanted: str) -> Hasil:
    hasil = Hasil()
    for group in groups(data.target, "kode_satker", "kunci_bunyi"):
        found, examined = _compare(group, wanted)
        hasil.temuan += found
        hasil.diperiksa += examined
    return hasil


@aturan(
    kode="T01",
    nama="Target berbeda antara tabel satu dokumen",
    keparahan="peringatan",
    kalimat="Indikator yang sama harus punya target yang sama di semua tabel satu dokumen.",
    penting="Pembaca mengutip target dari tabel mana pun; bila tabelnya berbeda, janji satker menjadi dua.",
    sumber="Keselarasan dokumen perencanaan (evaluasi SAKIP)",
    tanda="B",
)
def antar_tabel(data: Data) -> Hasil:
    """Pairs of rows with one wording in two tables of one document."""
    return _same_wording(data, "antar_tabel")


@aturan(
    kode="T02",
    nama="Target berbeda antara baris satu tabel",
    keparahan="peringatan",
    kalimat="Indikator yang tercetak dua kali dalam satu tabel harus punya target yang sama.",
    penting="Dua baris berbunyi sama dengan target berbeda tidak dapat dua-duanya menjadi ukuran.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="B",
)
def antar_baris(data: Data) -> Hasil:
    """Pairs of rows with one wording in one table."""
    return _same_wording(data, "tabel")


@aturan(
    kode="T03",
    nama="Target berbeda antara dokumen satker",
    keparahan="kritis",
    kalimat="Target satu indikator dan tahun harus sama di Renstra, RKT, PK dan LK satker itu.",
    penting="LK dinilai terhadap target PK; target yang bergeser di LK mengubah capaian yang dilaporkan.",
    sumber="Rantai SAKIP: perencanaan, perjanjian, pelaporan",
    tanda="B",
)
def antar_dokumen(data: Data) -> Hasil:
    """Wordings of one satker whose targets differ between its documents: one finding a wording, naming all places."""
    hasil = Hasil()
    for group in groups(data.target, "kode_satker", "kunci_bunyi"):
        found, examined = _compare(group, "dokumen")
        hasil.diperiksa += examined
        if found:
            hasil.temuan.append(_all_places(group, found))
    return hasil


def _all_places(group: list[Row], found: list[Temuan]) -> Temuan:
    """One sentence for all documents that contradict each other in one wording, in the order of the SAKIP chain."""
    tahun = tuple(sorted({year for temuan in found for year in temuan.tahun}))
    named = [row for row in group if row["tahun"] in tahun]
    named.sort(key=lambda row: (row["tahun"], RENSTRA_KE_LK.index(row["jenis_dokumen"])))
    each = "; ".join(f"{row['jenis_dokumen']} {shown(row)} di {place(row)}" for row in named)
    return replace(found[0], uraian=f"{short(group[0]['indikator'])} {years(tahun)}: {each}.", tahun=tahun)


@aturan(
    kode="T08",
    nama="Target berbeda antara tingkat satu dokumen",
    keparahan="peringatan",
    kalimat="Indikator baku yang sama harus punya target yang sama di semua tingkat satu dokumen.",
    penting="Kegiatan yang dijanjikan kurang dari programnya tidak dapat memenuhi janji program itu.",
    sumber="Penjenjangan kinerja (evaluasi SAKIP)",
    tanda="B",
    toleransi="Hanya yang padanannya pasti; bunyi yang sama persis sudah diperiksa T01 dan T02.",
)
def antar_tingkat(data: Data) -> Hasil:
    """Pairs of rows of one indikator baku at two levels of one document, worded differently."""
    hasil = Hasil()
    document = ("dokumen_id", "jenis_dokumen", "kode_baku")
    several = [pl.col(name).n_unique().over(document) > 1 for name in ("tingkat", "kunci_bunyi")]
    sure = data.target.filter(pl.col("kode_baku").is_not_null() & (pl.col("keyakinan") == "pasti"))
    for group in groups(sure.filter(several), *document):
        for first, second in combinations(_rows_of(group).values(), 2):
            a, b = next(iter(first.values())), next(iter(second.values()))
            if a["tingkat"] == b["tingkat"] or a["kunci_bunyi"] == b["kunci_bunyi"]:
                continue
            hasil.diperiksa += 1
            if temuan := _contradiction(first, second):
                hasil.temuan.append(replace(temuan, uraian=_two_levels(a, b, temuan)))
    return hasil


def _two_levels(a: Row, b: Row, temuan: Temuan) -> str:
    sides = ((a, temuan.nilai_a), (b, temuan.nilai_b))
    each = ", ".join(
        f"{value} di tingkat {row['tingkat'].replace('_', ' ')} {place(row)} «{short(row['indikator'])}»"
        for row, value in sides
    )
    return f"{a['indikator_baku']} {years(temuan.tahun)}: {each}."


_NAME = ("kode_satker", "tahun", "kunci_bunyi")


def _one_sided(data: Data, here: str, there: str, sentence: str) -> Hasil:
    """Indicators of one satker and year that stand in `here` and, though `there` exists, not in `there`."""
    hasil = Hasil()
    promised = data.target.filter(pl.col("jenis_dokumen").is_in(["PK", "LK"]))
    reported = set(data.capaian.select(_NAME).iter_rows())
    pk = set(promised.filter(pl.col("jenis_dokumen") == "PK").select(_NAME).iter_rows())
    exists = {(satker, tahun) for satker, tahun, _ in (reported if there == "LK" else pk)}
    other = data.capaian if there == "LK" else promised.filter(pl.col("jenis_dokumen") == "PK")
    worded = other.select("kode_satker", "tahun", "indikator").iter_rows()
    openings = {(satker, tahun, _opening(text)) for satker, tahun, text in worded}
    mine = promised.filter(pl.col("jenis_dokumen") == here) if here == "PK" else data.capaian
    there_by_year: dict[tuple[str, int], list[str]] = {}
    for satker, tahun, text in reported if there == "LK" else pk:
        there_by_year.setdefault((satker, tahun), []).append(text)
    seen: set[tuple[str, int, str]] = set()
    for row in rows(mine):
        name = (row["kode_satker"], row["tahun"], row["kunci_bunyi"])
        if (row["kode_satker"], row["tahun"]) not in exists or name in seen:
            continue
        seen.add(name)
        hasil.diperiksa += 1
        opening = _opening(row["indikator"])
        if opening and (row["kode_satker"], row["tahun"], opening) in openings:
            continue
        if not _alike(row["kunci_bunyi"], there_by_year[row["kode_satker"], row["tahun"]]):
            text = sentence.format(indikator=short(row["indikator"]), tahun=row["tahun"], tempat=place(row))
            hasil.temuan.append(Temuan(row["dokumen_id"], text, row["baris"], (row["tahun"],), short(row["indikator"])))
    return hasil


def _opening(text: str) -> str | None:
    """The first two words of an indicator that is no share or count ("Opini BPK"): enough to know it by."""
    words = text.lower().split()[:2]
    return None if not words or words[0] in ("persentase", "prosentase", "jumlah", "nilai") else " ".join(words)


def _alike(bunyi: str, others: list[str]) -> bool:
    """True when the other document has nearly the same wording: a spelling difference is not a missing indicator."""
    return bunyi in others or any(_ratio(bunyi, text) >= _ALIKE for text in others)


@lru_cache(maxsize=_PAIRS)
def _ratio(a: str, b: str) -> float:
    """How alike two wordings are, 0 to 1; where a quick look shows that it is less than _ALIKE, what that look gave."""
    matcher = SequenceMatcher(None, a, b)
    for look in (matcher.real_quick_ratio, matcher.quick_ratio):
        if (most := look()) < _ALIKE:
            return most
    return matcher.ratio()


@aturan(
    kode="T04",
    nama="Dijanjikan di PK, tidak dilaporkan di LK",
    keparahan="kritis",
    kalimat="Setiap indikator PK harus dilaporkan realisasinya di LK tahun itu.",
    penting="Janji yang tidak dilaporkan tidak dapat dinilai, dan evaluator akan mencarinya.",
    sumber="Pelaporan kinerja atas Perjanjian Kinerja",
    tanda="B",
    toleransi="Bunyi yang mirip sedikitnya 85 persen, atau berawal «Opini BPK» yang sama, dianggap satu indikator.",
)
def tidak_dilaporkan(data: Data) -> Hasil:
    """PK indicators without a realisasi in the LK of the same satker and year."""
    return _one_sided(
        data, "PK", "LK", "{indikator} dijanjikan untuk {tahun} di {tempat}, tetapi tidak dilaporkan di LK."
    )


@aturan(
    kode="T05",
    nama="Dilaporkan di LK, tidak dijanjikan di PK",
    keparahan="peringatan",
    kalimat="Setiap indikator yang dilaporkan LK seharusnya ada di PK tahun itu.",
    penting="Capaian atas indikator yang tidak dijanjikan tidak menunjukkan apakah janji ditepati.",
    sumber="Pelaporan kinerja atas Perjanjian Kinerja",
    tanda="B",
    toleransi="Bunyi yang mirip sedikitnya 85 persen, atau berawal «Opini BPK» yang sama, dianggap satu indikator.",
)
def tidak_dijanjikan(data: Data) -> Hasil:
    """LK indicators without a target in the PK of the same satker and year."""
    return _one_sided(data, "LK", "PK", "{indikator} dilaporkan untuk {tahun} di {tempat}, tetapi tidak ada di PK.")


@aturan(
    kode="T06",
    nama="Indikator yang sama di bawah sasaran berbeda",
    keparahan="catatan",
    kalimat="Satu indikator seharusnya mengukur sasaran yang sama di semua tabel satu satker.",
    penting="Sasaran yang berganti membuat capaian sasaran tidak dapat dibandingkan.",
    sumber="Keselarasan sasaran dan indikator (evaluasi SAKIP)",
    tanda="C",
    toleransi="Huruf besar, tanda baca dan nama satker diabaikan; sasaran yang mirip sedikitnya 85 persen masuk T07.",
)
def sasaran_berbeda(data: Data) -> Hasil:
    """Pairs of tables of one satker that file one indicator under sasaran with quite different wording."""
    return _sasaran(data, lambda alike: alike < _ALIKE, "di bawah sasaran")


@aturan(
    kode="T07",
    nama="Bunyi sasaran berbeda antara bagian",
    keparahan="catatan",
    kalimat="Sasaran yang sama seharusnya ditulis sama di semua bagian dokumen.",
    penting="Beda kata kecil menyulitkan penelusuran dan sering menandai salinan yang tidak lengkap.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="C",
    toleransi="Beda huruf besar, tanda baca dan nama satker diabaikan.",
)
def bunyi_sasaran(data: Data) -> Hasil:
    """Pairs of tables of one satker that word the sasaran of one indicator almost, but not quite, alike."""
    return _sasaran(data, lambda alike: _ALIKE <= alike < 1, "dengan bunyi sasaran")


def _sasaran(data: Data, wrong: Callable[[float], bool], phrase: str) -> Hasil:
    hasil = Hasil()
    once = data.target.unique(["indikator_id"], keep="first", maintain_order=True).filter(
        pl.col("sasaran").is_not_null()
    )
    for group in groups(once, "kode_satker", "kunci_bunyi"):
        seen: set[frozenset[str]] = set()
        keyed = [(row, wording_key(row["sasaran"])) for row in group]
        for (a, first), (b, second) in combinations(keyed, 2):
            pair = frozenset((first, second))
            if (a["dokumen_id"], a["tabel"]) == (b["dokumen_id"], b["tabel"]) or pair in seen:
                continue
            seen.add(pair)
            hasil.diperiksa += 1
            alike = _likeness(first, second)
            if wrong(alike):
                hasil.temuan.append(_two_sasaran(a, b, phrase))
    return hasil


@lru_cache(maxsize=_PAIRS)
def _likeness(a: str, b: str) -> float:
    """How alike two wordings are, 0 to 1; one that is the other cut short counts as nearly the same."""
    ratio = SequenceMatcher(None, a, b).ratio()
    cut_short = a != b and (a.startswith(b) or b.startswith(a))
    return max(ratio, _ALIKE) if cut_short else ratio


def _two_sasaran(a: Row, b: Row, phrase: str) -> Temuan:
    text = (
        f"{short(a['indikator'])}: {phrase} «{short(a['sasaran'])}» di {place(a)}, "
        f"«{short(b['sasaran'])}» di {place(b)}."
    )
    return Temuan(a["dokumen_id"], text, a["baris"], (), a["sasaran"], b["sasaran"], b["dokumen_id"], b["baris"])
