"""Sentences of the page Serapan, computed: the verdict, the findings of its figures, who is left out and why."""

import polars as pl

from pages.components.format import join_words, number, percent, rupiah, rupiah_short
from pages.components.location import Tempat
from pages.components.text import pendek, plain, sebutan
from pages.parts.serapan.figures import Dilihat, ambang

NAMED = 3
MENURUT = {
    "program": "Program",
    "kegiatan": "Kegiatan",
    "divisi": "Divisi",
    "sasaran": "Sasaran",
    "tahun": "Tahun",
}
ALASAN = {
    "pagu_tidak_ada": "pagu tidak ada",
    "pagu_rusak": "pagu rusak",
    "pagu_nol": "pagu nol",
    "realisasi_tidak_ada": "hanya pagu, tanpa realisasi",
    "realisasi_rusak": "realisasi rusak",
}
TANPA_TABEL = "tanpa tabel anggaran tahun ini"


def tempat(rows: pl.DataFrame) -> str:
    """Whose money it is: one provinsi by name, or how many provinsi."""
    provinsi = rows["provinsi"].unique().to_list()
    return plain(provinsi[0]) if len(provinsi) == 1 else f"{number(len(provinsi))} provinsi"


def putusan(seen: Dilihat) -> str:
    """The verdict in one sentence."""
    known, tahun = seen.known, seen.tahun.tahun
    if known.is_empty():
        pagu = int(seen.kantor["pagu"].count())
        all_of = f"{number(len(seen.kantor))} {sebutan(seen.kantor['tingkat_satker'])}"
        who = f"{number(pagu)} dari {all_of} mencetak pagu, tanpa realisasi"
        return f"{tempat(seen.kantor)} {tahun}: belum ada serapan; {who if pagu else 'tidak ada tabel anggaran'}."
    whole = seen.whole
    money = f"{percent(whole['serapan_persen'], 1)} dari pagu {rupiah_short(whole['pagu_terbanding'])}"
    did = f"menyerap {money}{_change(whole, tahun)}"
    if len(known) == 1:
        alone, all_of = len(seen.kantor) == 1, f"{number(len(seen.kantor))} {sebutan(seen.kantor['tingkat_satker'])}"
        rest = "" if alone else f"; baru satu dari {all_of} yang punya serapan"
        return f"{plain(pendek(known['satker'][0]))} {tahun}: {did}{rest}."
    said = f"{tempat(seen.kantor)} {tahun}: {number(len(known))} {sebutan(known['tingkat_satker'])} {did}"
    mark = f"{number(ambang('serapan'))}%"
    if seen.behind.is_empty():
        return f"{said}; tidak ada yang di bawah {mark}."
    return f"{said}; {number(len(seen.behind))} di bawah {mark}: {_named(seen.behind['satker'].to_list())}."


def judul_batang(seen: Dilihat, shown: int) -> str:
    """The finding of the bars."""
    known, low = seen.known, len(seen.behind)
    if len(known) == 1:
        office, share = known.row(0, named=True)["satker"], known["serapan_persen"][0]
        return f"Serapan {pendek(office)} {seen.tahun.tahun}: {percent(share, 1)}"
    least = known.row(0, named=True)
    all_of = f"{number(len(known))} {sebutan(known['tingkat_satker'])}"
    what = f"{number(low)} dari {all_of} di bawah {number(ambang('serapan'))}%"
    cut = f"; {number(shown)} terendah" if shown < len(known) and not seen.by_provinsi else ""
    return f"{what}; terendah {pendek(least['satker'])}{cut}"


def judul_kuadran(rows: pl.DataFrame, what: str) -> str:
    """The finding of the quadrant. Input: label, capaian, serapan."""
    both = rows.filter(pl.col("capaian") < ambang("capaian"), pl.col("serapan") < ambang("serapan"))
    count = f"{number(len(both))} dari {number(len(rows))} {what}" if len(both) else f"Tidak satu pun {what}"
    return f"{count} kurang dalam capaian dan serapan"


def tidak_dibandingkan(seen: Dilihat, *, ringkas: bool = False) -> str:
    """Who has no serapan, by reason, and who stands apart; empty when all are compared.

    ringkas: by name only where a reason has few.
    """
    reasons: dict[str, list[str]] = {}
    for satker, alasan in seen.unknown.select("satker", "alasan").iter_rows():
        reasons.setdefault(ALASAN.get(alasan, TANPA_TABEL), []).append(satker)
    said = [
        f"{number(len(names))} {why}" + (f" ({_named(names)})" if len(names) <= NAMED or not ringkas else "")
        for why, names in reasons.items()
    ]
    apart = [
        f"{plain(satker)} {percent(serapan, 1)}"
        for satker, serapan in seen.terpisah.select("satker", "serapan_persen").iter_rows()
        if serapan is not None
    ]
    parts = [f"Tanpa serapan: {'; '.join(said)}."] if said else []
    return " ".join(parts + ([f"Tingkat lain, tidak ikut: {join_words(apart[:NAMED])}."] if apart else []))


def di_luar_kuadran(kantor: pl.DataFrame) -> tuple[str, str]:
    """How many are not drawn in the quadrant and why, and which; both empty if all are. Input: Dilihat.kantor."""
    capaian, money = pl.col("capaian_persen").is_not_null(), pl.col("serapan_persen").is_not_null()
    parts = {
        "tanpa capaian": kantor.filter(money & ~capaian),
        "tanpa serapan": kantor.filter(capaian & ~money),
        "tanpa keduanya": kantor.filter(~capaian & ~money),
    }
    out = {why: rows["satker"].to_list() for why, rows in parts.items() if len(rows)}
    said = "; ".join(f"{number(len(names))} {why}" for why, names in out.items())
    which = "; ".join(f"{why}: {_named(names)}" for why, names in out.items())
    return (f"Tidak digambar: {said}.", f"{which[:1].upper()}{which[1:]}.") if out else ("", "")


def sengketa(row: dict) -> str:
    """Both figures of a disputed satker, each with the way to its source. Input: a row of Dilihat.kantor."""
    ours = _figure(
        row["pagu"], row["realisasi"], row["sumber"], Tempat(row["berkas"], row["baris"], row["tahun"], "pagu")
    )
    place = Tempat(row["berkas_lain"], row["baris_lain"], row["tahun"], "pagu")
    other = _figure(row["pagu_lain"], row["realisasi_lain"], row["sumber_lain"], place)
    return f"**{plain(pendek(row['satker']))}**: {ours}; tabel lain {other}"


def bagian(parts: pl.DataFrame, menurut: str, seen: Dilihat) -> str:
    """The finding of the money by part. Input: queries.serapan.jumlah."""
    known = parts.filter(pl.col("serapan").is_not_null()).sort("serapan")
    if known.is_empty():
        return f"Serapan menurut {menurut} belum dapat dihitung"
    if len(known) == 1:
        return f"Serapan menurut {menurut} {seen.tahun.tahun}"
    least, most = (nama(known.row(place, named=True), menurut) for place in (0, -1))
    return f"Serapan terendah: {least}; tertinggi: {most}"


def catatan_bagian(parts: pl.DataFrame, menurut: str) -> str:
    """What the parts are of, and what has no such part. Input: queries.serapan.jumlah."""
    if menurut == "tahun":
        return "Serapan tahun-tahun lain dari satker yang sama tingkatnya; jumlah satkernya berbeda tiap tahun."
    satker = number(max(parts["jumlah_satker"].to_list(), default=0))
    without = parts.filter(pl.col("kunci").is_null())
    said = f"Dari tabel yang mencetak {menurut}, {satker} satker; jumlah dua tabel tidak pernah dibagi."
    if len(without) and without["pagu"][0] is not None:
        said += f" Tanpa {menurut}: {rupiah_short(without['pagu'][0])}, ikut ditampilkan."
    return said


def nama(row: dict, menurut: str) -> str:
    """The name of a part of the money; money without one says so."""
    if menurut == "tahun":
        return str(row["tahun"])
    if row["kunci"] is None:
        return f"tanpa {menurut}"
    return " ".join(part for part in (row["kode"], row["uraian"]) if part)


def hover(name: str, row: dict, lalu: int) -> str:
    """What the pointer reads of a bar. Input: serapan_persen, serapan_persen_lalu, pagu."""
    said = f"<b>{name}</b><br>serapan {percent(row['serapan_persen'])} dari pagu {rupiah(row['pagu'])}"
    if row["serapan_persen_lalu"] is not None:
        said += f"<br>{lalu}: {percent(row['serapan_persen_lalu'])}"
    return said + ("<br>≠ diperselisihkan: tabel lain mencetak angka lain" if row["diperselisihkan"] else "")


def hover_kuadran(row: dict) -> str:
    """What the pointer reads of a point."""
    reached = f"{number(row['n_tercapai'])} dari {number(row['n_indikator'])} indikator tercapai"
    return f"<b>{row['satker']}</b><br>{reached}<br>serapan {percent(row['serapan_persen'])}"


def _change(whole: dict, tahun: int) -> str:
    points = whole["selisih_serapan"]
    if points is None:
        return ""
    word = f"{'naik' if points > 0 else 'turun'} {number(abs(points), 1)} poin" if round(points, 1) else "tetap"
    return f", {word} dari {tahun - 1}"


def _named(satker: list[str]) -> str:
    names, rest = [plain(pendek(name)) for name in satker[:NAMED]], len(satker) - NAMED
    return join_words([*names, f"{number(rest)} lain"] if rest > 0 else names)


def _figure(pagu: int | None, realisasi: int | None, sumber: str, place: Tempat) -> str:
    spent = f"realisasi {rupiah(realisasi)} dari " if realisasi is not None else ""
    return f"{spent}pagu {rupiah(pagu) or 'tidak ada'} ([{plain(sumber)}]({place.link()}))"
