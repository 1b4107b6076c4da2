"""Unggah: a file is handed in, recognised, shown before anything is written, then published or dropped."""

import shutil
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from loaders import unggah
from loaders.build import build
from loaders.intake.jobs import Meja
from loaders.lembar_kerja.writer import write
from loaders.masuk import inbox
from pages.components import rights
from pages.parts.unggah import karantina
from queries import warehouse
from tests.conftest import ROOT
from tests.loaders import data
from tests.pages import layar
from tests.pages.layar import words

RKT = ROOT / "data" / "dokumen" / "3673-kota-serang" / "rkt-kpu-kota-serang-2020.txt"
RENSTRA = ROOT / "data" / "dokumen" / "1971-kota-pangkalpinang" / "renstra-kpu-kota-pangkalpinang-2020-2024.txt"


@pytest.fixture(scope="session")
def built(proyek: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's data, published."""
    target = data.copy(tmp_path_factory.mktemp("unggah") / "data")
    shutil.copytree(proyek, target / "terbit")
    assert not build(target, terbit=target / "terbit").dibangun
    return target


@pytest.fixture
def folder(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = Path(shutil.copytree(built, tmp_path / "data"))
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    monkeypatch.setattr(rights, "unggah", lambda: rights.Hak(True))
    monkeypatch.setattr(unggah, "MEJA", Meja())
    monkeypatch.setattr(unggah, "MEJA_TERBIT", Meja(tangan=1))
    return target


def open_page(nama: str = "Siti") -> AppTest:
    app = layar.open_page("unggah")
    if nama:
        app.text_input(key="nama_pengunggah").set_value(nama).run()
    return app


def hand_in(app: AppTest, nama: str, isi: bytes) -> AppTest:
    app.file_uploader[0].set_value((nama, isi, "application/octet-stream")).run()
    return settled(app)


def settled(app: AppTest) -> AppTest:
    """The page once no job is under way."""
    for _ in range(200):
        assert not app.exception
        if not any(button.key == "batalkan" for button in app.button):
            return app
        _ended(unggah.MEJA), _ended(unggah.MEJA_TERBIT)
        app.run()
    raise AssertionError("the job never ended")


def _ended(meja: Meja) -> None:
    """Wait, at most a minute, until none of its jobs is under way: to run the page meanwhile is work for nothing."""
    for _ in range(3000):
        if all(job.selesai for job in list(meja._pekerjaan.values())):
            return
        time.sleep(0.02)


def next_year() -> bytes:
    return RKT.read_text(encoding="utf-8").replace("2020", "2021").encode()


def revised() -> bytes:
    text = RKT.read_text(encoding="utf-8")
    return text.replace("Persentase Program kegiatan dan penganggaran\t90%", "Persentase Program kegiatan dan "
                        "penganggaran\t95%", 1).encode()  # fmt: skip


def test_who_may_not_hand_in_is_told_whom_to_ask(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rights, "unggah", lambda: rights.Hak(False, rights.kalimat("jauh")))
    app = open_page(nama="")
    assert "Kirimkan berkasnya kepada pengelola" in words(app)
    assert not app.file_uploader


def test_without_a_name_nothing_can_be_handed_in(folder: Path) -> None:
    app = open_page(nama="")
    assert "Tulis nama Anda dahulu" in words(app)
    assert not app.file_uploader
    assert "Tidak ada berkas yang menunggu" in words(open_page())


def test_a_file_is_recognised_with_its_evidence_and_shown_before_anything_is_written(folder: Path) -> None:
    before = sorted((folder / "dokumen").rglob("*"))
    app = hand_in(open_page(), "RKT 2021.txt", next_year())
    said = words(app)
    assert app.selectbox(key=_key(app, "satker")).value == "3673"
    assert app.selectbox(key=_key(app, "jenis")).value == "RKT"
    assert app.number_input(key=_key(app, "awal")).value == 2021
    assert said.count("dikenali") >= 3
    assert "5 tabel terbaca dengan 49 target dan 17 pagu; tidak ada yang diragukan." in said
    assert "Dokumen baru: " in said
    assert "66 bertambah" in said
    assert sorted((folder / "dokumen").rglob("*")) == before


def test_a_workbook_of_hambatan_alone_is_counted_and_can_be_published(folder: Path) -> None:
    buffer = BytesIO()
    row = {"hambatan": "Gudang terendam banjir", "upaya": "Gudang dipindah"}
    write(buffer, unggah.IdentitasLembar("3673", "LK", 2024, 2024), hambatan_rows=[row, row | {"hambatan": "Staf"}])
    app = hand_in(open_page(), "LK.xlsx", buffer.getvalue())
    assert "1 tabel terbaca dengan 2 hambatan; tidak ada yang diragukan." in words(app)
    counted = next(frame.value for frame in app.dataframe if "Hambatan" in frame.value)
    assert counted["Hambatan"].to_list() == [2]
    assert not app.button(key="terbitkan").disabled


def _key(app: AppTest, name: str) -> str:
    keys = (str(widget.key) for widget in [*app.selectbox, *app.number_input, *app.radio])
    return next(key for key in keys if key.startswith(f"{name}_"))


BUNYI = "Meningkatnya Akuntabilitas Keuangan serta Kinerja KPU kita"


def _choosing(asked: list[str]) -> Callable[..., pd.DataFrame]:
    """A table editor in which somebody chooses the nearest name for the first wording of sasaran."""

    def edit(frame: pd.DataFrame, *, key: str, column_config: dict[str, Any], **_: Any) -> pd.DataFrame:
        asked.append(key)
        frame = frame.copy()
        if key.startswith("padanan_sasaran_"):
            assert frame.iloc[0].to_list()[0] == BUNYI
            near = frame.iloc[0]["Terdekat"].partition(" (")[0]
            options = column_config["Sasaran baku"]["type_config"]["options"]
            frame.loc[0, "Sasaran baku"] = next(label for label in options if label.startswith(near))
        return frame

    return edit


def test_published_it_is_in_every_page_with_the_sasaran_chosen_and_the_inbox_is_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(st, "data_editor", _choosing(asked))
    text = next_year().decode().replace("Meningkatnya Akuntabilitas Keuangan dan Kinerja KPU", BUNYI)
    app = hand_in(open_page(), "RKT 2021.txt", text.encode())
    assert any(key.startswith("padanan_sasaran_") for key in asked)
    assert "2 bunyi sasaran belum punya sasaran baku" in [box.label for box in app.expander]
    before = warehouse.current().versi
    app.button(key="terbitkan").click().run()
    settled(app)
    said = words(app)
    assert "RKT 2021.txt sudah masuk sebagai **rkt-kpu-kota-serang-2021.txt**" in said
    assert "Tidak ada berkas yang menunggu" in said
    assert warehouse.current().versi != before
    assert warehouse.ask("sumber_dokumen", berkas="rkt-kpu-kota-serang-2021.txt")["satker"].to_list() == [
        "KPU Kota Serang"
    ]
    line = f"{BUNYI},AKUNTABILITAS-KEUANGAN-KINERJA,pasti,Siti,dipilih saat memasukkan RKT 2021.txt"
    assert (folder / "referensi" / "padanan_sasaran.csv").read_text(encoding="utf-8").splitlines()[-1] == line
    found = warehouse.ask("sumber_padanan", berkas="rkt-kpu-kota-serang-2021.txt", baris=430)
    assert found["sasaran_baku"].to_list() == ["Meningkatnya Akuntabilitas Keuangan dan Kinerja KPU"]


def test_a_revised_document_is_proposed_as_a_new_version_with_what_it_changes(folder: Path) -> None:
    app = hand_in(open_page(), "RKT revisi.txt", revised())
    assert "versi baru yang menggantikan rkt-kpu-kota-serang-2020" in app.radio(key=_key(app, "hubungan")).options[0]
    assert app.radio(key=_key(app, "hubungan")).value
    said = words(app)
    assert ":green[:material/add_circle: 0 bertambah] · :orange[:material/change_circle: 1 berubah]" in said
    app.button(key="terbitkan").click().run()
    settled(app)
    versions = warehouse.ask("dokumen_versi", berkas="rkt-kpu-kota-serang-2020-2.txt")
    assert versions.select("versi", "dipakai", "berubah").rows() == [(1, False, 0), (2, True, 1)]


def test_what_waits_can_be_decided_there_and_lands_in_koreksi_with_name_and_reason(folder: Path) -> None:
    text = RENSTRA.read_text(encoding="utf-8").replace("77,50%", "78,50%", 1)
    app = hand_in(open_page("Budi"), "renstra.txt", text.encode())
    assert "1 baris menunggu keputusan Anda" in words(app)
    assert "1 baris tetap dikarantina" in words(app)
    (titipan,) = inbox.waiting(folder)
    line = text.split("\n")[581].strip()
    filled = {"teks_lama": line, "alasan": "dibaca dari dokumen asli", "oleh": "Budi", "tanggal": "2026-11-20"}
    decided = [{"baris": "582", "kolom": f"target:{year}", "nilai_baru": "80%", **filled} for year in range(2020, 2025)]
    inbox.keep_corrections(titipan, decided)
    app.run()
    assert "5 koreksi sudah diterapkan" in words(app)
    assert "tidak ada yang diragukan" in words(app)
    app.button(key="terbitkan").click().run()
    settled(app)
    (path,) = (folder / "koreksi").glob("renstra-kpu-kota-pangkalpinang-2020-2024-2.csv")
    assert path.read_text(encoding="utf-8").count("dibaca dari dokumen asli,Budi,2026-11-20") == 5
    found = warehouse.ask("sumber_nilai", berkas="renstra-kpu-kota-pangkalpinang-2020-2024-2.txt", baris=582)
    assert found.filter(baris=582).select("nilai", "keadaan").unique().rows() == [(80.0, "dikoreksi")]


def test_dropping_a_file_leaves_nothing(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.csv")}
    app = hand_in(open_page(), "RKT 2021.txt", next_year())
    app.button(key="buang").click().run()
    assert "Tidak ada berkas yang menunggu" in words(app)
    assert {path: path.read_bytes() for path in folder.rglob("*.csv")} == before
    assert [path for path in (folder / "masuk").iterdir() if path.is_dir()] == []


def test_a_file_that_cannot_be_read_says_why_and_can_be_dropped(folder: Path) -> None:
    app = hand_in(open_page(), "laporan.pdf", b"%PDF-1.7\nrusak")
    assert "laporan.pdf tidak dapat dibaca" in words(app)
    next(button for button in app.button if button.label == "Buang berkas ini").click().run()
    assert "Tidak ada berkas yang menunggu" in words(app)


def test_a_file_without_known_tables_cannot_be_published(folder: Path) -> None:
    app = hand_in(open_page(), "surat.txt", b"KOMISI PEMILIHAN UMUM KOTA SERANG\nRENCANA KINERJA TAHUNAN\nTAHUN 2023\n")
    assert "Tidak ada tabel yang dikenali" in words(app)
    assert app.button(key="terbitkan").disabled


def test_what_is_not_known_is_asked_before_anything_else(folder: Path) -> None:
    app = hand_in(open_page(), "tabel.txt", b"Daftar\nNo\tNama\n1\tA\n")
    assert app.selectbox(key=_key(app, "satker")).value is None
    assert "Lengkapi dahulu satker, jenis dan tahunnya." in words(app)
    assert not any(button.key == "terbitkan" for button in app.button)


def test_a_refused_name_is_said(folder: Path) -> None:
    app = open_page()
    app.file_uploader[0].set_value(("kosong.pdf", b"", "application/pdf")).run()
    assert "kosong" in words(app)
    assert inbox.waiting(folder) == []


def test_a_refused_file_does_not_lock_the_page_and_the_name_stays(folder: Path) -> None:
    app = open_page()
    both = [("kosong.pdf", b"", "application/pdf"), ("RKT 2021.txt", next_year(), "text/plain")]
    app.file_uploader[0].set_value(both).run()
    settled(app)
    assert "kosong.pdf tidak dapat dibaca" in words(app)
    assert [titipan.nama_asli for titipan in inbox.waiting(folder)] == ["RKT 2021.txt"]
    app.button(key="buang").click().run()
    assert "Tidak ada berkas yang menunggu" in words(app)
    app = hand_in(app, "RKT 2021.txt", next_year())
    app.button(key="terbitkan").click().run()
    settled(app)
    assert app.text_input(key="nama_pengunggah").value == "Siti"


def test_an_unknown_file_can_be_dropped_without_inventing_what_it_is(folder: Path) -> None:
    app = hand_in(open_page(), "tabel.txt", b"Daftar\nNo\tNama\n1\tA\n")
    next(button for button in app.button if button.label == "Buang berkas ini").click().run()
    assert inbox.waiting(folder) == []


def test_the_preview_says_how_each_figure_is_understood(folder: Path) -> None:
    app = hand_in(open_page(), "RKT 2021.txt", next_year())
    shown = next(f.value for f in app.dataframe if "Dipahami sebagai" in f.value.columns)
    pairs = dict(zip(shown["Tercetak kini"], shown["Dipahami sebagai"], strict=True))
    assert (pairs["12 Laporan"], pairs["90%"], pairs["WTP"]) == ("12 Laporan", "90%", "WTP")
    assert pairs["2.357.012.000"] == "Rp 2.357.012.000"


def test_a_version_that_lost_a_row_is_shown_with_its_changes(folder: Path) -> None:
    lines = RKT.read_text(encoding="utf-8").splitlines()
    gone = next(i for i, line in enumerate(lines) if "Jumlah Dokumen Kegiatan Hasil Pemilu" in line)
    app = hand_in(open_page(), "revisi.txt", "\n".join([*lines[:gone], *lines[gone + 1 :]]).encode())
    app.button(key="terbitkan").click().run()
    settled(app)
    app.switch_page("pages/dokumen.py").run()
    app.selectbox(key="dokumen").set_value("KPU Kota Serang · RKT 2020").run()
    assert not app.exception
    assert "Versi dokumen ini" in words(app)
    assert "1 hilang" in words(app)


def test_what_was_decided_about_the_version_before_is_offered_again(folder: Path) -> None:
    text = RENSTRA.read_text(encoding="utf-8").replace("77,50%", "78,50%", 1)
    app = hand_in(open_page("Budi"), "renstra.txt", text.encode())
    assert "5 menunggu keputusan" in words(app)
    (titipan,) = inbox.waiting(folder)
    lembar = unggah.read(titipan).result().lembar
    identitas = unggah.Identitas("1971", "Renstra", 2020, 2024)
    (lama,) = unggah.similar(lembar, identitas)
    doubts = unggah.doubts(unggah.preview(titipan, lembar, identitas, [], lama.hasil))
    offered = dict(doubts.filter(baris=582).select("kolom", "usulan").rows())
    assert (offered["target:2020"], offered["target:2022"]) == ("-", "7 Kecamatan")


def test_damage_in_the_inbox_and_the_register_is_said_and_the_page_goes_on(folder: Path) -> None:
    other = inbox.put(folder, "lain.txt", b"isi lain", "Budi")
    (other.folder / inbox.CATATAN).write_text("", encoding="utf-8")
    register = folder / "dokumen" / "manifest.csv"
    register.write_text(register.read_text(encoding="utf-8").rstrip("\n") + ",\n", encoding="utf-8")
    app = hand_in(open_page(), "RKT 2021.txt", b"isi")
    assert f"Titipan {other.folder.name} di kotak masuk tidak dapat dibaca" in words(app)
    assert "baris 6 salah" in words(app)
    assert "berisi 12 isian padahal kolomnya 11" in words(app)


def test_a_decision_beyond_its_bounds_is_refused_with_a_sentence(folder: Path) -> None:
    titipan = inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")
    row = {"baris": "7", "kolom": "target", "teks_lama": "a", "nilai_baru": "b" * 140_000, "alasan": "c", "oleh": "S"}
    karantina._apply(titipan, [row | {"tanggal": "2026-01-01"}])
    assert "paling banyak 4.000" in st.session_state.pop(karantina._REFUSED)
    assert unggah.corrections(titipan) == []
