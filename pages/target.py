"""Target: where do the targets of satker for the same thing differ, and who lowered theirs?"""

from datetime import UTC, datetime

import streamlit as st

from pages.components import saring_bar, shell, states
from pages.components.format import WIB
from pages.parts.target import figures, indikator_choice, kalimat, listing, rows
from queries import target

shell.header("Target", "Untuk hal yang sama, berapa target tiap satker, dan siapa yang menurunkannya?")
saring = saring_bar.current()
kini = datetime.now(UTC).astimezone(WIB).year
pilih, cara = st.columns([3, 1], vertical_alignment="bottom")
with cara:
    by_text = indikator_choice.menurut_bunyi()
daftar = target.indikator(saring, menurut_bunyi=by_text, kini=kini)
if daftar.is_empty():
    states.empty(saring, "target")
    st.stop()
with pilih:
    chosen = indikator_choice.satu(daftar, menurut_bunyi=by_text)

seen = rows.read(saring, chosen, kini, menurut_bunyi=by_text)
asked = saring_bar.asked_satker()
st.header(kalimat.putusan(seen.of_year(), seen.satuan, seen.tahun, chosen["polaritas"]))
line = kalimat.ikut(seen.of_year(), asked, seen.folded, seen.lain, seen.tahun)
beside = seen.terhadap()
national = kalimat.terhadap(beside) or kalimat.nasional(seen.nasional, seen.satuan)
st.caption(" · ".join(part for part in (line, national, kalimat.arah(chosen)) if part))
figures.lines(seen)
shown = figures.satker(seen)
listing.show(seen, shown, beside)
st.caption(kalimat.bersama(daftar, menurut_bunyi=by_text))
