"""What is done to an exhibit and its versions: kept, changed, put back, harmed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.commands.versions import reader
from kiosk.content.load import Loaded
from kiosk.staff.keep import keep
from kiosk.staff.versions import Store, Version
from kiosk.staff.versions_back import Restored, restore
from tests.helpers.small import SMALL, written

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
WRONG = SMALL.replace("figure: safe", "figure: save")


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


def harm_record(store: Store, number: int) -> None:
    (store.folder / f"{number:06}.json").write_text("{", encoding="utf-8")


def harm_newer(store: Store, number: int) -> None:
    record = store.folder / f"{number:06}.json"
    record.write_text(record.read_text().replace('"format": 1', '"format": 2'))


def harm_content(store: Store, number: int) -> None:
    store.object(store.version(number).content).write_bytes(b"")
