"""Serapan: which tables print pagu, what one of them says, and whether it adds up."""

from dataclasses import replace

import polars as pl

from queries import warehouse
from queries.comparisons.jumlah import against_printed_jumlah, against_printed_total
from queries.comparisons.serapan import with_group, with_notes, with_serapan, with_serapan_of_sums
from queries.saring import Saring, ask


def tabel(saring: Saring) -> pl.DataFrame:
    """The tables that print pagu; one row a level (tingkat) of a table, printed totals aside.

    Columns as in frames.json (serapan_tabel): who and which table, tingkat, tahun_awal, tahun_akhir, jumlah_baris,
    jumlah_pagu, jumlah_realisasi and jumlah_rusak (figures), pagu and realisasi (sums, rupiah), and serapan_persen.
    Tables with realisasi come first. Never add these rows up: the same money stands in several tables.
    """
    return with_serapan_of_sums(ask("serapan_tabel", saring))


def baris(saring: Saring, berkas: str, nama_tabel: str, tingkat: str) -> pl.DataFrame:
    """The rows of one level of one table, year by year (the printed column "jumlah" left out), with their serapan.

    Columns as in frames.json (serapan_baris), plus those of with_serapan, with_notes and with_group in
    comparisons.serapan.
    """
    rows = _ask(saring, berkas, nama_tabel, tingkat).filter(pl.col("tahun").is_not_null())
    return with_group(with_notes(with_serapan(rows)))


def temuan(daftar: pl.DataFrame) -> pl.DataFrame:
    """What contradicts the figures of these tables; one row a rule and level of a table. Input: `tabel`.

    Columns: berkas, tabel, tingkat, kode_aturan, nama_aturan, jumlah (temuan). A temuan about the table's printed
    total counts for every level that is set beside it.
    """
    found = warehouse.ask("serapan_temuan")
    place = ["berkas", "tabel", "tingkat"]
    of_total = found.filter(tingkat="total").drop("tingkat").join(daftar.select(place), on=["berkas", "tabel"])
    rule = [*place, "kode_aturan", "nama_aturan"]
    return (
        pl.concat([found, of_total.select(found.columns)])
        .join(daftar.select(place), on=place, how="semi")
        .group_by(rule)
        .agg(pl.col("kode_temuan").n_unique().cast(pl.Int64).alias("jumlah"))
        .sort(rule)
    )


def total_tercetak(saring: Saring, berkas: str, nama_tabel: str, tingkat: str) -> pl.DataFrame:
    """The totals a table prints beside the sums of all its rows at one level; one row a printed total.

    Of the filter only tahun counts: a printed total is about the whole table. Columns of
    comparisons.serapan.against_printed_total.
    """
    year = pl.col("tahun")
    chosen = pl.lit(not saring.tahun) | year.is_null() | year.is_in(list(saring.tahun))
    rows, totals = (_ask(Saring(), berkas, nama_tabel, level).filter(chosen) for level in (tingkat, "total"))
    return against_printed_total(rows, totals)


def jumlah_tercetak(saring: Saring, berkas: str, nama_tabel: str, tingkat: str) -> pl.DataFrame:
    """The printed "jumlah seluruh tahun" of each line beside the sum of its years; one row a line that prints one.

    All years count, whatever the filter says. Columns of comparisons.serapan.against_printed_jumlah.
    """
    return against_printed_jumlah(_ask(replace(saring, tahun=()), berkas, nama_tabel, tingkat))


def banding(saring: Saring, menurut: str = "satker") -> pl.DataFrame:
    """The serapan of every satker, or of its parts (menurut: a name in comparisons.pagu.BAGIAN), each from one table.

    One row a satker × tahun × part.

    Columns as in frames.json (serapan_banding): serapan in percent or alasan why not; pagu_terbanding and
    realisasi_terbanding are the sums of lines with both: add those over satker and divide, never average serapan.
    serapan_lalu: the year before. diperselisihkan and …_lain only of a whole satker.
    """
    earlier = replace(saring, tahun=tuple(year - 1 for year in saring.tahun))
    return ask("serapan_banding", saring, menurut=menurut, saring_lalu=earlier.struct())


def jumlah(saring: Saring, menurut: str, tingkat_satker: tuple[str, ...] = ()) -> pl.DataFrame:
    """The money of all satker under the filter by part (menurut as in banding), of one level where equals are compared
    (kabkota, provinsi); one row a tahun × part.

    Columns as in frames.json (serapan_jumlah). By satker there is one part, everything.
    """
    return ask("serapan_jumlah", saring, menurut=menurut, tingkat_satker=list(tingkat_satker))


def rincian(saring: Saring, menurut: str = "satker") -> pl.DataFrame:
    """The printed lines that `banding` and `jumlah` add up; one row a line. Columns as in frames.json."""
    return ask("serapan_rincian", saring, menurut=menurut)


def sumber(kode_satker: str, tahun: int) -> pl.DataFrame:
    """What every table says of the money of one satker and tahun; one row a level of a table, what counts first.

    Columns as in frames.json (serapan_sumber): sums in rupiah, dipakai. Never add these rows up.
    """
    return warehouse.ask("serapan_sumber", kode_satker=kode_satker, tahun_rapor=tahun)


def _ask(saring: Saring, berkas: str, nama_tabel: str, tingkat: str) -> pl.DataFrame:
    return ask("serapan_baris", saring, berkas=berkas, tabel=nama_tabel, tingkat=tingkat)
