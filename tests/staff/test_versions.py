"""Good content is kept, whole, so that the kiosk and its staff can go back to it at any time."""

import json
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.commands import restore as restoring
from kiosk.commands import versions as listing
from kiosk.commands.versions import reader
from kiosk.content.load import Loaded
from kiosk.content.problems import Problem
from kiosk.staff import versions_files, versions_place
from kiosk.staff.keep import keep
from kiosk.staff.state import StateError
from kiosk.staff.versions import MOST, Store, Version
from kiosk.staff.versions_back import Restored, latest_good, restore
from kiosk.staff.versions_files import digest
from kiosk.ui import assets
from tests.helpers.small import SMALL, written
from tests.staff.dying import at_every_step

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
WRONG = SMALL.replace("figure: safe", "figure: save")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(cli, "COMMANDS", (listing, restoring))
    monkeypatch.setattr(versions_files, "PATIENCE", 0)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An exhibit with one of its two photographs."""
    (tmp_path / "own" / "photos").mkdir(parents=True)
    file = written(tmp_path / "own")
    (file.parent / "photos" / "a.jpg").write_bytes(b"a1")
    return file


def read(file: Path) -> Loaded:
    found = reader()(file)
    assert isinstance(found, Loaded)
    return found


def kept(file: Path, hours: int = 0) -> Version | None:
    return keep(file, read(file), NOON + timedelta(hours=hours))


def changed(file: Path, title: str) -> Path:
    """Write the exhibit with another title, and another photograph of the lake."""
    written(file.parent, SMALL.replace("Small exhibit", title))
    (file.parent / "photos" / "a.jpg").write_bytes(title.encode())
    return file


def back(file: Path, number: int) -> Restored:
    return restore(number, file, reader(), NOON)


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


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


def harm_record(store: Store, number: int) -> None:
    (store.folder / f"{number:06}.json").write_text("{", encoding="utf-8")


def harm_other_record(store: Store, number: int) -> None:
    (store.folder / f"{number:06}.json").write_bytes((store.folder / "000001.json").read_bytes())


def harm_newer(store: Store, number: int) -> None:
    record = store.folder / f"{number:06}.json"
    record.write_text(record.read_text().replace('"format": 1', '"format": 2'))


def harm_escape(store: Store, number: int) -> None:
    record = store.folder / f"{number:06}.json"
    record.write_text(record.read_text().replace("photos/a.jpg", "../../a.jpg"))


def harm_photograph(store: Store, number: int) -> None:
    store.object(store.version(number).pictures["photos/a.jpg"].stored).write_bytes(b"sECOND")


def lose_photograph(store: Store, number: int) -> None:
    store.object(store.version(number).pictures["photos/a.jpg"].stored).unlink()


def harm_content(store: Store, number: int) -> None:
    store.object(store.version(number).content).write_bytes(b"")


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


def test_two_at_once_do_not_disturb_each_other(content: Path) -> None:
    with (
        versions_files.alone(Store.of(content).folder),
        pytest.raises(StateError, match="Another kiosk command"),
    ):
        kept(content)
    assert kept(content)


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


def test_the_command_lists_what_was_kept_and_what_changed(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    kept(content)
    (content.parent / "photos" / "b.jpg").write_bytes(b"b" * 2_000_000)
    kept(changed(content, "Second"), 3)

    assert cli.main(["--lang", "en", "versions", str(content)]) == 0
    english = capsys.readouterr().out.splitlines()
    assert cli.main(["--lang", "zh", "versions", str(content)]) == 0
    chinese = capsys.readouterr().out.splitlines()
    monkeypatch.delenv("TZ")
    time.tzset()

    assert english == [
        "   1  2026-05-01 20:00  panels: 2, figures: 1, pictures: 1, 0.0 MB",
        "   2  2026-05-01 23:00  panels: 2, figures: 1, pictures: 2, 2.0 MB; lines changed: 1, pictures changed: 2",
        f"To have version 2 back: kiosk restore 2 {content}",
    ]
    assert (
        chinese[1]
        == "   2  2026-05-01 23:00  2 个面板，1 个数字，2 张图片，2.0 MB；比上一版改了 1 行、2 张图片"
    )


def test_programs_get_the_list_as_json(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(content)
    kept(changed(content, "Second"))

    assert cli.main(["versions", "--json", str(content)]) == 0

    first, second = json.loads(capsys.readouterr().out)
    assert (first["number"], first["lines_changed"]) == (1, None)
    assert second == {
        "number": 2,
        "time": "2026-05-01T12:00:00+00:00",
        "panels": 2,
        "figures": 1,
        "pictures": 1,
        "bytes": second["bytes"],
        "lines_changed": 1,
        "pictures_changed": 1,
    }


def test_a_list_with_a_damaged_version_tells_the_others(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(content)
    kept(changed(content, "Second"))
    kept(changed(content, "Third!"))
    harm_record(Store.of(content), 1)
    harm_content(Store.of(content), 2)

    assert cli.main(["--lang", "en", "versions", str(content)]) == 0

    said = capsys.readouterr()
    assert "record of version 1 is damaged" in said.err
    assert [line.split()[0] for line in said.out.splitlines()] == ["2", "3", "To"]


def test_where_nothing_was_kept_the_command_says_where_it_looked(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--lang", "en", "versions", str(content)]) == 0
    said = capsys.readouterr().out
    assert str(Store.of(content).folder) in said
    assert f"KIOSK_STATE=/var/lib/kiosk kiosk versions {content}" in said


def test_the_command_puts_a_version_back_and_says_how_to_undo_that(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(content)
    changed(content, "Second")

    assert cli.main(["--lang", "en", "restore", "1", str(content)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{content} is version 1 again, with 1 pictures.",
        f"To have version 2 back: kiosk restore 2 {content}",
    ]
    assert content.read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["restore", "7", "{}"], "There is no version 7. There are: 1."),
        (["restore", "1", "{}/.."], "is a folder. Type: kiosk restore 1 "),
        (["versions", "{}/.."], "is a folder. Type: kiosk versions "),
    ],
    ids=["unknown", "folder", "list of a folder"],
)
def test_what_cannot_be_done_is_refused_with_what_to_type(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    kept(content)
    shown = [one.replace("{}/..", str(content.parent)).format(content) for one in arguments]

    assert cli.main(["--lang", "en", *shown]) == 1

    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("folder", "code"), [("_data", 1), ("checkout", 0)])
def test_without_a_file_the_own_content_of_a_checkout_comes_back_but_none_inside_a_program(
    content: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    code: int,
) -> None:
    content = content.parent.rename(content.parent.with_name(folder)) / content.name
    monkeypatch.setattr(assets, "shipped", lambda: content.parent)
    kept(content)
    changed(content, "Second")

    assert cli.main(["--lang", "en", "restore", "1"]) == code

    told = "kiosk restore 1 /srv/exhibit/content.yaml" in capsys.readouterr().err
    assert told == bool(code)
    assert (content.read_text(encoding="utf-8") == SMALL) == (not code)


@pytest.mark.parametrize("command", [["versions"], ["restore", "1"]], ids=["versions", "restore"])
def test_a_state_folder_that_cannot_be_had_is_told(
    content: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(content))
    assert cli.main(["--lang", "en", *command, str(content)]) == 1
    assert str(content) in capsys.readouterr().err
