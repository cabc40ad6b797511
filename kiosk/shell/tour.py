"""A tour: every screen of the exhibit as a picture, and one sheet of them all."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.shell.controller import Controller
from kiosk.shell.opening import shop, sounds
from kiosk.ui.application import application
from kiosk.ui.motion import Level, Motion
from kiosk.ui.theme import PAPER, SANS
from kiosk.visit.intents import (
    GoContents,
    GoHome,
    Intent,
    Lay,
    Leave,
    OpenPanel,
    Speak,
    Tick,
    Touched,
    Zoom,
)
from kiosk.visit.passing import COVER_DWELL
from kiosk.visit.route import Route

THUMB = 480
"""Pixels: the longer side of a picture on the sheet."""


@dataclass(frozen=True)
class Screen:
    """One picture: its name, and the intents that lead to it from the cover."""

    number: int
    key: str
    """What it shows, whatever comes before it: cover, home, leadership-3-bars …"""
    intents: tuple[Intent, ...]
    wait: float = 0.0
    """Seconds that pass after the intents."""

    @property
    def name(self) -> str:
        """Its key behind its number, so that files sort in the order of a visit."""
        return f"{self.number:03d}-{self.key}"


def screens(route: Route, language: str) -> Iterator[Screen]:
    """Yield every screen in the order of a visit."""
    idle = route.exhibit.exhibit.idle
    yield Screen(0, "cover", (Leave(),))
    yield Screen(1, "home", (Touched(), Speak(language), GoHome()))
    yield Screen(2, "contents", (Touched(), Speak(language), GoContents()))
    yield Screen(3, "attract", (Leave(),), wait=COVER_DWELL + 1)
    zoomed, laid = False, {"listen"}  # a tour has no voice
    for number, (at, stop) in enumerate(route.stops):
        leg = route.legs[at]
        kind = route.panel(at).kind
        key = f"{leg.key.replace('/', '-')}-{kind}" + (f"-{stop + 1}" if leg.stops > 1 else "")
        there = (Touched(), Speak(language), OpenPanel(at, stop))
        yield Screen(10 + number, key, there)
        if leg.stops > 1 and not zoomed:
            zoomed = True
            yield Screen(10 + number, f"{key}-zoom", (*there, Zoom(on=True)))
        for sheet in sorted(set(route.panel(at).sheets) - laid):
            laid.add(sheet)
            yield Screen(10 + number, f"{key}-{sheet}", (*there, Lay(sheet)))
    asking = (Touched(), Speak(language), GoHome())
    yield Screen(999, "still-there", asking, wait=idle.ask_after + 1)


class Guide:
    """Walks an exhibit without a visitor: its own clock, no motion, pictures waited for."""

    def __init__(self, exhibit: Exhibit[Panel], content: Path, size: tuple[int, int]) -> None:
        self._now = 0.0
        self.window = QWidget()
        self.window.resize(*size)
        self._shop = replace(shop(content, patient=True), ruby=sounds(exhibit))
        self.route = Route(exhibit)
        motion = Motion(lambda: self._now, Level.NONE)
        self.controller = Controller(self.window, self.route, self._shop, motion)

    def picture(self, screen: Screen) -> QPixmap:
        """Return the picture of one screen."""
        self.controller.take(Leave())
        for intent in screen.intents:
            self.controller.take(intent)
        self._now += screen.wait
        if screen.wait:
            self.controller.take(Tick())
        QApplication.sendPostedEvents()
        return self.controller.still()

    def close(self) -> None:
        """Let everything go."""
        self.controller.close()
        self._shop.pictures.close()
        self.window.deleteLater()


def sheet(pictures: list[tuple[str, QImage]], columns: int) -> QImage:
    """Return all pictures side by side with their names."""
    wide = max(image.width() for _, image in pictures)
    high = max(image.height() for _, image in pictures) + 34
    gap, rows = 16, -(-len(pictures) // columns)
    whole = QImage(
        columns * (wide + gap) + gap, rows * (high + gap) + gap, QImage.Format.Format_RGB32
    )
    whole.fill(QColor(PAPER.palette.night))
    font = QFont(SANS)
    font.setPixelSize(18)
    with QPainter(whole) as painter:
        painter.setFont(font)
        painter.setPen(QColor(PAPER.palette.on_dark))
        for index, (name, image) in enumerate(pictures):
            row, column = divmod(index, columns)
            x, y = gap + column * (wide + gap), gap + row * (high + gap)
            painter.drawImage(x, y, image)
            painter.drawText(
                QRect(x, y + high - 32, wide, 30), int(Qt.AlignmentFlag.AlignVCenter), name
            )
    return whole


def tour(
    exhibit: Exhibit[Panel],
    content: Path,
    out: Path,
    *,
    size: tuple[int, int] = (1920, 1080),
    languages: tuple[str, ...] = (),
    keep: frozenset[str] | None = None,
) -> Path:
    """Render every screen in every language into `out`; return the sheet's path.

    `keep` names the screens to render by their keys; None renders all.
    OSError tells that the folder cannot be written.
    """
    application(offscreen=True)
    out.mkdir(parents=True, exist_ok=True)
    small: list[tuple[str, QImage]] = []
    with closing(Guide(exhibit, content, size)) as guide:
        for language in languages or exhibit.languages:
            for screen in screens(guide.route, language):
                if keep is not None and screen.key not in keep:
                    continue
                image = guide.picture(screen).toImage()
                name = f"{language}-{screen.name}"
                path = out / f"{name}.png"
                if not image.save(str(path)):
                    raise OSError(f"{path} cannot be written")
                fitted = image.scaled(
                    THUMB,
                    THUMB,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                small.append((name, fitted))
    path = out / "contact-sheet.png"
    if not sheet(small, 6).save(str(path)):
        raise OSError(f"{path} cannot be written")
    return path
