"""Where a figure comes from: all that is known of it, told line by line."""

from kiosk.content.derived import sentence
from kiosk.content.figures import Figure
from kiosk.panels import signs
from kiosk.panels.brief import Brief

Lines = list[tuple[str, str]]
"""Pairs of what is told and the telling, in the visitor's language."""


def facts(brief: Brief, name: str) -> Lines:
    """Return what there is to say of a figure, from its value to its place in the source."""
    figure = brief.figure(name)
    lines = [
        (signs.VALUE, value(brief, figure)),
        (signs.COUNTED, brief.say(figure.label)),
        (signs.AMONG, brief.say(figure.among) or brief.say(figure.of)),
        (signs.PERIOD, brief.say(figure.period)),
        (signs.DEFINITION, brief.say(figure.definition)),
        *((signs.TOLD_AGAIN, text) for text in told_again(brief, name)),
        (signs.STANDS, stands(brief, figure)),
    ]
    return [(label.to(brief.look.language), text) for label, text in lines if text]


def value(brief: Brief, figure: Figure) -> str:
    """Return a figure with its qualifier, and an arrow where it tells a fall or a rise."""
    arrow = {"down": "↓ ", "up": "↑ "}[figure.direction] if figure.direction else ""
    return arrow + brief.phrase(figure)


def told_again(brief: Brief, name: str) -> list[str]:
    """Return every sentence that follows from a figure."""
    exhibit, language = brief.exhibit, brief.look.language
    return [
        sentence(exhibit, key, language)
        for key, one in exhibit.derived.items()
        if name in {source for source, _ in one.sources}
    ]


def stands(brief: Brief, figure: Figure) -> str:
    """Return the heading and the paragraph of the source."""
    heading = brief.exhibit.headings.get(figure.source.heading)
    if heading is None:
        return ""
    told = signs.PARAGRAPH.to(brief.look.language)
    return told.format(brief.say(heading), figure.source.paragraph)
