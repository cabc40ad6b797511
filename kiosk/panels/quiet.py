"""The quiet card: what visitors see in place of a panel that cannot be shown."""

from collections.abc import Sequence

from kiosk.panels import signs
from kiosk.panels.view import View
from kiosk.ui.boxes import Box


class QuietCard(View):
    """The chapter's name and one friendly sentence."""

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Say it."""
        kinds, language = self.look.theme.type, self.look.language
        chapter = self.words(self.brief.say(self.brief.chapter.title), kinds.title)
        sentence = self.words(signs.QUIET.to(language), kinds.lead, role="ink_soft")
        return [(chapter, 0), (sentence, self.look.px(32))]
