"""Pieces of sentences: printed text inside Markdown, years in words."""

from pages.components.format import join_words

SIGNS = r"\`*_[]<>#:$~|"


def plain(text: str) -> str:
    """Printed text with the signs that Markdown would act on made harmless."""
    return "".join(f"\\{sign}" if sign in SIGNS else sign for sign in text)


def years_in_words(years: list[int]) -> str:
    """2020–2024 for three or more years without a gap, otherwise each of them."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return join_words([str(year) for year in years])
