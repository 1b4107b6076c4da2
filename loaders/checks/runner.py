"""The rules of temuan: one function a rule. `run` asks every declared rule and proves that it ran.

To add a rule: write a function with `@aturan(…)` in the module of its kind, and name below the columns that it is the
first to look at; it is then run, counted, explained on the pages and listed in the database (table `aturan`). Add a
planted contradiction to tests/loaders/checks.
"""

from __future__ import annotations

import hashlib

import duckdb
import polars as pl

from loaders.checks import angka, bunyi, cakupan, capaian, keselarasan, satuan, susunan, target, uang
from loaders.checks.base import DAFTAR, Aturan, Data, Hasil, Temuan
from loaders.faults import as_ours

TIDAK_DIPERIKSA = "Tidak diperiksa dalam versi ini."
"""How the sentence of a rule begins that a fault of ours kept from running."""
MODUL = (target, satuan, bunyi, uang, keselarasan, angka, capaian, susunan, cakupan)


def run(data: Data) -> list[tuple[Aturan, Hasil]]:
    """Run every declared rule on the data, in the order of their declaration. One that fails costs no other."""
    return [(rule, _run(rule, data)) for rule in DAFTAR.values()]


def _run(rule: Aturan, data: Data) -> Hasil:
    try:
        return rule.periksa(data)
    except Exception as error:
        return Hasil(galat=str(as_ours(error, f"memeriksa aturan {rule.kode}")))


def read(connection: duckdb.DuckDBPyConnection) -> Data:
    """The facts of a freshly written database, as the rules want them."""
    with_id = "select {}, dokumen_id from {} v join dokumen using (berkas) {} order by dokumen_id, baris, {}"
    of_a_year = ("where mewakili_tahun", "tahun")
    return Data(
        target=connection.sql(with_id.format(_TARGET, "v_target", *of_a_year)).pl(),
        capaian=connection.sql(with_id.format(_CAPAIAN, "v_capaian", *of_a_year)).pl(),
        pagu=connection.sql(with_id.format(_PAGU, "v_pagu", *of_a_year)).pl(),
        tabel=connection.sql(_TABEL).pl(),
        dokumen=connection.sql(_DOKUMEN).pl(),
        indikator=connection.sql(with_id.format(_INDIKATOR, "v_indikator", "", "indikator_id")).pl(),
        anggaran=connection.sql(with_id.format(_ANGGARAN, "v_mata_anggaran", "", "mata_anggaran_id")).pl(),
        kalimat=connection.sql("select * from kalimat").pl(),
        kelengkapan=connection.sql(_KELENGKAPAN).pl(),
    )


_DOKUMEN = """
    select *, 0 as baris, (select versi from versi_dokumen where versi_dokumen.berkas = dokumen.berkas) as versi
    from dokumen join satker using (kode_satker)"""
_PLACE = "v.kode_satker, v.satker, v.jenis_dokumen, v.tabel, v.baris, v.baris_akhir"
_SAID = "v.indikator_id, v.tingkat, v.indikator, v.kunci_bunyi, v.kode_baku, v.indikator_baku, v.keyakinan, v.polaritas"
_TARGET = f"""{_PLACE}, {_SAID}, v.tingkat_satker, v.kegiatan, v.sasaran, v.tahun, v.nilai, v.nilai_ordinal, v.satuan,
    v.keadaan"""
_CAPAIAN = f"""{_PLACE}, {_SAID}, v.tahun, v.target, v.target_ordinal, v.realisasi, v.realisasi_ordinal, v.satuan,
    v.capaian_tercetak"""
_PAGU = f"""{_PLACE}, v.unit, v.mata_anggaran_id, v.tingkat, v.program, v.kunci_program, v.kegiatan, v.uraian, v.tahun,
    v.versi_pagu, v.pagu_teks, v.pagu, v.realisasi, v.persen_tercetak, v.efisiensi_tercetak, v.keadaan"""
_INDIKATOR = f"{_PLACE}, {_SAID}, v.program, v.kegiatan, v.sasaran, v.nomor_tercetak, v.catatan_baca"
_ANGGARAN = f"{_PLACE}, v.mata_anggaran_id, v.tingkat, v.program, v.kegiatan, v.uraian"
"""What the rules look at, and no more: a nation has millions of figures."""
_TABEL = """
    select tabel.*, baris_awal as baris,
        (select count(*) from indikator where indikator.tabel_id = tabel.tabel_id)
        + (select count(*) from mata_anggaran m where m.tabel_id = tabel.tabel_id)
        + (select count(*) from hambatan h where h.tabel_id = tabel.tabel_id) as isi
    from tabel"""


_KELENGKAPAN = """
    select kode_satker, tahun, split_part(dokumen, ' ', 1) as jenis_dokumen, bool_or(keadaan <> 'belum') as ada
    from kelengkapan group by all"""


def tables(results: list[tuple[Aturan, Hasil]]) -> dict[str, pl.DataFrame]:
    """The rows of the tables aturan and temuan. A finding's code is stable: rule, place and years, not its number."""
    rules = [_rule(rule, hasil) for rule, hasil in results]
    findings = [_finding(rule, temuan) for rule, hasil in results for temuan in hasil.temuan]
    seen: dict[str, int] = {}
    for number, row in enumerate(findings, start=1):
        code = str(row["kode_temuan"])
        seen[code] = seen.get(code, 0) + 1
        row |= {"temuan_id": number, "kode_temuan": code if seen[code] == 1 else f"{code}-{seen[code]}"}
    return {
        "aturan": pl.DataFrame(rules),
        "temuan": pl.DataFrame(findings, schema_overrides=_KINDS, infer_schema_length=None),
    }


_KINDS = {"tahun_semua": pl.List(pl.Int16), "dokumen_lain_id": pl.Int64, "baris_lain": pl.Int64, "tahun": pl.Int64}


def _rule(rule: Aturan, hasil: Hasil) -> dict[str, object]:
    columns = ("keparahan", "kalimat", "penting", "sumber", "tanda", "toleransi")
    counted = {"diperiksa": hasil.diperiksa, "temuan": len(hasil.temuan)}
    about = {name: getattr(rule, name) for name in columns}
    if hasil.galat:
        about["kalimat"] = f"{TIDAK_DIPERIKSA} {hasil.galat} Bunyi aturannya: {rule.kalimat}"
    return {"kode_aturan": rule.kode, "nama_aturan": rule.nama} | about | counted


def _finding(rule: Aturan, t: Temuan) -> dict[str, object]:
    place = f"{t.dokumen_id}|{t.baris}|{t.dokumen_lain_id}|{t.baris_lain}|{t.tahun}|{t.nilai_a}|{t.nilai_b}"
    return {
        "kode_temuan": f"{rule.kode}-{hashlib.sha256(place.encode()).hexdigest()[:8]}",
        "kode_aturan": rule.kode,
        "keparahan": t.keparahan or rule.keparahan,
        "dokumen_id": t.dokumen_id,
        "tahun": min(t.tahun, default=None),
        "tahun_semua": list(t.tahun),
        "baris": t.baris,
        "dokumen_lain_id": t.dokumen_lain_id,
        "baris_lain": t.baris_lain,
        "uraian": t.uraian,
        "nilai_a": t.nilai_a,
        "nilai_b": t.nilai_b,
    }
