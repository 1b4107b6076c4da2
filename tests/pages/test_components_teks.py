"""Foreign text in sentences: nothing of it acts, and nothing of it is lost."""

import re

import pytest

from pages.components import text as components_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![a](http://x.y)", r"\!\[a\](http\:⁠//x.y)"),
        ("**b** $x$ :red[m] <b>", r"\*\*b\*\* \$x\$ \:⁠red\[m\] \<b\>"),
        ("www.x.y a@b.c :smile: a->b", "www⁠.x.y a@⁠b.c \\:⁠smile\\: a-⁠\\>b"),
        ("dua\n\n# baris", r"dua \# baris"),
        ("1. satu", r"1\. satu"),
        ("- satu", r"\- satu"),
        ("a &amp; b", r"a \&amp; b"),
        ("4.056.561.00", "4.056.561.00"),
        ("Divisi Hukum: 2-3 orang", r"Divisi Hukum\: 2-3 orang"),
    ],
)
def test_what_markdown_acts_on_is_made_harmless(text, expected):
    assert components_text.plain(text) == expected


def test_a_value_of_an_address_is_cut_before_it_is_escaped():
    said = components_text.foreign(["*" * 3000])
    assert said == r"\*" * components_text.MOST_CHARACTERS + "…"


def test_of_many_values_the_first_are_named():
    said = components_text.foreign([f"v{number}" for number in range(40)])
    assert re.fullmatch(r"v0, v1, v2, v3, v4, dan 35 lagi", said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("penyelenggaraan", "pe-nye-leng-ga-raan"),
        ("pendistribusian logistik", "pen-distri-bu-sian logistik"),
        ("Terwujudnya", "Ter-wu-jud-nya"),
        ("Pemilu/Pemilihan", "Pemilu/|Pemilihan"),
        ("dimenangkan", "di-me-nang-kan"),
        ("dengan tertib", "dengan tertib"),
    ],
)
def test_a_long_word_breaks_between_its_syllables(text, expected):
    shown = components_text.breakable(text)
    assert shown.replace("\u00ad", "-").replace("\u200b", "|") == expected
