"""Dokumen: every line accounted for; a quarantined line with its reason and correction; corrections; the text."""

import csv
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.build import build
from pages.components import kalimat_dokumen
from pages.components.nasib import NASIB
from tests.loaders import data
from tests.pages import layar
from tests.pages.layar import words

PANGKALPINANG = "renstra-kpu-kota-pangkalpinang-2020-2024"
HEAD = "baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal"


@pytest.fixture(scope="session")
def dikarantina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's data without the corrections of line 582."""
    folder = data.copy(tmp_path_factory.mktemp("karantina") / "data")
    (folder / "koreksi" / f"{PANGKALPINANG}.csv").unlink()
    build(folder, terbit=folder / "terbit")
    return folder


def open_page(folder: Path, monkeypatch: pytest.MonkeyPatch, **params: str | list[str]) -> AppTest:
    monkeypatch.setenv("SELARAS_TERBIT", str(folder))
    return layar.open_page("dokumen", **params)


def text_lines(app: AppTest) -> int:
    return sum(
        html.proto.body.count('<th scope="row">')
        for html in app.get("html")
        if "baris-tercetak" in html.proto.body[:200]
    )


def test_the_account_is_one_sentence_whose_parts_add_up(proyek, monkeypatch):
    app = open_page(proyek, monkeypatch)
    documents = app.dataframe[0].value
    lines = int(documents["baris_tabel"].sum())
    assert int(documents[list(NASIB)].to_numpy().sum()) == lines
    grouped = f"{lines:,}".replace(",", ".")
    assert f"{grouped} baris tercetak" in words(app)
    assert f"= {grouped}; tidak ada baris yang hilang." in words(app)
    assert set(documents["terhitung"]) == {"semua"}


def test_without_quarantine_the_page_says_so(proyek, monkeypatch):
    assert "Tidak ada baris yang dikarantina" in words(open_page(proyek, monkeypatch))


def test_corrections_in_force_name_who_when_and_why(proyek, monkeypatch):
    app = open_page(proyek, monkeypatch, satker="1971")
    (used,) = [frame.value for frame in app.dataframe if "nilai_baru" in frame.value]
    assert "5 koreksi berlaku" in words(app)
    assert set(used["oleh"]) == {"Tim Selaras"}
    assert used["alasan"].str.startswith("Baris ini mencetak enam nilai").all()
    assert (used["_sumber"] == ":material/receipt_long:").all()


def test_tables_that_a_person_transcribed_are_said_to_be_with_who_when_and_from_which_lines(proyek, monkeypatch):
    app = open_page(proyek, monkeypatch, satker="1674")
    assert "11 tabel tidak dapat dibaca pembaca mana pun dan disalin orang" in words(app)
    assert "Belum ada koreksi" in words(app)
    (copied,) = [frame.value for frame in app.dataframe if "baris_akhir" in frame.value and "oleh" in frame.value]
    assert len(copied) == 11 + 20 + 18 + 45
    assert set(copied["oleh"]) == {"Tim Selaras"}
    row = copied[(copied["baris"] == 3145) & (copied["kolom"] == "kegiatan, kro, program, uraian")].iloc[0]
    assert (row["baris_akhir"], row["tabel"]) == (3153, "Efisiensi RO")
    assert "ditranskripsi" not in words(open_page(proyek, monkeypatch, satker="1971"))


def test_the_tables_of_the_chosen_document_add_up_to_it(proyek, monkeypatch):
    app = open_page(proyek, monkeypatch, dokumen="KPU Kota Blitar · Renstra 2020–2024")
    assert "3 tabel berjumlah 153 baris, sama dengan catatan pemuatan dokumen ini." in words(app)
    (tables,) = [frame.value for frame in app.dataframe if "judul_tercetak" in frame.value]
    assert tables["baris_tabel"].sum() == 153
    assert "**Tabel IV.1**" in words(app)
    assert text_lines(app) == 83


def test_the_text_narrows_by_nasib_in_the_address(proyek, monkeypatch):
    chosen = {"dokumen": "KPU Kota Blitar · Renstra 2020–2024", "tabel_dokumen": "Tabel IV.3"}
    whole = open_page(proyek, monkeypatch, **chosen)
    parts = [open_page(proyek, monkeypatch, **chosen, nasib=[nasib]) for nasib in NASIB]
    assert sum(text_lines(part) for part in parts) == text_lines(whole) == 63
    assert "Tidak ada baris dengan nasib itu" in words(parts[-1])


def test_a_quarantined_line_shows_its_text_its_reason_and_its_correction(dikarantina, monkeypatch):
    app = open_page(dikarantina / "terbit", monkeypatch, satker="1971")
    said = words(app)
    assert "1 baris menunggu orang" in said
    assert "(`jumlah_nilai`): Target tidak dapat dibaca\\: ada 6 nilai untuk 5 tahun" in said
    codes = [code.value for code in app.code]
    assert any(code.startswith("Jumlah badan adhock") for code in codes)
    (sample,) = [code for code in codes if code.startswith(HEAD)]
    assert [line.split(",")[:2] for line in sample.splitlines()[1:]] == [
        ["582", f"target:{year}"] for year in range(2020, 2025)
    ]
    assert f"`data/koreksi/{PANGKALPINANG}.csv`" in said
    assert " + 1 dikarantina = " in said
    app.button(key=f"karantina_{PANGKALPINANG}.txt_582").click().run()
    assert f"{PANGKALPINANG}.txt:582" in app.query_params["sumber"]
    opened = open_page(dikarantina / "terbit", monkeypatch, sumber=f"{PANGKALPINANG}.txt:582")
    assert "Baris ini tidak memuat angka yang dibaca" in words(opened)


def test_the_sample_filled_in_is_a_correction_that_the_build_accepts(dikarantina, monkeypatch, tmp_path):
    app = open_page(dikarantina / "terbit", monkeypatch)
    samples = {code.value.splitlines()[1].split(",")[0]: code.value for code in app.code if code.value.startswith(HEAD)}
    folder = data.copy(tmp_path / "data")
    cells = ["-", "-", "7 Kecamata n", "7 Kecamata n", "7 Kecamata n"]
    target = list(csv.DictReader(samples["582"].splitlines()))
    for row, cell in zip(target, cells, strict=True):
        row.update(teks_lama=cell, nilai_baru=cell.replace("a n", "an"), alasan="uji", oleh="penguji")
    (folder / "koreksi" / f"{PANGKALPINANG}.csv").unlink()
    _append(folder / "koreksi" / f"{PANGKALPINANG}.csv", target)
    build(folder, terbit=folder / "terbit")
    assert "Tidak ada baris yang dikarantina" in words(open_page(folder / "terbit", monkeypatch))


def _append(path: Path, rows: list[dict]) -> None:
    new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer: csv.DictWriter[str] = csv.DictWriter(file, HEAD.split(","))
        if new:
            writer.writeheader()
        writer.writerows(rows)


def test_an_empty_filter_result_says_what_to_change(proyek, monkeypatch):
    assert "Tidak ada dokumen yang cocok. Longgarkan satker atau tahun" in words(
        open_page(proyek, monkeypatch, satker="3673", tahun="2024")
    )


def test_of_very_many_documents_the_first_are_shown_and_one_is_chosen_after_narrowing(buka_contoh, monkeypatch):
    monkeypatch.setattr(kalimat_dokumen, "MOST_SHOWN", 3)
    app = layar.open_page("dokumen")
    assert "Ditampilkan 3 dari 5 dokumen." in words(app)
    assert "untuk memilih satu dari 5." in words(app)
    assert len(app.dataframe[0].value) == 3
    assert "untuk memilih satu" not in words(layar.open_page("dokumen", satker="3673"))
