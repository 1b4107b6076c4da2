"""Konsistensi: what contradicts what, worst first; the rules that ran; the chain Renstra → RKT → PK → LK."""

from dataclasses import dataclass

import polars as pl

from queries import warehouse
from queries.comparisons.rantai import with_beda
from queries.saring import Saring, ask, words

# More rows than any database of ours holds.
EVERYTHING = 2**62


@dataclass(frozen=True)
class Request:
    """Which temuan: filter, keparahan (empty: all), kode_aturan (empty: all), search text."""

    saring: Saring
    keparahan: tuple[str, ...] = ()
    aturan: tuple[str, ...] = ()
    cari: str = ""


def temuan(request: Request, batas: int = EVERYTHING, lewati: int = 0) -> pl.DataFrame:
    """The temuan asked for, worst first: keparahan, then what has no second figure, then the largest difference.

    Columns as in frames.json (temuan_daftar): nilai_a and nilai_b as sentences show them, selisih_persen (largest
    difference of the two as a share of the larger; null where they are not two numbers), jumlah_semua (temuan before
    paging). tahun_semua is empty where a temuan belongs to no single year; a year filter then goes by its document.
    """
    return _ask(request, bergilir=False, batas=batas, lewati=lewati)


def utama(saring: Saring, banyak: int) -> pl.DataFrame:
    """The worst temuan for a short list, one a rule before any rule has a second. Columns as `temuan`."""
    most = _ask(Request(saring, ("kritis", "peringatan")), bergilir=True, batas=banyak, lewati=0)
    return most.filter(pl.int_range(pl.len()).over("kode_aturan") < 2)


def satu(kode_temuan: str) -> dict | None:
    """One temuan with its rule and both places, or None when this version has none of that code.

    Keys as in frames.json (temuan_satu); tabel and baris_akhir are None where a place is no row of a table.
    """
    found = warehouse.ask("temuan_satu", kode_temuan=kode_temuan)
    return found.row(0, named=True) if len(found) else None


def kalimat(berkas: str, barisan: list[int]) -> pl.DataFrame:
    """The sentences of prose printed on these lines of a document. Columns: berkas, baris, teks."""
    return warehouse.ask("temuan_kalimat", berkas=berkas, barisan=barisan)


def aturan_satker(request: Request, batas: int = EVERYTHING, lewati: int = 0) -> pl.DataFrame:
    """The temuan asked for, counted: one row a satker × aturan, worst first: keparahan, then how many.

    Columns as in frames.json (temuan_kelompok): keparahan (the worst), jumlah, jumlah_kritis, selisih_persen (the
    largest), contoh (the worst temuan's sentence); jumlah_kelompok and jumlah_semua count all rows and temuan before
    paging.
    """
    return _answer("temuan_kelompok", request, batas=batas, lewati=lewati)


def aturan() -> pl.DataFrame:
    """Every rule that ran in this version, whatever it found; one row a rule.

    Columns as in frames.json (temuan_aturan): diperiksa (rows or pairs examined), temuan (found), the rule in words.
    """
    return warehouse.ask("temuan_aturan")


def matriks(saring: Saring) -> pl.DataFrame:
    """What became of the promises: one row a satker × tahun × later document (jenis_akhir: RKT, PK or LK).

    Columns as in frames.json (konsistensi_matriks): n_janji = n_sama + n_turun + n_naik + n_hilang + n_tak_terbanding,
    and n_melemah (of these, changed so that the promise became easier).
    """
    return ask("konsistensi_matriks", saring)


def banding(saring: Saring, status: tuple[str, ...] = ()) -> pl.DataFrame:
    """Every promise between two documents; one row a satker × tahun × indikator × mata_rantai.

    status: of comparisons.konsistensi.STATUS; empty: all. Columns as in frames.json (konsistensi_banding): both places
    (berkas, tabel, baris and berkas_akhir, tabel_akhir, baris_kedua), both figures, alasan (why not comparable).
    """
    return ask("konsistensi_banding", saring, status=list(status))


def rantai_pilihan(saring: Saring) -> pl.DataFrame:
    """Whose chain can be shown: one row a satker × tahun, the one with most kinds of document first.

    Columns: kode_satker, satker, tahun, jenis (kinds of document that print targets), jumlah_tabel, jumlah_baris.
    """
    return ask("rantai_pilihan", saring)


def rantai(saring: Saring, kode_satker: str, tahun: int) -> pl.DataFrame:
    """The printed rows of one satker and tahun from Renstra to LK; one row a printed row.

    Columns as in frames.json (rantai_baris), plus those of comparisons.rantai.with_beda.
    """
    return with_beda(ask("rantai_baris", saring, kode_satker=kode_satker, tahun_rantai=tahun))


def _ask(request: Request, *, bergilir: bool, batas: int, lewati: int) -> pl.DataFrame:
    return _answer("temuan_daftar", request, bergilir=bergilir, batas=batas, lewati=lewati)


def _answer(question: str, request: Request, **params: object) -> pl.DataFrame:
    return ask(
        question,
        request.saring,
        keparahan=list(request.keparahan),
        aturan=list(request.aturan),
        cari=words(request.cari),
        **params,
    )
