"""Targets of one indikator set side by side: what may share an axis, and where printed rows disagree.

Input frames hold one row a target (indikator × tahun) of one indikator text: indikator_id, kode_satker, satker,
jenis_dokumen, unit, berkas, tabel, baris, tahun, nilai_teks, nilai, nilai_ordinal, satuan, keadaan.
"""

import polars as pl

from queries.comparisons.ordinal import rank
from queries.comparisons.satuan import unit

PREDIKAT = "predikat"
TANPA_SATUAN = "tanpa satuan"
RAGU = "(?)"
# Further than this share of the median a target is named: with a handful of satker finer measures mean nothing.
MENYIMPANG = 0.2
_OF_BOTH = ["angka", "nilai_teks", "berkas", "tabel", "baris"]
# polaritas → what a larger and a smaller number promise; a grade's number is the larger, the better it is.
_MORE_AND_LESS = {
    **dict.fromkeys(("maksimal", "ordinal"), ("lebih berat", "lebih ringan")),
    "minimal": ("lebih ringan", "lebih berat"),
}


def with_unit_group(targets: pl.DataFrame) -> pl.DataFrame:
    """Add satuan_banding, the unit that decides what may be compared, and satuan_tersirat; same rows, same order.

    The unit is compared without regard to case and spaces; a grade or opinion is `predikat`. A number printed without
    a unit shares the one unit of its own printed row (satuan_tersirat), as a reader would understand the row; where
    the row has no unit or several, it is `tanpa satuan`. A missing value takes the first unit of its row.
    """
    grade, number = pl.col("nilai_ordinal").is_not_null(), pl.col("nilai").is_not_null()
    own = pl.when(grade).then(pl.lit(PREDIKAT)).otherwise(unit(targets))
    of_row = pl.col("_own").sort_by("tahun").drop_nulls().first().over("indikator_id")
    one_unit = pl.col("_own").drop_nulls().n_unique().over("indikator_id") == 1
    implied = number & ~grade & pl.col("_own").is_null() & one_unit & (pl.col("_row") != PREDIKAT)
    alone = number & ~grade & pl.col("_own").is_null() & ~pl.col("satuan_tersirat")
    return (
        targets.with_columns(own.alias("_own"))
        .with_columns(of_row.alias("_row"))
        .with_columns(implied.fill_null(value=False).alias("satuan_tersirat"))
        .with_columns(pl.when(~alone).then(pl.coalesce("_own", "_row")).fill_null(TANPA_SATUAN).alias("satuan_banding"))
        .drop("_own", "_row")
    )


def unit_groups(targets: pl.DataFrame) -> pl.DataFrame:
    """Count what stands in each unit; the first row is the unit most satker share.

    Input: a frame of with_unit_group. Output: satuan_banding, jumlah_satker, jumlah_indikator (printed rows).
    """
    return (
        targets.group_by("satuan_banding")
        .agg(
            pl.col("kode_satker").n_unique().cast(pl.Int64).alias("jumlah_satker"),
            pl.col("indikator_id").n_unique().cast(pl.Int64).alias("jumlah_indikator"),
        )
        .sort("jumlah_satker", "jumlah_indikator", "satuan_banding", descending=[True, True, False])
    )


def with_label(targets: pl.DataFrame) -> pl.DataFrame:
    """Add label, the name of the printed row on an axis: satker · jenis tabel, and its line when that is not unique."""
    short = pendek(pl.col("satker"))
    table = pl.when(pl.col("tabel").str.starts_with(pl.col("jenis_dokumen"))).then(pl.col("tabel"))
    name = pl.concat_str(short, pl.lit(" · "), table.otherwise(pl.concat_str("jenis_dokumen", pl.lit(" "), "tabel")))
    unit = pl.when(~pl.col("tabel").str.contains(pl.col("unit"), literal=True)).then(
        pl.concat_str(pl.lit(" ("), "unit", pl.lit(")"))
    )
    line = pl.concat_str(pl.lit(" · baris "), pl.col("baris"))
    alone = pl.col("indikator_id").n_unique().over("label") == 1
    return targets.with_columns(pl.concat_str(name, unit.fill_null("")).alias("label")).with_columns(
        pl.when(alone).then("label").otherwise(pl.concat_str("label", line)).alias("label")
    )


def pendek(satker: pl.Expr) -> pl.Expr:
    """ "KPU Kabupaten Pacitan" → "Kab. Pacitan": what tells one satker from another on an axis."""
    return satker.str.replace(r"^(KPU|KIP) (Kabupaten|Kota|Provinsi)", "$2").str.replace(r"^Kabupaten ", "Kab. ")


def with_doubt(targets: pl.DataFrame) -> pl.DataFrame:
    """Mark with RAGU the label of printed rows that are only perhaps the same indikator (keyakinan mungkin)."""
    doubted = pl.concat_str("label", pl.lit(f" {RAGU}"))
    return targets.with_columns(
        pl.when(pl.col("keyakinan") == "mungkin").then(doubted).otherwise("label").alias("label")
    )


def disagreements(targets: pl.DataFrame) -> pl.DataFrame:
    """Where rows of one satker under the same text print different targets for one year, in one unit.

    Input: a frame of with_unit_group and with_label. Output: one row a satker × satuan_banding × tahun with more
    than one value: satker, satuan_banding, tahun, label (list), nilai_teks (list, same order), sorted.
    """
    value = pl.coalesce(pl.col("nilai").cast(pl.String), pl.col("nilai_ordinal"))
    keys = ["satker", "satuan_banding", "tahun"]
    return (
        targets.with_columns(value.alias("_value"))
        .filter(pl.col("_value").is_not_null())
        .sort("baris", "indikator_id")
        .group_by(keys)
        .agg("label", "nilai_teks", pl.col("_value").n_unique().alias("_different"))
        .filter(pl.col("_different") > 1)
        .drop("_different")
        .sort(keys)
    )


def fold(targets: pl.DataFrame) -> pl.DataFrame:
    """One row a satker × tahun: of all printed rows the one that stands for it.

    The order of choice: a row that holds a target, a document of that very year, the last kind of the chain (LK, PK,
    RKT, Renstra), then printed order. Input: rows of one unit, with urutan and sezaman of queries.target. Output: their
    columns, plus nama (short name of the satker), skala, angka (nilai, or a grade's place, the better the larger; null:
    no target, or no known grade), jumlah_baris (rows that hold one), lain (the other texts, “label: text”), berbeda
    (whether there are any), putus (not to be compared with the year before: another scale, or only perhaps the same
    indikator), sebelum (angka of the year before, where it may be compared), ubah (naik | turun | tetap, null without),
    sorted by satker and tahun.
    """
    ranked = with_rank(targets).with_columns(_number().alias("angka"), pendek(pl.col("satker")).alias("nama"))
    value = pl.coalesce(pl.col("nilai").cast(pl.String), pl.col("nilai_ordinal"))
    order = [value.is_null(), ~pl.col("sezaman"), -pl.col("urutan"), "berkas", "baris", "indikator_id"]
    other = value.is_not_null() & (value != value.first())
    said = pl.concat_str("label", pl.lit(": “"), "nilai_teks", pl.lit("”"))
    group = ranked.sort(*order).group_by("kode_satker", "tahun", maintain_order=True)
    chosen = group.agg(
        pl.exclude("kode_satker", "tahun").first(),
        pl.col("angka").count().cast(pl.Int64).alias("jumlah_baris"),
        said.filter(other).alias("lain"),
    ).with_columns((pl.col("lain").list.len() > 0).alias("berbeda"))
    return _with_change(chosen.sort("satker", "kode_satker", "tahun"))


def equals(folded: pl.DataFrame) -> pl.DataFrame:
    """The rows of the level of satker that most rows are of (kab/kota, provinsi or KPU RI), for only equals compare."""
    if folded.is_empty():
        return folded
    counted = folded.group_by("tingkat_satker").agg(pl.col("kode_satker").n_unique().alias("_n"))
    level = counted.sort("_n", "tingkat_satker", descending=[True, False])["tingkat_satker"][0]
    return folded.filter(pl.col("tingkat_satker") == level)


def against(folded: pl.DataFrame, nasional: pl.DataFrame, polaritas: str | None) -> pl.DataFrame:
    """The targets of satker beside KPU RI's Renstra of the same year, where both hold one of surely the same.

    Input: two frames of `fold` of one indikator baku in one unit. Output: the columns of folded, with `_nasional` those
    of KPU RI (angka, nilai_teks, berkas, tabel, baris), and terhadap: lebih ringan | sama | lebih berat by polaritas,
    lebih rendah | lebih tinggi where it does not say which is easier. Sorted by tahun, the lowest first.
    """
    sure = pl.col("keyakinan").fill_null("") != "mungkin"
    held = nasional.filter(pl.col("angka").is_not_null(), sure)
    held = held.select("tahun", "skala", pl.col(_OF_BOTH).name.suffix("_nasional"))
    keys = ["tahun", "skala"]
    both = folded.filter(pl.col("angka").is_not_null(), sure).join(held, on=keys, nulls_equal=True)
    more, less = _MORE_AND_LESS.get(polaritas or "", ("lebih tinggi", "lebih rendah"))
    beyond = pl.col("angka") - pl.col("angka_nasional")
    word = pl.when(beyond > 0).then(pl.lit(more)).when(beyond < 0).then(pl.lit(less)).otherwise(pl.lit("sama"))
    return both.with_columns(word.alias("terhadap")).sort("tahun", "angka", "satker")


def of_provinsi(folded: pl.DataFrame) -> pl.DataFrame:
    """The median of the satker of each provinsi; one row a provinsi × tahun in which one of them holds a number.

    Input: a frame of `fold`, of numbers. Output: nama and satker (both the provinsi), tahun, nilai, label (of how many
    satker), putus (never), sorted by provinsi and tahun.
    """
    held = folded.filter(pl.col("nilai").is_not_null()).group_by("provinsi", "tahun")
    medians = held.agg(pl.col("nilai").median(), pl.format("median {} satker", pl.len()).alias("label"))
    name = pl.col("provinsi")
    return medians.select(
        name.alias("nama"), name.alias("satker"), "tahun", "nilai", "label", pl.lit(value=False).alias("putus")
    ).sort("nama", "tahun")


def year_of(folded: pl.DataFrame, kini: int) -> int | None:
    """The newest year up to `kini` in which at least half as many satker hold a target as in the fullest.

    Only later ones, when there are no others; None without any target.
    """
    counted = folded.filter(pl.col("angka").is_not_null()).group_by("tahun").agg(pl.len().alias("_n")).sort("tahun")
    past = counted.filter(pl.col("tahun") <= kini)
    known = past if len(past) else counted
    return next(reversed(known.filter(pl.col("_n") * 2 >= pl.col("_n").max())["tahun"].to_list()), None)


def spread(folded: pl.DataFrame) -> pl.DataFrame:
    """How far the satker lie apart in each year; one row a year in which two or more hold a number.

    Input: a frame of `fold`, of numbers. Output: tahun, jumlah_satker, terendah, bawah, median, atas, tertinggi (in the
    unit; between bawah and atas lies the middle half), menyimpang (list of names further than MENYIMPANG from the
    median, of three or more), berbeda (list of names whose tables differ, counted with the one chosen), sorted by
    tahun.
    """
    value = pl.col("nilai")
    median = value.median()
    far = ((value - median).abs() > MENYIMPANG * median.abs()) & (pl.len() > 2)
    return (
        folded.filter(value.is_not_null())
        .group_by("tahun")
        .agg(
            pl.len().cast(pl.Int64).alias("jumlah_satker"),
            value.min().alias("terendah"),
            value.quantile(0.25, "linear").alias("bawah"),
            median.alias("median"),
            value.quantile(0.75, "linear").alias("atas"),
            value.max().alias("tertinggi"),
            pl.col("satker").filter(far).sort().alias("menyimpang"),
            pl.col("satker").filter(pl.col("berbeda")).sort().alias("berbeda"),
        )
        .filter(pl.col("jumlah_satker") > 1)
        .sort("tahun")
    )


def wordings(targets: pl.DataFrame) -> pl.DataFrame:
    """How each satker words one indikator; one row a satker × text.

    Output: satker, indikator (as first printed), mungkin (whether the match is not certain), label (list of the names
    of the printed rows), sorted.
    """
    return (
        targets.unique("indikator_id", maintain_order=True)
        .group_by("satker", pl.col("indikator").str.to_lowercase().alias("_text"), maintain_order=True)
        .agg(pl.col("indikator").first(), (pl.col("keyakinan") == "mungkin").any().alias("mungkin"), "label")
        .drop("_text")
        .sort("satker", maintain_order=True)
    )


def with_rank(targets: pl.DataFrame) -> pl.DataFrame:
    """Add peringkat (1 is the best grade of its scale) and skala; null for a grade of no known scale."""
    return rank(targets, "nilai_ordinal")


def _number() -> pl.Expr:
    """What is compared: the number, or the place of a grade, the better the larger."""
    return pl.coalesce(pl.col("nilai"), -pl.col("peringkat").cast(pl.Float64))


def _with_change(chosen: pl.DataFrame) -> pl.DataFrame:
    """Add putus, sebelum and ubah to one row a satker × tahun, sorted by these."""

    def before(name: str) -> pl.Expr:
        value = pl.col(name).shift(1).over("kode_satker")
        return pl.when(pl.col("tahun").shift(1).over("kode_satker") == pl.col("tahun") - 1).then(value)

    unsure = pl.col("keyakinan") == "mungkin"
    marked = chosen.with_columns(unsure.fill_null(value=False).alias("_ragu"))
    broken = before("skala").ne_missing(pl.col("skala")) | before("_ragu").ne_missing(pl.col("_ragu"))
    change = pl.col("angka") - pl.col("sebelum")
    word = pl.when(change < 0).then(pl.lit("turun")).when(change > 0).then(pl.lit("naik")).when(change == 0)
    return (
        marked.with_columns((broken & before("tahun").is_not_null()).alias("putus"))
        .with_columns(pl.when(~pl.col("putus")).then(before("angka")).alias("sebelum"))
        .with_columns(word.then(pl.lit("tetap")).alias("ubah"))
        .drop("_ragu")
    )
