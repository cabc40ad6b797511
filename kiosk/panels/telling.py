"""A stop of a panel told in plain text: to be spoken, or taken along."""

from kiosk.content.derived import sentence as derived
from kiosk.panels.brief import Brief
from kiosk.panels.marks import sentence


def told(brief: Brief) -> tuple[str, ...]:
    """Return what a stop says, paragraph by paragraph: texts, figures, what follows from them."""
    exhibit, panel, language = brief.exhibit, brief.panel, brief.look.language
    texts = [brief.say(text) for text in panel.texts(brief.stop)]
    figures = [sentence(brief, brief.figure(name)) for _, name in panel.figure_names()]
    follows = [derived(exhibit, name, language) for _, name in panel.derived_names()]
    return tuple(dict.fromkeys(text for text in (*texts, *figures, *follows) if text))


def credit(brief: Brief) -> str:
    """Return the work that the figures come from, "" where the exhibit names none."""
    article = brief.exhibit.exhibit.article
    if article is None:
        return ""
    parts = [brief.say(article.title), brief.say(article.authors)]
    return " · ".join(part for part in parts if part)
