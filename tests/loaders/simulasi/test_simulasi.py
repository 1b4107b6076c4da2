"""A simulated province: the same each time, published as planted, and never taken for real data."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from loaders.build import build
from loaders.cli import run
from loaders.errors import LoaderError
from loaders.lembar_kerja import Identitas
from loaders.lembar_kerja.writer import write
from loaders.register import SEBUTAN, TercampurSimulasi
from loaders.simulasi import Pesanan, simulate
from tests.conftest import ROOT, Ask, asker

REFERENSI = ROOT / "data" / "referensi"
DUA = Pesanan("Bali", 2, (2024, 2024), seed=7)


def planted(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "kebenaran" / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tanya(provinsi_kecil: Path) -> Ask:
    kini = json.loads((provinsi_kecil / "terbit" / "kini.json").read_text(encoding="utf-8"))
    return asker(provinsi_kecil / "terbit" / kini["berkas"])


def contents(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and "terbit" not in path.parts]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def number(text: str) -> float | None:
    return float(text) if text else None


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        simulate(tmp_path / name, replace(DUA, seed=seed), REFERENSI)
    a, b, c = (contents(tmp_path / name) for name in "abc")
    assert a == b
    assert a != c
    documents = {name for name in a if name.startswith("dokumen/") and name.endswith(".txt")}
    assert documents == {name for name in a if "/data-simulasi-" in name} != set()


def test_every_planted_target_is_published_and_nothing_else(provinsi_kecil: Path, tanya: Ask) -> None:
    rows = tanya("select berkas, baris, tahun, nilai_teks, nilai, jenis_dokumen from v_target").rows()
    wanted = {(r["berkas"], int(r["baris"]), int(r["tahun"])): r for r in planted(provinsi_kecil, "target")}
    assert {(berkas, baris, tahun) for berkas, baris, tahun, *_ in rows} == set(wanted)
    for berkas, baris, tahun, teks, nilai, jenis in rows:
        row = wanted[berkas, baris, tahun]
        assert (teks, jenis) == (row["teks"], row["jenis_dokumen"])
        assert nilai is None or not row["nilai"] or nilai == number(row["nilai"])


def test_every_planted_realisasi_is_published_and_capaian_is_what_its_figures_give(
    provinsi_kecil: Path, tanya: Ask
) -> None:
    rows = tanya("select berkas, baris, realisasi_teks, capaian_hitung, kode_baku from v_capaian").rows()
    wanted = {(r["berkas"], int(r["baris"])): r for r in planted(provinsi_kecil, "capaian")}
    assert {(berkas, baris) for berkas, baris, *_ in rows} == set(wanted)
    for berkas, baris, teks, hitung, kode in rows:
        row = wanted[berkas, baris]
        assert teks == row["realisasi"]
        if kode == row["kode_baku"]:
            assert hitung == pytest.approx(number(row["capaian_hitung"]), abs=1e-4)


def test_every_planted_rupiah_is_published(provinsi_kecil: Path, tanya: Ask) -> None:
    found = tanya("select berkas, baris, tahun, tingkat, pagu, realisasi from v_pagu where tahun is not null").rows()
    rows = [row for row in planted(provinsi_kecil, "anggaran") if row["tahun"] != "jumlah"]
    wanted = [
        (r["berkas"], int(r["baris"]), int(r["tahun"]), r["tingkat"], int(r["pagu"]), number(r["realisasi"]))
        for r in rows
    ]
    # the years of one line stand below each other, and are published on the first
    assert Counter((b, t, level, pagu, spent) for b, _, t, level, pagu, spent in found) == Counter(
        (b, t, level, pagu, spent) for b, _, t, level, pagu, spent in wanted
    )


def test_every_planted_obstacle_is_published_with_its_effort(provinsi_kecil: Path, tanya: Ask) -> None:
    rows = tanya("select berkas, aspek, hambatan, coalesce(upaya, '') from v_hambatan").rows()
    wanted = [(r["berkas"], r["aspek"], r["hambatan"], r["upaya"]) for r in planted(provinsi_kecil, "hambatan")]
    assert Counter(rows) == Counter(wanted)
    assert wanted


def test_only_what_was_planted_waits_in_karantina(provinsi_kecil: Path, tanya: Ask) -> None:
    waiting = tanya("select distinct berkas, baris from v_karantina").rows()
    damaged = {(r["berkas"], int(r["baris"])) for r in planted(provinsi_kecil, "cacat") if r["jenis_cacat"] == "rusak"}
    assert set(waiting) == damaged


def test_counts_add_up_to_what_is_published(provinsi_kecil: Path, tanya: Ask) -> None:
    counts = {(r["kode_satker"], int(r["tahun"])): r for r in planted(provinsi_kecil, "satker_tahun")}
    assert len(counts) == 15
    for (kode, tahun), row in counts.items():
        where = f"kode_satker = '{kode}' and tahun = {tahun}"
        assert tanya(f"select count(*) from v_capaian where {where}").item() == int(row["indikator_lk"])
        assert sum(int(row[name]) for name in ("tercapai", "tidak_tercapai", "tak_terhitung")) == int(
            row["indikator_lk"]
        )
        spent = tanya(f"select sum(pagu), sum(realisasi) from v_pagu where {where} and tingkat = 'ro'").rows()[0]
        assert spent == tuple(int(row[name]) if row[name] else None for name in ("pagu", "realisasi"))
        promised = tanya(f"select count(*) from v_target where {where} and jenis_dokumen = 'PK'").item()
        assert promised == int(row["target_pk"])


def test_rapor_counts_what_was_planted(provinsi_kecil: Path, tanya: Ask) -> None:
    rows = tanya(
        "select kode_satker, tahun, n_indikator, n_tercapai, n_meleset, n_tak_terhitung, realisasi from v_rapor"
    )
    found = {(kode, tahun): counts for kode, tahun, *counts in rows.rows()}
    for row in planted(provinsi_kecil, "satker_tahun"):
        names = ("indikator_lk", "tercapai", "tidak_tercapai", "tak_terhitung", "realisasi")
        wanted = [int(row[name]) if row[name] else None for name in names]
        assert found[row["kode_satker"], int(row["tahun"])] == wanted


def test_the_province_is_as_real_ones_are(provinsi_kecil: Path) -> None:
    counts = planted(provinsi_kecil, "satker_tahun")
    facts = json.loads((provinsi_kecil / "kebenaran.json").read_text(encoding="utf-8"))
    missing = 1 - sum(int(r["dokumen_ada"]) for r in counts) / sum(int(r["dokumen_wajib"]) for r in counts)
    assert 0.05 <= missing <= 0.3
    best, worst = (
        pick(facts["satker"], key=lambda one: one["cakap"])["kode"] for pick in (max, min)
    )  # fmt: skip
    share = {
        kode: sum(int(r["tercapai"]) for r in counts if r["kode_satker"] == kode)
        / max(1, sum(int(r["indikator_lk"]) for r in counts if r["kode_satker"] == kode))
        for kode in (best, worst)
    }
    assert share[best] > share[worst] + 0.15


def test_the_database_says_that_it_is_simulated_and_the_real_one_does_not(tanya: Ask, ask: Ask) -> None:
    assert SEBUTAN in tanya("select keterangan from simulasi").item()
    assert ask("select * from simulasi").is_empty()


def test_a_folder_that_holds_anything_else_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "dokumen").mkdir()
    (tmp_path / "dokumen" / "penting.txt").write_text("sungguhan")
    with pytest.raises(LoaderError, match="tidak kosong dan bukan folder DATA SIMULASI"):
        simulate(tmp_path, DUA, REFERENSI)
    assert contents(tmp_path) == {"dokumen/penting.txt": sha256(b"sungguhan").hexdigest()}


def test_a_simulation_may_be_written_anew_but_not_over_a_real_document(tmp_path: Path) -> None:
    simulate(tmp_path, DUA, REFERENSI)
    before = contents(tmp_path)
    simulate(tmp_path, DUA, REFERENSI)
    assert contents(tmp_path) == before
    register = tmp_path / "dokumen" / "manifest.csv"
    register.write_text(register.read_text().replace(f"{SEBUTAN}; bukan dokumen terbitan", "Terbitan KPU", 1))
    with pytest.raises(LoaderError, match="yang bukan DATA SIMULASI"):
        simulate(tmp_path, DUA, REFERENSI)


def test_simulated_documents_are_not_built_among_real_ones(tmp_path: Path) -> None:
    simulate(tmp_path, DUA, REFERENSI)
    (tmp_path / "SIMULASI").unlink()
    with pytest.raises(TercampurSimulasi, match="Keduanya tidak pernah dicampur"):
        build(tmp_path, terbit=tmp_path / "terbit")
    assert not (tmp_path / "terbit" / "kini.json").exists()


def test_a_simulated_document_is_not_added_to_real_data(
    tmp_path: Path, provinsi_kecil: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data" / "referensi", data / "referensi")
    (data / "koreksi").mkdir()
    (data / "dokumen").mkdir()
    shutil.copyfile(ROOT / "data" / "dokumen" / "manifest.csv", data / "dokumen" / "manifest.csv")
    first = (data / "dokumen" / "manifest.csv").read_text().splitlines()[0]
    (data / "dokumen" / "manifest.csv").write_text(first + "\n")
    before = contents(data)
    monkeypatch.setenv("SELARAS_DATA", str(data))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    document = next((provinsi_kecil / "dokumen").rglob("*lk*.txt"))
    assert run(["add", str(document)]) == 1
    assert "tidak pernah dicampur" in capsys.readouterr().err
    assert {k: v for k, v in contents(data).items() if not k.startswith("masuk/")} == before


def test_a_real_document_is_not_added_to_a_simulation(
    provinsi_kecil: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SELARAS_DATA", str(provinsi_kecil))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    real = next((ROOT / "data" / "dokumen").rglob("rkt-kpu-kota-serang-2020.txt"))
    assert run(["check", str(real)]) == 1
    assert "bukan data simulasi, sedangkan folder ini berisi DATA SIMULASI" in capsys.readouterr().err


def test_a_workbook_of_simulated_data_is_known_among_real_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SELARAS_DATA", raising=False)
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path / "terbit"))
    write(tmp_path / "lk.xlsx", Identitas("3501", "LK", 2024, 2024), simulasi=True)
    assert run(["check", str(tmp_path / "lk.xlsx")]) == 1
    assert "lk.xlsx DATA SIMULASI, sedangkan folder ini berisi data sungguhan" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--provinsi", "Atlantis"], "«Atlantis» tidak ada di satker.csv"),
        (["--satker", "dua"], "--satker «dua» harus bilangan bulat"),
        (["--satker", "900"], "900 tidak dapat dipenuhi"),
        (["--tahun", "kemarin"], "Tahun «kemarin»"),
    ],
)
def test_what_cannot_be_simulated_is_said(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["simulate", *arguments, "--keluaran", str(tmp_path / "x")]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_whole_province_has_its_kpu_provinsi_and_all_satker_are_553(tmp_path: Path) -> None:
    from loaders.simulasi.satker import choose

    bali = choose(REFERENSI, "bali", None, 1)
    assert [one.kode for one in bali][:2] == ["51", "5101"]
    assert len(choose(REFERENSI, None, 38, 1)) == 38
    assert len(choose(REFERENSI, None, 553, 1)) == 552
