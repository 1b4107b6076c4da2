"""What the PDF reader makes of pages drawn for one question each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import Lembar
from loaders.readers.pdf import text
from loaders.readers.pdf.letters import Huruf, joined, lines, printed
from tests.conftest import examples
from tests.loaders.readers.draw_pdf import TANPA_PETA, TINGGI, bidang, gambar, garis, kisi, simpan, tabel, teks

XS = (50, 250, 350, 450)
ROWS = (("Indikator", "2023", "2024"), ("Persentase", "77,50%", "80%"), ("Jumlah", "-", "12"))


def isi(lembar: Lembar) -> list[str]:
    """The lines that hold something, cells parted by "|"."""
    return [baris.teks.replace("\t", "|") for baris in lembar.baris if not baris.kosong]


def baca(folder: Path, *pages: str, page: str = "") -> list[str]:
    return isi(text.read(simpan(folder, *pages, page=page)))


# --- ruled tables ----------------------------------------------------------------------------------------------------


def test_cells_stand_in_their_columns_with_page_and_place(tmp_path: Path) -> None:
    lembar = text.read(simpan(tmp_path, teks(50, 80, "Tabel 1. Target") + "\n" + tabel(ROWS, XS)))
    assert [(b.teks, b.tempat) for b in lembar.baris] == [
        ("Tabel 1. Target", "halaman 1"),
        ("", "halaman 1"),
        ("Indikator\t2023\t2024", "halaman 1, tabel 1, baris 1"),
        ("Persentase\t77,50%\t80%", "halaman 1, tabel 1, baris 2"),
        ("Jumlah\t-\t12", "halaman 1, tabel 1, baris 3"),
    ]
    assert [b.nomor for b in lembar.baris] == [1, 2, 3, 4, 5]
    assert {b.halaman for b in lembar.baris} == {1} and not any(b.ocr for b in lembar.baris)


def test_merged_cells_stand_in_their_first_place(tmp_path: Path) -> None:
    rules = [garis(50, y, 450, y) for y in (100, 160, 190)] + [garis(250, 130, 450, 130)]
    rules += [garis(x, 100, x, 190) for x in (50, 250, 450)] + [garis(350, 130, 350, 190)]
    words = [
        teks(300, 120, "TARGET KINERJA"),
        teks(60, 135, "INDIKATOR"),
        teks(260, 150, "2023"),
        teks(360, 150, "2024"),
    ]
    values = [teks(60, 180, "Jumlah"), teks(260, 180, "1"), teks(360, 180, "2")]
    assert baca(tmp_path, "\n".join([*rules, *words, *values])) == [
        "INDIKATOR|TARGET KINERJA|",
        "|2023|2024",
        "Jumlah|1|2",
    ]


def test_lines_of_a_cell_are_joined_by_a_space(tmp_path: Path) -> None:
    assert baca(tmp_path, tabel([("Persentase\npemilih", "1")], (50, 250, 350))) == ["Persentase pemilih|1"]


def test_a_column_without_text_keeps_its_place(tmp_path: Path) -> None:
    pages = tabel(ROWS, XS), tabel([("Persentase", "", "81%"), ("Jumlah", "", "13")], XS)
    assert baca(tmp_path, *pages)[3:] == ["Persentase||81%", "Jumlah||13"]


def test_a_page_of_merged_rows_keeps_the_columns_of_the_page_before(tmp_path: Path) -> None:
    second = kisi((51.5, 451), (100, 130, 160)) + "\n" + garis(251, 130, 251, 160) + teks(54, 112, "II. PROGRAM")
    assert baca(tmp_path, tabel(ROWS, XS), second + teks(54, 142, "Nilai"))[3:] == ["II. PROGRAM||", "Nilai||"]


def test_a_table_open_at_its_sides_has_its_outer_columns(tmp_path: Path) -> None:
    page = tabel(ROWS, XS).replace(garis(50, 100, 50, 190), "").replace(garis(450, 100, 450, 190), "")
    assert baca(tmp_path, page) == ["Indikator|2023|2024", "Persentase|77,50%|80%", "Jumlah|-|12"]


def test_rules_drawn_as_thin_areas_and_double_rules_are_rules(tmp_path: Path) -> None:
    across = [bidang(50, y, 450, y + 0.5) + bidang(50, y + 2, 450, y + 2.5) for y in (100, 130)]
    down = [bidang(x, 100, x + 0.5, 132) for x in (50, 250, 450)]
    assert baca(tmp_path, "\n".join([*across, *down, teks(60, 120, "Jumlah"), teks(260, 120, "12")])) == ["Jumlah|12"]


def test_an_underline_is_no_rule_and_walls_a_little_off_are_one(tmp_path: Path) -> None:
    underlined = tabel([("Indikator", "TARGET\n2023", "2024")], XS) + garis(253, 114, 347, 114)
    assert baca(tmp_path, underlined) == ["Indikator|TARGET 2023|2024"]
    rules = [garis(50, y, 450, y) for y in (100, 130, 160)] + [garis(x, 100, x, 160) for x in (50, 450)]
    rules += [garis(250, 100, 250, 130), garis(258, 130, 258, 160)]
    words = [teks(60, 120, "a"), teks(270, 120, "1"), teks(60, 150, "b"), teks(270, 150, "2")]
    assert baca(tmp_path, "\n".join([*rules, *words])) == ["a|1", "b|2"]


def test_text_close_to_the_rule_above_stays_in_its_row(tmp_path: Path) -> None:
    page = kisi((50, 250, 350), (100, 110, 120)) + teks(54, 108, "Jumlah") + teks(254, 108, "1")
    assert baca(tmp_path, page + teks(54, 118, "Nilai") + teks(254, 118, "2")) == ["Jumlah|1", "Nilai|2"]


def test_lines_of_a_paragraph_stand_together(tmp_path: Path) -> None:
    page = "".join(teks(50, y, f"baris {y}") for y in (80, 94, 130))
    assert [b.teks for b in text.read(simpan(tmp_path, page)).baris] == ["baris 80", "baris 94", "", "baris 130"]


def test_a_frame_is_no_table(tmp_path: Path) -> None:
    assert baca(tmp_path, kisi((20, 570), (20, 800)) + teks(50, 60, "Kata Pengantar")) == ["Kata Pengantar"]


def test_missing_rules_are_told(tmp_path: Path) -> None:
    page = tabel(ROWS, XS).replace(garis(50, 130, 450, 130), garis(50, 130, 350, 130))
    page = page.replace(garis(350, 100, 350, 190), garis(350, 100, 350, 130))
    lembar = text.read(simpan(tmp_path, page))
    assert "halaman 1 memuat tabel yang garis selnya tidak lengkap: periksa baris-barisnya" in lembar.catatan
    assert len(isi(lembar)) == 3


@settings(examples(0.4), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.integers(1, 5).flatmap(
        lambda wide: st.lists(
            st.lists(st.from_regex(r"[A-Za-z0-9%,.-]{0,9}", fullmatch=True), min_size=wide + 1, max_size=wide + 1),
            min_size=1,
            max_size=8,
        )
    )
)
def test_any_ruled_table_is_read_cell_by_cell(tmp_path: Path, rows: list[list[str]]) -> None:
    xs = [40 + 80 * n for n in range(len(rows[0]) + 1)]
    printed = ["|".join(row) for row in rows if any(row)]
    assert baca(tmp_path, tabel(rows, xs)) == printed


# --- pages -----------------------------------------------------------------------------------------------------------


def test_tables_and_titles_come_in_reading_order_with_blanks_between(tmp_path: Path) -> None:
    page = tabel(ROWS[:1], XS, atas=300) + teks(50, 280, "Tabel 2. B") + tabel(ROWS[1:], XS, atas=100)
    lembar = text.read(simpan(tmp_path, page + teks(50, 80, "Tabel 1. A"), teks(50, 80, "Penutup")))
    assert [b.teks.replace("\t", "|") for b in lembar.baris] == [
        "Tabel 1. A", "", "Persentase|77,50%|80%", "Jumlah|-|12", "",
        "Tabel 2. B", "", "Indikator|2023|2024", "", "Penutup",
    ]  # fmt: skip
    assert lembar.baris[-1].halaman == 2


def test_running_lines_between_the_parts_of_a_table_are_taken_out_and_counted(tmp_path: Path) -> None:
    foot = [teks(50, 820, f"Renstra KPU Kota {n}") for n in (7, 8)]
    lembar = text.read(simpan(tmp_path, tabel(ROWS, XS) + foot[0], tabel(ROWS, XS) + foot[1]))
    assert [b.teks.count("\t") for b in lembar.baris] == [2, 2, 2, 0, 2, 2, 2, 0, 0]
    assert isi(lembar)[-1] == "Renstra KPU Kota 8"
    assert any(note.startswith("1 baris judul atau kaki halaman") for note in lembar.catatan)


@pytest.mark.parametrize("titles", [("Tabel 3. Target", "Tabel 4. Target"), ("Unit: Ketua", "Unit: Sekretaris")])
def test_a_title_between_two_tables_stays(tmp_path: Path, titles: tuple[str, str]) -> None:
    read = baca(tmp_path, *(teks(50, 80, title) + tabel(ROWS, XS) for title in titles))
    assert [line for line in read if "|" not in line] == list(titles)


TEGAK = teks(50, 80, "Tabel 1. A") + tabel(ROWS, XS)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_pages_and_text_turned_on_their_side_read_like_upright_ones(tmp_path: Path, degrees: int) -> None:
    upright = baca(tmp_path, TEGAK)
    turned = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[degrees]
    assert baca(tmp_path, f"{turned} cm {TEGAK}", page="/MediaBox[0 0 842 842]") == upright
    assert baca(tmp_path, TEGAK, page=f"/Rotate {degrees}") == upright


def test_text_standing_on_its_side_in_a_cell_is_read(tmp_path: Path) -> None:
    page = kisi((50, 100, 300), (100, 200)) + teks(80, 190, "SASARAN KPU", matrix="0 1 -1 0") + teks(110, 120, "Nilai")
    assert baca(tmp_path, page + teks(50, 80, "Judul yang panjang")) == ["Judul yang panjang", "SASARAN KPU|Nilai"]


# --- rows cut by a page break ----------------------------------------------------------------------------------------

KEPALA = ("Sasaran", "Indikator", "2024")
LEBAR = (50, 250, 450, 500)


def potong(tmp_path: Path, atas: tuple[str, ...], bawah: tuple[str, ...], *, xs: tuple[int, ...] = LEBAR) -> Lembar:
    """A table whose second page repeats its headings."""
    return text.read(simpan(tmp_path, tabel([KEPALA, atas], xs), tabel([KEPALA, bawah, ("A", "B", "3%")], xs)))


def test_a_tail_in_lower_case_goes_back_to_its_cell(tmp_path: Path) -> None:
    lembar = potong(tmp_path, ("Terwujudnya\nlembaga", "Persentase\npemilih", "1%"), ("", "yang berhak", ""))
    assert isi(lembar)[1] == "Terwujudnya lembaga|Persentase pemilih yang berhak|1%"
    assert isi(lembar)[2:] == ["|".join(KEPALA), "A|B|3%"]


def test_a_tail_after_a_comma_or_an_open_word_goes_back(tmp_path: Path) -> None:
    assert isi(potong(tmp_path, ("Jujur,\ndan Bebas,", "", ""), ("Adil", "", "")))[1] == "Jujur, dan Bebas, Adil||"
    assert isi(potong(tmp_path, ("Pendidikan\nkepada", "", ""), ("Umum", "", "")))[1] == "Pendidikan kepada Umum||"


def test_a_row_with_values_of_its_own_is_never_joined(tmp_path: Path) -> None:
    lembar = potong(tmp_path, ("Terwujudnya\nlembaga", "Persentase\npemilih", "1%"), ("", "persentase lain", "2%"))
    assert isi(lembar)[3] == "|persentase lain|2%"


def test_a_cell_with_room_left_below_has_no_tail(tmp_path: Path) -> None:
    lembar = potong(tmp_path, ("Terwujudnya\nlembaga", "Persentase", "1%"), ("", "yang berhak", ""))
    assert isi(lembar)[3] == "|yang berhak|"


PANJANG = "Terwujudnya Lembaga Penyelenggara KPU"
"""Fills its column to the wall, so that no further word had room beside it."""


def test_words_that_begin_no_other_row_go_back_to_the_cell_that_had_no_room_for_them(tmp_path: Path) -> None:
    lembar = potong(tmp_path, (f"A\n{PANJANG}", "B\nC", "1%"), ("Kotamadya", "", ""))
    assert isi(lembar)[1:] == [f"A {PANJANG} Kotamadya|B C|1%", "|".join(KEPALA), "A|B|3%"]
    budget = potong(tmp_path, (f"A\n{PANJANG}", "", ""), ("Kotamadya", "", "5.000"))
    assert isi(budget)[1] == f"A {PANJANG} Kotamadya||5.000"


def test_a_row_that_need_not_be_a_tail_stays_and_is_told(tmp_path: Path) -> None:
    lembar = potong(tmp_path, (f"A\n{PANJANG}", "B\nC", "1%"), ("Sasaran KPU", "", ""))
    assert isi(lembar)[3] == "Sasaran KPU||"
    assert lembar.catatan == ("baris 5 mungkin sambungan baris 2 yang terpotong pergantian halaman: periksa keduanya",)


@pytest.mark.parametrize("words", ["Lembaga\nKPU", f"Lembaga\n{PANJANG}"])
def test_no_row_is_cut_where_there_was_room(tmp_path: Path, words: str) -> None:
    rest = [("Kotamadya", "", ""), *[("A", "B", "3%")] * (3 if words == "Lembaga\nKPU" else 1)]
    lower = tabel([KEPALA, *rest], LEBAR, tinggi=30 if len(rest) > 2 else 90)
    lembar = text.read(simpan(tmp_path, tabel([KEPALA, (words, "B\nC", "1%")], LEBAR), lower))
    assert isi(lembar)[3] == "Kotamadya||" and lembar.catatan == ()


def test_a_figure_cut_in_the_middle_becomes_no_other_figure(tmp_path: Path) -> None:
    xs = (50, 250, 450, 485)
    lembar = potong(tmp_path, ("A", "Dokumen\nPerencanaan", "4\n15.57"), ("", "Anggaran", "6.000"), xs=xs)
    assert isi(lembar)[1] == "A|Dokumen Perencanaan Anggaran|4 15.57 6.000"


def test_a_row_no_rule_closes_goes_on(tmp_path: Path) -> None:
    first = tabel([KEPALA, ("S", "Persentase", "1%")], LEBAR).replace(garis(50, 160, 500, 160), "")
    second = tabel([("", "Pemilih", ""), ("A", "B", "3%")], LEBAR).replace(garis(50, 100, 500, 100), "")
    assert baca(tmp_path, first, second) == ["|".join(KEPALA), "S|Persentase Pemilih|1%", "A|B|3%"]


@pytest.mark.parametrize("row", [(" ", "Persentase lain", "2%"), (" ", " ", " "), ("A", " ", "2%")])
def test_a_cell_that_prints_only_a_space_is_a_blank_cell(tmp_path: Path, row: tuple[str, ...]) -> None:
    spaced = potong(tmp_path, (f"A\n{PANJANG}", "B\nC", "1%"), row)
    blank = potong(tmp_path, (f"A\n{PANJANG}", "B\nC", "1%"), tuple(cell.strip() for cell in row))
    assert (spaced.baris, spaced.catatan) == (blank.baris, blank.catatan)


def test_a_grid_that_prints_only_spaces_is_no_table(tmp_path: Path) -> None:
    assert baca(tmp_path, tabel([(" ", " "), (" ", " ")], (50, 150, 250)) + teks(50, 400, "Kata")) == ["Kata"]


# --- letters ---------------------------------------------------------------------------------------------------------


def test_letters_printed_twice_for_boldness_are_read_once(tmp_path: Path) -> None:
    assert baca(tmp_path, teks(50, 80, "100% 11") + teks(50.4, 80, "100% 11")) == ["100% 11"]


def test_gaps_part_words_without_a_space(tmp_path: Path) -> None:
    assert baca(tmp_path, teks(50, 80, "7") + teks(59, 80, "Kecamatan")) == ["7 Kecamatan"]


def test_ligatures_spaces_and_soft_hyphens_become_plain_letters() -> None:
    pieces = ["e", "\N{LATIN SMALL LIGATURE FI}", "si", "\xad", "en\xad"]
    letters = [Huruf(text, 10 * n, 0, 10 * n + 10, 10, 8, 0) for n, text in enumerate(pieces)]
    letters.append(Huruf("\N{ZERO WIDTH SPACE}", 20, 0, 20, 10, 8, 0))
    assert [line.teks for line in lines(letters)] == ["efisien\xad"]
    assert printed(letters[0]._replace(teks="\N{NO-BREAK SPACE}")) == " "
    assert joined(["", "penyeleng\xad", "gara", "pemilu\xad"]) == "penyelenggara pemilu"


def test_text_that_cannot_be_seen_is_left_out_and_told(tmp_path: Path) -> None:
    hidden = teks(50, 80, "999", before="3 Tr") + teks(50, 100, "888", before="1 1 1 rg") + teks(700, 80, "777")
    seen = bidang(40, 110, 200, 140, "0 0 0.5 rg") + teks(50, 130, "TARGET", before="1 1 1 rg") + teks(50, 160, "90%")
    lembar = text.read(simpan(tmp_path, hidden + seen))
    assert isi(lembar) == ["TARGET", "90%"]
    assert lembar.catatan == ("halaman 1 memuat teks yang tidak terlihat: teks itu tidak dibaca",)


def test_text_outside_the_crop_box_is_not_on_the_page(tmp_path: Path) -> None:
    page = teks(50, 80, "dipotong") + teks(50, 400, "terlihat")
    assert baca(tmp_path, page, page=f"/CropBox[0 0 595 {TINGGI - 200}]") == ["terlihat"]


def test_slanted_text_is_left_out_and_told(tmp_path: Path) -> None:
    lembar = text.read(
        simpan(tmp_path, teks(100, 400, "SALINAN", size=60, matrix="0.7 0.7 -0.7 0.7") + tabel(ROWS, XS))
    )
    assert isi(lembar) == ["Indikator|2023|2024", "Persentase|77,50%|80%", "Jumlah|-|12"]
    assert lembar.catatan == ("halaman 1 memuat tulisan miring seperti tanda air: tulisan itu tidak dibaca",)


def test_a_document_of_letters_without_meaning_is_refused(tmp_path: Path) -> None:
    page = teks(50, 80, "ABCDEFGH", font="G") + teks(50, 100, "9%")
    with pytest.raises(BerkasTidakTerbaca, match="tanpa arti"):
        text.read(simpan(tmp_path, page, page=TANPA_PETA))


def test_a_few_letters_without_meaning_stay_as_they_are_and_are_told(tmp_path: Path) -> None:
    page = teks(50, 80, "Persentase pemilih") + teks(150, 80, "AB", font="G")
    lembar = text.read(simpan(tmp_path, page, page=TANPA_PETA))
    assert isi(lembar) == ["Persentase pemilih (cid:16706)"]
    assert any("huruf tanpa arti" in note for note in lembar.catatan)


# --- pictures --------------------------------------------------------------------------------------------------------

PINDAIAN = gambar(0, 0, 595, 842)


def test_pages_that_are_pictures_give_no_lines_and_are_named(tmp_path: Path) -> None:
    path = simpan(tmp_path, teks(50, 80, "Bab I"), PINDAIAN, PINDAIAN, "")
    lembar = text.read(path)
    assert isi(lembar) == ["Bab I"]
    assert lembar.catatan == ("halaman 2–3 tidak berisi teks (gambar): hanya dapat dibaca sebagai pindaian",)
    assert text.halaman_gambar(path) == [2, 3]


@pytest.mark.parametrize("layer", [PINDAIAN + teks(50, 80, "9O%", before="3 Tr"), teks(50, 80, "9O%") + PINDAIAN])
def test_the_text_layer_of_a_scan_is_marked_as_recognised(tmp_path: Path, layer: str) -> None:
    path = simpan(tmp_path, layer)
    lembar = text.read(path)
    assert [(b.teks, b.ocr) for b in lembar.baris] == [("9O%", True)]
    assert text.halaman_gambar(path) == [1] and "harus diperiksa" in lembar.catatan[0]


def test_a_scan_with_a_stamp_is_still_a_picture_and_a_logo_makes_none(tmp_path: Path) -> None:
    path = simpan(tmp_path, PINDAIAN + teks(500, 830, "12"), gambar(50, 20, 100, 60) + teks(50, 80, "Bab II"))
    assert isi(text.read(path)) == ["12", "Bab II"]
    assert text.halaman_gambar(path) == [1]


# --- files that cannot be read ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"bukan PDF", "rusak"),
        (b"", "rusak"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[", "terpotong"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF", "tidak mempunyai halaman"),
    ],
)
def test_a_damaged_file_is_refused_by_name(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(content)
    with pytest.raises(BerkasTidakTerbaca, match=words) as caught:
        text.read(path)
    assert caught.value.berkas == "rusak.pdf" and "coba lagi" in caught.value.sebab


def test_a_file_cut_off_is_refused_and_a_mended_one_is_told(tmp_path: Path) -> None:
    path = simpan(tmp_path, TEGAK, tabel(ROWS, XS))
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"\nstartxref\n", b"\nstartxref\n9"))
    lembar = text.read(path)
    assert len(isi(lembar)) == 7
    assert lembar.catatan == ("susunan berkas rusak dan dipulihkan: mungkin ada halaman atau isi yang hilang",)
    path.write_bytes(whole.replace(b"\n7 0 obj", b"\ntrailer<</Root 1 0 R>>\nstartxref\n0\n7 0 obj")[:-300])
    with pytest.raises(BerkasTidakTerbaca, match="terpotong: bagian akhirnya hilang"):
        text.read(path)


def test_a_password_is_asked_for_and_an_empty_one_opens(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca, match="kata sandi"):
        text.read(simpan(tmp_path, TEGAK, password="rahasia"))
    assert isi(text.read(simpan(tmp_path, TEGAK, password="")))[0] == "Tabel 1. A"


def test_missing_files_and_monsters_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca, match="tidak dapat dibuka"):
        text.read(tmp_path / "tidak-ada.pdf")
    with pytest.raises(BerkasTidakTerbaca, match="lebih dari 1000 halaman"):
        text.read(simpan(tmp_path, *[""] * (text.MAKS_HALAMAN + 1)))
    with pytest.raises(BerkasTidakTerbaca, match="halaman 1 memuat lebih dari 50000 huruf"):
        text.read(simpan(tmp_path, teks(0, 80, "a" * 50_001, size=0.01)))


# --- tables without rules --------------------------------------------------------------------------------------------


def polos(rows: Sequence[tuple[str, ...]], *, shift: int = 0, atas: int = 100) -> str:
    """Columns of text; `shift` lowers the values, as cells centred upright do."""
    parts, y = [], atas
    for row in rows:
        for x, cell in zip((50, 200, 400, 450), row, strict=True):
            start = y + (shift if x >= 400 and "\n" in row[1] else 0)
            parts += [teks(x, start + 12 * k, line) for k, line in enumerate(cell.split("\n"))]
        y += 12 * max(cell.count("\n") + 1 for cell in row) + 8
    return "\n".join(parts)


POLOS = [
    ("Sasaran", "Indikator", "2023", "2024"),
    ("Terwujudnya\nlembaga KPU", "Persentase pemilih\nyang berhak\nmemilih", "77 %", "80 %"),
    ("", "Jumlah laporan", "2 Lap", "-"),
    ("Meningkatnya", "Nilai\nakuntabilitas", "B", "BB"),
]


def test_columns_of_text_are_a_table_where_they_are_certain(tmp_path: Path) -> None:
    lembar = text.read(simpan(tmp_path, teks(50, 70, "Tabel 1. Target") + polos(POLOS)))
    assert isi(lembar) == [
        "Tabel 1. Target",
        "Sasaran|Indikator|2023|2024",
        "Terwujudnya lembaga KPU|Persentase pemilih yang berhak memilih|77 %|80 %",
        "|Jumlah laporan|2 Lap|-",
        "Meningkatnya|Nilai akuntabilitas|B|BB",
    ]
    assert lembar.catatan == ()


def test_a_space_inside_values_parts_no_column_and_a_title_below_is_no_row(tmp_path: Path) -> None:
    rows = [POLOS[0], *((f"Sasaran {n}", "Persentase\npemilih", "77 %", "80 %") for n in range(3))]
    page = polos(rows) + teks(50, 212, "Target Program") + polos(rows[:3], atas=240)
    body = [f"Sasaran {n}|Persentase pemilih|77 %|80 %" for n in range(3)]
    assert baca(tmp_path, page) == ["|".join(POLOS[0]), *body, "Target Program", "|".join(POLOS[0]), *body[:2]]


def test_values_under_each_other_are_no_single_cell(tmp_path: Path) -> None:
    stacked = [POLOS[0], *[("S", "Nilai\nJumlah", "7 %\n8 %", "9 %\n9 %")] * 3]
    assert not any("|" in line for line in baca(tmp_path, polos(stacked)))


def test_values_that_no_white_parts_are_no_cell(tmp_path: Path) -> None:
    cells = [(50, "Sasaran"), (150, "Persentase"), (300, "77 %"), (325, "80 %"), (400, "Divisi")]
    heading = [(50, "Sasaran"), (150, "Indikator"), (300, "Target"), (400, "Unit")]
    page = "".join(teks(x, 80 + 24 * n, t) for n in range(5) for x, t in (cells if n else heading))
    assert not any("|" in line for line in baca(tmp_path, page))


def test_where_it_is_not_certain_which_values_belong_to_a_row_it_stays_prose(tmp_path: Path) -> None:
    lembar = text.read(simpan(tmp_path, polos(POLOS, shift=12)))
    assert not any("|" in line for line in isi(lembar)) and len(isi(lembar)) == 7
    assert "dibaca sebagai kalimat" in lembar.catatan[0]


def test_a_table_that_is_lost_on_one_page_is_lost_on_all(tmp_path: Path) -> None:
    lembar = text.read(simpan(tmp_path, polos(POLOS), polos(POLOS, shift=12), polos(POLOS)))
    assert not any(b.ada_sel for b in lembar.baris)
    assert lembar.catatan[0].startswith("halaman 1–3 memuat tabel tanpa garis")
    headings_alone = text.read(simpan(tmp_path, polos(POLOS[:1]), polos(POLOS)))
    assert not any(b.ada_sel for b in headings_alone.baris)


def test_prose_and_lists_are_no_table(tmp_path: Path) -> None:
    lines = ["Nama : Ketua", "Jabatan : Ketua KPU", "selanjutnya disebut pihak pertama", "1. Program Dukungan Rp 2.885"]
    page = "\n".join(teks(50, 80 + 14 * n, line) for n, line in enumerate(lines))
    assert baca(tmp_path, page) == lines
