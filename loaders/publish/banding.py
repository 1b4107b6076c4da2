"""The four measures of every satker and year, computed once and stored narrow (queries/comparisons).

    fill(connection)

To be called once facts and temuan are written. What is stored there before is forgotten.
"""

from __future__ import annotations

import duckdb
import polars as pl

from queries.comparisons import capaian, kelengkapan, konsistensi, pagu

TABLES = ("banding_capaian", "banding_serapan", "selisih_serapan", "banding_konsistensi", "kelengkapan")


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    """Compute the measures of a written database and store them."""
    lines = pagu.with_divisi(connection.sql(_UANG).pl(), connection.sql(_KEGIATAN).pl())
    results = {
        "banding_capaian": capaian.measure(connection.sql(_CAPAIAN).pl()),
        "banding_serapan": pagu.measure(lines),
        "selisih_serapan": pagu.disputes(lines),
        "banding_konsistensi": konsistensi.measure(connection.sql(_JANJI).pl()),
        "kelengkapan": _kelengkapan(connection),
    }
    for table in TABLES:
        _store(connection, table, results[table])


def _kelengkapan(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    held = connection.sql(_DOKUMEN).pl()
    ((first, last),) = connection.sql("select min(tahun_awal), max(tahun_akhir) from dokumen").fetchall()
    years = range(0) if first is None else range(first, last + 1)
    satker = connection.sql("select kode_satker, provinsi, tingkat_satker from satker").pl()
    return kelengkapan.measure(satker, held, years)


def _store(connection: duckdb.DuckDBPyConnection, table: str, rows: pl.DataFrame) -> None:
    """Put a result in the place of what the table holds; of a result the columns that the table has."""
    columns = [name for name in connection.sql(f"select * from {table} limit 0").columns if name in rows.columns]
    connection.execute(f"delete from {table}")
    if not rows.is_empty():
        connection.execute(f"insert into {table} ({', '.join(columns)}) select {', '.join(columns)} from rows")


_CAPAIAN = """
    select c.*, dokumen.tahun_awal <= c.tahun and c.tahun <= dokumen.tahun_akhir as sezaman, (c.berkas, c.tabel) in (
        select (berkas, tabel) from v_mata_anggaran
    ) as beranggaran
    from v_capaian as c join dokumen using (berkas)
    where c.mewakili_tahun"""
_UANG = """
    with divisi_uang as (
        select mata_anggaran_id, string_agg(divisi, '; ' order by urutan) as divisi,
            case when bool_and(asal = 'turunan') then 'turunan' when bool_or(asal = 'tertulis') then 'tertulis'
                else 'lewat_subbagian' end as asal_divisi
        from pagu_divisi join divisi using (kode_divisi) group by mata_anggaran_id)
    select p.*, p.keadaan = 'rusak' as rusak,
        dokumen.tahun_awal <= p.tahun and p.tahun <= dokumen.tahun_akhir as sezaman,
        indikator.sasaran_id, coalesce(sasaran.sasaran, case when p.tingkat = 'sasaran' then p.uraian end) as sasaran,
        divisi_uang.divisi, divisi_uang.asal_divisi
    from v_pagu as p
    join dokumen using (berkas)
    join mata_anggaran using (mata_anggaran_id)
    left join indikator on indikator.indikator_id = mata_anggaran.indikator_id
    left join sasaran on sasaran.sasaran_id = indikator.sasaran_id
    left join divisi_uang using (mata_anggaran_id)
    where p.mewakili_tahun and p.tahun is not null"""
_KEGIATAN = """
    select distinct i.kode_satker, i.kunci_kegiatan, divisi.divisi
    from v_indikator as i join indikator_divisi using (indikator_id) join divisi using (kode_divisi)
    where i.kunci_kegiatan is not null
    union
    select distinct null, kegiatan_tercetak.kunci_kegiatan, indikator_baku.divisi
    from indikator_baku join kegiatan_tercetak on kegiatan_tercetak.kode_acuan = indikator_baku.kode_kegiatan
    where kegiatan_tercetak.kunci_kegiatan is not null"""
_JANJI = """
    select t.indikator_id, t.kode_satker, t.tahun, t.jenis_dokumen, t.unit, t.tingkat, t.berkas, t.baris, t.kode_baku,
        t.kunci_bunyi, t.polaritas, t.keadaan, t.nilai, t.nilai_atas, t.nilai_ordinal, t.satuan_bermakna as satuan
    from v_target as t where t.mewakili_tahun
    union all by name
    select c.indikator_id, c.kode_satker, c.tahun, c.jenis_dokumen, c.unit, c.tingkat, c.berkas, c.baris, c.kode_baku,
        c.kunci_bunyi, c.polaritas, 'tidak_ditargetkan' as keadaan
    from v_capaian as c where c.mewakili_tahun and c.target_teks is null"""
_DOKUMEN = """
    with terbaca as (
        select tabel.dokumen_id, tabel.jenis_dokumen, tabel.unit,
            count(*) filter (baris.nasib = 'dikarantina') as menunggu, true as terbaca
        from tabel left join baris using (tabel_id) group by all
        union all by name
        select dokumen_id, jenis_dokumen, null as unit, 0 as menunggu, false as terbaca
        from dokumen where not exists (
            select 1 from tabel
            where tabel.dokumen_id = dokumen.dokumen_id and tabel.jenis_dokumen = dokumen.jenis_dokumen))
    select dokumen.kode_satker, unnest(range(dokumen.tahun_awal, dokumen.tahun_akhir + 1)) as tahun, terbaca.*
    from terbaca join dokumen using (dokumen_id)"""
