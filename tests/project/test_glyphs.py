"""Every character that the exhibit can show is in the faces that it may be set in."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from kiosk.content import phrases
from kiosk.content.base import Text, texts_in
from kiosk.content.derived import sentence
from kiosk.content.exhibit import Exhibit
from kiosk.content.figures import Qualifier
from kiosk.content.numbers import numeral, phrase
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.content.telling import tell
from kiosk.panels import signs
from kiosk.panels.quotation import Quotation
from kiosk.ui.look import Look
from kiosk.ui.theme import KAI, PAPER, SANS, SERIF, Style
from tests.helpers.project import modules

RUNNING = [Style(family, 32, bold=bold) for family in (SERIF, SANS) for bold in (False, True)]
"""Anything may be set in these; a language and a number have no face of their own."""

SHOWN = ("kiosk/ui/", "kiosk/panels/", "kiosk/shell/")
"""The packages whose strings may come to the screen."""


def said(text: Text | None, exhibit: Exhibit[Panel]) -> Iterator[str]:
    for language in exhibit.languages if text else ():
        assert text is not None
        yield tell(text.to(language), exhibit.figures, exhibit.units, language)


def content(exhibit: Exhibit[Panel]) -> Iterator[str]:
    """Yield every text of the exhibit and every figure by itself, in every language."""
    for _, text in texts_in(exhibit):
        yield from said(text, exhibit)
    for name in exhibit.derived:
        yield from (sentence(exhibit, name, language) for language in exhibit.languages)
    units = exhibit.units
    for figure in exhibit.figures.values():
        for language in exhibit.languages:
            yield phrase(figure, "", units, language)
            for value in (figure.value, figure.before, figure.after):
                if value is not None:
                    pieces = numeral(value, figure, units, language)
                    yield from (pieces.before, *map(pieces.digits, (0.0, 0.5, 1.0)), pieces.after)


def own_words() -> Iterator[str]:
    """Yield what the program itself says to visitors, in both languages."""
    own = [*signs.SAID, *(one for one in vars(phrases).values() if isinstance(one, Said))]
    for one in own:
        yield from (one.zh, one.en)
    for language in ("zh", "en"):
        for qualifier in Qualifier:
            yield from phrases.qualify(qualifier, language)
        yield from (phrases.ordinal(rank, language) for rank in range(1, 120))
    yield from signs.LANGUAGE_NAMES.values()


def in_the_code() -> Iterator[str]:
    """Yield every string with a character beyond ASCII in the code that draws."""
    for module in modules():
        if module.where.startswith(SHOWN):
            yield from (text for _, text in module.words() if not text.isascii())


def missing(texts: Iterable[str], styles: Iterable[Style]) -> set[str]:
    """Return the characters that a face lacks, each with the face."""
    characters = sorted(set("".join(texts)) - {"\n"})
    assert len(characters) > 10
    lacking = set()
    for style in styles:
        for language in ("zh", "en"):
            metrics = QFontMetrics(Look(1920, 1080, language).font(style))
            lacking |= {
                f"{one} U+{ord(one):04X} in {style.family}{' bold' if style.bold else ''}"
                for one in characters
                if not metrics.inFontUcs4(ord(one))
            }
    return lacking


@pytest.mark.parametrize("role", [one.name for one in fields(PAPER.type)])
def test_every_role_of_type_gets_the_face_that_it_names(kiosk_app: QApplication, role: str) -> None:
    style: Style = getattr(PAPER.type, role)
    for language in ("zh", "en"):
        face = QRawFont.fromFont(Look(1920, 1080, language).font(style))
        assert (face.familyName(), face.weight()) == (style.family, 700 if style.bold else 400)


def test_no_face_of_this_machine_can_stand_in_for_a_bundled_one(kiosk_app: QApplication) -> None:
    generic = {"Sans Serif", "Serif", "Monospace"}
    assert set(QFontDatabase.families()) - generic == {SERIF, SANS, KAI}


def test_a_character_that_no_face_has_is_noticed(kiosk_app: QApplication) -> None:
    found = missing(["abcdefghijk \U0001f600"], [Style(SERIF, 32)])
    assert found == {"\U0001f600 U+1F600 in Kiosk Serif"}


def test_the_texts_of_the_exhibit_have_every_glyph(
    kiosk_app: QApplication, exhibit: Exhibit[Panel]
) -> None:
    assert missing(content(exhibit), RUNNING) == set()


def test_the_program_s_own_words_have_every_glyph(kiosk_app: QApplication) -> None:
    assert missing(own_words(), RUNNING) == set()
    assert missing(in_the_code(), RUNNING) == set()


def test_digits_have_every_glyph_in_every_face(kiosk_app: QApplication) -> None:
    assert missing(["0123456789.,%−-"], [*RUNNING, Style(KAI, 32)]) == set()


def test_verses_have_every_glyph_of_the_brush(
    kiosk_app: QApplication, exhibit: Exhibit[Panel]
) -> None:
    """Quotations, the couplet, and beside a chapter's mountains its subtitle stand in Kai."""
    cover = exhibit.exhibit
    texts = [chapter.subtitle for chapter in exhibit.chapters]
    texts += [cover.couplet.lines] if cover.couplet else []
    texts += [
        panel.text
        for chapter in exhibit.chapters
        for panel in chapter.panels
        if isinstance(panel, Quotation)
    ]
    spoken = [line for text in texts for line in said(text, exhibit)]
    assert "凭君传语报平安" in "".join(spoken)
    assert missing(spoken, [Style(KAI, 32)]) == set()
