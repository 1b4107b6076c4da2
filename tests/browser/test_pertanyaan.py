"""Twenty-five questions of who looks at a province: each answered within two clicks, and the answer is the right one.

The right answer is counted apart, from what was planted (kebenaran.py) or read from the printed document. Clicks count
from the page that the navigation names; typing is none. A question that fails says its own words.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT, Server, rerun, settle
from tests.browser.kebenaran import LALU, Kebenaran, T, angka, pendek, ringkas

CLICKS = 2
READ = """rows => rows.map(row => [[...row.children].map(cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".ikon").forEach(sign => sign.remove());
    return copy.textContent.replace(/\\s+/g, " ").trim();
}), [...row.querySelectorAll("a")].map(link => link.getAttribute("href"))])"""


@dataclass
class Layar:
    """A page as a person uses it, with the clicks that the question in hand has cost so far."""

    page: Page
    benar: Kebenaran
    clicks: int = 0

    def click(self, what: Locator, *, reruns: bool = True) -> None:
        self.clicks += 1
        if not reruns:
            what.click()
            return
        with rerun(self.page):
            what.click()

    def rows(self, caption: str | re.Pattern[str]) -> list[tuple[list[str], list[str]]]:
        """The rows of the tables so named: what each cell says, and where its links lead."""
        table = self.page.locator("table").filter(has=self.page.locator("caption", has_text=caption))
        expect(table.first).to_be_attached()
        found = table.locator("tbody tr:has(td)").evaluate_all(READ)
        return [(cells, [unquote(link) for link in links]) for cells, links in found]

    def bars(self, chart: str) -> dict[str, str]:
        """The labels of a bar chart → what stands at each bar."""
        place = self.page.locator(f".st-key-{chart}")
        place.locator(".ytick text").first.wait_for()
        names = place.locator(".ytick text").evaluate_all("found => found.map(one => one.dataset.unformatted)")
        said = place.locator(".bartext, .textpoint").all_text_contents()
        return dict(zip(names, [text for text in said if "·" in text], strict=True))


@dataclass(frozen=True)
class Pertanyaan:
    """Who asks what; begun: the clicks that led to the place where it is asked."""

    siapa: str
    bunyi: str
    jawab: Callable[[Layar], None]
    begun: int = 0


@dataclass
class Perjalanan:
    """One page load and what is asked on it."""

    address: str
    asked: list[Pertanyaan] = field(default_factory=list)


SEMUA: dict[str, Perjalanan] = defaultdict(lambda: Perjalanan(""))


def tanya(page: str, siapa: str, bunyi: str, begun: int = 0) -> Callable[[Callable[[Layar], None]], None]:
    """Put a question; the function below it looks for the answer on the page and compares."""

    def put(jawab: Callable[[Layar], None]) -> None:
        SEMUA[page].asked.append(Pertanyaan(siapa, bunyi, jawab, begun))

    return put


# --- Ringkasan, and from there the office that is worst ---------------------------------------------------------------


def rapor(layar: Layar) -> dict[str, list[str]]:
    return {cells[0]: cells for cells, _ in layar.rows("Rapor satker")}


@tanya("", "ketua", "Satker mana yang tertinggal dalam capaian, dan berapa capaiannya?")
def _(layar: Layar) -> None:
    right = sorted(layar.benar.rapor(T).items(), key=lambda one: one[1]["capaian"])
    assert [(name, cells[1]) for name, cells in rapor(layar).items()][: len(right)] == [
        (name, f"{row['k']}/{row['n']}") for name, row in right
    ]


@tanya("", "ketua", "Satker mana yang tertinggal membelanjakan pagunya?")
def _(layar: Layar) -> None:
    shown, right = rapor(layar), layar.benar.rapor(T)
    assert {name: shown[name][3] for name in right} == {
        name: f"{angka(row['serapan'])}%" for name, row in right.items()
    }
    line = layar.page.locator(".perhatian li", has_text="pagu").inner_text()
    assert {name for name in right if name in line} == {name for name, row in right.items() if row["serapan"] < 90}


@tanya("", "ketua", "Siapa menjaga targetnya tetap dari dokumen ke dokumen?")
def _(layar: Layar) -> None:
    shown = rapor(layar)
    for kode, nama in layar.benar.nama.items():
        kept, promised = layar.benar.tetap(kode)
        assert shown[pendek(nama)][5] == f"{kept}/{promised}"


@tanya("", "ketua", "Dokumen siapa yang belum masuk?")
def _(layar: Layar) -> None:
    shown = {name: cells[7] for name, cells in rapor(layar).items()}
    none = "; ".join(f"{name} belum" for name in layar.benar.keadaan("tidak ada")).replace("; ", ";") + ";"
    for kode, nama in layar.benar.nama.items():
        said = "".join(f"{name} {state};" for name, state in layar.benar.keadaan(kode).items())
        assert shown.pop(pendek(nama)) == said
    assert set(shown.values()) == {none}


@tanya("", "ketua", "Lebih baik atau lebih buruk daripada tahun lalu, bersama dan masing-masing?")
def _(layar: Layar) -> None:
    shown, now, before = rapor(layar), layar.benar.rapor(T), layar.benar.rapor(LALU)
    both = [name for name in now if name in before]
    assert both
    for name in both:
        for place, what in ((2, "capaian"), (4, "serapan")):
            change = now[name][what] - before[name][what]
            assert shown[name][place] == said_change(change)
    assert all(shown[name][2] == "–" for name in now if name not in before)
    share = [
        100 * sum(year[name]["k"] for name in both) / sum(year[name]["n"] for name in both) for year in (now, before)
    ]
    tile = layar.page.locator(".ubin", has_text="Capaian")
    expect(tile).to_contain_text(
        f"{sum(row['k'] for row in now.values())} dari {sum(row['n'] for row in now.values())}"
    )
    expect(tile).to_contain_text(f"{angka(abs(share[0] - share[1]))} poin")
    expect(tile).to_contain_text("membaik" if share[0] > share[1] else "memburuk")


def said_change(change: float) -> str:
    way, verdict = ("naik", "membaik") if change > 0 else ("turun", "memburuk")
    return f"{way}{angka(abs(change))}{verdict}"


MELESET = "Indikator yang meleset"


@tanya("", "ketua", "Mengapa satker itu terendah: indikator mana yang meleset, dari target berapa?")
def _(layar: Layar) -> None:
    kode = layar.benar.terburuk()
    layar.click(layar.page.get_by_role("link", name=pendek(layar.benar.nama[kode])).first)
    expect(layar.page.get_by_role("heading", level=1)).to_have_text("Satker")
    settle(layar.page)
    layar.click(layar.page.get_by_text("indikator lain yang meleset"))
    shown = {place_of(links[0]): cells for cells, links in layar.rows(MELESET)}
    right = {(row["berkas"], row["baris"]): row for row in layar.benar.meleset(kode)}
    assert set(shown) == set(right)
    for place, row in right.items():
        assert shown[place][1].startswith(row["target"].rstrip("%"))
        assert shown[place][2].startswith(row["realisasi"].rstrip("%"))


def place_of(link: str) -> tuple[str, str]:
    """File and line of a link to a source."""
    berkas, baris, *_ = link.split("sumber=")[1].split(":")
    return berkas, baris


@tanya("", "perencana", "Apa hambatan dan upaya yang tercetak untuk yang meleset itu?", begun=2)
def _(layar: Layar) -> None:
    kode = layar.benar.terburuk()
    printed = {row["aspek"]: row for row in layar.benar.hambatan.filter(kode_satker=kode, tahun=T).to_dicts()}
    shown = {place_of(links[0]): cells[6] for cells, links in layar.rows(MELESET)}
    for row in layar.benar.meleset(kode):
        cause = printed.get(row["indikator"])
        said = shown[row["berkas"], row["baris"]]
        assert (
            said == "–" if cause is None else cause["hambatan"] in said and (cause["upaya"] or "tidak tercetak") in said
        )


@tanya("", "perencana", "Berapa jauh lagi ke target akhir Renstra?", begun=2)
def _(layar: Layar) -> None:
    kode = layar.benar.terburuk()
    renstra = layar.benar.target.filter(kode_satker=kode, jenis_dokumen="Renstra", tahun=T)
    end = dict(renstra.select("kode_baku", "teks").iter_rows())
    shown = {place_of(links[0]): cells[5] for cells, links in layar.rows(MELESET)}
    percents = [row for row in layar.benar.meleset(kode) if end.get(row["kode_baku"], "").endswith("%")]
    assert len(percents) > 5
    for row in percents:
        last, reached = (
            float(text.rstrip("%").replace(",", ".")) for text in (end[row["kode_baku"]], row["realisasi"])
        )
        said = shown[row["berkas"], row["baris"]]
        assert said.startswith(f"{ringkas(last)}%")
        assert f"{ringkas(last - reached)} poin" in said or last <= reached


@tanya("", "perencana", "Di dokumen dan baris mana angka yang terendah itu tercetak?", begun=1)
def _(layar: Layar) -> None:
    low = min(
        (row for row in layar.benar.meleset(layar.benar.terburuk()) if row["capaian_hitung"]),
        key=lambda row: float(row["capaian_hitung"]),
    )
    link = layar.page.locator(f"a[href*='{low['berkas']}%3A{low['baris']}%3A']").first
    layar.click(link)
    dialog = layar.page.get_by_role("dialog")
    expect(dialog).to_contain_text(low["berkas"])
    expect(dialog).to_contain_text(f"baris {low['baris']}")
    expect(dialog.locator("mark").first).to_contain_text(low["realisasi"])


# --- Capaian ----------------------------------------------------------------------------------------------------------


@tanya("capaian", "perencana", "Indikator mana yang paling sering meleset, dan di berapa satker?")
def _(layar: Layar) -> None:
    layar.click(layar.page.get_by_role("radio", name="Indikator yang paling banyak meleset"))
    right = layar.benar.per_indikator()
    shown = {cells[0]: cells[1] for cells, _ in layar.rows("Indikator menurut banyaknya yang meleset")}
    assert shown == {name: f"{right[name][0]} dari {right[name][1]}" for name in shown}
    counts = [right[name][0] for name in shown]
    assert counts == sorted((missed for missed, _ in right.values()), reverse=True)[: len(shown)]


@tanya("capaian", "perencana", "Untuk indikator itu, siapa terendah dan berapa capaian tiap satker?")
def _(layar: Layar) -> None:
    top = max(layar.benar.per_indikator().items(), key=lambda one: one[1])[0]
    rows = [
        row
        for row in layar.benar.capaian.filter(tahun=T).to_dicts()
        if layar.benar.baku[row["kode_baku"]]["nama"] == top
    ]
    rows.sort(key=lambda row: float(row["capaian_hitung"]))
    chart = layar.page.locator("[class*='st-key-titik_']")
    chart.locator(".ytick text").first.wait_for()
    names = chart.locator(".ytick text").evaluate_all("found => found.map(one => one.dataset.unformatted)")
    assert names == [pendek(layar.benar.nama[row["kode_satker"]]) for row in rows]
    said = " ".join(chart.locator(".textpoint").all_text_contents())
    assert all(f"{angka(float(row['capaian_hitung']))}%" in said for row in rows)


def of_choice(layar: Layar, control: str, choice: str, right: list[dict]) -> None:
    """Choose it in the bar: the headline counts exactly the rows that are right."""
    layar.click(layar.page.get_by_role("button", name=control, exact=True), reruns=False)
    offered = layar.page.get_by_test_id("stPopoverBody")
    offered.wait_for()
    many = offered.get_by_role("combobox")
    expect(many.or_(offered.get_by_text(choice)).first).to_be_visible()
    if many.count():  # a list to type in
        layar.click(many, reruns=False)
        layar.page.keyboard.type(choice)
        with rerun(layar.page):
            layar.page.keyboard.press("Enter")
    else:
        layar.click(offered.get_by_text(choice))
    layar.page.keyboard.press("Escape")
    reached = sum(row["tercapai"] == "ya" for row in right)
    assert right
    expect(layar.page.locator("h2").first).to_contain_text(f"{reached} dari {len(right)} indikator")


@tanya("capaian", "perencana", "Berapa indikator satu sasaran yang tercapai?")
def _(layar: Layar) -> None:
    sasaran = "Terwujudnya Pemilu Serentak yang Aman dan Damai disertai Penyelesaian Sengketa Hukum yang Baik"
    of_year = layar.benar.capaian.filter(tahun=T).to_dicts()
    of_choice(layar, "Sasaran", sasaran, [row for row in of_year if layar.benar.sasaran(row) == sasaran])


@tanya("capaian?", "perencana", "Berapa indikator satu divisi yang tercapai?")
def _(layar: Layar) -> None:
    of_year, divisi = layar.benar.capaian.filter(tahun=T).to_dicts(), "Hukum dan Pengawasan"
    of_choice(
        layar, "Divisi", divisi, [row for row in of_year if layar.benar.baku[row["kode_baku"]]["divisi"] == divisi]
    )


# --- Serapan ----------------------------------------------------------------------------------------------------------


def money_of_parts(layar: Layar, chart: str, by: str) -> None:
    """Each bar of the chart shows the part's serapan and pagu; a part is known by its code at the start of its name."""
    shown = {name.split()[0]: said.lstrip("▼ ") for name, said in layar.bars(chart).items()}
    assert shown == {
        key: f"{angka(share)}% · {angka(pagu)}" for key, (share, pagu) in layar.benar.serapan(by).items() if key
    }


@tanya("serapan", "perencana", "Berapa pagu dan serapan tiap program?")
def _(layar: Layar) -> None:
    money_of_parts(layar, "batang_program", "kode_program")


@tanya("serapan", "perencana", "Berapa pagu dan serapan tiap kegiatan, dan mana yang terendah?")
def _(layar: Layar) -> None:
    layar.click(layar.page.get_by_role("radio", name="Kegiatan", exact=True))
    money_of_parts(layar, "batang_kegiatan", "kode_kegiatan")


@tanya("serapan", "ketua", "Sejak kapan serapan naik atau turun?")
def _(layar: Layar) -> None:
    layar.click(layar.page.get_by_role("radio", name="Tahun", exact=True))
    money_of_parts(layar, "batang_tahun", "tahun")


# --- Konsistensi ------------------------------------------------------------------------------------------------------


def weakened(benar: Kebenaran) -> list[tuple[str, int]]:
    """Each satker with how many promises it made easier, most first."""
    counts = {kode: len(benar.melemah(kode)) for kode in benar.nama}
    return sorted(((kode, n) for kode, n in counts.items() if n), key=lambda one: -one[1])


@tanya("konsistensi", "ketua", "Siapa yang melonggarkan target yang dijanjikannya, dan berapa banyak?")
def _(layar: Layar) -> None:
    layar.click(layar.page.get_by_role("radio", name="Melemah"))
    right = [(pendek(layar.benar.nama[kode]), n) for kode, n in weakened(layar.benar)]
    caption = "Janji antardokumen dan temuan"
    assert [cells[0] for cells, _ in layar.rows(caption)][1 : 1 + len(right)] == [name for name, _ in right]
    said = layar.page.locator("h3").first.inner_text()
    assert all(f"{name} ({n})" in said for name, n in right[:3])
    expect(layar.page.locator("h2").first).to_contain_text(f"{sum(n for _, n in right)} melemah")


@tanya("konsistensi", "perencana", "Dari berapa ke berapa, dan di mana keduanya tercetak?")
def _(layar: Layar) -> None:
    kode, many = weakened(layar.benar)[0]
    row = layar.page.locator(".matriks-rantai tr", has_text=pendek(layar.benar.nama[kode]))
    layar.click(row.locator("td.jumlah a"))
    layar.click(layar.page.locator(".pilihan a", has_text="melemah"))
    shown = {
        (cells[2], cells[3], place_of(links[0]), place_of(links[1]))
        for cells, links in layar.rows(re.compile("^Janji antardokumen$"))
    }
    right = {
        (
            f"{a['jenis_dokumen']} {a['teks']}",
            f"{b['jenis_dokumen']} {b['teks']}",
            (a["berkas"], a["baris"]),
            (b["berkas"], b["baris"]),
        )
        for a, b in layar.benar.melemah(kode)
    }
    assert len(right) == many
    assert shown == right


@tanya("konsistensi", "perencana", "Angka capaian mana yang salah dihitung dalam laporan, dan berapa seharusnya?")
def _(layar: Layar) -> None:
    planted = layar.benar.cacat.filter(tahun=T, jenis_cacat="capaian_salah").sort("kode_satker", "baris").to_dicts()
    kode = layar.benar.terburuk()
    own = [row for row in planted if row["kode_satker"] == kode]
    head = layar.page.locator(".matriks-rantai thead tr").last.locator("th").all_inner_texts()
    row = layar.page.locator(".matriks-rantai tr", has_text=pendek(layar.benar.nama[kode]))
    layar.click(row.locator("> *").nth(head.index("Capaian")).locator("a"))
    group = layar.page.locator(".st-key-kelompok_tabel th[scope=row] a", has_text="C01")
    if group.count():
        layar.click(group.first)
    main = layar.page.get_by_test_id("stMain")
    assert own
    for fault in own:
        expect(main).to_contain_text(f"baris {fault['baris']}")
        expect(main).to_contain_text(fault["tercetak"])


# --- Target, Jelajah, Dokumen, Unggah ---------------------------------------------------------------------------------


@tanya(
    "target?indikator=PARPOL-INFORMASI-MUTAKHIR",
    "ketua",
    "Siapa yang menurunkan target untuk hal yang sama sejak tahun lalu, dan siapa terendah?",
)
def _(layar: Layar) -> None:
    now, before = (last_promise(layar.benar, "PARPOL-INFORMASI-MUTAKHIR", year) for year in (T, LALU))
    said = layar.page.locator("h2").first.inner_text()
    low, high = min(now, key=now.__getitem__), max(now, key=now.__getitem__)
    assert f"{ringkas(now[low])}% ({low})" in said
    assert f"{ringkas(now[high])}% ({high})" in said
    assert f"{sum(now[name] < before[name] for name in now)} satker menurunkan" in said
    assert f"{sum(now[name] > before[name] for name in now)} satker menaikkan" in said
    shown = layar.page.locator("[class*='st-key-satker_target'] .textpoint").all_text_contents()
    for name in now:
        sign = "↓" if now[name] < before[name] else "↑"
        assert any(text.startswith(f"{ringkas(now[name])} {sign}") for text in shown), name


def last_promise(benar: Kebenaran, kode_baku: str, year: str) -> dict[str, float]:
    """satker → the target that its latest document of the chain prints for the year."""
    rows = benar.target.filter(kode_baku=kode_baku, tahun=year).to_dicts()
    rows.sort(key=lambda row: ("Renstra", "RKT", "PK", "LK").index(row["jenis_dokumen"]))
    return {
        pendek(benar.nama[row["kode_satker"]]): float(row["nilai"]) for row in rows if row["kode_satker"] in benar.nama
    }


@tanya("jelajah?satker=3504&tahun=2024", "perencana", "Baris mana saja yang ada dalam unduhan yang saya bagikan?")
def _(layar: Layar) -> None:
    layar.click(layar.page.get_by_role("radio", name="Capaian", exact=True))
    with layar.page.expect_download() as waiting:
        layar.click(layar.page.get_by_role("button", name="Unduh CSV baku").first, reruns=False)
    assert "simulasi" in waiting.value.suggested_filename.lower()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    lines = [line for line in io.StringIO(text, newline="") if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    right = layar.benar.capaian.filter(kode_satker="3504", tahun=T)
    assert sorted(int(row["baris"]) for row in rows) == sorted(int(line) for line in right["baris"])


@tanya("dokumen", "operator", "Apa yang menunggu saya, di berkas dan baris mana?")
def _(layar: Layar) -> None:
    waiting = layar.benar.cacat.filter(jenis_cacat="rusak").to_dicts()
    assert waiting
    expect(layar.page.get_by_test_id("stMain")).to_contain_text(f"{len(waiting)} dikarantina")
    layar.click(layar.page.get_by_text(f"{len(waiting)} baris dengan alasan dan contoh koreksinya"), reruns=False)
    for row in waiting:
        box = layar.page.get_by_text(f"baris {row['baris']}").filter(has_text=row["berkas"])
        expect(box.first).to_be_visible()
    expect(layar.page.get_by_role("button", name="Buka baris")).to_have_count(len(waiting))


@tanya("dokumen", "operator", "Dokumen apa dari kantor saya yang belum ada?")
def _(layar: Layar) -> None:
    shown = {cells[0]: cells[1:] for cells, _ in layar.rows("Dokumen yang seharusnya ada")}
    for kode, nama in layar.benar.nama.items():
        assert shown[nama] == list(layar.benar.keadaan(kode).values())


@tanya("dokumen", "operator", "Bagaimana memasukkannya?")
def _(layar: Layar) -> None:
    layar.click(layar.page.get_by_role("link", name="Unggah", exact=True))
    expect(layar.page.get_by_role("heading", level=1)).to_have_text("Unggah")
    settle(layar.page)
    layar.page.get_by_role("textbox", name="Nama Anda").fill("Siti")
    with rerun(layar.page):
        layar.page.keyboard.press("Enter")
    expect(layar.page.locator("input[type=file]")).to_be_enabled()
    taken = layar.page.get_by_test_id("stFileUploader").inner_text()
    assert all(kind in taken for kind in ("PDF", "Word", "Excel"))
    layar.click(layar.page.get_by_text("Unduh lembar kerja Selaras"), reruns=False)
    expect(
        layar.page.get_by_text("Kosong, untuk diketik").or_(layar.page.get_by_label("Isi awal")).first
    ).to_be_visible()


# --- The real documents -----------------------------------------------------------------------------------------------

SENGKETA = "serapan?satker=1674&tahun=2024"


@tanya(SENGKETA, "ketua", "Angka mana yang diperselisihkan, dan dengan angka apa?")
def _(layar: Layar) -> None:
    printed = ROOT / "data" / "transkrip" / "lk-kpu-kota-prabumulih-2024" / "anggaran.csv"
    with printed.open(encoding="utf-8") as file:
        lines = [row for row in csv.DictReader(file) if row["Tabel"] == "Efisiensi RO"]
    (other,) = (row["Pagu (Rp)"] for row in lines if row["Tingkat"] == "Total")
    used = angka(sum(int(row["Pagu (Rp)"].replace(".", "")) for row in lines if row["Tingkat"] == "RO"), 0)
    main = layar.page.get_by_test_id("stMain")
    expect(main.get_by_text(used).filter(visible=True).first).to_be_visible()
    expect(main.get_by_text(other).filter(visible=True).first).to_be_visible()


# ----------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def province(provinsi_kecil: Path) -> Iterator[Server]:
    running = Server(SELARAS_DATA=str(provinsi_kecil), SELARAS_TERBIT=str(provinsi_kecil / "terbit"))
    yield running
    running.stop()


def test_there_are_twenty_five_questions_of_three_kinds_of_people():
    asked = [one for place in SEMUA.values() for one in place.asked]
    assert len({one.bunyi for one in asked}) == 25
    assert {one.siapa for one in asked} == {"ketua", "perencana", "operator"}


@pytest.mark.parametrize("address", SEMUA)
def test_questions_are_answered_rightly_within_two_clicks(
    address, province: Server, server: Server, open_page, provinsi_kecil: Path, subtests
):
    served = server if address == SENGKETA else province
    layar = Layar(open_page(f"{served.url}/{address}", width=1440), Kebenaran(provinsi_kecil))
    for one in SEMUA[address].asked:
        with subtests.test(msg=f"{one.siapa}: {one.bunyi}"):
            layar.clicks = one.begun
            one.jawab(layar)
            assert layar.clicks <= CLICKS, "lebih dari dua klik"
