"""Sound files and the program that speaks: how long, in whose voice, and what when they fail."""

from logging import LogRecord
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ui.sound import SoundError, decoded, seconds
from kiosk.ui.speech import Engine
from kiosk.ui.voice import Voice
from tests.ui.sounds import Device, loudest, over, ready, tone

VOICES = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin)  sit/cmn              (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Pinyin)    sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
 2  en-gb           --/M      English             gmw/en               (en 2)
 5  fr-fr           --/M      French              roa/fr               (fr 5)
"""


def program(folder: Path, does: str) -> Engine:
    """Return a speech program that tells its voices, and else does what is asked for."""
    (folder / "voices").write_text(VOICES, encoding="utf-8")
    (folder / "tone.wav").write_bytes(tone())
    file = folder / "espeak-ng"
    file.write_text(
        f'#!/bin/sh\ncd "{folder}"\n[ "$1" = --voices ] && exec cat voices\n{does}\n',
        encoding="utf-8",
    )
    file.chmod(0o755)
    return Engine(str(file))


# -- files -----------------------------------------------------------------------------------------


def test_a_file_is_as_long_as_it_plays(recording: Path) -> None:
    assert seconds(recording) == pytest.approx(0.5)


@pytest.mark.parametrize("data", [b"", b"no sound", tone()[:40]], ids=["empty", "text", "head"])
def test_what_is_no_sound_is_an_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(data)
    with pytest.raises(SoundError):
        seconds(tmp_path / "a.wav")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SoundError):
        decoded(tmp_path / "a.wav")


# -- speech ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "name"),
    [("zh", "cmn"), ("zh-Hant", "cmn"), ("en", "en"), ("en-GB", "en-gb"), ("fr", "fr"), ("de", "")],
)
def test_a_language_has_the_voice_that_the_program_has_for_it(
    tmp_path: Path, language: str, name: str
) -> None:
    engine = program(tmp_path, "")
    engine.learn()
    assert engine.voice(language) == name


def test_a_text_is_spoken_where_nobody_recorded_it(
    kiosk_app: QApplication, tmp_path: Path, device: Device
) -> None:
    voice = ready(Voice(program(tmp_path, 'cat > said; echo "$@" > how; cat tone.wav'), device.out))
    assert voice.can("zh", None)
    assert not voice.can("de", None)
    voice.play('从前；$(touch no) "--x', "zh", None)
    over(voice)
    assert (tmp_path / "said").read_text(encoding="utf-8") == '从前；$(touch no) "--x'
    assert (tmp_path / "how").read_text(encoding="utf-8").split()[:2] == ["-v", "cmn"]
    assert loudest(device.drawn) > 0
    assert not (tmp_path / "no").exists()


def test_a_program_that_works_on_is_ended_when_nobody_listens(tmp_path: Path) -> None:
    engine = program(tmp_path, "exec sleep 600")
    engine.learn()
    assert engine.speak("从前", "zh", lambda: True) == b""


def test_a_program_that_fails_is_silent(
    kiosk_app: QApplication, tmp_path: Path, device: Device
) -> None:
    voice = ready(Voice(program(tmp_path, "exit 1"), device.out))
    voice.play("从前", "zh", None)
    over(voice)
    assert not voice.playing
    assert device.drawn == b""


def test_a_program_that_is_gone_is_missed_once(
    kiosk_app: QApplication, tmp_path: Path, device: Device, expects_log: list[LogRecord]
) -> None:
    voice = ready(Voice(Engine(str(tmp_path / "gone")), device.out))
    assert not voice.can("zh", None)
    assert len(expects_log) == 1


def test_it_is_looked_for_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Engine.found() is None
    program(tmp_path, "")
    assert Engine.found() is not None
