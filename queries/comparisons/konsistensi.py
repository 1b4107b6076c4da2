"""The promises of a year from document to document: kept, lowered, raised or gone. Pure, frame → frame.

Compared are two documents of the chain Renstra → RKT → PK → LK that follow each other among those a satker has for the
year. An indikator is the same by kode_baku, else by wording. A promise that cannot be compared says why; it is never
taken for kept.
"""

import polars as pl

from queries.comparisons.ordinal import rank

RANTAI = ("Renstra", "RKT", "PK", "LK")
SAMA, TURUN, NAIK, HILANG, TAK_TERBANDING = "sama", "turun", "naik", "hilang", "tak terbanding"
STATUS = (SAMA, TURUN, NAIK, HILANG, TAK_TERBANDING)
JANJI = ["kode_satker", "tahun", "kunci", "mata_rantai"]
ANGKA_PASTI = 6
"""Numbers that agree to so many decimals are the same."""


def measure(rows: pl.DataFrame) -> pl.DataFrame:
    """What became of every promise: one row a promise (JANJI) of the earlier of two documents that follow each other.

    Input: a row a printed target of a whole year: indikator_id, kode_satker, tahun, jenis_dokumen, unit, tingkat,
    berkas, baris, kode_baku, kunci_bunyi, polaritas, keadaan, nilai, nilai_atas, nilai_ordinal, satuan (of meaning;
    null: agrees with any). Where a document prints an indikator twice, the first that can be read stands for it; of the
    later document one of the same level and signer goes first. Output: JANJI, jenis_awal, jenis_akhir,
    indikator_awal_id, indikator_akhir_id (null: gone), status, alasan (why not comparable), melemah (whether the change
    makes the promise easier; null without direction or change), sorted.
    """
    known = _known(rows)
    judged = _pairs(_promises(known), known).with_columns(_reason().alias("alasan"), _change().alias("_ubah"))
    return judged.select(
        *_INDIKATOR,
        pl.concat_str("jenis_dokumen", pl.lit("→"), "jenis_akhir").alias("mata_rantai"),
        pl.col("jenis_dokumen").alias("jenis_awal"),
        "jenis_akhir",
        pl.col("indikator_id").alias("indikator_awal_id"),
        pl.col("indikator_id_akhir").alias("indikator_akhir_id"),
        _status().alias("status"),
        "alasan",
        _weaker().alias("melemah"),
    ).sort(JANJI)


_SATKER = ["kode_satker", "tahun"]
_INDIKATOR = [*_SATKER, "kunci"]
_ORDER = ["kode_satker", "tahun", "kunci", "jenis_dokumen", "berkas", "baris", "indikator_id"]


def _known(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of the chain with what identifies and what is compared: kunci, _janji, _angka, _satuan."""
    ranked = rank(rows.filter(pl.col("jenis_dokumen").is_in(RANTAI)), "nilai_ordinal")
    unit = pl.when(pl.col("nilai_ordinal").is_null()).then(pl.col("satuan").str.to_lowercase().str.strip_chars())
    # A worse grade has a larger place, and is less.
    number = pl.coalesce(-pl.col("peringkat").cast(pl.Float64), pl.col("nilai").cast(pl.Float64))
    promise = pl.col("nilai").is_not_null() | pl.col("nilai_ordinal").is_not_null() | pl.col("nilai_atas").is_not_null()
    return ranked.with_columns(
        pl.coalesce("kode_baku", "kunci_bunyi").alias("kunci"),
        number.alias("_angka"),
        pl.coalesce("skala", unit).alias("_satuan"),
        promise.alias("_janji"),
    )


def _promises(known: pl.DataFrame) -> pl.DataFrame:
    """The row that stands for each promise of a document which another follows, with the kind of that: jenis_akhir."""
    readable = known.filter("_janji").sort(_ORDER)
    first = readable.unique([*_INDIKATOR, "jenis_dokumen"], keep="first", maintain_order=True)
    return first.join(_links(known), left_on=[*_SATKER, "jenis_dokumen"], right_on=[*_SATKER, "jenis_awal"])


def _pairs(promised: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Each promise beside the nearest row of the document that follows, its columns ending in _akhir; null: gone."""
    later = [*_INDIKATOR, "jenis_dokumen"]
    found = promised.join(known, left_on=[*_INDIKATOR, "jenis_akhir"], right_on=later, how="left", suffix="_akhir")
    nearest = [
        pl.col("indikator_id_akhir").is_null(),
        pl.col("tingkat") != pl.col("tingkat_akhir"),
        pl.col("unit").ne_missing(pl.col("unit_akhir")),
        ~pl.col("_janji_akhir"),
        pl.col("berkas_akhir"),
        pl.col("baris_akhir"),
        pl.col("indikator_id_akhir"),
    ]
    ordered = found.sort(*_INDIKATOR, "jenis_akhir", *nearest)
    return ordered.unique([*_INDIKATOR, "jenis_akhir"], keep="first", maintain_order=True)


def _links(known: pl.DataFrame) -> pl.DataFrame:
    """Which kind of document follows which in a satker's year: jenis_awal, jenis_akhir."""
    place = pl.col("jenis_dokumen").replace_strict(RANTAI, range(len(RANTAI)), return_dtype=pl.Int8)
    kinds = known.select(*_SATKER, "jenis_dokumen").unique().sort(*_SATKER, place)
    following = pl.col("jenis_dokumen").shift(-1).over(_SATKER)
    return (
        kinds.with_columns(following.alias("jenis_akhir"))
        .drop_nulls("jenis_akhir")
        .rename({"jenis_dokumen": "jenis_awal"})
    )


def _reason() -> pl.Expr:
    """Why the two ends cannot be compared; null where they can, or where there is no second end."""
    grade, later_grade = pl.col("nilai_ordinal").is_not_null(), pl.col("nilai_ordinal_akhir").is_not_null()
    return (
        pl.when(pl.col("indikator_id_akhir").is_null()).then(pl.lit(None, dtype=pl.String))
        .when(pl.col("keadaan_akhir") == "tidak_ditargetkan").then(pl.lit("tidak_ditargetkan"))
        .when(~pl.col("_janji_akhir")).then(pl.lit("nilai_tidak_terbaca"))
        .when(grade != later_grade).then(pl.lit("jenis_nilai_berbeda"))
        .when((pl.col("_satuan") != pl.col("_satuan_akhir")).fill_null(value=False)).then(pl.lit("satuan_berbeda"))
        .when(pl.col("_angka").is_null() | pl.col("_angka_akhir").is_null()).then(pl.lit("jenis_nilai_berbeda"))
    )  # fmt: skip


def _change() -> pl.Expr:
    """How much more the later document promises; 0 where it is the same to ANGKA_PASTI decimals."""
    return (pl.col("_angka_akhir") - pl.col("_angka")).round(ANGKA_PASTI)


def _status() -> pl.Expr:
    return (
        pl.when(pl.col("indikator_id_akhir").is_null()).then(pl.lit(HILANG))
        .when(pl.col("alasan").is_not_null()).then(pl.lit(TAK_TERBANDING))
        .when(pl.col("_ubah") == 0).then(pl.lit(SAMA))
        .when(pl.col("_ubah") < 0).then(pl.lit(TURUN))
        .otherwise(pl.lit(NAIK))
    )  # fmt: skip


def _weaker() -> pl.Expr:
    changed = pl.col("alasan").is_null() & (pl.col("_ubah") != 0)
    lower = pl.col("polaritas").is_in(["maksimal", "ordinal"]) | pl.col("nilai_ordinal").is_not_null()
    return (
        pl.when(changed & lower).then(pl.col("_ubah") < 0)
        .when(changed & (pl.col("polaritas") == "minimal")).then(pl.col("_ubah") > 0)
    )  # fmt: skip
