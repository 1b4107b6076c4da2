"""Rules on what must go together: sentences with their table, money with its target."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups, rows
from loaders.checks.words import place, rupiah, short, years
from loaders.values import wording_key

_LONG_ENOUGH = 30
"""Fewer letters at the start of two wordings do not make them the same sasaran."""
TOLERANSI = 0.005
"""Tables in thousands of rupiah round their figures: up to this share of the pagu they say the same."""


@aturan(
    kode="U06",
    nama="Kalimat pendanaan bertentangan dengan tabelnya",
    keparahan="kritis",
    kalimat="Jumlah yang disebut kalimat harus sama dengan jumlah program itu di tabel.",
    penting="Kalimat di depan tabel biasanya yang dikutip.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="B",
    toleransi="Program dipasangkan menurut urutan kalimat dan baris program di tabel berjumlah pertama sesudahnya.",
)
def kalimat_pendanaan(data: Data) -> Hasil:
    """Sentences that name a program's amount against the column "jumlah" of the next table."""
    hasil = Hasil()
    sums = data.pagu.filter((pl.col("tingkat") == "program") & pl.col("tahun").is_null() & pl.col("pagu").is_not_null())
    of_document = sums.partition_by("dokumen_id", as_dict=True)
    for group in groups(data.kalimat.filter(pl.col("jenis") == "pagu"), "dokumen_id"):
        own = of_document.get((group[0]["dokumen_id"],), sums.clear())
        after = own.filter(pl.col("baris") > group[0]["baris"])
        table = after.filter(pl.col("tabel") == after["tabel"].first()).sort("baris").to_dicts() if len(after) else []
        for said, printed in zip(group, table, strict=False):
            hasil.diperiksa += 1
            if said["nilai"] != printed["pagu"]:
                text = (
                    f"{short(printed['uraian'])}: kalimat (baris {said['baris']}) menyebut {rupiah(said['nilai'])}, "
                    f"{place(printed)} mencetak {rupiah(printed['pagu'])}."
                )
                said_and_printed = (
                    rupiah(said["nilai"]),
                    rupiah(printed["pagu"]),
                    printed["dokumen_id"],
                    printed["baris"],
                )
                hasil.temuan.append(Temuan(said["dokumen_id"], text, said["baris"], (), *said_and_printed))
    return hasil


@aturan(
    kode="U07",
    nama="Uang dan target tidak berpasangan",
    keparahan="catatan",
    kalimat="Sasaran yang diberi uang pada suatu tahun seharusnya punya target tahun itu, dan sebaliknya.",
    penting="Uang tanpa target tidak dapat dinilai; target tanpa uang tidak dapat dikerjakan.",
    sumber="Keselarasan kinerja dan anggaran (evaluasi SAKIP)",
    tanda="C",
    toleransi="Sasaran dipasangkan menurut bunyinya dalam satu dokumen; target 0 atau «-» dianggap tidak ada.",
)
def uang_tanpa_target(data: Data) -> Hasil:
    """Sasaran of one document with money in years without any target above zero, and the reverse.

    Lines that lack money in the very same years, which is how a table without a column looks, are one finding.
    """
    hasil = Hasil()
    without_money: dict[tuple[int, str, tuple[int, ...]], list[tuple[Row, Row]]] = defaultdict(list)
    for targets, line, paid in _pairs(data):
        hasil.diperiksa += 1
        planned = {row["tahun"] for row in targets if row["nilai_ordinal"] or (row["nilai"] or 0) > 0}
        if surplus := tuple(sorted((paid & {row["tahun"] for row in targets}) - planned)):
            hasil.temuan.append(_unpaired([(targets[0], line)], "uang tanpa target", surplus))
        if missing := tuple(sorted(planned - paid)):
            without_money[(line["dokumen_id"], line["tabel"], missing)].append((targets[0], line))
    hasil.temuan += [_unpaired(pairs, "target tanpa uang", years) for (_, _, years), pairs in without_money.items()]
    return hasil


def _pairs(data: Data) -> Iterator[tuple[list[Row], Row, set[int]]]:
    """Each sasaran with money: its target rows, its budget line, and the years in which it has money.

    A sasaran that stands several times is paired under the same kegiatan; where none fits, it is not paired.
    """
    lines: dict[int, list[Row]] = defaultdict(list)
    for row in rows(data.anggaran.filter(pl.col("tingkat") == "sasaran")):
        lines[row["dokumen_id"]].append(row)
    paid: dict[int, set[int]] = defaultdict(set)
    given = data.pagu.filter((pl.col("pagu") > 0) & pl.col("tahun").is_not_null())
    for mata_anggaran_id, tahun in given.select("mata_anggaran_id", "tahun").iter_rows():
        paid[mata_anggaran_id].add(tahun)
    printed = data.target.filter(pl.col("sasaran").is_not_null()).sort("baris", "tahun")
    goals: dict[tuple[int, str, str], list[Row]] = defaultdict(list)
    for row in rows(printed.filter(pl.col("dokumen_id").is_in(list(lines)))):
        goals[(row["dokumen_id"], wording_key(row["kegiatan"]), wording_key(row["sasaran"]))].append(row)
    named = printed.select("dokumen_id", "kegiatan", "sasaran").unique().iter_rows()
    worded = Counter(
        words for _, _, words in {(of, wording_key(under), wording_key(goal)) for of, under, goal in named}
    )
    for name, targets in goals.items():
        line = _line_of(name, lines[name[0]], worded[name[2]])
        if line and paid[line["mata_anggaran_id"]]:
            yield targets, line, paid[line["mata_anggaran_id"]]


def _line_of(name: tuple[int, str, str], lines: list[Row], same_words: int) -> Row | None:
    here = [
        row
        for row in lines
        if wording_key(row["kegiatan"]) == name[1] and _same_sasaran(wording_key(row["uraian"]), name[2])
    ]
    if not here and same_words == 1:
        here = [row for row in lines if wording_key(row["uraian"]) == name[2]]
    return here[0] if len(here) == 1 else None


def _same_sasaran(a: str, b: str) -> bool:
    """True for the same wording, or one that is the other with something printed behind it."""
    return a == b or (min(len(a), len(b)) > _LONG_ENOUGH and (a.startswith(b) or b.startswith(a)))


def _unpaired(pairs: list[tuple[Row, Row]], what: str, tahun: tuple[int, ...]) -> Temuan:
    goal, line = pairs[0]
    if len(pairs) == 1:
        text = f"{short(goal['sasaran'])}: {what} pada {years(tahun)} ({place(goal)} dan {place(line)})."
    else:
        lines = ", ".join(str(row["baris"]) for _, row in pairs)
        text = f"{line['tabel']}: {len(pairs)} sasaran punya {what} pada {years(tahun)} (baris {lines})."
    return Temuan(goal["dokumen_id"], text, goal["baris"], tahun, None, None, line["dokumen_id"], line["baris"])


@aturan(
    kode="U08",
    nama="Pagu program di PK bukan jumlah RO-nya di LK",
    keparahan="peringatan",
    kalimat="Pagu satu program di PK harus sama dengan jumlah pagu RO program itu di LK tahun itu.",
    penting="Serapan LK dihitung dari pagu RO; bila bukan pagu PK, kinerja dan uangnya tidak sejalan.",
    sumber="Keselarasan kinerja dan anggaran (evaluasi SAKIP); bagian menjumlah menjadi induknya",
    tanda="C",
    toleransi="Sampai 0,5% pagu PK. Revisi pagu sesudah PK dapat menjelaskan selisihnya; bila PK itu sendiri sudah "
    "revisi: kritis. PK sekretariat dan program yang RO-nya tercetak di beberapa tabel LK tidak dibandingkan.",
)
def pagu_program(data: Data) -> Hasil:
    """Programs of a PK against the sum of their RO in the one table of an LK that prints them."""
    hasil = Hasil()
    spent = _ro_of_programs(data.pagu)
    revised = set(data.dokumen.filter((pl.col("jenis_dokumen") == "PK") & (pl.col("versi") > 1))["dokumen_id"])
    promised = (pl.col("jenis_dokumen") == "PK") & (pl.col("tingkat") == "program") & (pl.col("pagu") > 0)
    whole = pl.col("kunci_program").is_not_null() & pl.col("unit").ne_missing("sekretariat")
    for row, *_ in groups(data.pagu.filter(promised & whole), *_PROGRAM, "pagu"):
        parts = spent.get(tuple(row[key] for key in _PROGRAM), [])
        if not parts or any(part["pagu"] is None or part["keadaan"] == "rusak" for part in parts):
            continue
        hasil.diperiksa += 1
        if abs(sum(part["pagu"] for part in parts) - row["pagu"]) > TOLERANSI * row["pagu"]:
            is_revised = row["dokumen_id"] in revised or (row["versi_pagu"] or "").startswith("revisi")
            hasil.temuan.append(_not_its_parts(row, parts, is_revised=is_revised))
    return hasil


_PROGRAM = ("kode_satker", "tahun", "kunci_program")


def _ro_of_programs(money: pl.DataFrame) -> dict[tuple[str, int, str], list[Row]]:
    """The RO that the LK of a satker and year print of each program; none where they stand in several tables."""
    lines = money.filter((pl.col("jenis_dokumen") == "LK") & (pl.col("tingkat") == "ro"))
    return {
        (rows[0]["kode_satker"], rows[0]["tahun"], rows[0]["kunci_program"]): rows
        for rows in groups(lines, *_PROGRAM)
        if len({(row["dokumen_id"], row["tabel"]) for row in rows}) == 1
    }


def _not_its_parts(program: Row, parts: list[Row], *, is_revised: bool) -> Temuan:
    total = sum(part["pagu"] for part in parts)
    why = (
        "PK ini sudah revisi"
        if is_revised
        else "PK ini tidak tercatat sebagai revisi, jadi revisi pagu sesudahnya dapat menjelaskan selisihnya"
    )
    text = (
        f"{short(program['uraian'])} {program['tahun']}: {rupiah(program['pagu'])} di PK {place(program)}, "
        f"{len(parts)} RO-nya di LK {place(parts[0] | {'baris_akhir': parts[-1]['baris']})} berjumlah {rupiah(total)}; "
        f"{why}."
    )
    return Temuan(
        program["dokumen_id"], text, program["baris"], (program["tahun"],), rupiah(program["pagu"]), rupiah(total),
        parts[0]["dokumen_id"], parts[0]["baris"], "kritis" if is_revised else None,
    )  # fmt: skip
