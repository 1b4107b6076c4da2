"""What is said of simulated data, on every page and in every file that leaves it; of real data nothing."""

import polars as pl
import streamlit as st

from queries import warehouse
from queries.warehouse import Version

SEBUTAN = "DATA SIMULASI"


def banner(version: Version) -> None:
    """Say above everything else of a page that its data are simulated; its help says which data those are."""
    if version.simulasi:
        which = version.simulasi.removeprefix(f"{SEBUTAN}: ")
        st.markdown(
            f":material/science: **{SEBUTAN}** · bukan angka KPU",
            help="Nama satker dan bunyi indikator sungguhan; dokumen dan semua angkanya karangan untuk mencoba "
            f"Selaras: {which}",
            width="content",
        )


def file_name(name: str) -> str:
    """The name of a file to download, which says first that its data are simulated."""
    return f"{SEBUTAN.replace(' ', '-')}_{name}" if shown() else name


def shown() -> bool:
    """Whether the data shown are simulated."""
    return warehouse.current().simulasi is not None


def marked(frame: pl.DataFrame, version: Version) -> pl.DataFrame:
    """The rows to download, each with a last column that says that they are simulated."""
    return frame.with_columns(data_simulasi=pl.lit(version.simulasi)) if version.simulasi else frame
