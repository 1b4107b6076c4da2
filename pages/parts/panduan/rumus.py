"""The rules of capaian in words: formulas, reasons for none, category scales, grades. All read from the rule files."""

from typing import Any

import streamlit as st

from pages.components.format import HASIL, hasil_badge, number
from pages.components.kalimat_temuan import TANDA
from queries import panduan
from queries.comparisons.capaian import ALASAN, rules

POLARITAS = {
    "maksimal": "Makin tinggi makin baik",
    "minimal": "Makin rendah makin baik",
    "tetap": "Makin dekat dengan target makin baik",
    "rentang": "Di dalam rentang yang ditetapkan",
    "ordinal": "Predikat atau opini",
}
SEBAB = {
    "ordinal": "Target atau realisasinya predikat. Dinilai terpenuhi atau tidak; persentase tercetaknya hanya "
    "ditampilkan.",
    "target_tidak_ada": "Targetnya tidak tercetak atau tidak terbaca.",
    "realisasi_tidak_ada": "Realisasinya tidak tercetak atau tidak terbaca.",
    "satuan_berbeda": "Satuan target dan realisasi berbeda.",
    "polaritas_belum_ditetapkan": "Belum ada yang menetapkan apakah lebih tinggi berarti lebih baik.",
    "aturan_tidak_ada": "Tahunnya sebelum himpunan rumus yang pertama berlaku.",
    "target_nol": "Targetnya nol, jadi tidak dapat menjadi pembagi. Kecuali: makin rendah makin baik dengan realisasi "
    "nol dihitung 100 (konvensi).",
    "realisasi_nol": "Rumus target dibagi realisasi dipilih, dan realisasinya nol.",
}
ARTI_HASIL = {
    "tercapai": "capaian yang dihitung 100% atau lebih, atau predikat sekurang-kurangnya sama dengan target",
    "tidak tercapai": "di bawah itu",
    "tak terhitung": "tidak ada persentase dan tidak ada predikat yang dapat dibandingkan; tidak pernah dianggap 0",
}


def show() -> None:
    """Draw every rule with its example, source and certainty."""
    for himpunan in rules()["himpunan"]:
        _himpunan(himpunan)
    st.header("Tercapai, tidak tercapai, tak terhitung")
    st.markdown("\n".join(f"- {hasil_badge(name)} {ARTI_HASIL[name]}" for name in HASIL))
    st.markdown("**Mengapa sebuah capaian tak berpersentase**")
    st.markdown("\n".join(f"- {SEBAB[code]}" for code in ALASAN))
    st.header("Skala kategori")
    st.markdown(
        "Kategori mengikuti skala yang dipilih di halaman Capaian; nama skalanya selalu disebut di samping tabel."
    )
    for skala in rules()["skala"]:
        name = f"{skala['nama']} (baku)" if skala["baku"] else skala["nama"]
        _scale(name, [f"**{word}**: {words}" for word, words in classes(skala["kelas"])], skala)
    st.header("Predikat dan opini")
    for skala in panduan.predikat():
        _scale(skala["nama"], grades(skala["kelas"]), skala)


def classes(kelas: list[list[Any]]) -> list[tuple[str, str]]:
    """Each class of a scale with its range in words, highest first. Input: [edge, word] pairs."""
    said = []
    for place, (edge, word) in enumerate(kelas):
        above = number(kelas[place - 1][0])
        if place == 0:
            said.append((word, f"{number(edge)}% ke atas"))
        elif edge == 0:
            said.append((word, f"di bawah {above}%"))
        else:
            said.append((word, f"{number(edge)}% sampai di bawah {above}%"))
    return said


def grades(kelas: list[list[Any]]) -> list[str]:
    """Each grade with its scores in words, best first; the grade alone where it has no score."""
    if len(kelas[0]) == 1:
        return [f"**{grade}**" for (grade,) in kelas]
    tops = [100, *(edge for _, edge in kelas)]
    lowest = kelas[-1][0]
    return [
        f"**{grade}**: {'' if grade == lowest else 'di atas '}{number(edge)} sampai {number(top)}"
        for (grade, edge), top in zip(kelas, tops, strict=False)
    ]


def _himpunan(himpunan: dict[str, Any]) -> None:
    st.header(himpunan["nama"])
    cap = f"dibatasi {number(himpunan['batas'])}%" if himpunan["batas"] else "tidak dibatasi di atas 100%"
    until = f" sampai {himpunan['tahun_akhir']}" if "tahun_akhir" in himpunan else ""
    st.markdown(
        f"Berlaku sejak {himpunan['tahun_awal']}{until}. Capaian {cap}, karena praktiknya tidak seragam dan satker "
        f"dibandingkan pada nilai yang sama cara hitungnya. Sumber: {himpunan['sumber']}."
    )
    for rumus in himpunan["rumus"]:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{POLARITAS[rumus['polaritas']]}** :gray[({rumus['polaritas']})] {usage(himpunan, rumus)}")
            st.code(rumus["rumus"], language=None, wrap_lines=True)
            said = [f"Contoh: {'; '.join(example(contoh) for contoh in rumus['contoh'])}"]
            said += [rumus["catatan"]] if "catatan" in rumus else []
            st.markdown("  \n".join([*said, f"Sumber: {rumus['sumber']}", certainty(rumus["tanda"])]))


def usage(himpunan: dict[str, Any], rumus: dict[str, Any]) -> str:
    """Whether the rule set computes with a formula, as a Markdown badge; one that it only lists can be chosen."""
    if himpunan["dipakai"][rumus["polaritas"]] == rumus["kode"]:
        return ":green-badge[:material/check: dipakai]"
    return ":gray-badge[:material/swap_horiz: pilihan lain, tidak dipakai]"


def example(contoh: dict[str, Any]) -> str:
    """One worked example of the rule file in words."""
    target = _figure(contoh["target"]) if "target" in contoh else f"{number(contoh['bawah'])}–{number(contoh['atas'])}"
    arah = f" ({POLARITAS[contoh['arah']].lower()})" if "arah" in contoh else ""
    return f"target {target}{arah}, realisasi {_figure(contoh['realisasi'])}: {_figure(contoh['capaian'])}"


def _figure(value: float | str) -> str:
    return value if isinstance(value, str) else number(value)


def _scale(name: str, lines: list[str], skala: dict[str, Any]) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{name}**\n\n" + "\n".join(f"- {line}" for line in lines))
        facts = [skala.get("keterangan", ""), f"Sumber: {skala['sumber']}." if skala.get("sumber") else ""]
        st.markdown("  \n".join([*(fact for fact in facts if fact), certainty(skala["tanda"])]))


def certainty(tanda: str) -> str:
    """A certainty mark in words, as Markdown."""
    return f":gray[Keyakinan {tanda}: {TANDA[tanda]}]"
