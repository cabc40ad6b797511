"""A panel with its sheets, for the tests of these."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.panels.brief import Brief, Shop
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.overlay import Overlay
from kiosk.shell.screens import SHEETS
from kiosk.ui.look import Look
from kiosk.ui.words import Words
from kiosk.visit.intents import Intent
from kiosk.visit.route import Route

LOOK = Look(1920, 1080)
Show = Callable[[float], None]


@dataclass
class Desk:
    """Lays sheets, and drives what moves on them by hand."""

    route: Route
    shop: Shop
    sent: list[Intent] = field(default_factory=list)
    moving: list[Show] = field(default_factory=list)
    sheets: list[Overlay] = field(default_factory=list)

    def panels(self, sheet: str) -> list[int]:
        return [at for at in range(len(self.route.legs)) if sheet in self.route.panel(at).sheets]

    def lay(self, sheet: str, at: int, look: Look = LOOK) -> Overlay:
        leg, shop = self.route.legs[at], self.shop
        moved = replace(shop, animate=lambda _seconds, show: self.moving.append(show))
        brief = Brief(
            self.route.exhibit,
            leg.chapter,
            self.route.panel(at),
            at,
            0,
            look,
            moved,
            self.sent.append,
        )
        made = SHEETS[sheet](brief)
        made.resize(look.width, look.height)
        made.grab()
        self.sheets.append(made)
        return made

    def guess(self, shape: str, look: Look = LOOK) -> GuessSheet:
        found = (self.lay("guess", at, look) for at in self.panels("guess"))
        sheet = next(
            one for one in found if isinstance(one, GuessSheet) and one.asked.shape == shape
        )
        sheet.show()
        return sheet


def said(sheet: Overlay) -> str:
    words = [one for one in sheet.findChildren(Words) if one.isVisibleTo(sheet)]
    return "\n".join(one.text for one in words)
