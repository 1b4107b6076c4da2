"""A document is recognised from its title page, its headings and its decree number; what they leave open is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loaders.readers.lembar import Baris, Lembar
from loaders.readers.text import read
from loaders.recognition.document import daftar_satker, recognise
from loaders.recognition.evidence import Dugaan
from loaders.recognition.satker import tingkat, wilayah
from tests.conftest import FULL_TEXTS, ROOT
from tests.loaders import data

DAFTAR = daftar_satker(ROOT / "data" / "referensi")
MANIFEST = data.manifest(ROOT / "data")


def page(*lines: str, nama: str = "berkas.pdf") -> Dugaan:
    """What is recognised of a document that prints these lines."""
    return recognise(Lembar(nama, tuple(Baris(n, line) for n, line in enumerate(lines, start=1))), DAFTAR)


def known(found: Dugaan) -> tuple[str | None, str | None, tuple[int, int] | None]:
    return found.satker.nilai, found.jenis.nilai, found.tahun.nilai


def registered(row: dict[str, str]) -> tuple[str, str, tuple[int, int]]:
    return row["kode_satker"], row["jenis_dokumen"], (int(row["tahun_awal"]), int(row["tahun_akhir"]))


@pytest.mark.parametrize("row", MANIFEST, ids=lambda row: row["file"])
def test_the_excerpts_are_recognised(row: dict[str, str]) -> None:
    found = recognise(read(ROOT / "data" / "dokumen" / row["file"]), DAFTAR)
    assert known(found) == registered(row)
    assert (found.nomor.nilai or "") == row["nomor"]
    assert found.satker.pasti
    assert found.jenis.pasti or found.jenis.lain == ("PK",)


@pytest.mark.parametrize("row", MANIFEST, ids=lambda row: row["file"])
def test_the_full_texts_are_recognised_with_certainty(row: dict[str, str]) -> None:
    if not FULL_TEXTS.is_dir():
        pytest.skip("the full texts are not beside the project")
    found = recognise(read(FULL_TEXTS / Path(row["file"]).name), DAFTAR)
    assert known(found) == registered(row)
    assert found.pasti
    assert (found.nomor.nilai or "", found.tanggal.nilai) == (row["nomor"], date.fromisoformat(row["tanggal"]))


PK = (
    "KOMISI PEMILIHAN", "", "UMUM", "", "KABUPATEN PONOROGO", "", "PERJANJIAN KINERJA TAHUN 2020", "",
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, kami yang bertanda tangan di bawah ini:",
    "Nama : A", "Jabatan : Sekretaris KPU Kabupaten Ponorogo, selanjutnya disebut pihak pertama",
    "Nama : B", "Jabatan : Ketua KPU Provinsi Jawa Timur, selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
    "Pihak pertama berjanji akan mewujudkan target kinerja.", "Ponorogo, 3 Januari 2020",
)  # fmt: skip


def test_a_pk_is_of_the_one_who_promises_not_of_the_superior() -> None:
    found = page(*PK)
    assert known(found) == ("3502", "PK", (2020, 2020))
    assert found.pasti
    assert found.tanggal.nilai == date(2020, 1, 3)


def test_a_pk_that_names_its_office_only_beside_the_signers() -> None:
    assert known(page("PERJANJIAN KINERJA TAHUN 2020", *PK[7:])) == ("3502", "PK", (2020, 2020))


def test_a_pk_of_a_provinsi_is_not_of_kpu_ri() -> None:
    found = page(
        "PENETAPAN KINERJA",
        "TAHUN 2013",
        "Jabatan : Ketua KPU Provinsi Bali",
        "Jabatan : Ketua KPU RI",
        "Pihak pertama",
    )
    assert known(found) == ("51", "PK", (2013, 2013))


@pytest.mark.parametrize(
    ("title", "jenis", "tahun"),
    [
        (("LAPORAN KINERJA (LKj)", "SEKRETARIAT", "KPU KOTA BLITAR", "TAHUN 2020"), "LK", (2020, 2020)),
        (("LAPORAN AKUNTABILITAS", "KINERJA INSTANSI PEMERINTAH", "TAHUN 2015", "KPU KOTA BLITAR"), "LK", (2015, 2015)),
        (("LAKIP 2015 KPU KOTA BLITAR",), "LK", (2015, 2015)),
        (("LKjIP KPU KOTA BLITAR TAHUN ANGGARAN 2023",), "LK", (2023, 2023)),
        (("LAPORAN KINERJA", "TAHUN 2024", "KPU KOTA BLITAR", "2025"), "LK", (2024, 2024)),
        (("RENCANA KERJA TAHUNAN", "(RKT)", "KPU KOTA BLITAR", "TAHUN ANGGARAN 2023"), "RKT", (2023, 2023)),
        (("RENCANA KINERJA TAHUN 2021", "KPU KOTA BLITAR"), "RKT", (2021, 2021)),
        (("Perjanjian Kinerja Tahun 2023", "KPU Kota Blitar"), "PK", (2023, 2023)),
        (("PERNYATAAN PENETAPAN KINERJA", "KPU KOTA BLITAR", "TAHUN 2015"), "PK", (2015, 2015)),
        (("RENCANA STRATEGIS", "KPU KOTA BLITAR", "2020 – 2024"), "Renstra", (2020, 2024)),
        (("RENSTRA KPU KOTA BLITAR TAHUN 2015 s.d. 2019",), "Renstra", (2015, 2019)),
    ],
)  # fmt: skip
def test_titles(title: tuple[str, ...], jenis: str, tahun: tuple[int, int]) -> None:
    found = page(*title, "", "KATA PENGANTAR", "Laporan Kinerja ini menyebut Renstra 2020-2024 dan PK Tahun 2019.")
    assert known(found) == ("3572", jenis, tahun)
    assert found.pasti


@pytest.mark.parametrize(
    "title",
    [
        ("RENCANA AKSI PERJANJIAN KINERJA", "KPU KOTA BLITAR", "TAHUN 2023"),
        ("PETUNJUK TEKNIS", "PERJANJIAN KINERJA", "KPU KOTA BLITAR TAHUN 2023"),
        ("LAPORAN HASIL EVALUASI ATAS", "LAPORAN KINERJA", "KPU KOTA BLITAR TAHUN 2023"),
        ("LAPORAN KEUANGAN", "KPU KOTA BLITAR", "TAHUN 2023"),
        ("DAFTAR ISIAN PELAKSANAAN ANGGARAN", "KPU KOTA BLITAR", "TAHUN ANGGARAN 2023"),
        ("LAPORAN KINERJA TRIWULAN II", "KPU KOTA BLITAR", "TAHUN 2023"),
    ],
)
def test_what_is_none_of_the_four_is_not_called_one(title: tuple[str, ...]) -> None:
    found = page(*title)
    assert found.jenis.nilai is None
    assert not found.pasti
    assert found.satker.nilai == "3572"


def test_a_report_that_holds_a_pk_is_a_report() -> None:
    found = page(
        "LAPORAN KINERJA", "KPU KOTA BLITAR", "TAHUN 2023", "BAB I PENDAHULUAN", "PERJANJIAN KINERJA TAHUN 2022",
        "KPU KOTA KEDIRI",
    )  # fmt: skip
    assert known(found) == ("3572", "LK", (2023, 2023))
    assert found.pasti


def test_two_titles_on_one_page_are_asked() -> None:
    found = page("RENCANA KINERJA TAHUNAN", "PERJANJIAN KINERJA", "KPU KOTA BLITAR TAHUN 2023")
    assert (found.jenis.nilai, found.jenis.lain, found.jenis.pasti) == ("RKT", ("PK",), False)


def test_two_years_in_the_title_are_asked() -> None:
    found = page("PERJANJIAN KINERJA TAHUN 2023", "KPU KOTA BLITAR", "TAHUN 2024")
    assert (found.tahun.nilai, set(found.tahun.lain)) == (None, {(2023, 2023), (2024, 2024)})
    assert "pilih sendiri" in found.tahun.bukti


def test_a_renstra_without_its_period_has_no_years() -> None:
    assert page("RENCANA STRATEGIS", "KPU KOTA BLITAR", "TAHUN 2020").tahun.nilai is None


def test_a_year_read_through_a_letter_is_shown_but_not_certain() -> None:
    found = page("PERJANJIAN KINERJA TAHUN 2O2O", "KPU KOTA BLITAR")
    assert (found.tahun.nilai, found.tahun.pasti) == ((2020, 2020), False)


def test_a_title_tells_its_type_even_where_its_satker_is_not_known() -> None:
    found = page("LAPORAN KINERJA KPU KOTA ANTAH BERANTAH TAHUN 2023")
    assert known(found) == (None, "LK", (2023, 2023))
    assert found.satker.bukti == "satker tidak disebut"
    assert known(page("RENCANA STRATEGIS KOMISI PEMILIHAN UMUM TAHUN 2020-2024")) == (None, "Renstra", (2020, 2024))


def test_a_longer_name_whose_rest_is_misread_on_the_next_line_is_asked() -> None:
    names = {kode: wilayah(name).upper() for kode, name in DAFTAR.nama.items()}
    for kode, name in names.items():
        longer = [(k, n) for k, n in names.items() if n.startswith(f"{name} ") and tingkat(k) == tingkat(kode)]
        for other, whole in longer:
            rest = whole.removeprefix(f"{name} ")
            for misread in (rest[1:], rest[:-1], f"{rest[0]}{rest}", f"X{rest[1:]}", "#5" + rest[1:]):
                found = page("PERJANJIAN KINERJA", f"KPU {tingkat(kode)} {name}".upper(), misread, "TAHUN 2022").satker
                assert not found.pasti or found.nilai == other, (name, misread, found)


def test_a_title_with_neither_office_nor_year_near_it_is_not_certain() -> None:
    prose = ["isi laporan, bukan judul"] * 9
    found = page("dokumen ini memuat", "RENCANA STRATEGIS", *prose, "KPU KOTA BLITAR", "TAHUN 2020-2024")
    assert (found.jenis.nilai, found.jenis.pasti) == ("Renstra", False)


def test_a_year_beside_another_is_not_certain_where_the_type_is_not_known() -> None:
    found = page("LAPORAN KEUANGAN", "KPU KOTA BLITAR", "TAHUN 2023", "s.. 2025")
    assert (found.tahun.nilai, found.tahun.pasti) == ((2023, 2023), False)


def decree(office: str, number: str, *more: str) -> Dugaan:
    return page(
        f"KEPUTUSAN {office}",
        f"NOMOR : {number}",
        "TENTANG",
        "RENCANA STRATEGIS",
        "TAHUN 2020-2024",
        "",
        "Menimbang",
        *more,
    )


def test_name_and_decree_code_that_contradict_are_both_shown() -> None:
    found = decree("KPU KOTA BLITAR", "87/PR.01.3-Kpt/3571/KPU-Kot/VII/2020", *["KPU Kota Blitar"] * 9)
    assert (found.satker.nilai, found.satker.lain, found.satker.pasti) == (None, ("3571", "3572"), False)
    assert "KPU KOTA BLITAR" in found.satker.bukti
    assert "kode 3571 (KPU Kota Kediri)" in found.satker.bukti


def test_the_decree_code_decides_a_name_that_leaves_a_choice() -> None:
    found = decree("KPU BLITAR", "87/PR.01.3-Kpt/3572/KPU-Kot/VII/2020")
    assert (found.satker.nilai, found.satker.pasti) == ("3572", True)


def test_a_name_that_leaves_a_choice_is_asked() -> None:
    found = decree("KPU BLITAR", "12 TAHUN 2020", "Pemerintah Kota Blitar", "KPU Kota Blitar")
    assert (found.satker.nilai, found.satker.lain) == (None, ("3505", "3572"))
    assert "KPU Kabupaten Blitar atau KPU Kota Blitar" in found.satker.bukti


def test_a_code_alone_is_not_certain_until_the_text_names_the_satker() -> None:
    alone = decree("KOMISI PEMILIHAN UMUM", "87/PR.01.3-Kpt/3572/KPU-Kot/VII/2020")
    named = decree("KOMISI PEMILIHAN UMUM", "87/PR.01.3-Kpt/3572/KPU-Kot/VII/2020", "visi KPU Kota Blitar")
    assert [(f.satker.nilai, f.satker.pasti) for f in (alone, named)] == [("3572", False), ("3572", True)]


def test_a_misread_name_is_certain_only_with_its_code() -> None:
    alone = decree("KPU KOTA PRABUMULIFH", "12 TAHUN 2020")
    coded = decree("KPU KOTA PRABUMULIFH", "87/PR.01.3-Kpt/1674/KPU-Kot/VII/2020")
    assert [(f.satker.nilai, f.satker.pasti) for f in (alone, coded)] == [("1674", False), ("1674", True)]


def test_the_renstra_of_kpu_ri() -> None:
    found = decree("KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA", "197/PR.01.3-Kpt/01/KPU/IV/2020", "KPU Kota Blitar")
    assert known(found) == ("00", "Renstra", (2020, 2024))
    assert found.pasti


def test_a_province_that_speaks_of_its_cities_stays_the_province() -> None:
    cities = [f"KPU Kota {name}" for name in ("Blitar", "Kediri", "Malang", "Madiun")]
    found = page("LAPORAN KINERJA", "KPU PROVINSI JAWA TIMUR", "TAHUN 2023", "KATA PENGANTAR", *cities * 5)
    assert (found.satker.nilai, found.satker.pasti) == ("35", True)


def test_without_a_title_page_running_headings_tell() -> None:
    footer = "Laporan Kinerja KPU Provinsi Bali Tahun 2023"
    found = page("KATA PENGANTAR", "Puji syukur.", *(f"{footer} {n}" for n in range(1, 9)), "KPU Kota Denpasar")
    assert known(found) == ("51", "LK", (2023, 2023))
    assert found.pasti


def test_one_heading_in_the_body_is_not_certain() -> None:
    found = page("KATA PENGANTAR", "Laporan Kinerja KPU Provinsi Bali Tahun 2023")
    assert known(found) == ("51", "LK", (2023, 2023))
    assert (found.satker.pasti, found.jenis.pasti, found.tahun.pasti) == (False, False, False)


def test_a_rare_heading_of_another_satker_does_not_win_but_makes_it_uncertain() -> None:
    footer = "Laporan Kinerja KPU Provinsi Bali Tahun 2023"
    found = page("KATA PENGANTAR", *[footer] * 8, "Laporan Kinerja KPU Kota Denpasar Tahun 2023")
    assert (found.satker.nilai, found.satker.pasti) == ("51", False)


def test_a_year_that_one_picture_shows_is_not_certain() -> None:
    lines = ("PERJANJIAN KINERJA", "KPU KOTA BLITAR", "TAHUN 2020")
    read_by_machine = tuple(Baris(n, t, ocr=True) for n, t in enumerate(lines, start=1))
    once = recognise(Lembar("x.pdf", read_by_machine), DAFTAR)
    twice = recognise(Lembar("x.pdf", (*read_by_machine, Baris(4, "TAHUN 2020", ocr=True))), DAFTAR)
    assert [(f.tahun.nilai, f.tahun.pasti) for f in (once, twice)] == [((2020, 2020), False), ((2020, 2020), True)]
    assert "dibaca dari gambar" in once.tahun.bukti


def test_a_kind_of_office_in_a_title_is_no_satker() -> None:
    found = page(
        "KEPUTUSAN KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA", "NOMOR : 751/PP.01-Kpt/01/KPU/III/2019", "TENTANG",
        "PETUNJUK TEKNIS KOMISI PEMILIHAN UMUM", "PROVINSI/KOMISI INDEPENDEN PEMILIHAN ACEH DAN KOMISI PEMILIHAN UMUM",
    )  # fmt: skip
    assert (found.satker.nilai, found.jenis.nilai) == ("00", None)


def test_body_text_alone_only_proposes() -> None:
    found = page("Kami mengunjungi KPU Kota Blitar.", "Kami mengunjungi KPU Kota Kediri di Kota Kediri.")
    assert (found.satker.nilai, found.satker.lain) == (None, ("3571", "3572"))
    assert known(page("Tidak ada apa-apa di sini.")) == (None, None, None)
    assert page().satker.bukti == "satker tidak disebut"


def test_the_name_of_the_file_is_a_weak_hint_and_never_decides() -> None:
    silent = page("Isi tanpa judul", nama="lk-kpu-kota-blitar-2023.pdf")
    assert (silent.satker.nilai, silent.satker.lain) == (None, ("3572",))
    assert (silent.jenis.nilai, silent.jenis.lain) == (None, ("LK",))
    assert "nama berkas menyebut KPU Kota Blitar, petunjuk lemah" in silent.satker.bukti
    other = page("LAPORAN KINERJA", "KPU KOTA KEDIRI", "TAHUN 2023", nama="renstra-kpu-kota-blitar-2020-2024.pdf")
    assert known(other) == ("3571", "LK", (2023, 2023))


def test_cells_of_a_sheet_are_headings_but_rows_of_a_list_are_not() -> None:
    found = page("PERJANJIAN KINERJA TAHUN 2023\t\t", "Satuan Kerja\t:\tKPU Kota Blitar", "1\tKPU Kota Kediri\t90")
    assert known(found) == ("3572", "PK", (2023, 2023))
    assert found.pasti


def test_evidence_says_where_it_stands_in_the_words_of_the_reader() -> None:
    lines = ("RENCANA STRATEGIS", "KPU KOTA BLITAR", "2020-2024")
    lembar = Lembar("x.docx", tuple(Baris(n, t, tempat=f"paragraf {n}") for n, t in enumerate(lines, start=1)))
    found = recognise(lembar, DAFTAR)
    assert found.satker.bukti == "KPU Kota Blitar menurut paragraf 2 «KPU KOTA BLITAR»"
    assert found.jenis.bukti == "menurut paragraf 1 «RENCANA STRATEGIS»"


@pytest.mark.parametrize(
    ("lines", "nomor"),
    [
        (("KEPUTUSAN KPU KOTA X", "NOMOR : **8**/PR.01-Kpt/3572/KPU-Kot/VI/2020"), "8/PR.01-Kpt/3572/KPU-Kot/VI/2020"),
        (("KEPUTUSAN KPU KOTA X", "NOMOR 01/Kpts/KPU.Kot.-3673/TAHUN 2017"), "01/Kpts/KPU.Kot.-3673/TAHUN 2017"),
        (("KEPUTUSAN KPU KOTA BLITAR", "NOMOR 12 TAHUN 2023", "TENTANG"), "12 TAHUN 2023"),
        (("KEPUTUSAN KPU KOTA BLITAR NOMOR : 5/PR.01-Kpt/3572/KPU-Kot/I/2020",), "5/PR.01-Kpt/3572/KPU-Kot/I/2020"),
        (("KEPUTUSAN KPU KOTA BLITAR", "NOMOR : ..../........"), None),
        (("BERITA ACARA", "NOMOR : 53/PK.01-BA/3572/KPU-Kot/VII/2020"), None),
        (("Keputusan KPU", "Nomor 197/PR.01.3-Kpt/01/KPU/IV/2020 tentang Rencana Strategis KPU"), None),
    ],
)  # fmt: skip
def test_the_number_of_the_decree(lines: tuple[str, ...], nomor: str | None) -> None:
    assert page(*lines).nomor.nilai == nomor


def test_a_decree_of_another_office_bound_in_behind_does_not_count() -> None:
    own, other = "87/PR.01.3-Kpt/3572/KPU-Kot/VII/2020", "5/PR.01-Kpt/35/KPU-Prov/I/2020"
    found = decree("KPU KOTA BLITAR", own, "LAMPIRAN", "KEPUTUSAN KPU PROVINSI JAWA TIMUR", f"NOMOR : {other}")
    assert (found.nomor.nilai, found.nomor.lain, found.satker.nilai, found.satker.pasti) == (own, (), "3572", True)


def test_a_year_inside_a_decree_number_is_not_the_year_of_the_document() -> None:
    found = page("KEPUTUSAN KPU KOTA BLITAR", "NOMOR 12 TAHUN 2022", "TENTANG", "PERJANJIAN KINERJA TAHUN 2023")
    assert (found.tahun.nilai, found.tahun.pasti) == ((2023, 2023), True)


def test_dates() -> None:
    made = page("Blitar, 1 Juli 2020", "Ditetapkan di Blitar", "", "Pada tanggal 24 Juli 2020")
    assert (made.tanggal.nilai, made.tanggal.pasti) == (date(2020, 7, 24), True)
    two = page("Blitar, 16 Januari 2025", "Blitar, 25 Januari 2024")
    assert (two.tanggal.nilai, two.tanggal.lain, two.tanggal.pasti) == (date(2025, 1, 16), (date(2024, 1, 25),), False)
    assert page("Blitar, 31 Februari 2020", "pada tanggal 7 November 1953").tanggal.nilai is None


def workbook(kode: str, nama: str) -> Dugaan:
    """What is recognised of a template workbook with this code and name of satker."""
    return page("Lembar kerja Selaras", f"Kode satker\t{kode}", f"Nama satker\t{nama}", "Jenis dokumen\tPK",
                "Tahun awal\t2024", "Tahun akhir\t2024")  # fmt: skip


@pytest.mark.parametrize(
    ("kode", "nama", "nilai", "lain", "pasti"),
    [
        ("3579", "KPU Kota Batu", "3579", (), True),
        ("3579", "", "3579", (), True),
        ("3572", "KPU Blitar", "3572", (), True),
        ("3572", "KPU Kota Blitar Provinsi Jawa Timur", "3572", (), True),
        ("", "KPU Kota Blitar Provinsi Jawa Timur", "3572", (), False),
        ("35", "KPU Kota Blitar Provinsi Jawa Timur", None, ("35", "3572"), False),
        ("3573", "KPU Kota Batu", None, ("3573", "3579"), False),
        ("3573", "KPU Blitar", None, ("3573", "3505", "3572"), False),
        ("3579", "KPU Provinsi Jawa Timur", None, ("3579", "35"), False),
        ("3579", "Kantor kami", "3579", (), False),
        ("", "KPU Kota Batu", "3579", (), False),
        ("9999", "KPU Kota Batu", "3579", (), False),
        ("", "KPU Blitar", None, ("3505", "3572"), False),
        ("", "", None, (), False),
    ],
)
def test_a_workbook_is_certain_only_where_code_and_name_do_not_differ(
    kode: str, nama: str, nilai: str | None, lain: tuple[str, ...], pasti: bool
) -> None:
    found = workbook(kode, nama).satker
    assert (found.nilai, found.lain, found.pasti) == (nilai, lain, pasti)


def test_a_workbook_that_contradicts_itself_names_both_satker() -> None:
    bukti = workbook("3573", "KPU Kota Batu").satker.bukti
    assert "kode 3573 berarti KPU Kota Malang, sedangkan nama satker «KPU Kota Batu»" in bukti
    assert workbook("3579", "KPU Kota Batu").pasti
    assert "«None»" not in workbook("", "").satker.bukti
