"""A panel read aloud: what staff write of its recordings."""

import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.content.assets import names_file
from kiosk.content.base import Path, Text, leaves_in
from kiosk.content.panel import Panel
from kiosk.content.recording import Recording, SoundPath


@pytest.mark.parametrize("path", ["audio/a.wav", "a.MP3", "一/二.ogg", "a.flac"])
def test_a_recording_inside_the_folder_is_taken(path: str) -> None:
    assert TypeAdapter(SoundPath).validate_python(path) == path


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("../a.mp3", "this path leads out of the content folder", "such as audio/"),
        ("a.jpg", "this kind of file does not fit here", "ends in .wav .mp3 .ogg .flac"),
        ("a.m4a", "this kind of file does not fit here", "ends in .wav .mp3 .ogg .flac"),
    ],
)
def test_a_path_that_is_no_recording_is_refused(path: str, message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(SoundPath).validate_python(path)
    (error,) = caught.value.errors()
    assert error["msg"] == message
    assert hint in error["ctx"]["hint"].en


def test_a_recording_has_at_least_one_file() -> None:
    with pytest.raises(ValidationError):
        Recording(files={})


def test_what_is_said_in_a_recording_is_not_read_on_the_panel() -> None:
    said, title = Text({"zh": "说"}), Text({"zh": "题"})
    audio = Recording(files={"zh": "a.mp3"}, transcript=said)
    assert Panel(kind="text", title=title, audio=audio).texts(0) == (title,)


@pytest.mark.parametrize(
    ("at", "named"),
    [
        (("chapters", 0, "panels", 0, "audio", "files", "zh"), True),
        (("chapters", 0, "panels", 0, "items", 1, "photo"), True),
        (("chapters", 0, "panels", 0, "illustration"), True),
        (("figures", "files", "qualifier"), False),
        (("figures", "photo", "unit"), False),
        (("chapters", 0, "id"), False),
    ],
    ids=lambda at: "-".join(map(str, at)) if isinstance(at, tuple) else "",
)
def test_a_place_that_names_a_file_is_known(at: Path, named: bool) -> None:
    assert names_file(at) is named


def test_the_place_of_a_recording_is_such_a_place() -> None:
    panel = Panel(kind="text", audio=Recording(files={"zh": "a.mp3"}))
    assert [leaf for at, leaf in leaves_in(panel) if names_file(at)] == ["a.mp3"]
