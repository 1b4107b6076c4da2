"""The fate of a printed line in word, icon, colour and meaning."""

from pages.components.format import number

# nasib → (word, icon, colour name of the Streamlit palette, what it means)
NASIB: dict[str, tuple[str, str, str, str]] = {
    "dimuat": ("dimuat", ":material/check:", "green", "baris data dimulai di sini"),
    "sambungan": ("sambungan", ":material/subdirectory_arrow_right:", "gray", "lanjutan baris data sebelumnya"),
    "judul": ("judul", ":material/title:", "blue", "kepala tabel atau judul bagian"),
    "dikarantina": ("dikarantina", ":material/front_hand:", "red", "tidak terbaca dengan pasti, menunggu orang"),
}


def word(nasib: str) -> str:
    """The word a reader sees for a nasib."""
    return NASIB[nasib][0] if nasib in NASIB else nasib


def badge(nasib: str, count: int) -> str:
    """A nasib with its count, as Markdown; gray when there is none, so that 0 does not alarm."""
    name, icon, colour, _ = NASIB[nasib]
    return f":{colour if count else 'gray'}-badge[{icon} {number(count)} {name}]"


def html(nasib: str) -> str:
    """A nasib as HTML: coloured icon and word. The icon font is Streamlit's own."""
    name, icon, colour, _ = NASIB.get(nasib, (nasib, ":material/help:", "gray", ""))
    sign = icon.removeprefix(":material/").removesuffix(":")
    return f'<small class="nasib nasib-{colour}"><span class="ikon" aria-hidden="true">{sign}</span> {name}</small>'
