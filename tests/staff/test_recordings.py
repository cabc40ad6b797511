"""Recordings as staff bring them: what a check says of each, and of none that is well."""

import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.small import SMALL
from tests.staff.conftest import Told

Prepare = Callable[[Path], object]

AUDIO = """\
      - kind: ring
        audio:
          files:
            zh: audio/a.wav
"""
DAMAGED = "? this recording cannot be played: it is no sound, or damaged → copy the recording to audio/a.wav again, or save it as an MP3"


def recorded(file: Path, seconds: int = 1) -> None:
    with wave.open(str(file), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(8000)
        made.writeframes(b"\x80" * 8000 * seconds)


@pytest.fixture
def audio(content: Path) -> Path:
    """The folder of a recording that is well."""
    content.write_text(SMALL.replace("      - kind: ring\n", AUDIO), encoding="utf-8")
    folder = content.parent / "audio"
    folder.mkdir()
    recorded(folder / "a.wav")
    return folder


def linked(audio: Path) -> None:
    (audio / "a.wav").unlink()
    (audio / "a.wav").symlink_to("/etc/hostname")


def folder(audio: Path) -> None:
    (audio / "a.wav").unlink()
    (audio / "a.wav").mkdir()


SLIPS: dict[str, tuple[Prepare, list[str]]] = {
    "none": (lambda _audio: None, []),
    "missing": (
        lambda audio: (audio / "a.wav").unlink(),
        ["? there is no recording audio/a.wav yet → put it beside content.yaml as audio/a.wav; until then a speech program reads, if there is one"],
    ),
    "capitals": (
        lambda audio: (audio / "a.wav").rename(audio / "A.WAV"),
        ["? capital letters differ: the file is called audio/A.WAV → write audio/A.WAV"],
    ),
    "a link out of the exhibit": (
        linked,
        ["! this file is a link that leads out of the content folder → delete the link and put the recording itself at audio/a.wav"],
    ),
    "a folder": (folder, [DAMAGED]),
    "no sound": (lambda audio: (audio / "a.wav").write_bytes(b"hello"), [DAMAGED]),
    "silent": (lambda audio: recorded(audio / "a.wav", 0), [DAMAGED]),
    "long": (
        lambda audio: recorded(audio / "a.wav", 240),
        ["? the recording takes 4 minutes, longer than visitors listen → read one panel in 3 minutes at most"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_is_told_at_the_line_that_names_the_recording(
    audio: Path, told: Callable[..., Told], slip: str
) -> None:
    prepare, expected = SLIPS[slip]
    prepare(audio)
    said = told()
    assert [line.partition(" ")[2] for line in said] == expected
    assert all(line.startswith("audio/") for line in said)
    assert all(max(line) >= "\u4e00" for line in told("zh"))


def test_a_recording_in_a_language_that_nobody_can_choose_is_told(
    audio: Path, content: Path, told: Callable[..., Told]
) -> None:
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("zh: audio/", "fr: audio/"), encoding="utf-8")
    (said,) = told()
    assert "fr is not among the languages of exhibit: nobody will hear this recording" in said
