"""What the Target page says in words: pure functions from frames to Indonesian sentences."""

import polars as pl

from pages.charts.target_tahun import sebut
from pages.components.format import join_words, keadaan_word, number, percent
from pages.components.text import pendek, plain, years_in_words
from queries.comparisons.target import MENYIMPANG, PREDIKAT, TANPA_SATUAN

MANY, MOST = 5, 20
POLARITAS = {
    "maksimal": "makin tinggi makin baik",
    "minimal": "makin rendah makin baik",
    "tetap": "sebaiknya tepat sebesar target",
    "rentang": "sebaiknya di dalam rentang",
    "ordinal": "berupa predikat",
}
LEBIH_RINGAN = {("maksimal", "turun"), ("minimal", "naik"), ("ordinal", "turun")}
MUNGKIN = ":orange-badge[:material/help: mungkin sama, belum pasti]"


def bersama(daftar: pl.DataFrame, *, menurut_bunyi: bool = False) -> str:
    """How many indikator several satker share, of how many. Input: queries.target.indikator."""
    shared = len(daftar.filter(pl.col("jumlah_satker") > 1))
    what = "bunyi indikator" if menurut_bunyi else "indikator baku"
    how = "tercetak dengan kalimat yang sama pada" if menurut_bunyi else "ditargetkan oleh"
    if not shared:
        return (
            f"Tidak satu pun dari **{number(len(daftar))} {what}** {how} lebih dari satu satker; "
            "di bawah ini satu indikator dilihat sendiri."
        )
    three = len(daftar.filter(pl.col("jumlah_satker") > 2))
    more = f" ({number(three)} oleh tiga satker atau lebih)" if three and not menurut_bunyi else ""
    return (
        f"**{number(shared)} dari {number(len(daftar))} {what}** {how} lebih dari satu satker{more}, sehingga "
        "targetnya dapat disandingkan."
    )


def arah(row: dict) -> str:
    """What is known of the indikator baku, in words. Input: a row of queries.target.indikator."""
    if row["kode_baku"] is None:
        return "Bunyi ini belum dipadankan dengan indikator baku mana pun." if row["polaritas"] is None else ""
    return f"Kode {row['kode_baku']} · {POLARITAS.get(row['polaritas'], plain(row['polaritas']))}."


def bunyi(texts: pl.DataFrame) -> list[str]:
    """One Markdown line a printed text with who words it so, uncertain matches marked; the most used first.

    Input: comparisons.target.wordings.
    """
    grouped = (
        texts.with_columns(
            pl.col("indikator").str.to_lowercase().alias("_text"), pl.col("mungkin").fill_null(value=False)
        )
        .group_by("_text", "mungkin", maintain_order=True)
        .agg(pl.col("indikator").first(), pl.col("satker").unique(maintain_order=True))
        .sort(pl.col("satker").list.len(), descending=True, maintain_order=True)
    )
    lines = [
        f"- “{plain(row['indikator'])}”{f' {MUNGKIN}' if row['mungkin'] else ''} · {_some(row['satker'])}"
        for row in grouped.head(MOST).iter_rows(named=True)
    ]
    hidden = len(grouped) - MOST
    return [*lines, f"- … dan {number(hidden)} bunyi lain; lihat Baris tercetak."] if hidden > 0 else lines


def putusan(rows: pl.DataFrame, satuan: str, tahun: int | None, polaritas: str | None) -> str:
    """The finding of a year in one sentence. Input: Dilihat.of_year, its unit and year."""
    if tahun is None:
        return "Belum ada target yang dapat dibandingkan"
    said = [part for change in ("turun", "naik") if (part := _changed(rows, change, polaritas))]
    changes = [f"{join_words(said)} dari {tahun - 1}"] if said else []
    return "; ".join([f"Target {tahun} {_range(rows, satuan)}", *changes])


def ikut(rows: pl.DataFrame, asked: list[str], folded: pl.DataFrame, others: pl.DataFrame, tahun: int | None) -> str:
    """Who is compared and who is left out, in one line. asked: the names of the satker that the filter asks for."""
    compared, known = set(rows["satker"]), set(folded["satker"])
    elsewhere = set(others["satker"]) - known
    silent = {name for name in asked if name not in known and name not in elsewhere}
    left = [
        (len(known - compared), f"tanpa target {tahun}"),
        (len(elsewhere), "memakai satuan lain"),
        (len(silent), "tidak mencetaknya"),
    ]
    return " · ".join([f"{number(len(compared))} satker dibandingkan", *(f"{number(n)} {why}" for n, why in left if n)])


def nasional(known: pl.DataFrame, satuan: str) -> str:
    """What KPU RI's Renstra promises, years of one target taken together; empty without it. Input: Dilihat.nasional."""
    years: dict[str, list[int]] = {}
    for tahun, nilai, grade in known.select("tahun", "nilai", "nilai_ordinal").iter_rows():
        if grade or nilai is not None:
            years.setdefault(plain(grade or sebut(nilai, satuan)), []).append(tahun)
    said = [f"{target} ({years_in_words(seen)})" for target, seen in years.items()]
    return f"Renstra KPU RI: {join_words(said)}" if said else ""


def terhadap(rows: pl.DataFrame) -> str:
    """How many promise less, the same or more than KPU RI's Renstra; empty of none. Input: Dilihat.terhadap."""
    if rows.is_empty():
        return ""
    counted = dict(rows.group_by("terhadap").len().iter_rows())
    order = ("lebih ringan", "lebih rendah", "sama", "lebih tinggi", "lebih berat")
    said = [f"{number(counted[word])} {word}" for word in order if word in counted]
    return f"Terhadap Renstra KPU RI {rows['tahun'][0]}: dari {number(len(rows))} satker {join_words(said)}"


def judul_garis(spread: pl.DataFrame, satuan: str) -> str:
    """The finding of the lines: what became of the median. Input: comparisons.target.spread."""
    if spread.is_empty():
        return "Target dari tahun ke tahun"
    first, last = spread.row(0, named=True), spread.row(-1, named=True)
    before, after = (sebut(row["median"], satuan) for row in (first, last))
    if first["tahun"] == last["tahun"]:
        return f"Median {last['tahun']}: {after}"
    if before == after:
        return f"Median tetap {after} dari {first['tahun']} sampai {last['tahun']}"
    word = "naik" if last["median"] > first["median"] else "turun"
    return f"Median {word} dari {before} ({first['tahun']}) ke {after} ({last['tahun']})"


def judul_satker(rows: pl.DataFrame, middle: float | None, tengah: str, tahun: int | None) -> str:
    """The finding of the rows: how many lie below the middle of the year, and whose own tables differ."""
    if tahun is None:
        return "Target tiap satker per tahun"
    differ = len(rows.filter("berbeda"))
    own = f"; {number(differ)} mencetak target berbeda di tabelnya sendiri" if differ else ""
    if middle is None:
        return f"Target tiap satker per tahun{own}"
    below = len(rows.filter(pl.col("angka") < middle))
    return f"{number(below)} dari {number(len(rows))} satker di bawah {tengah.lower()} {tahun}{own}"


def menyimpang(spread: pl.DataFrame) -> list[str]:
    """Which satker lie far from the median, years taken together. Input: comparisons.target.spread."""
    years: dict[str, list[int]] = {}
    for tahun, names in spread.select("tahun", "menyimpang").iter_rows():
        for name in names:
            years.setdefault(name, []).append(tahun)
    told = f"lebih dari {percent(MENYIMPANG * 100, 0)} dari median"
    return [f"- **{plain(name)}** {told} pada {years_in_words(seen)}." for name, seen in years.items()]


def tidak_mencetak(targets: pl.DataFrame, asked: list[str]) -> str:
    """Which of the satker asked for print no target of this indikator; empty when all do."""
    gone = [name for name in asked if name not in set(targets["satker"])]
    return f"Tidak mencetak target indikator ini: {_some(gone)}." if gone else ""


def perbedaan(disagreements: pl.DataFrame) -> list[str]:
    """One Markdown line a satker whose rows print different targets, years that print the same taken together.

    Input: comparisons.target.disagreements.
    """
    years: dict[tuple[str, str], list[int]] = {}
    for row in disagreements.iter_rows(named=True):
        tables = [label.split(" · ", 1)[-1] for label in row["label"]]
        printed = [
            f"{plain(table)} mencetak “{plain(teks)}”" for table, teks in zip(tables, row["nilai_teks"], strict=True)
        ]
        years.setdefault((row["satker"], join_words(printed)), []).append(row["tahun"])
    lines = [f"- {plain(satker)}, {years_in_words(seen)}: {told}." for (satker, told), seen in years.items()]
    hidden = len(lines) - MANY
    return [*lines[:MANY], f"- … dan {hidden} perbedaan lain; lihat tabel di bawah."] if hidden > 0 else lines


def tak_sebanding(targets: pl.DataFrame) -> list[str]:
    """The rows whose unit differs from the one drawn, one line a printed row, in Markdown."""
    lines = []
    for (label, satuan), rows in targets.group_by("label", "satuan_banding", maintain_order=True):
        years = [
            f"{tahun}: {plain(teks) if keadaan in ('ada', 'diperbaiki', 'dikoreksi') else keadaan_word(keadaan)}"
            for tahun, teks, keadaan in rows.sort("tahun").select("tahun", "nilai_teks", "keadaan").iter_rows()
        ]
        lines.append(f"- **{plain(str(label))}**, {nama_satuan(str(satuan))}: {' · '.join(years)}")
    hidden = len(lines) - MOST
    return [*lines[:MOST], f"- … dan {number(hidden)} baris lain; lihat Baris tercetak."] if hidden > 0 else lines


def nama_satuan(satuan: str) -> str:
    """The name of a unit group inside a sentence."""
    return satuan if satuan in (PREDIKAT, TANPA_SATUAN) else f"satuan {plain(satuan)}"


def _some(names: list[str]) -> str:
    """The first few names, and how many there are besides."""
    hidden = len(names) - MANY
    shown = [plain(name) for name in names[:MANY]]
    return join_words([*shown, f"{number(hidden)} satker lain"] if hidden > 0 else shown)


def _range(rows: pl.DataFrame, satuan: str) -> str:
    count = len(rows)
    if satuan == PREDIKAT:
        grades = rows.group_by("nilai_ordinal", "angka").len().sort("len", "angka", descending=True)
        return join_words([f"{plain(grade)} di {number(n)} satker" for grade, _, n in grades.iter_rows()])
    ends = rows.sort("nilai", "nama")
    first, last = ends.row(0, named=True), ends.row(-1, named=True)
    low, high = plain(sebut(first["nilai"], satuan)), plain(sebut(last["nilai"], satuan))
    if count == 1:
        return f"hanya dicetak {plain(pendek(first['satker']))}: {low}"
    if low == high:
        return f"sama di {number(count)} satker: {low}"
    low, high = (
        f"{said} ({plain(row['nama'])})" if len(rows.filter(nilai=row["nilai"])) == 1 else said
        for row, said in ((first, low), (last, high))
    )
    return f"berbeda dari {low} sampai {high} antara {number(count)} satker"


def _changed(rows: pl.DataFrame, change: str, polaritas: str | None) -> str:
    """How many satker lowered or raised their target, and whether that makes it easier."""
    names = rows.filter(pl.col("ubah") == change)["satker"].to_list()
    if not names:
        return ""
    who = plain(pendek(names[0])) if len(names) == 1 else f"{number(len(names))} satker"
    easier = " (lebih ringan)" if (polaritas, change) in LEBIH_RINGAN else ""
    return f"{who} me{'nurunkan' if change == 'turun' else 'naikkan'}nya{easier}"
