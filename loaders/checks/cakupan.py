"""Rules on coverage: documents missing in the SAKIP chain, years without targets."""

from __future__ import annotations

import polars as pl

from loaders.checks.base import Data, Hasil, Temuan, aturan, groups
from loaders.checks.words import years

_CHAIN = ("Renstra", "RKT", "PK", "LK")


@aturan(
    kode="K01",
    nama="Dokumen hilang dari rantai SAKIP",
    keparahan="catatan",
    kalimat="Setiap satker punya Renstra, RKT, PK dan LK untuk setiap tahun yang dicakup data ini dan sudah berjalan.",
    penting="Tanpa keempatnya janji tidak dapat diikuti dari rencana sampai laporan.",
    sumber="Rantai SAKIP: perencanaan, pengukuran, pelaporan, evaluasi",
    tanda="A",
    toleransi="LK baru diminta setelah tahunnya berakhir menurut dokumen terbaru. Yang hilang dari data Selaras belum "
    "tentu tidak dibuat satker; dokumennya mungkin belum dimuat.",
)
def dokumen_hilang(data: Data) -> Hasil:
    """One finding a satker and kind of document, listing the years it is missing."""
    hasil = Hasil()
    now = _known_year(data.dokumen)
    owed = data.kelengkapan.sort("tahun").partition_by("kode_satker", "jenis_dokumen", as_dict=True)
    for group in groups(data.dokumen, "kode_satker"):
        satker = group[0]
        for jenis in _CHAIN:
            rows = owed.get((satker["kode_satker"], jenis), data.kelengkapan.clear())
            begun = rows.filter(pl.col("tahun") <= (now - 1 if jenis == "LK" else now))
            hasil.diperiksa += len(begun)
            missing = begun.filter(~pl.col("ada"))["tahun"].to_list()
            if missing:
                text = f"{satker['satker']}: {jenis} untuk {years(missing)} tidak ada di kumpulan dokumen ini."
                hasil.temuan.append(Temuan(satker["dokumen_id"], text, None, tuple(missing), jenis))
    return hasil


def _known_year(dokumen: pl.DataFrame) -> int:
    """The year in which the newest document was written, as far as the documents tell: a report after its year."""
    report = pl.when(pl.col("jenis_dokumen") == "LK").then(pl.col("tahun_akhir") + 1)
    plan = report.when(pl.col("jenis_dokumen") == "Renstra").then("tahun_awal").otherwise("tahun_akhir")
    written = pl.max_horizontal(plan, pl.col("tanggal").cast(pl.Date).dt.year())
    return max(dokumen.select(written.alias("tahun"))["tahun"].to_list(), default=0)


@aturan(
    kode="K02",
    nama="Tahun tanpa target",
    keparahan="catatan",
    kalimat="Indikator Renstra seharusnya punya target setiap tahun.",
    penting="Tahun tanpa target tidak dapat dinilai; wajar untuk tahun tanpa Pemilu, tetapi harus disengaja.",
    sumber="Renstra lima tahunan: target per tahun",
    tanda="C",
    toleransi="Tanda «-» dikumpulkan menjadi satu temuan untuk satu tabel, dengan jumlahnya tiap tahun.",
)
def tahun_tanpa_target(data: Data) -> Hasil:
    """One finding a Renstra table, with the number of indicators without a target in each year."""
    hasil = Hasil()
    for group in groups(data.target.filter(pl.col("jenis_dokumen") == "Renstra"), "dokumen_id", "tabel"):
        hasil.diperiksa += len(group)
        missing = [row for row in group if row["keadaan"] == "tidak_ditargetkan"]
        if missing:
            tahun = tuple(sorted({row["tahun"] for row in missing}))
            each = ", ".join(f"{sum(row['tahun'] == year for row in missing)} pada {year}" for year in tahun)
            rows = len({row["indikator_id"] for row in group})
            first = missing[0]
            text = f"{first['tabel']}: dari {rows} indikator, tanpa target {each}; pertama baris {first['baris']}."
            hasil.temuan.append(Temuan(first["dokumen_id"], text, first["baris"], tahun, "-"))
    return hasil
