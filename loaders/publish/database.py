"""Write the database beside the published one, check it, then let kini.json name it: a reader never sees half of it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

import duckdb
import polars as pl

from loaders import checks, disk
from loaders.errors import LoaderError
from loaders.files import write
from loaders.publish import banding, schema
from queries.comparisons.capaian import with_capaian

VERSIONS_KEPT = 3
"""The newest files that stay: the current one, the one before it, and one for a reader that is late."""


class PenerbitanGagal(LoaderError):
    """The database was built but did not pass its own checks; the published version stays."""


def version_name(inputs: list[tuple[str, bytes]]) -> str:
    """The version: 12 hex digits of the hash over all inputs, each as (name, content), order-independent."""
    digest = hashlib.sha256(f"duckdb {duckdb.__version__}".encode())
    for name, content in sorted(inputs):
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def current(folder: Path) -> dict[str, object] | None:
    """What kini.json says, if the file it names is there."""
    try:
        kini = json.loads((folder / "kini.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return kini if isinstance(kini, dict) and (folder / str(kini.get("berkas"))).is_file() else None


def is_current(folder: Path, version: str) -> bool:
    """Whether kini.json names this version and its file is there, whole or not."""
    kini = current(folder)
    return kini is not None and kini.get("versi") == version


def published(folder: Path, version: str) -> Path | None:
    """The database of this version where it is the published one, of this schema and byte for byte as written."""
    kini = current(folder)
    if kini is None or kini.get("versi") != version or kini.get("skema") != schema.schema():
        return None
    path = folder / str(kini["berkas"])
    return path if _content(path) == {"ukuran": kini.get("ukuran"), "sha256": kini.get("sha256")} else None


def point(folder: Path, path: Path, version: str, read: int, registered: int, simulasi: str | None = None) -> None:
    """Let kini.json name this file as the published version, with what a reader needs to know that it is whole, and the
    files that were published before it. `simulasi`: what is simulated, where the data are not real.
    """
    kini = {
        "versi": version,
        "berkas": path.name,
        "dibangun": datetime.now(UTC).isoformat(timespec="seconds"),
        "dokumen_dibaca": read,
        "dokumen_terdaftar": registered,
        "skema": schema.schema(),
        **({"simulasi": simulasi} if simulasi else {}),
        **_content(path),
        "sebelumnya": _earlier(current(folder) or {}, path.name),
    }
    write(folder / "kini.json", (json.dumps(kini, indent=2) + "\n").encode())


def _earlier(before: Mapping[str, object], now: str) -> list[str]:
    """The files that were published before, newest first, as kini.json tells it: clocks and dates of files may not."""
    told = before.get("sebelumnya")
    names = [before.get("berkas"), *(told if isinstance(told, list) else [])]
    return [name for name in names if isinstance(name, str) and name != now][: VERSIONS_KEPT - 1]


def _content(path: Path) -> dict[str, object]:
    """Size in bytes and sha256 of a file, as kini.json says them; nothing of a file that cannot be read."""
    try:
        with path.open("rb") as file:
            return {"ukuran": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}
    except OSError:
        return {}


def new_path(folder: Path, version: str) -> Path:
    """A file name not in use: who has a replaced file open would go on reading the old content under its name."""
    names = (f"kinerja-{version}{tail}.duckdb" for tail in chain([""], (f"-{n}" for n in count(2))))
    return next(folder / name for name in names if not (folder / name).exists())


def publish(
    folder: Path,
    version: str,
    frames: dict[str, pl.DataFrame],
    read: int,
    registered: int,
    announce: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write, check and publish one version. `announce` is told it just before kini.json names it.

    To be called by who holds the lock of all who write. Raises PenerbitanGagal, OSError; then nothing of it stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    final = new_path(folder, version)
    draft = folder / f"kinerja-{version}.{disk.mark()}.tmp"
    try:
        _write(draft, frames)
        os.replace(draft, final)
        announce(version)
        point(folder, final, version, read, registered, _simulation(frames))
    except BaseException:
        if (current(folder) or {}).get("berkas") != final.name:
            disk.remove(final)
        raise
    finally:
        for leftover in (draft, draft.with_name(draft.name + ".wal"), draft.with_name(draft.name + ".tmp")):
            disk.remove(leftover)
    _drop_old(folder)
    return final


def _simulation(frames: dict[str, pl.DataFrame]) -> str | None:
    """What is simulated, None where the data are real."""
    return next((text for (text,) in frames["simulasi"].iter_rows()), None) if "simulasi" in frames else None


def _write(path: Path, frames: dict[str, pl.DataFrame]) -> None:
    schema.write(path)
    with duckdb.connect(str(path)) as connection:
        _insert(connection, frames)
        _compute_capaian(connection)
        banding.fill(connection)
        _insert(connection, checks.tables(checks.run(checks.read(connection))))
        banding.fill_temuan(connection)
        _check(connection)
        connection.execute("checkpoint")


def _compute_capaian(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the one capaian engine fill what is computed of each realisasi."""
    rows = connection.sql("""
        select realisasi.indikator_id, realisasi.tahun, realisasi.periode, target.nilai as target, realisasi.realisasi,
            target.nilai_ordinal as target_ordinal, realisasi.realisasi_ordinal, target.satuan as satuan_target,
            realisasi.satuan as satuan_realisasi, polaritas
        from (select * replace (satuan_bermakna(satuan) as satuan) from realisasi) as realisasi
        join indikator using (indikator_id)
        left join (select * replace (satuan_bermakna(satuan) as satuan) from target) as target
            on target.indikator_id = realisasi.indikator_id and target.tahun = realisasi.tahun
            and target.periode is not distinct from realisasi.periode
        left join indikator_baku using (kode_baku)""").pl()
    if rows.is_empty():
        return
    computed = with_capaian(rows)
    connection.register("computed", computed)
    connection.execute("""
        update realisasi set capaian_hitung = c.capaian_hitung, alasan_capaian = c.alasan,
            aturan_capaian = c.aturan_capaian, terpenuhi = c.terpenuhi
        from computed c where c.indikator_id = realisasi.indikator_id and c.tahun = realisasi.tahun
            and c.periode is not distinct from realisasi.periode""")
    connection.unregister("computed")


def _insert(connection: duckdb.DuckDBPyConnection, frames: dict[str, pl.DataFrame]) -> None:
    """Insert frames in the order in which the schema declares their tables, parents before children."""
    order = [name for (name,) in connection.sql("select table_name from duckdb_tables() order by table_oid").fetchall()]
    for name in order:
        if name in frames and not frames[name].is_empty():
            frame = frames[name]
            columns = ", ".join(f'"{column}"' for column in frame.columns)
            connection.execute(f"insert into {name} ({columns}) select {columns} from frame")


def _check(connection: duckdb.DuckDBPyConnection) -> None:
    """What constraints cannot say: every line has a fate, every loaded line a record, and the load log adds up."""
    for sentence, query in _CHECKS.items():
        if wrong := _cases(connection, query):
            raise PenerbitanGagal(f"Versi baru tidak diterbitkan: {sentence} ({len(wrong)} kasus, pertama {wrong[0]}).")


def _cases(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    """The rows a check complains about. $aturan: the codes of all declared rules."""
    declared = {"aturan": sorted(checks.DAFTAR)} if "$aturan" in query else None
    return connection.sql(query, params=declared).fetchall()


_CHECKS = {
    "ada dokumen yang jumlah barisnya tidak sama dengan catatan pemuatan": """
        select berkas from v_dokumen join dokumen using (berkas) join pemuatan using (dokumen_id)
        where pemuatan.baris <> (select count(*) from baris where baris.dokumen_id = dokumen.dokumen_id)""",
    "ada baris dimuat tanpa indikator, mata anggaran atau hambatan": """
        select dokumen_id, baris, teks from baris where nasib = 'dimuat'
        and not exists (select 1 from indikator i where i.tabel_id = baris.tabel_id and i.baris = baris.baris)
        and not exists (select 1 from mata_anggaran m where m.tabel_id = baris.tabel_id and m.baris = baris.baris)
        and not exists (select 1 from hambatan h where h.tabel_id = baris.tabel_id and h.baris = baris.baris)""",
    "ada hambatan yang barisnya bukan baris dimuat": """
        select nomor from hambatan left join baris using (dokumen_id, baris)
        where baris.nasib is distinct from 'dimuat'""",
    "ada indikator yang barisnya bukan baris dimuat": """
        select indikator_id from indikator join tabel using (tabel_id)
        left join baris on baris.dokumen_id = tabel.dokumen_id and baris.baris = indikator.baris
        where baris.nasib is distinct from 'dimuat'""",
    "ada baris dikarantina tanpa alasan": """
        select dokumen_id, baris from baris where nasib = 'dikarantina' and not exists (
            select 1 from karantina k join baris first using (dokumen_id, baris)
            where first.tabel_id = baris.tabel_id and first.baris <= baris.baris)""",
    "ada indikator yang gabungan divisinya bukan divisi yang tertulis baginya": """
        select indikator_id from indikator left join gabungan_divisi using (gabungan_divisi_id) left join (
            select indikator_id, string_agg(divisi, '; ' order by urutan) as divisi,
                string_agg(distinct asal, ' dan ' order by asal desc) as asal_divisi
            from indikator_divisi join divisi using (kode_divisi) group by indikator_id) as rows using (indikator_id)
        where gabungan_divisi.divisi is distinct from rows.divisi
            or gabungan_divisi.asal_divisi is distinct from rows.asal_divisi""",
    "ada baris anggaran yang gabungan divisinya bukan divisi yang tertulis baginya": """
        select mata_anggaran_id from mata_anggaran left join gabungan_divisi using (gabungan_divisi_id) left join (
            select mata_anggaran_id, string_agg(divisi, '; ' order by urutan) as divisi,
                string_agg(distinct asal, ' dan ' order by asal desc) as asal_divisi
            from pagu_divisi join divisi using (kode_divisi) group by mata_anggaran_id) as rows using (mata_anggaran_id)
        where gabungan_divisi.divisi is distinct from rows.divisi
            or gabungan_divisi.asal_divisi is distinct from rows.asal_divisi""",
    "ada gabungan divisi yang tidak dimiliki baris mana pun": """
        select gabungan_divisi_id from gabungan_divisi except
        (select gabungan_divisi_id from indikator union select gabungan_divisi_id from mata_anggaran)""",
    "ada padanan yang tidak mengatakan bagaimana ia ditemukan": """
        select indikator_id from indikator where (cara_padan is null) <> (keyakinan is null)""",
    "ada pagu yang tidak satu pun versinya berlaku": """
        select mata_anggaran_id, tahun, periode from pagu group by all having not bool_or(berlaku)""",
    "ada versi dokumen yang menggantikan berkas yang tidak terdaftar": """
        select berkas from versi_dokumen as v where menggantikan is not null
        and not exists (select 1 from versi_dokumen as lama where lama.berkas = v.menggantikan)""",
    "ada aturan temuan yang tidak dijalankan": "select unnest($aturan) except select kode_aturan from aturan",
    "ada karantina pada baris yang tidak dikarantina": """
        select karantina_id from karantina join baris using (dokumen_id, baris) where nasib <> 'dikarantina'""",
}


def _drop_old(folder: Path) -> None:
    """Remove all but the newest few versions; a file still in use on Windows simply stays.

    Files that kini.json does not tell of (it was lost once) come after those, by their date.
    """
    kini = current(folder)
    if kini is None:
        return
    told = [str(kini["berkas"]), *_earlier(kini, str(kini["berkas"]))]
    there = {path.name: path for path in folder.glob("kinerja-*.duckdb")}
    others = sorted(there.keys() - set(told), key=lambda name: there[name].stat().st_mtime, reverse=True)
    for name in [name for name in (*told, *others) if name in there][VERSIONS_KEPT:]:
        with contextlib.suppress(OSError):
            there[name].unlink()
