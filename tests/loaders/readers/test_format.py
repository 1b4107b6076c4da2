"""A file is what its content is; what is not read is refused with advice; names are made safe."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import BerkasTidakTerbaca
from loaders.readers import signs
from loaders.readers.dispatch import read
from loaders.readers.format import MAKS_BERKAS, MAKS_NAMA, extension_note, recognise, safe_name
from tests.loaders.readers import bad_files as buat

SOUND = {
    "pdf": buat.pdf([b""]),
    "docx": buat.docx(),
    "xlsx": buat.xlsx(),
    "xls": buat.xls(),
    "html": buat.html(),
    "gambar": buat.png(3, 3),
    "text": b"Indikator\tTarget\nJumlah\t1\n",
}


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["a", "a.txt", "a.pdf", "a.exe", "a.docx", "A.XLS"])
@pytest.mark.parametrize("found", SOUND)
def test_the_content_decides_whatever_the_name(tmp_path: Path, found: str, name: str) -> None:
    assert recognise(put(tmp_path, name, SOUND[found])) == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\n\n \x00junk\n%PDF-1.4 \x00", "pdf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "gambar"),
        (b"II*\0\x08\0\0\0", "gambar"),
        (b"MM\0*\0\0\0\x08", "gambar"),
        (codecs.BOM_UTF8 + b"<html><table>", "html"),
        (codecs.BOM_UTF16_LE + "<html><table>".encode("utf-16-le"), "html"),
        (b"<!-- saved -->\n<TABLE border=1><tr><td>x</table>", "html"),
        (b'<html xmlns:o="urn:schemas-microsoft-com:office:office"><table>', "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns:o="urn:schemas-microsoft-com:office:x">', "html"),
        (b"RENSTRA <b>2020</b>\n", "text"),
        (codecs.BOM_UTF8 + b"Tabel 1", "text"),
        (b"MZ adalah singkatan", "text"),
        ("Ketua — ya".encode(), "text"),
    ],
)
def test_other_signs_of_a_format(tmp_path: Path, content: bytes, found: str) -> None:
    assert recognise(put(tmp_path, "x", content)) == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"a;b\n1;2\n", "csv"),
        (b"a,b\n1,2\n", "csv"),
        (b"a\tb\n1\t2\n", "csv"),
        (b"a|b\n1|2\n", "csv"),
        (b"Judul\n\na;b\n1;2\n3;4\n", "csv"),
        ("Nama;Ketua\nKantor;caf\xe9\n".encode("cp1252"), "csv"),
        (codecs.BOM_UTF16_LE + "a\tb\n1\t2\n".encode("utf-16-le"), "csv"),
        (b"Keputusan Ketua\nNomor 5 Tahun 2024\ntentang rencana\n", "text"),
    ],
)
def test_csv_needs_both_the_extension_and_columns(tmp_path: Path, content: bytes, found: str) -> None:
    assert recognise(put(tmp_path, "x.csv", content)) == found


def test_the_same_columns_under_another_name_are_text(tmp_path: Path) -> None:
    assert recognise(put(tmp_path, "x.txt", b"a;b\n1;2\n")) == "text"


REFUSED = {
    "empty": (b"", ["kosong"]),
    "password": (buat.encrypted_office(), ["kata sandi", "simpan tanpa kata sandi"]),
    "doc": (buat.ole({"WordDocument": b"x", "1Table": b"y"}), [".doc", "simpan ulang sebagai .docx"]),
    "ppt": (buat.ole({"PowerPoint Document": b"x"}), ["presentasi", "PDF"]),
    "msg": (buat.ole({"__properties_version1.0": b"x"}), ["Office lama", "simpan ulang"]),
    "cut ole": (buat.xls()[:700], ["terpotong", "salin ulang"]),
    "ole header alone": (buat.xls()[:20], ["terpotong"]),
    "odt": (buat.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), [".odt", ".docx"]),
    "ods": (buat.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), [".ods", ".xlsx"]),
    "odp": (buat.zipped({"mimetype": "application/vnd.oasis.opendocument.presentation"}), ["OpenDocument"]),
    "pptx": (buat.zipped({"[Content_Types].xml": "presentationml.presentation.main+xml"}), ["presentasi"]),
    "xlsb": (buat.zipped({"[Content_Types].xml": "ms-excel.sheet.binary.macroEnabled.main"}), [".xlsb", ".xlsx"]),
    "zip": (buat.zipped({"renstra.docx": buat.docx()}), ["zip", "Keluarkan"]),
    "zip of nothing": (buat.zipped({}), ["zip", "Keluarkan"]),
    "cut docx": (buat.docx()[:-200], ["terpotong"]),
    "docx without directory": (buat.docx()[:120], ["terpotong"]),
    "rar": (b"Rar!\x1a\x07\x01\0", ["RAR", "Keluarkan"]),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\4", ["7z", "Keluarkan"]),
    "gzip": (b"\x1f\x8b\x08\0", ["gzip", "Keluarkan"]),
    "exe": (b"MZ\x90\0\3\0\0\0", ["program", "Jangan dijalankan"]),
    "elf": (b"\x7fELF\2\1\1\0", ["program", "Jangan dijalankan"]),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0", ["HEIC", "PNG atau JPG"]),
    "video": (b"\0\0\0\x18ftypmp42\0\0\0\0", ["video"]),
    "gif": (b"GIF89a\1\0\1\0", ["GIF", "PNG atau JPG"]),
    "rtf": (rb"{\rtf1\ansi halo}", ["RTF", ".docx"]),
    "mhtml": (b"MIME-Version: 1.0\nContent-Type: multipart/related", ["MHTML", ".xlsx"]),
    "xml spreadsheet": (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook '
        b'xmlns="urn:schemas-microsoft-com:office:spreadsheet">', ["XML Office", ".xlsx"]),
    "flat odf": (b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis">', ["XML Office"]),
    "unknown": (b"\x00\x01\x02\x03" * 50, ["bukan dokumen yang dikenal"]),
    "nul far in a text": (b"a" * 70_000 + b"\0", ["bukan dokumen yang dikenal"]),
    "latin-1": ("caf\xe9".encode("latin-1"), ["bukan teks UTF-8", "Simpan ulang"]),
    "utf-16": (codecs.BOM_UTF16_BE + "halo".encode("utf-16-be"), ["UTF-16", "UTF-8"]),
    "cut character": ("é".encode()[:1], ["bukan teks UTF-8"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_not_read_is_refused_with_advice(tmp_path: Path, kind: str) -> None:
    content, words = REFUSED[kind]
    path = put(tmp_path, "berkas", content)
    with pytest.raises(BerkasTidakTerbaca) as caught:
        recognise(path)
    assert str(caught.value).startswith("Berkas berkas tidak dapat dibaca: ")
    assert [word for word in words if word not in str(caught.value)] == []


def test_a_word_file_embedded_in_a_workbook_does_not_make_it_a_word_file(tmp_path: Path) -> None:
    beside = bytearray(buat.ole({"Workbook": b"x", "MBD0001": b"", "WordDocument": b"y"}))
    with pytest.raises(BerkasTidakTerbaca, match="Word"):
        recognise(put(tmp_path, "a.xls", bytes(beside)))
    storage = beside.index("MBD0001".encode("utf-16-le"))
    beside[storage + 66 : storage + 67] = b"\1"
    beside[storage + 72 : storage + 80] = b"\xff\xff\xff\xff\3\0\0\0"  # no sibling any more, but a child
    assert recognise(put(tmp_path, "b.xls", bytes(beside))) == "xls"


def test_an_ole_file_that_points_at_itself_ends(tmp_path: Path) -> None:
    looped = bytearray(buat.ole({"Workbook": b"x"}))
    looped[512:516] = (0).to_bytes(4, "little")
    at = looped.index("Workbook".encode("utf-16-le"))
    looped[at + 68 : at + 76] = (1).to_bytes(4, "little") * 2
    assert recognise(put(tmp_path, "a.xls", bytes(looped))) == "xls"


def test_a_directory_too_large_to_be_read_is_refused_before_it_is(tmp_path: Path) -> None:
    many = buat.zipped({f"{'n' * 200}{n}": "" for n in range(1 + signs.MAKS_DAFTAR // 246)})
    with pytest.raises(BerkasTidakTerbaca, match="daftar isi yang tidak wajar"):
        recognise(put(tmp_path, "a.docx", many))


def test_a_file_that_is_missing_a_folder_or_too_large(tmp_path: Path) -> None:
    huge = tmp_path / "besar.pdf"
    with huge.open("wb") as file:
        file.truncate(MAKS_BERKAS + 1)
    with pytest.raises(BerkasTidakTerbaca, match="lebih dari 200 MB"):
        recognise(huge)
    for path in (tmp_path / "tak-ada.pdf", tmp_path):
        with pytest.raises(BerkasTidakTerbaca, match="tidak ada berkas"):
            recognise(path)


def test_a_wrong_extension_is_read_by_content_and_noted(tmp_path: Path) -> None:
    lembar = read(put(tmp_path, "renstra.pdf", SOUND["text"]))
    assert [baris.teks for baris in lembar.baris] == ["Indikator\tTarget", "Jumlah\t1"]
    assert lembar.catatan == ("Berakhiran .pdf tetapi isinya teks biasa; dibaca menurut isinya.",)


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a"])
def test_a_right_extension_or_none_needs_no_note(name: str) -> None:
    assert extension_note(Path(name), "text") is None


def test_letters_that_cannot_be_printed_become_visible(tmp_path: Path) -> None:
    (baris,) = read(put(tmp_path, "a.txt", b"7\x1b7,5%\x0c\tA\rB\x07")).baris
    mark = "\N{REPLACEMENT CHARACTER}"
    assert baris.teks == f"7{mark}7,5%\x0c\tA B{mark}"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Renstra KPU Kota Blitar 2020-2024.PDF", "renstra-kpu-kota-blitar-2020-2024.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"..\..\Windows\system32\a.docx", "a.docx"),
        ("C:\\dokumen\\RKT.xlsx", "rkt.xlsx"),
        ("/a/b/c.txt", "c.txt"),
        ("a\0b\nc.pdf", "a-b-c.pdf"),
        ("..hidden", "hidden"),
        ("lk;rm -rf $(x).pdf", "lk-rm-rf-x.pdf"),
        ("Perjanjian Kinerja (revisi) ½.docx", "perjanjian-kinerja-revisi-1-2.docx"),
        ("pk..docx", "pk.docx"),
        ("pk.docx. ", "pk.docx"),
        ("Café.pdf", "cafe.pdf"),
        ("℀.pdf", "a-c.pdf"),
        ("．．／．．／x.pdf", "x.pdf"),
        ("a" * 300 + ".docx", "a" * 115 + ".docx"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    "name", ["", "..", "/", "a/", "...", "---", "CON", "nul.pdf", "com1.docx", "\0", "文書", " .pdf"]
)
def test_names_of_which_nothing_is_left_are_refused(name: str) -> None:
    with pytest.raises(BerkasTidakTerbaca, match="nama lain") as caught:
        safe_name(name)
    assert str(caught.value).isprintable()


@given(st.text(max_size=300))
def test_any_name_is_safe_or_refused(name: str) -> None:
    try:
        safe = safe_name(name)
    except BerkasTidakTerbaca:
        return
    assert set(safe) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-_")
    assert 0 < len(safe) <= MAKS_NAMA
    assert not safe.startswith((".", "-")) and not safe.endswith(".")
    assert ".." not in safe
    assert safe_name(safe) == safe
