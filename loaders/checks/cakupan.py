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
    kalimat="Setiap satker punya Renstra, RKT, PK dan LK untuk setiap tahun yang dicakup data ini.",
    penting="Tanpa keempatnya janji tidak dapat diikuti dari rencana sampai laporan.",
    sumber="Rantai SAKIP: perencanaan, pengukuran, pelaporan, evaluasi",
    tanda="A",
    toleransi="Yang hilang dari data Selaras belum tentu tidak dibuat satker; dokumennya mungkin belum dimuat.",
)
def dokumen_hilang(data: Data) -> Hasil:
    """One finding a satker and kind of document, listing the years it is missing."""
    hasil = Hasil()
    span = range(int(data.dokumen["tahun_awal"].min() or 0), int(data.dokumen["tahun_akhir"].max() or -1) + 1)  # ty: ignore[invalid-argument-type]
    held = {(r["kode_satker"], r["jenis_dokumen"], r["tahun"]) for r in _held(data).to_dicts()}
    for group in groups(data.dokumen, "kode_satker"):
        satker = group[0]
        for jenis in _CHAIN:
            hasil.diperiksa += len(span)
            missing = [year for year in span if (satker["kode_satker"], jenis, year) not in held]
            if missing:
                text = f"{satker['satker']}: {jenis} untuk {years(missing)} tidak ada di kumpulan dokumen ini."
                hasil.temuan.append(Temuan(satker["dokumen_id"], text, None, tuple(missing), jenis))
    return hasil


def _held(data: Data) -> pl.DataFrame:
    columns = ["kode_satker", "jenis_dokumen", "tahun"]
    return pl.concat(
        [data.target.select(columns), data.pagu.filter(pl.col("tahun").is_not_null()).select(columns)]
    ).unique()


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
