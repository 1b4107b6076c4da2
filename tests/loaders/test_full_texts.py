"""Among the prose of the full documents the same rows are found, on the same lines, as in the excerpts we carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.build import build
from tests.conftest import FULL_TEXTS, Ask, asker
from tests.loaders import data

VIEWS = {
    "v_target": "* exclude (indikator_id)",
    "v_capaian": "* exclude (indikator_id)",
    "v_pagu": "* exclude (mata_anggaran_id)",
    "v_baris": "*",
    "v_karantina": "*",
}


@pytest.fixture(scope="module")
def ask_full(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    if not FULL_TEXTS.is_dir():
        pytest.skip("the full texts are not beside the project")
    folder = data.copy(tmp_path_factory.mktemp("penuh") / "data")
    data.replace(folder, lambda name, _: (FULL_TEXTS / name).read_text(encoding="utf-8"))
    return asker(build(folder, terbit=folder / "terbit").berkas)


@pytest.mark.parametrize("view", VIEWS)
def test_the_full_text_gives_the_same_rows(ask: Ask, ask_full: Ask, view: str) -> None:
    query = f"select {VIEWS[view]} from {view} order by all"
    excerpt, full = ask(query), ask_full(query)
    surplus = full.join(excerpt, on=full.columns, how="anti", nulls_equal=True)
    missing = excerpt.join(full, on=full.columns, how="anti", nulls_equal=True)
    assert (surplus.to_dicts()[:5], missing.to_dicts()[:5]) == ([], [])
    assert full.height == excerpt.height


def test_every_row_of_cells_in_the_excerpts_belongs_to_a_table(ask: Ask) -> None:
    known = {(row["berkas"], row["baris"]) for row in ask("select berkas, baris from v_baris").to_dicts()}
    for path in sorted((Path(data.ROOT) / "data" / "dokumen").rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        left = [n for n, line in enumerate(lines, start=1) if "\t" in line and (path.name, n) not in known]
        assert left == [], path.name
