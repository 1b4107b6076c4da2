"""What the reader is told when there is nothing, not everything, or no database: whole sentences with a way out."""

from collections.abc import Sequence
from typing import NoReturn

import streamlit as st

from pages.components import cells, rapat, saring_bar
from pages.components.format import join_words, number
from pages.components.saring_choice import DIMENSIONS
from queries import kelengkapan
from queries.saring import Saring
from queries.warehouse import DatabaseError, Version


def empty(saring: Saring, what: str = "data", others: Sequence[str] = ()) -> None:
    """Say that the filter leaves nothing and which filters to change; `others` are controls of the page itself."""
    narrowed = [label.lower() for name, (label, _) in DIMENSIONS.items() if getattr(saring, name)]
    narrowed += ["pencarian sasaran"] if saring.sasaran else []
    if narrowed or others:
        reset = ", atau tekan “Bersihkan” di atas" if narrowed else ""
        advice = f"Longgarkan {join_words([*narrowed, *others], 'atau')}{reset}."
    else:
        advice = "Belum ada dokumen yang memuatnya; tambahkan dokumennya lalu jalankan `make data`."
    st.info(f"Tidak ada {what} yang cocok. {advice}", icon=":material/search_off:")


def note_partial(version: Version) -> None:
    """Say so when some registered documents are not in the database; say nothing when all are."""
    if version.dokumen_dibaca < version.dokumen_terdaftar:
        st.markdown(
            f":material/hourglass_bottom: Baru {number(version.dokumen_dibaca)} dari "
            f"{number(version.dokumen_terdaftar)} dokumen terbaca",
            help="Angka di halaman ini belum lengkap. Periksa laporan `make data`.",
            width="content",
        )


def note_waiting(saring: Saring) -> None:
    """Say how many printed rows of the documents under the filter wait for a person: no figure of theirs is counted.

    The number opens them on Dokumen, under the same filter.
    """
    waiting = int(kelengkapan.documents(saring)["dikarantina"].sum())
    if waiting:
        href = cells.address("dokumen", {**saring_bar.address(saring), **rapat.address()})
        rows = cells.link(
            href, f"{cells.icon('front_hand')} {number(waiting)} baris dikarantina", "Buka halaman Dokumen"
        )
        st.html(f"<span>{rows}, tidak ikut dihitung</span>", width="content")


def stop_without_database(error: DatabaseError) -> NoReturn:
    """Show why there is no database and what to do, then end the run."""
    st.error(str(error), icon=":material/database_off:")
    st.stop()
