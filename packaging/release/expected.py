"""What the program renders without a display, to hold against what a screen shows."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import kiosk
from kiosk.commands.versions import reader
from kiosk.shell.reach import ANYWHERE
from kiosk.shell.tour import Guide, screens
from kiosk.ui.application import application

DPI = 101.6
"""Dots to an inch of the emulated screens, which are 320 mm wide: buttons grow by it."""


def render(folder: Path, size: tuple[int, int], wanted: frozenset[str]) -> None:
    """Render some screens of the exhibit that ships, each as LANGUAGE-KEY.png."""
    application(offscreen=True)
    content = Path(kiosk.__file__).parents[1] / "content.yaml"
    found = reader()(content)
    if isinstance(found, list):
        raise TypeError(found)
    folder.mkdir(exist_ok=True)
    with closing(Guide(found.exhibit, content, size)) as guide:
        guide.controller.take_screen(DPI, ANYWHERE)
        for language in found.exhibit.languages:
            for screen in screens(guide.route, language):
                if screen.key in wanted:
                    guide.picture(screen).save(str(folder / f"{language}-{screen.key}.png"))
