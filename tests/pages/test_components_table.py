"""The table: id-ID text over real numbers, states as icon and word, a source button where there is a source."""

import polars as pl
import pytest

from pages.components import columns, serapan_table, table
from pages.parts.jelajah import browse

pytestmark = pytest.mark.usefixtures("buka_contoh")
FRAME = pl.DataFrame(
    {
        "satker": ["Kota A", "Kota B"],
        "berkas": ["a.txt", "b.txt"],
        "tabel": ["Tabel 1", "Tabel 2"],
        "baris": [12, 1234],
        "tahun": [2020, None],
        "nilai": [1234.5, None],
        "pagu": [20518557000, None],
        "keadaan": ["ada", "rusak"],
        "kolom_baru": [1.25, 2.0],
    }
)


def cells(kinds: dict[str, columns.Kind] | None = None) -> list[dict[str, str]]:
    """The text of every cell as the screen shows it."""
    shown = table._shown(FRAME, kinds or {}, None, {})
    styler = table._styled(FRAME, shown, True)
    body = styler._translate(False, False)["body"]
    names = list(styler.data.columns)
    return [
        dict(zip(names, (cell["display_value"] for cell in row if cell["type"] == "td"), strict=True)) for row in body
    ]


def test_numbers_are_id_id_and_years_and_lines_are_not_grouped():
    first, second = cells()
    assert (first["nilai"], first["pagu"], first["tahun"]) == ("1.234,5", "20.518.557.000", "2020")
    assert second["baris"] == "1234"
    assert first["kolom_baru"] == "1,25"


def test_missing_is_empty_and_a_missing_year_is_the_printed_jumlah_where_asked():
    _, second = cells()
    assert second["nilai"] == second["pagu"] == second["tahun"] == ""
    assert cells({"tahun": "tahun_atau_jumlah"})[1]["tahun"] == "jumlah"


def test_the_state_is_icon_and_word_and_the_source_is_a_narrow_icon():
    first, second = cells()
    assert second["keadaan"] == ":material/broken_image: rusak"
    assert first[table.SOURCE] == ":material/receipt_long:"


@pytest.mark.parametrize("first", [browse.ORDER["pagu"], browse.ORDER["target"], serapan_table.KOLOM])
def test_source_name_and_value_fit_the_width_of_a_phone(first):
    widths = [columns.COLUMNS[name].width or 999 for name in first[:2]]
    assert table.SOURCE_PIXELS + sum(widths) <= 355
    assert set(first[:2]) & {"pagu", "nilai_teks"}


def test_hidden_columns_stay_in_the_download_only():
    assert "berkas" not in cells()[0]


@pytest.mark.parametrize(
    ("name", "kind"), [("serapan_baru_persen", "persen"), ("apa_saja", "teks"), ("pagu", "rupiah")]
)
def test_a_column_without_entry_is_shown_by_name_and_type(name, kind):
    assert columns.column(name, pl.String()).kind == kind


def test_a_satker_is_shown_by_the_short_name_that_a_narrow_column_holds():
    assert columns.text("KPU Kabupaten Bangkalan", columns.column("satker", pl.String()).kind) == "Kab. Bangkalan"
