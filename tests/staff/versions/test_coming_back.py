"""A version is laid out to run from or put back in place, and what was there is never lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands.versions import reader
from kiosk.content.load import Loaded
from kiosk.content.problems import Problem
from kiosk.staff import versions_place
from kiosk.staff.state import StateError
from kiosk.staff.versions import MOST, Store
from kiosk.staff.versions_back import latest_good
from kiosk.staff.versions_files import digest
from tests.helpers.small import SMALL, written
from tests.staff.dying import at_every_step
from tests.staff.versions.keeping import (
    WRONG,
    back,
    changed,
    files,
    harm_content,
    harm_newer,
    harm_record,
    kept,
    read,
)


def test_the_newest_version_is_laid_out_to_run_from(content: Path) -> None:
    kept(content)
    kept(changed(content, "Second"))
    written(content.parent, WRONG)

    good = latest_good(content, reader())

    assert good.version.number == 2
    assert good.loaded.exhibit.exhibit.title.to("en") == "Second"
    assert good.skipped == ()
    assert set(files(good.content.parent)) == {"content.yaml", "photos/a.jpg"}


def test_where_the_disc_has_no_links_the_files_are_copied(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    kept(content)
    monkeypatch.setattr(os, "link", refuse)
    assert files(latest_good(content, reader()).content.parent) == files(content.parent)


def harm_other_record(store: Store, number: int) -> None:
    (store.folder / f"{number:06}.json").write_bytes((store.folder / "000001.json").read_bytes())


def harm_escape(store: Store, number: int) -> None:
    record = store.folder / f"{number:06}.json"
    record.write_text(record.read_text().replace("photos/a.jpg", "../../a.jpg"))


def harm_photograph(store: Store, number: int) -> None:
    store.object(store.version(number).pictures["photos/a.jpg"].stored).write_bytes(b"sECOND")


def lose_photograph(store: Store, number: int) -> None:
    store.object(store.version(number).pictures["photos/a.jpg"].stored).unlink()


HARMS = [
    harm_record,
    harm_other_record,
    harm_newer,
    harm_escape,
    harm_photograph,
    lose_photograph,
    harm_content,
]


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_version_is_passed_over_and_told(
    content: Path, harm: Callable[[Store, int], None]
) -> None:
    kept(content)
    kept(changed(content, "Second"))
    harm(Store.of(content), 2)

    good = latest_good(content, reader())

    assert good.version.number == 1
    assert [said.en for said in good.skipped if "version 2" in said.en]
    assert files(good.content.parent)["photos/a.jpg"] == b"a1"


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_version_is_not_put_back(
    content: Path, harm: Callable[[Store, int], None]
) -> None:
    kept(content)
    kept(changed(content, "Second"))
    kept(changed(content, "Third!"))
    harm(Store.of(content), 2)
    before = files(content.parent)

    with pytest.raises(StateError, match="version 2"):
        back(content, 2)

    assert files(content.parent) == before


def test_a_version_that_this_program_cannot_read_is_passed_over(content: Path) -> None:
    kept(content)
    kept(changed(content, "Autumn"))
    problems = reader()(written(content.parent, WRONG))

    def older(file: Path) -> Loaded | list[Problem]:
        return problems if "Autumn" in file.read_text(encoding="utf-8") else reader()(file)

    good = latest_good(content, older)

    assert good.version.number == 1
    assert "cannot read version 2 (line 40: there is no save in figures)" in good.skipped[0].en


def test_without_a_version_there_is_none_to_fall_back_on(content: Path) -> None:
    with pytest.raises(StateError, match="no copy to fall back on"):
        latest_good(content, reader())


def test_a_version_comes_back_with_its_photographs_and_the_state_before_can_be_had_again(
    content: Path,
) -> None:
    kept(content)
    first = files(content.parent)
    (content.parent / "photos" / "b.jpg").write_bytes(b"b1")
    second = files(changed(content, "Second").parent)

    done = back(content, 1)

    assert files(content.parent) == first
    assert done.aside == ()
    assert done.before is not None
    assert back(content, done.before.number).aside == ()
    assert files(content.parent) == second


def test_the_oldest_version_comes_back_though_it_makes_way(content: Path) -> None:
    for number in range(MOST):
        kept(changed(content, f"No. {number}"))
    changed(content, "Latest")

    back(content, 1)

    assert read(content).exhibit.exhibit.title.to("en") == "No. 0"


def test_what_no_version_holds_is_set_aside(content: Path) -> None:
    kept(content)
    first = files(content.parent)
    written(content.parent, WRONG)
    for name in ("a.jpg", "b.jpg"):
        (content.parent / "photos" / name).write_bytes(b"only copy")

    done = back(content, 1)

    assert done.before is None
    aside = {file.relative_to(content.parent).as_posix(): file.read_bytes() for file in done.aside}
    assert aside == {
        "content.yaml.20260501-120000.old": WRONG.encode(),
        "photos/a.jpg.20260501-120000.old": b"only copy",
        "photos/b.jpg.20260501-120000.old": b"only copy",
    }
    assert files(content.parent) == first | aside


def test_a_content_file_that_is_gone_or_a_link_comes_back_where_it_was(
    content: Path, tmp_path: Path
) -> None:
    real = content.rename(tmp_path / "real.yaml")
    content.symlink_to(real)
    kept(content)
    written(tmp_path, WRONG).rename(real)

    back(content, 1)

    assert content.is_symlink()
    assert real.read_text(encoding="utf-8") == SMALL
    real.unlink()
    back(content, 1)
    assert real.read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize("killed", [True, False], ids=["killed", "disc fails"])
def test_wherever_restoring_ends_the_content_is_the_old_or_the_new_and_nothing_is_lost(
    content: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    kept(content)
    first = files(content.parent)
    second = first | {"photos/b.jpg": b"b1"}

    def prepare() -> None:
        (content.parent / "photos" / "b.jpg").write_bytes(b"b1")
        second.update(files(changed(content, "Autumn").parent))

    steps = list[int]()
    for step in at_every_step(monkeypatch, prepare, lambda: back(content, 1), killed=killed):
        now = files(content.parent)
        assert now["content.yaml"] in (first["content.yaml"], second["content.yaml"])
        if now["content.yaml"] == first["content.yaml"]:
            assert now["photos/a.jpg"] == first["photos/a.jpg"]
        store = Store.of(content)
        for name in ("content.yaml", "photos/a.jpg", "photos/b.jpg"):
            assert now.get(name) == second[name] or store.sound(digest(second[name]))
        assert killed or not [name for name in now if name.endswith(".new")]
        steps.append(step)
    assert len(steps) > 10
    assert {
        name: data for name, data in files(content.parent).items() if ".new" not in name
    } == first


def test_nothing_is_replaced_where_the_disc_has_no_room(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(content)
    changed(content, "Second")
    before = files(content.parent)
    monkeypatch.setattr(versions_place, "SPARE", 2**60)

    with pytest.raises(StateError, match="too little room"):
        back(content, 1)

    assert files(content.parent) == before
