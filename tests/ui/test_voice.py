"""The kiosk's voice, on a device that is only played: no test needs sound hardware."""

from collections.abc import Iterator
from contextlib import contextmanager
from logging import LogRecord
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.ui.sound import CHANNELS, RATE, Samples, SoundError
from kiosk.ui.voice import BEGIN, STEPS, TAIL, Voice
from tests.ui.sounds import PIECE, Device, loudest, over, ready


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
