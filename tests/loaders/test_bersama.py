"""Several who write at once, and ends at any moment: nothing registered is lost, nothing of a person is removed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from loaders.build import build, version
from loaders.cli import add
from loaders.cli.add import Pilihan
from loaders.disk import lock
from loaders.disk.lock import SedangDipakai
from loaders.errors import LoaderError
from loaders.files import write_rows
from loaders.intake import taking
from loaders.intake.taking import Identitas, Keputusan
from loaders.koreksi.ledger import KOLOM_KOREKSI
from loaders.masuk import inbox, journal
from loaders.masuk.inbox import Titipan
from loaders.register import manifest
from loaders.sandbox.limited import Dibatalkan
from tests.loaders import data, mati
from tests.loaders.intake.test_taking import RKT, WHAT, files, next_year

STEM = "rkt-kpu-kota-serang-2021"
PADANAN = {"teks": "Bunyi yang belum dinilai", "kode": "PARTISIPASI-PEMILIH", "keyakinan": "pasti", "oleh": "P"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small folder, published quickly."""
    target = data.copy(tmp_path / "data", "serang")
    mati.quick(monkeypatch)
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    build(target)
    return target


@pytest.fixture
def titipan(folder: Path) -> Titipan:
    return inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")


@pytest.fixture
def decided() -> Keputusan:
    """With a correction and a padanan of its own."""
    return Keputusan(WHAT.identitas, None, "Siti", [correction("90%")], [PADANAN | {"alasan": "uji"}])


def correction(value: str) -> dict[str, str]:
    lines = next_year().decode().split("\n")
    number = next(n for n, line in enumerate(lines, start=1) if "\t90%" in line)
    fixed = {"baris": str(number), "kolom": "target", "teks_lama": "90%", "nilai_baru": value}
    return fixed | {"alasan": "dibaca dari aslinya", "oleh": "Siti", "tanggal": "2026-11-30"}


def sound(folder: Path) -> None:
    """What must hold whatever happened: the register names files that are there, and the version is that of now."""
    daftar = manifest.load(folder / "dokumen")  # raises where a registered file is missing or another
    laporan = build(folder)
    assert laporan.versi == version(folder)
    assert mati.published(folder / "terbit") == sorted(d.sha256 for d in daftar.dokumen)
    assert not journal.is_open(folder)
    assert list(folder.rglob("*.tmp*")) == []


class Jeda:
    """A pause between two steps: `reached` says that it began, `go` ends it."""

    def __init__(self, patch: Callable[..., None], stage: str) -> None:
        self.reached, self.go = threading.Event(), threading.Event()
        mati.at(patch, stage, self._pause)

    def _pause(self) -> None:
        if not self.reached.is_set():
            self.reached.set()
            assert self.go.wait(60)


def beside(work: Callable[[], object], jeda: Jeda) -> Future[object]:
    """Begin work in another thread and return once it pauses."""
    future = ThreadPoolExecutor(1).submit(work)
    assert jeda.reached.wait(60)
    return future


# ends ---------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("stage", mati.STAGES)
def test_an_end_between_any_two_steps_loses_nothing(
    folder: Path, titipan: Titipan, decided: Keputusan, stage: str
) -> None:
    before = files(folder)
    with pytest.MonkeyPatch.context() as patch, pytest.raises(mati.Mati):
        mati.kill_at(patch, stage)
        taking.accept(folder, titipan, decided)
    build(folder)
    if stage in mati.PUBLISHED:
        assert files(folder).keys() - before.keys() == {f"dokumen/3673-kota-serang/{STEM}.txt", f"koreksi/{STEM}.csv"}
        assert inbox.waiting(folder) == []
    else:
        assert (files(folder), inbox.waiting(folder)) == (before, [titipan])
    sound(folder)


@pytest.mark.parametrize("stage", mati.STAGES[mati.STAGES.index("after:copy") :])
def test_a_correction_made_by_hand_after_an_end_stays_and_its_document_with_it(
    folder: Path, titipan: Titipan, decided: Keputusan, stage: str
) -> None:
    what = decided if stage.startswith("after") else WHAT
    with pytest.MonkeyPatch.context() as patch, pytest.raises(mati.Mati):
        mati.kill_at(patch, stage)
        taking.accept(folder, titipan, what)
    by_hand = folder / "koreksi" / f"{STEM}.csv"
    write_rows(by_hand, KOLOM_KOREKSI, [correction("91%")])
    kept = by_hand.read_bytes()
    build(folder)
    assert by_hand.read_bytes() == kept
    assert titipan.sha256 in mati.published(folder / "terbit")
    sound(folder)


def test_what_a_person_changed_in_the_register_after_an_end_stays(folder: Path, titipan: Titipan) -> None:
    with pytest.MonkeyPatch.context() as patch, pytest.raises(mati.Mati):
        mati.kill_at(patch, "after:register")
        taking.accept(folder, titipan, WHAT)
    rows = data.manifest(folder)
    rows[-1]["nomor"] = "12/2021"
    data.write_manifest(folder, rows)
    assert "tetap terdaftar" in taking.recover(folder)[0]
    assert data.manifest(folder) == rows
    sound(folder)


def test_a_file_that_came_to_lie_in_the_place_meanwhile_is_not_written_over(
    folder: Path, titipan: Titipan, decided: Keputusan, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = folder / "koreksi" / f"{STEM}.csv"
    mati.at(monkeypatch.setattr, "before:correct", lambda: by_hand.write_text("catatan", encoding="utf-8"))
    with pytest.raises((LoaderError, OSError)):
        taking.accept(folder, titipan, decided)
    assert by_hand.read_text(encoding="utf-8") == "catatan"
    assert titipan.path.is_file()


def test_a_damaged_journal_is_set_aside_and_stops_nobody(folder: Path) -> None:
    (folder / "masuk").mkdir(exist_ok=True)
    (folder / "masuk" / journal.JURNAL).write_text('{"rencana": ', encoding="utf-8")
    assert taking.recover(folder) == []
    assert "masuk/disisihkan/terima-1" in inbox.set_aside(folder)[0]
    sound(folder)


# races --------------------------------------------------------------------------------------------------------------
def test_a_slow_build_does_not_publish_the_old_version_over_a_new_one(
    folder: Path, titipan: Titipan, monkeypatch: pytest.MonkeyPatch
) -> None:
    jeda = Jeda(monkeypatch.setattr, "after:collect")
    slow = beside(lambda: build(folder, force=True), jeda)
    monkeypatch.undo()
    monkeypatch.setenv("SELARAS_DATA", str(folder))
    mati.quick(monkeypatch)
    new = taking.accept(folder, titipan, WHAT).versi
    jeda.go.set()
    slow.result(60)
    assert titipan.sha256 in mati.published(folder / "terbit")
    assert build(folder).versi == new
    sound(folder)


@pytest.mark.parametrize("stage", ["before:open_", "after:copy", "after:register", "after:point", "after:close"])
def test_a_version_chosen_while_a_file_is_taken_in_costs_neither(
    folder: Path, titipan: Titipan, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    jeda, told = Jeda(monkeypatch.setattr, stage), Dicatat()
    adding = beside(lambda: taking.accept(folder, titipan, WHAT), jeda)
    with ThreadPoolExecutor(1) as others:
        using = others.submit(add.use, folder, Path(RKT).name, told)
        assert told.first.wait(60)
        assert told.sentences[0].startswith("Menunggu Perencana (memasukkan RKT 2021.txt, sejak ")
        jeda.go.set()
        adding.result(60)
        using.result(60)
    assert titipan.sha256 in mati.published(folder / "terbit")
    sound(folder)


class Dicatat:
    """A progress that keeps what it is told."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.first = threading.Event()

    def __call__(self, sentence: str) -> None:
        self.sentences.append(sentence)
        self.first.set()


def test_two_files_at_once_are_both_in(folder: Path, titipan: Titipan, monkeypatch: pytest.MonkeyPatch) -> None:
    other = inbox.put(folder, "RKT 2022.txt", next_year().replace(b"2021", b"2022"), "Budi")
    jeda, told = Jeda(monkeypatch.setattr, "after:register"), Dicatat()
    first = beside(lambda: taking.accept(folder, titipan, WHAT), jeda)
    with ThreadPoolExecutor(1) as others:
        what = Keputusan(Identitas("3673", "RKT", 2022, 2022), None, "Budi")
        second = others.submit(taking.accept, folder, other, what, progress=told)
        assert told.first.wait(60)
        jeda.go.set()
        first.result(60)
        assert second.result(60).terdaftar == 3
    assert {titipan.sha256, other.sha256} < set(mati.published(folder / "terbit"))
    sound(folder)


def test_who_waits_may_give_up(folder: Path, titipan: Titipan, monkeypatch: pytest.MonkeyPatch) -> None:
    jeda = Jeda(monkeypatch.setattr, "after:copy")
    adding = beside(lambda: taking.accept(folder, titipan, WHAT), jeda)
    before = files(folder)

    def cancel(sentence: str) -> None:
        raise Dibatalkan(sentence)

    with pytest.raises(Dibatalkan):
        add.use(folder, Path(RKT).name, cancel)
    with (
        pytest.raises(SedangDipakai, match=r"Menunggu Perencana \(memasukkan RKT 2021\.txt.*terlalu lama|belum juga"),
        lock.writing(folder, folder / "terbit", "x", seconds=0),
    ):
        pass
    assert (taking.recover(folder), files(folder)) == ([], before)
    jeda.go.set()
    adding.result(60)
    sound(folder)


def test_the_lock_may_be_taken_again_by_who_holds_it(folder: Path) -> None:
    with lock.writing(folder, folder / "terbit", "a") as first, lock.writing(folder, folder / "terbit", "b") as again:
        assert (first, again) == (True, False)


def test_a_build_that_fails_for_a_change_under_way_is_tried_again_alone(
    folder: Path, titipan: Titipan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between copying and registering, the folder is not what it is before or after; whoever reads it then waits."""
    jeda = Jeda(monkeypatch.setattr, "after:register")
    adding = beside(lambda: taking.accept(folder, titipan, WHAT), jeda)
    document = folder / "dokumen" / "3673-kota-serang" / f"{STEM}.txt"
    hidden = document.rename(document.with_name("terselip.bin"))
    hidden.write_bytes(b"bukan isinya")
    told = Dicatat()
    with ThreadPoolExecutor(1) as others:
        building = others.submit(build, folder, progress=told)
        assert told.first.wait(60)
        hidden.unlink()
        document.write_bytes(next_year())
        jeda.go.set()
        adding.result(60)
        assert building.result(60).terdaftar == 2
    sound(folder)


# who owns what ------------------------------------------------------------------------------------------------------
def test_the_same_content_from_two_people_is_two_entries(folder: Path, titipan: Titipan) -> None:
    other = inbox.put(folder, "salinan.txt", next_year(), "Budi")
    inbox.keep_corrections(titipan, [correction("91%")])
    assert {t.oleh for t in inbox.waiting(folder)} == {"Siti", "Budi"}
    inbox.drop(other)
    assert inbox.waiting(folder) == [titipan]
    assert inbox.corrections(titipan) == [correction("91%")]


def test_a_command_never_touches_what_waits_in_the_inbox(folder: Path, titipan: Titipan, tmp_path: Path) -> None:
    inbox.keep_corrections(titipan, [correction("91%")])
    path = tmp_path / "RKT 2021.txt"
    path.write_bytes(next_year())
    seen: list[list[Titipan]] = []
    said, _ = add.add(folder, path, Pilihan(oleh="Siti"), lambda _: seen.append(inbox.waiting(folder)))
    assert "Masuk sebagai" in said
    assert all(waiting == [titipan] for waiting in seen)
    assert seen
    assert (inbox.waiting(folder), inbox.corrections(titipan)) == ([titipan], [correction("91%")])


def test_a_command_that_ends_early_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "RKT 2021.txt"
    path.write_bytes(next_year())
    before = files(folder)
    with monkeypatch.context() as patch, pytest.raises(mati.Mati):
        mati.kill_at(patch, "after:register")
        patch.setattr(add, "_leave", lambda *_: None)
        add.add(folder, path, Pilihan(oleh="Siti"), lambda _: None)
    assert "Ulangi perintah" in taking.recover(folder)[0]
    assert (files(folder), inbox.waiting(folder)) == (before, [])
    sound(folder)
