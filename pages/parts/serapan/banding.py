"""The first screen of Serapan: bars of satker or provinsi, the quadrant beside capaian, disputed figures, the table."""

import polars as pl
import streamlit as st

from pages.charts import serapan_banding, serapan_capaian
from pages.components import saring_bar, table
from pages.components.text import pendek, plain, sebutan
from pages.parts.serapan import kalimat
from pages.parts.serapan.figures import MOST, Dilihat, ambang, of_provinsi

UANG = "uang"
"""Whose money is opened below, by name: a control of this page, in the address."""
KOLOM = ["satker", "serapan_persen", "serapan_persen_lalu", "pagu", "realisasi", "catatan", "capaian_persen", "sumber"]
JUDUL = {
    "serapan_persen": "Serapan (%)",
    "serapan_persen_lalu": "Tahun lalu (%)",
    "realisasi": "Realisasi (Rp)",
    "capaian_persen": "Indikator tercapai (%)",
    "sumber": "Dari tabel",
    "catatan": "Catatan",
}
DIUNDUH = ["satker", "kode_satker", "provinsi", "tahun", "serapan_persen", "serapan_persen_lalu", "pagu", "realisasi"]
DIUNDUH += ["pagu_berealisasi", "realisasi_berpagu", "catatan", "n_tercapai", "n_indikator", "capaian_persen"]
DIUNDUH += ["sumber", "pagu_lain", "realisasi_lain", "sumber_lain", "berkas", "tabel", "baris"]
BERPASANGAN = {"pagu_terbanding": "pagu_berealisasi", "realisasi_terbanding": "realisasi_berpagu"}
"""What the headline adds up: of lines with both figures, named for who reads a download."""
SENGKETA = "diperselisihkan: tabel lain mencetak angka lain"


def bars(seen: Dilihat) -> None:
    """The satker with a serapan, lowest first; provinsi where there are many. A click opens what it stands for."""
    if seen.known.is_empty():
        return
    rows = _of_provinsi(seen) if seen.by_provinsi else _of_satker(seen)
    whole = (kalimat.tempat(seen.kantor), seen.whole["serapan_persen"]) if len(rows) > 1 else None
    key = "batang_provinsi" if seen.by_provinsi else "batang_satker"
    title = kalimat.judul_batang(seen, len(rows))
    st.markdown(f"### {plain(title)}")
    st.plotly_chart(
        serapan_banding.figure(rows, ambang=ambang("serapan"), lalu=str(seen.tahun.tahun - 1), whole=whole),
        key=key,
        config={"displayModeBar": False},
        on_select=lambda: follow_click(key),
        selection_mode="points",
        alt=f"{title}; angkanya ada pada tabel di bawah",
    )
    if said := kalimat.tidak_dibandingkan(seen, ringkas=True):
        st.caption(said, help=kalimat.tidak_dibandingkan(seen))


def quadrant(seen: Dilihat) -> None:
    """Capaian beside serapan of the satker that have both; who is left out is said."""
    drawn = seen.known.filter(pl.col("capaian_persen").is_not_null())
    if len(drawn) > 1 and not seen.by_provinsi:
        rows = drawn.head(MOST).select(
            pl.col("kode_satker").alias("kunci"),
            pl.Series("label", [pendek(name) for name in drawn.head(MOST)["satker"]]),
            pl.col("capaian_persen").alias("capaian"),
            pl.col("serapan_persen").alias("serapan"),
            pl.Series("hover", [kalimat.hover_kuadran(row) for row in drawn.head(MOST).iter_rows(named=True)]),
        )
        said = kalimat.judul_kuadran(rows, sebutan(seen.kantor["tingkat_satker"]))
        st.markdown(f"### {plain(said)}")
        st.plotly_chart(
            serapan_capaian.figure(rows, ambang=(ambang("capaian"), ambang("serapan"))),
            key="kuadran_satker",
            config={"displayModeBar": False},
            on_select=lambda: follow_click("kuadran_satker"),
            selection_mode="points",
            alt=f"{said}; angkanya ada pada tabel di bawah",
        )
        said, which = kalimat.di_luar_kuadran(seen.kantor)
        if said:
            st.caption(said, help=which)


def disputes(seen: Dilihat) -> None:
    """The figures that another table contradicts, both with the way to their source."""
    rows = seen.known.filter("diperselisihkan")
    if rows.is_empty():
        return
    lines = [f"- {kalimat.sengketa(row)}" for row in rows.iter_rows(named=True)]
    head = f"≠ {len(rows)} angka diperselisihkan"
    with st.expander(head, icon=":material/balance:"):
        st.markdown("\n".join(lines))


def rows(seen: Dilihat) -> None:
    """The rows that the verdict adds up, and those without a serapan."""
    frame = pl.concat([seen.known, seen.unknown])
    notes = [_note(row) for row in frame.iter_rows(named=True)]
    noted = frame.with_columns(pl.Series("catatan", notes, dtype=pl.String))
    shown = noted.filter(pl.col("berkas").is_not_null())
    if shown.is_empty():
        return
    rest = f"; {len(frame) - len(shown)} tanpa tabel anggaran ada pada unduhan" if len(shown) < len(frame) else ""
    with st.expander(f"Tabel: {len(shown)} {sebutan(frame['tingkat_satker'])}{rest}", icon=":material/table_rows:"):
        st.caption("Realisasi dan pagu satu satker selalu dari satu tabel yang sama, disebut di kolom terakhir.")
        table.show(
            shown,
            key="satker_serapan",
            page="serapan-satker",
            rows=noted.rename(BERPASANGAN).select(DIUNDUH),
            order=KOLOM,
            kinds={"serapan_persen": "persen", "serapan_persen_lalu": "persen", "capaian_persen": "persen",
                   "realisasi": "rupiah"},
            labels=JUDUL,
        )  # fmt: skip


def follow_click(key: str) -> None:
    """A bar of a provinsi narrows to it; one of a satker opens its money below."""
    points = st.session_state[key].selection.points
    if not points:
        return
    kunci = serapan_banding.clicked(points[0])
    if key == "batang_provinsi":
        st.session_state["provinsi"] = [kunci]
    else:
        st.session_state[UANG] = saring_bar.satker_names().get(kunci, kunci)


def _of_satker(seen: Dilihat) -> pl.DataFrame:
    known = seen.known.head(MOST)
    labels = [pendek(name) for name in known["satker"]]
    return _drawn(known, known["kode_satker"].to_list(), labels, seen.tahun.tahun - 1)


def _of_provinsi(seen: Dilihat) -> pl.DataFrame:
    sums = of_provinsi(seen.known)
    names = [f"{name} ({count})" for name, count in sums.select("provinsi", "jumlah_satker").iter_rows()]
    return _drawn(sums, sums["provinsi"].to_list(), names, seen.tahun.tahun - 1)


def _drawn(rows: pl.DataFrame, keys: list[str], labels: list[str], lalu: int) -> pl.DataFrame:
    hovers = [kalimat.hover(name, row, lalu) for name, row in zip(labels, rows.iter_rows(named=True), strict=True)]
    return rows.select(
        pl.Series("kunci", keys, dtype=pl.String),
        pl.Series("label", labels, dtype=pl.String),
        pl.col("serapan_persen").alias("serapan"),
        pl.col("serapan_persen_lalu").alias("serapan_lalu"),
        "pagu",
        "diperselisihkan",
        pl.Series("hover", hovers, dtype=pl.String),
    )


def _note(row: dict) -> str:
    if row["serapan_persen"] is None:
        return kalimat.ALASAN.get(row["alasan"], kalimat.TANPA_TABEL)
    return SENGKETA if row["diperselisihkan"] else ""
