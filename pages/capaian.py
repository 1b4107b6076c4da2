"""Capaian: which promises were kept, which were not, and can the printed percentages be computed again?"""

import polars as pl
import streamlit as st

from pages.charts import capaian_bars
from pages.components import choice, location, saring_bar, shell, states, sumber, table, url
from pages.components.format import number
from pages.parts.capaian import kalimat, lke, serapan, sumber_button, tren
from queries import capaian
from queries.comparisons import hasil
from queries.saring import Saring

SKALA, HASIL = "skala", "hasil"
KOLOM = ["indikator", "hasil", "target_teks", "realisasi_teks", "capaian_tercetak_teks", "capaian_hitung"]
KOLOM += ["selisih_capaian", "sebab_selisih", "kategori", "keadaan", "tabel", "tabel_utama", "rumus", "alasan"]
KOLOM += ["satker", "tahun", "satuan", "sasaran", "divisi", "indikator_baku", "keyakinan"]
JUDUL = {"indikator_baku": "Indikator baku", "keyakinan": "Keyakinan padanan"}
KOLOM_PERINGKAT = ["peringkat", "satker", "jumlah", "jumlah_tercapai", "tercapai_persen", "median_persen"]
JUDUL_PERINGKAT = {"jumlah": "Indikator sebanding", "jumlah_tercapai": "Tercapai", "median_persen": "Median (%)"}


def main() -> None:
    """The answer with the misses by name; the bars; every row; the years; capaian beside serapan; LKE; the ranking."""
    shell.header("Capaian", "Janji mana yang tercapai, mana yang tidak, dan dapatkah angkanya dihitung ulang?")
    saring = saring_bar.current()
    rows = capaian.baris(saring)
    if rows.is_empty():
        states.empty(saring, "realisasi")
        elsewhere()
        return
    counted = rows.filter("terhitung")
    answer(rows, counted, saring)
    draw(counted)
    list_rows(rows)
    tren.show(counted, saring)
    serapan.show(rows)
    lke.show(saring)
    rank(counted)


def elsewhere() -> None:
    """Where there is realisasi at all, when the filter leaves none."""
    everywhere = capaian.baris(Saring()).select("satker", "tahun").unique().sort("satker", "tahun")
    places = [f"{satker} {tahun}" for satker, tahun in everywhere.iter_rows()]
    if places:
        st.markdown(f"Realisasi ada untuk: {', '.join(places)}.")


def answer(rows: pl.DataFrame, counted: pl.DataFrame, saring: Saring) -> None:
    """How many were reached, the misses by name, what disagrees, who has no realisasi."""
    st.markdown(f"## {kalimat.pembuka(counted)}")
    st.markdown(kalimat.hitungan(counted))
    missed, unknown = kalimat.gagal(counted), kalimat.tak_terhitung(counted)
    if missed:
        st.markdown("**Tidak tercapai**\n\n" + "\n".join(missed))
        sumber_button.show(kalimat.missed_rows(counted).head(kalimat.MANY), key="gagal")
    if unknown:
        st.markdown("**Tak terhitung**\n\n" + "\n".join(unknown))
    say_where_tables_differ(rows)
    names = saring_bar.satker_names()
    asked = [names.get(code, code) for code in saring.satker] or list(names.values())
    st.markdown(f"{kalimat.tanpa_realisasi(rows, asked)} {kalimat.orang(counted)}")
    st.caption(kalimat.HITUNGAN)


def say_where_tables_differ(rows: pl.DataFrame) -> None:
    """The indikator whose realisasi differs between two tables, with the way to both lines."""
    pairs = hasil.disagreements(rows)
    if pairs.is_empty():
        return
    said = "Tabel satu dokumen mencetak realisasi berbeda untuk indikator yang sama.\n\n"
    st.warning(said + "\n".join(kalimat.berbeda(pairs)), icon=":material/rule:")
    named = [*pairs["indikator_id"], *pairs["indikator_id_lain"]]
    sumber_button.show(rows.filter(pl.col("indikator_id").is_in(named)), key="berbeda")


def draw(counted: pl.DataFrame) -> None:
    """The bars of what has a percentage, lowest first; what has none stands in words below."""
    shown = capaian_bars.shown(counted)
    if shown.is_empty():
        return
    # A new key an open source: a mark of an older click would dim the other bars.
    key = f"grafik_capaian_{st.query_params.get(sumber.PARAMETER, '')}"
    st.plotly_chart(
        capaian_bars.figure(counted),
        key=key,
        config={"displayModeBar": False},
        on_select=lambda: follow_click(key),
        selection_mode="points",
        alt="Capaian tiap indikator terhadap garis 100%; angkanya ada pada tabel di bawah",
    )
    percents = int(counted["capaian_hitung"].count())
    part = f"{number(len(shown))} terendah dari {number(percents)}" if len(shown) < percents else number(percents)
    grades = len(counted) - percents
    rest = f" {number(grades)} lainnya tidak berupa persentase, jadi tidak digambar." if grades else ""
    st.caption(f"{part} indikator digambar, capaian terendah di atas.{rest} Klik batang untuk membuka sumbernya.")


def follow_click(key: str) -> None:
    """Open the source of the bar that was clicked."""
    points = st.session_state[key].selection.points
    place = location.parse(capaian_bars.clicked(points[0])) if points else None
    if place is not None:
        sumber.ask_for(place)


def list_rows(rows: pl.DataFrame) -> None:
    """Every row, printed beside computed, in the categories of the chosen scale."""
    st.subheader("Tercetak di samping hitungan")
    st.markdown(kalimat.selisih(rows))
    skala = choose_scale()
    chosen = choice.atau_semua("Hanya hasil", list(hasil.counts(rows)), key=HASIL, everything="Semua hasil")
    part = rows if chosen is None else rows.filter(pl.col("hasil") == chosen)
    if part.is_empty():
        st.info(f"Tidak ada baris yang {chosen}. Pilih hasil lain.", icon=":material/search_off:")
        return
    st.markdown(f"**{number(len(part))} baris** di bawah; kategori menurut **{hasil.scales()[skala]}**.")
    categorised = hasil.with_category(part, skala)
    shown = categorised.with_columns(kalimat.rumus_kata().alias("rumus"), kalimat.alasan_kata())
    table.show(shown, key="baris_capaian", page="capaian", order=choice.terisi(shown, KOLOM), labels=JUDUL)


def choose_scale() -> str:
    """The scale of the categories, kept in the address."""
    scales = hasil.scales()
    url.warn(url.unknown(SKALA, "skala kategori", scales.values()))
    return choice.salah_satu("Skala kategori", scales, key=SKALA)


def rank(counted: pl.DataFrame) -> None:
    """The satker in order of what they reached, only where they can be compared; else why there is no order."""
    st.subheader("Peringkat satker")
    ranked = hasil.ranking(counted)
    if ranked.is_empty():
        held = counted["satker"].n_unique()
        why = "baru satu satker yang punya realisasi" if held == 1 else "tidak ada indikator baku yang sama"
        st.markdown(
            f"Belum ada yang dapat diperingkatkan: {why} dalam saringan ini. Peringkat hanya memakai indikator baku, "
            "tahun, dan satuan yang sama pada dua satker atau lebih."
        )
        return
    st.markdown(
        f"{number(len(ranked))} satker, hanya pada indikator baku, tahun, dan satuan yang sama pada dua satker atau "
        "lebih; padanan yang baru “mungkin” tidak ikut."
    )
    table.show(ranked, key="peringkat", page="capaian-peringkat", order=KOLOM_PERINGKAT, labels=JUDUL_PERINGKAT)


main()
