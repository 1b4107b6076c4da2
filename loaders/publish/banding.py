"""The four measures of every satker and year, computed once and stored narrow (queries/comparisons).

    fill(connection)

To be called once the facts are written, `fill_temuan` once the temuan are. What was stored there before is forgotten.
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


def fill_temuan(connection: duckdb.DuckDBPyConnection) -> None:
    """Store what stands at both places of every temuan, by which the filter narrows them; once they are written."""
    connection.execute("delete from temuan_lingkup")
    connection.execute(_LINGKUP)


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

_LINGKUP = """
    insert into temuan_lingkup
    with tempat as (
        select
            berkas, baris, list(distinct jenis_dokumen order by jenis_dokumen) as jenis,
            list(distinct tingkat order by tingkat) as tingkat,
            list(distinct unit order by unit) || flatten(
                list(distinct daftar_divisi(divisi) order by daftar_divisi(divisi))
            ) as unit,
            list(distinct kunci_program order by kunci_program) as program,
            list(distinct kunci_kegiatan order by kunci_kegiatan) as kegiatan,
            list(distinct polaritas order by polaritas) as polaritas,
            list(distinct kode_baku order by kode_baku) as baku,
            list(distinct kode_sasaran_baku order by kode_sasaran_baku) as sasaran_baku,
            string_agg(distinct bunyi, ' ' order by bunyi) as teks
        from (
            select *, concat_ws(
                ' ', case isi when 'pagu' then program else sasaran end, indikator, uraian
            ) as bunyi
            from v_angka
            where isi <> 'realisasi'
        )
        group by berkas, baris
    )
    select v_temuan.temuan_id, v_dokumen.tahun_awal, v_dokumen.tahun_akhir,
        list_concat([v_temuan.jenis_dokumen], list_concat(sini.jenis, sana.jenis)),
        coalesce(list_concat(sini.tingkat, sana.tingkat), []), coalesce(list_concat(sini.unit, sana.unit), []),
        coalesce(list_concat(sini.program, sana.program), []), coalesce(list_concat(sini.kegiatan, sana.kegiatan), []),
        coalesce(list_concat(sini.polaritas, sana.polaritas), []), coalesce(list_concat(sini.baku, sana.baku), []),
        coalesce(list_concat(sini.sasaran_baku, sana.sasaran_baku), []),
        concat_ws(' ', v_temuan.uraian, sini.teks, sana.teks)
    from v_temuan
    join v_dokumen using (berkas)
    left join tempat as sini on sini.berkas = v_temuan.berkas and sini.baris = v_temuan.baris
    left join tempat as sana
        on sana.berkas = coalesce(v_temuan.berkas_lain, v_temuan.berkas) and sana.baris = v_temuan.baris_lain"""
"""What stands at both places of every temuan; a line says what its figures say."""
