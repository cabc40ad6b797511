"""Good content is kept, whole, so that the kiosk and its staff can go back to it at any time."""

import json
import os
from datetime import timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from kiosk.commands.versions import reader
from kiosk.staff import versions_files
from kiosk.staff.keep import keep
from kiosk.staff.state import StateError
from kiosk.staff.versions import MOST, Store
from kiosk.staff.versions_back import latest_good
from tests.helpers.small import SMALL, written
from tests.staff.dying import at_every_step
from tests.staff.versions.keeping import NOON, WRONG, back, changed, files, harm_newer, kept, read


def objects(file: Path) -> list[Path]:
    return [one for one in (Store.of(file).folder / "objects").rglob("*") if one.is_file()]


def test_a_version_holds_the_file_the_photographs_it_names_and_what_is_missing(
    content: Path,
) -> None:
    (content.parent / "photos" / "other.jpg").write_bytes(b"not named")

    version = kept(content)

    assert version is not None
    assert (version.number, version.panels, version.figures) == (1, 2, 1)
    assert list(version.pictures) == ["photos/a.jpg"]
    assert version.absent == ("photos/b.jpg",)
    assert version.size == len(SMALL.encode()) + 2
    record = json.loads((Store.of(content).folder / "000001.json").read_bytes())
    assert (record["format"], record["time"]) == (1, "2026-05-01T12:00:00Z")


def test_the_time_is_written_in_utc_wherever_the_kiosk_stands(content: Path) -> None:
    version = keep(content, read(content), NOON.astimezone(timezone(timedelta(hours=8))))
    assert version is not None
    assert version.time.isoformat() == "2026-05-01T12:00:00+00:00"


def test_nothing_is_written_while_nothing_changes(content: Path) -> None:
    kept(content)
    before = files(Store.of(content).folder)

    assert kept(content, 1) is None
    os.utime(content.parent / "photos" / "a.jpg", (1, 1))
    assert kept(content, 2) is None

    assert files(Store.of(content).folder) == before


def test_a_photograph_that_comes_or_changes_makes_a_version(content: Path) -> None:
    kept(content)
    (content.parent / "photos" / "b.jpg").write_bytes(b"b1")
    assert kept(content)
    (content.parent / "photos" / "b.jpg").write_bytes(b"b22")
    assert kept(content)
    (content.parent / "photos" / "b.jpg").unlink()
    assert kept(content)


def test_photographs_are_kept_once_however_many_versions_show_them(content: Path) -> None:
    (content.parent / "photos" / "b.jpg").write_bytes(b"a1")
    for number in range(5):
        written(content.parent, SMALL.replace("Small exhibit", f"No. {number}"))
        kept(content)
    assert len(objects(content)) == 5 + 1


def test_only_the_latest_versions_stay_and_nothing_that_they_do_not_need(content: Path) -> None:
    for number in range(MOST + 3):
        kept(changed(content, f"No. {number}"))

    assert Store.of(content).numbers() == list(range(4, MOST + 4))
    assert len(objects(content)) == 2 * MOST


def test_exhibits_do_not_share_their_versions(content: Path, tmp_path: Path) -> None:
    kept(content)
    other = written(tmp_path)
    assert Store.of(other).numbers() == []


def test_a_file_that_was_saved_again_since_it_was_found_good_is_not_kept(content: Path) -> None:
    loaded = read(content)
    written(content.parent, WRONG)

    with pytest.raises(StateError, match="changed just now"):
        keep(content, loaded, NOON)

    assert Store.of(content).numbers() == []


@pytest.mark.parametrize("killed", [True, False], ids=["killed", "disc fails"])
def test_wherever_keeping_ends_the_store_has_the_old_version_or_the_new_one(
    content: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    kept(changed(content, "No. 0"))
    titles = (f"No. {number}" for number in count(1))
    old = "No. 0"
    steps = list[int]()
    for step in at_every_step(
        monkeypatch,
        lambda: changed(content, next(titles)),
        lambda: kept(content),
        killed=killed,
    ):
        store = Store.of(content)
        versions, damaged = store.versions()
        assert damaged == []
        assert all(store.sound(one) for version in versions for _, one in version.files())
        good = latest_good(content, reader())
        title = good.loaded.exhibit.exhibit.title.to("en")
        assert title in (old, f"No. {step}")
        assert files(good.content.parent)["photos/a.jpg"] == title.encode()
        old = title
        steps.append(step)
    assert len(steps) > 8
    assert files(latest_good(content, reader()).content.parent) == files(content.parent)


def test_every_file_is_on_the_disc_before_it_gets_its_name_and_its_name_soon_after(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, waiting = set[int](), set[int]()
    fsync, replace = os.fsync, os.replace

    def syncing(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        waiting.discard(os.fstat(handle).st_ino)
        fsync(handle)

    def replacing(new: Path, target: Path) -> None:
        assert new.stat().st_ino in synced
        waiting.add(target.parent.stat().st_ino)
        replace(new, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(os, "replace", replacing)
    kept(content)
    kept(changed(content, "Second"))
    assert waiting == set()
    back(content, 1)
    assert waiting == set()


def test_what_a_kill_left_behind_goes_with_the_next_version(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in at_every_step(monkeypatch, lambda: None, lambda: kept(content), killed=True):
        if objects(content):
            break
    assert Store.of(content).numbers() == []
    kept(changed(content, "Next"))
    store = Store.of(content)
    assert set(objects(content)) == {store.object(one) for _, one in store.version(1).files()}


def test_a_record_that_is_not_understood_keeps_its_files(content: Path) -> None:
    kept(content)
    there = set(objects(content))
    harm_newer(Store.of(content), 1)

    assert kept(changed(content, "Second"))

    assert there < set(objects(content))


def test_a_harmed_photograph_is_kept_anew(content: Path) -> None:
    kept(content)
    store = Store.of(content)
    store.object(store.version(1).pictures["photos/a.jpg"].stored).write_bytes(b"")

    assert kept(content) is None

    assert all(store.sound(one) for _, one in store.version(1).files())


def test_two_at_once_do_not_disturb_each_other(content: Path) -> None:
    with (
        versions_files.alone(Store.of(content).folder),
        pytest.raises(StateError, match="Another kiosk command"),
    ):
        kept(content)
    assert kept(content)
