"""All 553 satker are in the list and found in any of the ways documents write them; nothing else is."""

from __future__ import annotations

import csv
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.recognition.decree import code
from loaders.recognition.document import daftar_satker
from loaders.recognition.satker import DaftarSatker, fold, most_specific, tingkat, wilayah
from loaders.recognition.script import Naskah, Sebutan
from tests.conftest import ROOT

REFERENSI = ROOT / "data" / "referensi"


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENSI / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SATKER = {row["kode_satker"]: row for row in rows("satker.csv")}
DAFTAR = daftar_satker(REFERENSI)
KODE = sorted(kode for kode in SATKER if kode != "00")
LEMBAGA = "Komisi Pemilihan Umum"


def test_there_are_553_satker_each_once() -> None:
    assert Counter(map(tingkat, SATKER)) == {"pusat": 1, "provinsi": 38, "kabupaten": 416, "kota": 98}
    assert len(rows("satker.csv")) == len(SATKER) == len({row["satker"] for row in SATKER.values()}) == 553
    assert all(row["provinsi"] and row["sumber"] for row in SATKER.values())


def test_the_digits_say_what_the_name_says() -> None:
    for kode, row in SATKER.items():
        words = row["satker"].split()
        if len(kode) == 4:
            assert (1 <= int(kode[2:]) <= 69, 71 <= int(kode[2:]) <= 99) == (
                words[1] == "Kabupaten",
                words[1] == "Kota",
            )
            assert row["provinsi"] == SATKER[kode[:2]]["provinsi"]
        assert (words[0] == "KIP") == kode.startswith("11"), row["satker"]


@pytest.mark.parametrize(
    ("kode", "satker", "provinsi"),
    [
        ("1674", "KPU Kota Prabumulih", "Sumatera Selatan"),
        ("1971", "KPU Kota Pangkalpinang", "Kepulauan Bangka Belitung"),
        ("3572", "KPU Kota Blitar", "Jawa Timur"),
        ("3673", "KPU Kota Serang", "Banten"),
        ("6471", "KPU Kota Balikpapan", "Kalimantan Timur"),
        ("3505", "KPU Kabupaten Blitar", "Jawa Timur"),
        ("11", "KIP Aceh", "Aceh"),
        ("1174", "KIP Kota Langsa", "Aceh"),
        ("35", "KPU Provinsi Jawa Timur", "Jawa Timur"),
        ("9671", "KPU Kota Sorong", "Papua Barat Daya"),
    ],
)
def test_names_known_from_documents(kode: str, satker: str, provinsi: str) -> None:
    assert (SATKER[kode]["satker"], SATKER[kode]["provinsi"]) == (satker, provinsi)


def test_the_licence_of_the_list_lies_beside_it() -> None:
    text = (REFERENSI / "LICENSE-satker.md").read_text(encoding="utf-8")
    assert "MIT License" in text
    assert "Copyright (c) 2017 Cahya DSN" in text


def test_no_name_of_one_satker_is_a_name_of_another_of_its_level() -> None:
    names = [(wilayah(row["satker"]), kode) for kode, row in SATKER.items() if kode != "00"]
    names += [
        (row["sebutan"], row["kode_satker"]) for row in rows("satker_sebutan.csv") if not row["sebutan"].isdigit()
    ]
    owners: dict[tuple[str, str], set[str]] = {}
    for name, kode in names:
        owners.setdefault((tingkat(kode), fold(name)), set()).add(kode)
    assert {key: codes for key, codes in owners.items() if len(codes) > 1} == {}


def test_other_names_and_old_codes_are_of_satker_in_the_list() -> None:
    others = rows("satker_sebutan.csv")
    assert {row["kode_satker"] for row in others} <= set(SATKER)
    assert not {row["sebutan"] for row in others} & set(SATKER)
    assert all(row["jenis"] for row in others)


def find(texts: list[str], daftar: DaftarSatker = DAFTAR) -> list[Sebutan]:
    """Every mention in some lines."""
    return Naskah.dari(texts, daftar).sebutan


def shown(mention: Sebutan) -> str:
    """The codes; a question mark when it is one, but not by its office and exact region."""
    return "|".join(mention.kode) + ("?" if len(mention.kode) == 1 and not mention.tunggal else "")


with (ROOT / "tests" / "loaders" / "recognition" / "satker_sebutan.csv").open(encoding="utf-8", newline="") as _file:
    MENTIONS = [(row["teks"], row["harapan"], row["catatan"]) for row in csv.DictReader(_file)]


def meant(teks: str) -> str:
    """What the satker mentioned in a text of the list are taken for."""
    lines = teks.replace("\\n", "\n").replace("\\t", "\t").split("\n")
    return ";".join(shown(mention) for mention in find(lines))


def test_a_mention_means_what_a_reader_would_say() -> None:
    read = [(teks, meant(teks), harapan, catatan) for teks, harapan, catatan in MENTIONS]
    assert [row for row in read if row[1] != row[2]] == [], "teks, yang dikenali, yang diharapkan, catatan"


def test_enough_mentions_were_typed() -> None:
    assert len(MENTIONS) >= 80
    assert len({teks for teks, _, _ in MENTIONS}) == len(MENTIONS)


def forms(kode: str) -> list[str]:
    """The ways offices write the satker of a code, as one text each."""
    name, level = wilayah(SATKER[kode]["satker"]), tingkat(kode).capitalize()
    short = {"Provinsi": "Prov.", "Kabupaten": "Kab.", "Kota": "Kota"}[level]
    return [
        f"KPU {level} {name}",
        f"{LEMBAGA} {level} {name}".upper(),
        f"{LEMBAGA}\n{level} {name}".upper(),
        f"**{LEMBAGA}\n\n{level} {name}**".upper(),
        f"Sekretariat KPU {short} {name} Tahun 2024 menyusun laporan",
        f"KPUD {short.upper()} {name.upper()}",
        f"KPU {level} {name.replace(' ', '')}",
        f"KPU {level} {name.replace(' ', '-')}",
        f"KPU {level} " + name.replace(" ", "\n"),
        f"KPU {level} {name.upper()}".translate(str.maketrans("IOS", "lO5")),
        f"komisi pemilihan umum {level} {name}".lower(),
        f"Keputusan KPU {level} {name}, Nomor 1 Tahun 2024",
    ]


def test_every_satker_is_found_in_every_form_and_nothing_else() -> None:
    written = [(kode, form, find(form.split("\n"))) for kode in KODE for form in forms(kode)]
    found = [(kode, form, [(m.tunggal, m.kode) for m in mentions]) for kode, form, mentions in written]
    assert [row for row in found if row[2] != [(row[0], (row[0],))]] == []


def test_a_mention_knows_its_lines() -> None:
    (mention,) = find(["", "KOMISI PEMILIHAN UMUM", "", "KOTA BLITAR", "x"])
    assert (mention.baris, mention.baris_akhir, mention.teks) == (2, 4, "KOMISI PEMILIHAN UMUM KOTA BLITAR")


@given(st.sampled_from(KODE), st.data())
def test_a_misread_letter_never_makes_another_satker(kode: str, data: st.DataObject) -> None:
    """It is still this one, or a choice that holds it, or nothing; another one only where the letters now spell it."""
    name, level = wilayah(SATKER[kode]["satker"]), tingkat(kode)
    place = data.draw(st.integers(0, len(name) - 1).filter(lambda i: name[i].isalpha()))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    wrong = name[:place] + (letter.upper() if name[place].isupper() else letter) + name[place + 1 :]
    if spelled := DAFTAR.bernama.get(fold(wrong)):
        assert kode in spelled or fold(wrong) != fold(name)
        return
    mentions = [m for m in find([f"KPU {level.capitalize()} {wrong}"]) if m.lembaga]
    for mention in mentions:
        shorter = [one for one in mention.kode if fold(wrong).startswith(fold(wilayah(SATKER[one]["satker"])))]
        assert kode in mention.kode or shorter, (wrong, mention)


@pytest.mark.parametrize(
    "name", ["Kepulauaa Bangka Belitung", "Kepulauab Bangka Belitung", "Kepulauan Bangka Belitumg"]
)
def test_a_misread_word_does_not_cut_off_the_known_names_behind_it(name: str) -> None:
    assert [mention.kode for mention in find([f"KPU Provinsi {name}"])] == [("19",)]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz \n", max_size=60))
def test_prose_names_no_satker(prose: str) -> None:
    assert [m for m in find(("kpu di " + prose).split("\n")) if m.tunggal] == []


@pytest.mark.parametrize(
    ("nomor", "kode"),
    [
        ("87/PR.01.3-Kpt/3572/KPU-Kot/VII/2020", "3572"),
        ("04/PR.01.3-Kpt/1971/KPU-Kot/VIII/2020", "1971"),
        ("12/PR.01.3-Kpt/3505/KPU-Kab/I/2021", "3505"),
        ("12/HK.03.1-Kpt/1112/KIP-Kab/I/2021", "1112"),
        ("12/HK.03.1-Kpt/3578/KPU-Kota/I/2021", "3578"),
        ("5/PR.01-Kpt/35/KPU-Prov/I/2021", "35"),
        ("5/PR.01-Kpt/35/Prov/I/2021", "35"),
        ("5/PR.01-Kpt/11/KIP-Prov/I/2021", "11"),
        ("197/PR.01.3-Kpt/01/KPU/IV/2020", "00"),
        ("01/Kpts/KPU.Kot.-3673/TAHUN 2017", "3673"),
        ("01.1/Kpts/KPU-kot-3673/1/2016", "3673"),
        ("15/PR.01-SD/3572/2023", "3572"),
        ("3/HK.03-Kpt/9101/KPU-Kab/I/2020", "9301"),
        ("87/PR.01.3-Kpt/3572/KPU-Kab/VII/2020", None),
        ("87/PR.01.3-Kpt/3505/KPU-Kot/VII/2020", None),
        ("87/PR.01.3-Kpt/3599/KPU-Kot/VII/2020", None),
        ("87/PR.01.3-Kpt/35/KPU-Kot/VII/2020", None),
        ("24/PR.06-SD/20/Prov/I/2020", None),
        ("36/KPTS.KT/024.443.170/2010", None),
        ("12/Kpts/KPU-Kab-012.329412/2013", None),
        ("B/3934/M. PANRB/12/2015", None),
        ("12 TAHUN 2023", None),
    ],
)
def test_the_code_in_the_number_of_a_decree(nomor: str, kode: str | None) -> None:
    assert code(nomor, DAFTAR) == kode


def test_every_code_is_read_from_a_decree_of_its_level_only() -> None:
    for kode in KODE:
        units = {"kota": "KPU-Kot", "kabupaten": "KPU-Kab", "provinsi": "KPU-Prov"}
        found = {level: code(f"1/PR.01.3-Kpt/{kode}/{unit}/I/2020", DAFTAR) for level, unit in units.items()}
        assert found == {level: kode if level == tingkat(kode) else None for level in units}


def test_the_most_specific_of_several() -> None:
    assert most_specific({"00", "35", "3572"}) == {"3572"}
    assert most_specific({"35", "3671"}) == {"35", "3671"}
    assert most_specific(set()) == set()


def test_a_list_without_other_names_still_works() -> None:
    small = DaftarSatker.dari([{"kode_satker": "3572", "satker": "KPU Kota Blitar"}])
    assert [m.kode for m in find(["KPU Blitar", "KPU Jatim"], small)] == [("3572",)]
