"""The kiosk's voice, on a device that is only played: no test needs sound hardware."""

import io
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from logging import LogRecord
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ui.sound import CHANNELS, RATE, Samples, SoundError, decoded, seconds
from kiosk.ui.speech import Engine
from kiosk.ui.voice import BEGIN, STEPS, TAIL, Voice

PIECE = 4410
"""Frames that the device wants at once."""

VOICES = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin)  sit/cmn              (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Pinyin)    sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
 2  en-gb           --/M      English             gmw/en               (en 2)
 5  fr-fr           --/M      French              roa/fr               (fr 5)
"""


class Device:
    """Draws all there is as fast as it comes; once `held` is set, it waits before it draws."""

    def __init__(self) -> None:
        self.drawn = b""
        self.open = 0
        self.go = Event()
        self.go.set()

    @contextmanager
    def out(self, samples: Samples) -> Iterator[None]:
        next(samples)
        self.open += 1
        try:
            if self.go.is_set():
                self._draw(samples)
            yield
        finally:
            self.open -= 1

    def _draw(self, samples: Samples) -> None:
        try:
            while True:
                self.drawn += samples.send(PIECE)
        except StopIteration:
            pass


def tone(frames: int = RATE // 2) -> bytes:
    """Return a WAV file of the loudest there is."""
    file = io.BytesIO()
    with wave.open(file, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(b"\xff\x7f" * frames)
    return file.getvalue()


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


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    file = tmp_path / "a.wav"
    file.write_bytes(tone())
    return file


@pytest.fixture
def device() -> Device:
    return Device()


@pytest.fixture
def voice(kiosk_app: QApplication, device: Device) -> Iterator[Voice]:
    """A voice for recordings, that knows its device."""
    made = ready(Voice(None, device.out))
    yield made
    made.close()


def ready(voice: Voice) -> Voice:
    voice.look(recordings=True)
    over(voice)
    return voice


def over(voice: Voice) -> None:
    """Wait until all that plays has come to its end, and tell."""
    for thread in voice._threads:
        thread.join()
    QApplication.processEvents()


def loudest(samples: bytes) -> int:
    return max(memoryview(samples).cast("h"))


def test_nothing_is_heard_before_there_is_a_device(kiosk_app: QApplication, device: Device) -> None:
    voice = Voice(None, device.out)
    assert not voice.can("zh", Path("a.wav"))
    voice.play("", "zh", Path("a.wav"))
    assert not voice.playing


def test_no_device_is_opened_where_there_is_nothing_to_hear(
    kiosk_app: QApplication, device: Device
) -> None:
    voice = Voice(None, device.out)
    voice.look(recordings=False)
    assert voice._threads == []


def test_a_recording_plays_to_its_end_and_tells(
    voice: Voice, device: Device, recording: Path
) -> None:
    told: list[bool] = []
    voice.changed.connect(lambda: told.append(voice.playing))
    voice.play("", "zh", recording)
    playing = [voice.playing]
    over(voice)
    assert told == [*playing, voice.playing] == [True, False]
    frames = len(device.drawn) / (2 * CHANNELS)
    assert RATE / 2 + TAIL * RATE <= frames <= RATE / 2 + TAIL * RATE + 2 * PIECE


def test_it_is_silent_at_once_when_stopped(voice: Voice, device: Device, recording: Path) -> None:
    device.go.clear()
    voice.play("", "zh", recording)
    voice.stop()
    assert not voice.playing
    over(voice)
    assert device.open == 0


def test_the_end_of_what_was_stopped_is_not_the_end_of_what_plays(
    voice: Voice, device: Device, recording: Path
) -> None:
    device.go.clear()
    voice.play("", "zh", recording)
    first = voice._threads[-1]
    voice.play("", "zh", recording)
    first.join()
    QApplication.processEvents()
    assert voice.playing


def test_each_step_is_louder(voice: Voice, device: Device, recording: Path) -> None:
    voice.louder(-STEPS)
    heard = []
    for _ in range(STEPS):
        device.drawn = b""
        voice.play("", "zh", recording)
        over(voice)
        heard.append(loudest(device.drawn))
        voice.louder(1)
    assert heard == sorted(set(heard))
    assert heard[-1] == 2**15 - 1


def test_the_volume_has_two_ends(voice: Voice) -> None:
    assert voice.volume == BEGIN
    voice.louder(99)
    assert voice.volume == STEPS
    voice.louder(-99)
    assert voice.volume == 1


def test_without_a_device_it_is_said_once_and_nothing_can_be_heard(
    kiosk_app: QApplication, recording: Path, expects_log: list[LogRecord]
) -> None:
    def none() -> Iterator[None]:
        raise SoundError("no device")

    @contextmanager
    def broken(_samples: Samples) -> Iterator[None]:
        yield from none()

    voice = ready(Voice(None, broken))
    assert not voice.can("zh", recording)
    assert [one.getMessage() for one in expects_log] == ["nothing to be heard: no device"]


def test_a_device_that_goes_is_missed_once(
    kiosk_app: QApplication, device: Device, recording: Path, expects_log: list[LogRecord]
) -> None:
    made: list[Voice] = []

    @contextmanager
    def out(samples: Samples) -> Iterator[None]:
        if made and made[0]._heard:
            raise SoundError("unplugged")
        with device.out(samples):
            yield

    voice = ready(Voice(None, out))
    made.append(voice)
    for _ in range(2):
        voice.play("", "zh", recording)
        over(voice)
        assert not voice.playing
    assert not voice.can("zh", recording)
    assert len(expects_log) == 1


def test_a_damaged_recording_takes_nothing_else_away(
    voice: Voice, tmp_path: Path, recording: Path, expects_log: list[LogRecord]
) -> None:
    (tmp_path / "b.mp3").write_bytes(b"no sound")
    voice.play("", "zh", tmp_path / "b.mp3")
    over(voice)
    assert not voice.playing
    assert voice.can("zh", recording)
    assert len(expects_log) == 1


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
