"""Serapan of one satker: one table at one level, the printed totals beside ours, what is odd flagged, its rows."""

from functools import partial

import polars as pl
import pytest

from pages.components import downloads, kalimat_serapan, serapan_table
from tests.pages import layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh")
open_page = partial(layar.open_page, "serapan")
PRABUMULIH, KOTA_BLITAR, KOTA_BALIKPAPAN = "1674", "3572", "6471"


def printed_rows(app):
    """The rows of the table that is open."""
    return next(
        frame.value for frame in app.dataframe if "persen_tercetak" in frame.value or "pagu_teks" in frame.value
    )


def every_table(app):
    """The list of the tables that print pagu."""
    return next(frame.value for frame in app.dataframe if "tahun_awal" in frame.value)


BLITAR = "KPU Kota Blitar · Renstra · Tabel IV.2 · per program · 2020–2021"
BALIKPAPAN = "KPU Kota Balikpapan · Renstra · Kerangka Pendanaan Program · per program · 2020–2021"


def test_the_answer_names_document_and_table():
    said = words(open_page(satker=PRABUMULIH))
    assert "**KPU Kota Prabumulih** menyerap **96,73%** pagu 2024" in said
    assert "(LK, tabel Efisiensi RO, 5 RO)" in said
    assert "Realisasi belum ada dalam dokumen KPU Kota Blitar" in words(open_page(satker=KOTA_BLITAR))


def test_what_is_odd_is_flagged_and_still_there():
    app = open_page(satker=PRABUMULIH)
    said = words(app)
    assert "1 RO merealisasikan lebih dari pagunya" in said
    assert "3 persentase yang tercetak tidak sama" in said
    rows = printed_rows(app)
    assert rows["serapan_persen"].max() == pytest.approx(101.5938, abs=1e-4)
    assert rows["serapan_persen"].isna().sum() == 1


def test_the_printed_total_stands_beside_ours():
    said = words(open_page(satker=PRABUMULIH))
    assert "tercetak, **Rp 3.908.783.001**, lebih besar **Rp 1** daripada jumlah barisnya, Rp 3.908.783.000" in said
    assert "Jumlah realisasi 2024 yang tercetak sama dengan jumlah barisnya." in said


def test_the_rows_behind_a_figure_add_up_to_it():
    app = open_page(satker=PRABUMULIH, kelompok="6871 Logistik")
    rows = printed_rows(app)
    assert rows["pagu"].sum() == 762_757_000 + 507_443_000
    assert "2 baris di bawah berjumlah: pagu **Rp 1.270.200.000**, realisasi **Rp 1.100.557.603**" in words(app)


def test_a_table_without_realisasi_says_so_and_leaves_the_jumlah_column_out_of_the_sum():
    app = open_page(satker=KOTA_BLITAR, tabel=BLITAR)
    said = words(app)
    assert "mencantumkan pagu 2020–2021 sebesar **Rp 27,5 miliar**" in said
    assert "tidak memuat realisasi" in said
    assert printed_rows(app)["pagu"].sum() == 27_483_884_000
    assert "Jumlah pagu 2020 dan 2021 dan seluruh tahun yang tercetak" in said
    assert "Kolom jumlah seluruh tahun tercetak pada 2 baris: 1 sama dengan jumlah tahunnya, 1 berbeda." in said


def test_an_unreadable_figure_is_listed_and_not_drawn():
    app = open_page(satker=KOTA_BALIKPAPAN, tabel=BALIKPAPAN)
    assert "yang terbaca sebesar **Rp 2,6 miliar**; **1 dari 2 angka rusak dan tidak terbaca**" in words(app)
    assert "2 baris di bawah berjumlah: pagu **Rp 2.622.396.000**; 1 di antaranya tanpa angka pagu." in words(app)
    assert "tercetak “4.056.561.00” (baris 31)" in words(app)
    assert all("4056561" not in chart.proto.spec for chart in app.get("plotly_chart"))


def test_the_filter_narrows_the_tables():
    app = open_page(satker="3572")
    assert app.selectbox(key="tabel").options == [BLITAR]


def test_another_table_undoes_the_choice_of_rows():
    app = open_page(satker=PRABUMULIH, kelompok="6871 Logistik")
    app.selectbox(key="tabel").select(app.selectbox(key="tabel").options[1]).run()
    assert not app.exception
    assert app.selectbox(key="kelompok").value is None
    assert set(printed_rows(app)["uraian"]) >= {"Penyelenggaraan Pemilu"} or len(printed_rows(app)) == 2


def test_every_table_of_the_satker_is_listed_with_its_own_serapan():
    tables = every_table(open_page(satker=PRABUMULIH))
    assert len(tables) == 2
    serapan = dict(zip(tables["tabel"], tables["serapan_persen"], strict=True))
    assert serapan["Efisiensi RO"] == pytest.approx(96.7333, abs=1e-4)


def test_nothing_left_says_what_to_change():
    app = open_page(satker="3572", jenis="LK")
    assert "Tidak ada pagu yang cocok. Longgarkan satker atau jenis dokumen" in words(app)
    assert not app.dataframe


def test_a_satker_that_prints_no_pagu_is_said_to_print_none():
    said = words(open_page(satker="1971"))
    assert "Dokumen KPU Kota Pangkalpinang tidak memuat tabel pagu yang terbaca. Pilih satker lain" in said
    assert "Longgarkan" not in said


def test_what_a_filter_hides_is_not_said_to_be_missing():
    said = words(open_page(satker=PRABUMULIH, jenis="PK"))
    assert "Di bawah saringan ini KPU Kota Prabumulih hanya menampilkan pagu" in said
    assert "Realisasi belum ada dalam dokumen KPU Kota Prabumulih" not in said
    assert "Longgarkan satker atau tahun" in words(open_page(satker=KOTA_BLITAR, tahun="2024"))


def test_a_printed_total_that_says_another_sum_stands_in_the_headline():
    totals = pl.DataFrame(
        {
            "tahun": [2024],
            "pagu": [41_661_103_000],
            "realisasi": [41_552_911_818],
            "persen_tercetak": [99.42],
            "jumlah_pagu": [13_056_986_000],
            "jumlah_realisasi": [12_819_823_366],
            "selisih_pagu": [28_604_117_000],
            "selisih_realisasi": [28_733_088_452],
        }
    )
    whole = {"pagu": 13_056_986_000, "realisasi": 12_819_823_366, "serapan_persen": 98.1837, "jumlah_baris": 35}
    table = {"satker": "KPU Kota Prabumulih", "jenis_dokumen": "LK", "tabel": "Efisiensi RO", "jumlah_baris": 35}
    table |= {"tingkat": "ro", "tahun_awal": 2024, "tahun_akhir": 2024, "jumlah_rusak": 0}
    said = kalimat_serapan.pembuka(table, whole, totals)
    assert "35 RO yang tercetak berjumlah realisasi **Rp 12.819.823.366** dari pagu **Rp 13.056.986.000**" in said
    assert "(98,18%); jumlah yang tercetak" in said
    assert "jumlah yang tercetak di bawahnya realisasi **Rp 41.552.911.818**" in said
    assert "(99,42%): selisih pagu Rp 28.604.117.000 dan realisasi Rp 28.733.088.452." in said
    narrowed = whole | {"pagu": 1_000_000_000}
    assert "menyerap **98,18%**" in kalimat_serapan.pembuka(table, narrowed, totals)


def test_a_sum_that_lacks_figures_or_is_contradicted_says_so_in_its_row():
    tables = every_table(open_page(satker=KOTA_BALIKPAPAN))
    assert list(tables["catatan"]) == ["jumlah tidak lengkap: 1 dari 2 angka rusak"]
    app = open_page(satker=PRABUMULIH)
    tables = every_table(app)
    notes = dict(zip(zip(tables["tabel"], tables["tingkat"], strict=True), tables["catatan"], strict=True))
    assert notes["Efisiensi RO", "ro"] == "4 temuan tentang angkanya"
    assert "4 temuan menyangkut angka tabel ini" in words(app)
    (link,) = [link.proto for link in app.get("page_link") if link.proto.page == "konsistensi"]
    assert "aturan=N05" in link.query_string
    assert "aturan=U05" in link.query_string
    assert "satker=KPU+Kota+Prabumulih" in link.query_string


def test_without_a_readable_figure_there_is_a_sentence_and_no_empty_axis():
    app = open_page(tabel=BALIKPAPAN.replace("2020–2021", "2020"), satker="6471", tahun="2020")
    assert "Tidak ada gambar: 1 angka rusak" in words(app)
    assert not app.get("plotly_chart")


def test_downloads_hold_readable_columns_only(monkeypatch):
    exported: dict[str, list[str]] = {}

    def keep(frame, **known):
        exported[known["page"]] = frame.columns

    monkeypatch.setattr(downloads, "download", keep)
    open_page(satker=PRABUMULIH)
    assert {"pagu", "keadaan", "berkas", "baris", "serapan_persen"} <= set(exported["serapan"])
    for columns in exported.values():
        assert not set(columns) & set(serapan_table.DALAM)
