"""The source drawer: from a number on a page back to the printed line it came from."""

from html import escape

import polars as pl
import streamlit as st

from pages.components.format import keadaan_badge, number, tanggal
from queries import sumber


@st.dialog("Sumber angka", width=860, position="right", icon=":material/receipt_long:")
def drawer(
    berkas: str,
    tabel: str,
    baris: int,
    *,
    baris_akhir: int | None = None,
    keadaan: str | None = None,
    aturan_baca: str | None = None,
    judul: str | None = None,
) -> None:
    """Show document, decree, table and line, the printed lines with their neighbours, and how the value was read."""
    if judul:
        st.markdown(f"**{_plain(judul)}**")
    _document(berkas)
    _table(berkas, tabel, baris)
    _reading(keadaan, aturan_baca)
    _corrections(sumber.corrections(berkas, baris, baris_akhir))
    _lines(sumber.lines(berkas, baris, baris_akhir))


def _document(berkas: str) -> None:
    found = sumber.document(berkas)
    if found.is_empty():
        st.warning(f"Dokumen {berkas} tidak tercatat dalam versi data ini.", icon=":material/help:")
        return
    facts = found.row(0, named=True)
    years = "–".join(str(year) for year in sorted({facts["tahun_awal"], facts["tahun_akhir"]}))
    st.markdown(
        f"{facts['jenis_dokumen']} {facts['satker']} {years}  \n"
        f"{_decree(facts['nomor'], tanggal(facts['tanggal']))}  \n"
        f":gray[{_plain(facts['sumber'])}]"
    )


def _decree(nomor: str | None, tanggal_text: str) -> str:
    number_text = f"Nomor {_plain(nomor)}" if nomor else "Nomor keputusan tidak tercantum"
    return f"{number_text}, {f'tanggal {tanggal_text}' if tanggal_text else 'tanggal tidak tercantum'}."


def _table(berkas: str, tabel: str, baris: int) -> None:
    found = sumber.table(berkas, tabel)
    facts = found.row(0, named=True) if len(found) else {"judul": "", "skala": 1}
    title = f":gray[{_plain(facts['judul'])}]  \n" if facts["judul"] else ""
    scale = f" Angka tercetak dikalikan {number(facts['skala'])} menjadi rupiah." if facts["skala"] > 1 else ""
    st.markdown(f"**{_plain(tabel)}**, baris {baris} berkas `{berkas}`.{scale}  \n{title}")


def _reading(keadaan: str | None, aturan_baca: str | None) -> None:
    if keadaan:
        rule = f" menurut aturan `{aturan_baca}`" if aturan_baca else ""
        st.markdown(f"Cara nilai diperoleh: {keadaan_badge(keadaan)}{rule}")


def _corrections(corrections: pl.DataFrame) -> None:
    for item in corrections.iter_rows(named=True):
        st.markdown(
            f":violet[:material/edit:] Baris {item['baris']}, {item['kolom']}: tercetak “{_plain(item['teks_lama'])}”, "
            f"ditetapkan **{_plain(item['nilai_baru'])}**. {_plain(item['alasan'])} "
            f":gray[({_plain(item['oleh'])}, {tanggal(item['tanggal'])})]"
        )


def _lines(lines: pl.DataFrame) -> None:
    st.markdown("**Seperti tercetak**, dengan baris tetangganya")
    if lines.is_empty():
        st.info("Baris tercetaknya tidak tersimpan dalam versi data ini.", icon=":material/help:")
        return
    rows = "".join(_line(line["baris"], line["nasib"], line["teks"], line["disorot"]) for line in lines.to_dicts())
    st.html(f'<table class="baris-tercetak"><tbody>{rows}</tbody></table>')


def _line(baris: int, nasib: str, teks: str, disorot: bool) -> str:
    kind = "dimaksud" if disorot else "tetangga"
    return f'<tr class="{kind}"><th scope="row">{baris}<br><small>{nasib}</small></th><td>{escape(teks)}</td></tr>'


def _plain(text: str) -> str:
    """Printed text inside Markdown: the signs that would format it made harmless, on one line."""
    return " ".join("".join(f"\\{sign}" if sign in r"\`*_[]<>#:$~|" else sign for sign in text).split())
