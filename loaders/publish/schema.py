"""The empty database: its tables, its published views, and what every column of them means.

write(path)     a new file that holds it; `create(connection)` makes it in a connection of yours
schema()        what says which schema that is
"""

from __future__ import annotations

import functools
import hashlib
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import duckdb
import polars as pl

from loaders.columns import COLUMNS
from loaders.records import DIBACA, JenisDokumen
from loaders.values import meanings

SCHEMA = Path(__file__).parents[1] / "schema"


def schema() -> str:
    """The schema this code writes: 12 hex digits of the hash of tables.sql and views.sql, so that nobody can forget
    to raise a number. It stands in kini.json and in the table skema; readers of another schema refuse the version.
    """
    texts = [(SCHEMA / name).read_bytes() for name in ("tables.sql", "views.sql")]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:12]


def write(path: Path) -> None:
    """Write the empty database to a new file, with the units of the data folder in use.

    It is made once a process: to make it takes longer than to fill it with a few documents.
    """
    path.write_bytes(_empty())
    with duckdb.connect(str(path)) as connection:
        units = pl.DataFrame(list(meanings().items()), schema={"satuan": pl.String, "makna": pl.String}, orient="row")
        connection.register("units", units)
        connection.execute("insert into satuan select * from units")


@functools.cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kosong.duckdb"
        with duckdb.connect(str(path)) as connection:
            create(connection)
        return path.read_bytes()


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the empty tables and the published views, every column of them explained by a comment."""
    connection.begin()
    for name in ("tables.sql", "views.sql"):
        connection.execute((SCHEMA / name).read_text(encoding="utf-8"))
    connection.execute("insert into skema values (?)", [schema()])
    kinds = [[kind, number, kind in DIBACA] for number, kind in enumerate(get_args(JenisDokumen), start=1)]
    connection.executemany("insert into jenis_dokumen values (?, ?, ?)", kinds)
    listed = dict.fromkeys((column.name, column.heading, column.unit, column.by_year) for column in COLUMNS)
    connection.executemany("insert into daftar_kolom values (?, ?, ?, ?)", [list(row) for row in listed])
    _explain(connection)
    connection.commit()


def _explain(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the columns of the views, in the order in which these build on each other, the words of what they show."""
    found = "select table_name, column_name, comment from duckdb_columns() where not internal"
    said = {(table, column): comment for table, column, comment in connection.sql(found).fetchall()}
    views = "select view_name, sql from duckdb_views() where not internal order by view_oid"
    for view, text in connection.sql(views).fetchall():
        for place in [place for place, comment in said.items() if place[0] == view and comment is None]:
            said[place] = next((said[other] for other in _shown(place[1], text) if said.get(other)), None)
            if shown := said[place]:
                connection.execute("comment on column {}.{} is '{}'".format(*place, shown.replace("'", "''")))


def _shown(column: str, view: str) -> Iterator[tuple[str, str]]:
    """What a view's column may show: the column its text names so, else one of that name where it reads from."""
    for table, of, name in re.findall(r'"?(\w+)"?\."?(\w+)"?(?: AS "?(\w+)"?)?', view):
        if (name or of) == column:
            yield table, of
    yield from ((table, column) for table in re.findall(r"(?:FROM|JOIN) \(*(\w+)", view))
