"""How a language is written on the button that leads to it."""

from dataclasses import replace
from typing import Final

from PySide6.QtGui import QFontMetrics

from kiosk.content.base import ENGLISH
from kiosk.content.languages import name_of
from kiosk.panels import signs
from kiosk.ui.look import Look

FEW: Final = 2
"""More languages than this are chosen in the strip of choices."""


def named(look: Look, tag: str) -> tuple[Look, str]:
    """Return the look and the words of a button: the language's own name, in its own face.

    A name that this face cannot write is told in English.
    """
    own, name = replace(look, language=tag), signs.LANGUAGE_NAMES.get(tag) or name_of(tag)
    face = QFontMetrics(own.font(own.theme.type.button))
    if all(face.inFontUcs4(ord(character)) for character in name):
        return own, name
    return look, name_of(tag, ENGLISH)
