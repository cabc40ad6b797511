"""Every screen in every language, size and size of text: pictures of it, and what is wrong there."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.content.base import Path as Where
from kiosk.content.load import Loaded
from kiosk.content.problems import Problem, Said
from kiosk.panels.quiet import QuietCard
from kiosk.shell.setting import looking
from kiosk.staff.audit import Fault, audit
from kiosk.staff.blame import Blame, message, remedy
from kiosk.staff.check import Report
from kiosk.staff.contrast import pale
from kiosk.staff.easel import Easel, Place
from kiosk.staff.remarks import Found, Level
from kiosk.ui.application import application
from kiosk.ui.look import LANDSCAPE, PORTRAIT, Look
from kiosk.visit.choices import NONE, TEXTS, Choices, Pinyin
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Contents, Home, State

Size = tuple[int, int]
Tell = Callable[[int, int, Size], None]
"""Hears, as each size begins, which of how many it is."""

SIZES: Final = (LANDSCAPE, PORTRAIT)
UNDERWAY: Final = (0.0, 0.5)
"""Where numbers are looked at on their way."""

_BROKEN: Final = (
    Said("这个面板显示不出来，观众会看到一句道歉", "this panel cannot be shown; visitors would see an apology"),
    Said("先去掉它，并告诉维护展览机的人", "leave it out, and tell whoever looks after the kiosk"),
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What to look at: sizes in pixels, languages of the exhibit, what visitors may choose."""

    languages: tuple[str, ...]
    sizes: tuple[Size, ...] = SIZES
    choices: tuple[Choices, ...] = TEXTS

    def states(self) -> Iterator[State]:
        """Yield every way in which a screen may be shown; there is no pinyin but for Chinese."""
        for language, choices in product(self.languages, self.choices):
            if language.startswith("zh") or choices.pinyin is Pinyin.NONE:
                yield State(Home(), language, choices)


class _Trouble(NamedTuple):
    """One thing to mend: where, and how; it may show in several ways and on several screens."""

    at: Where
    hint: Said


class _Seen(NamedTuple):
    """How a trouble showed first, and on which screens it showed."""

    message: Said
    screens: list[Said]


class _Renderer:
    """Goes from screen to screen, and remembers what is wrong and where it was seen."""

    def __init__(self, easel: Easel, out: Path | None) -> None:
        self._easel, self._out = easel, out
        self._blame = Blame(easel.route)
        self.chosen = NONE
        """What the visitor of these screens has chosen."""
        self.troubles: dict[_Trouble, _Seen] = {}

    def cover(self, look: Look) -> None:
        """See to the cover."""
        self._judge(self._easel.show_cover(look), None, look)
        self._keep(look, "000-cover")

    def place(self, place: Place, look: Look, name: str) -> None:
        """See to a view and to all its pages; the band below says nothing of the content."""
        view = self._easel.show(place, look)
        if isinstance(view, QuietCard):
            said, hint = _BROKEN
            self._note(_Trouble(self._blame.base(place), hint), said, look)
        for share in UNDERWAY if view.grows else ():
            view.show_share(share)
            self._blamed(audit(view, look), place, look)
        view.show_share(1.0)
        self._judge(view, place, look)
        self._keep(look, name)
        for page in range(1, len(view.pages)):
            view.pages.turn()
            self._judge(view, place, look)
            self._keep(look, f"{name}-page-{page + 1}")

    def _judge(self, scene: QWidget, place: Place | None, look: Look) -> None:
        self._blamed((*audit(scene, look), *pale(scene, look)), place, look)

    def _blamed(self, faults: Iterable[Fault], place: Place | None, look: Look) -> None:
        """Note the first fault of each name: what is cut off also lies on things and looks pale."""
        first: dict[str, Fault] = {}
        for fault in faults:
            first.setdefault(fault.name, fault)
        # The cover shows two languages at once.
        languages = (look.language,) if place else self._easel.route.exhibit.languages[:2]
        for name, fault in first.items():
            spot = self._blame.spot(name, languages, self._blame.base(place))
            self._note(_Trouble(spot.at, remedy(fault, spot)), message(fault), look)

    def _note(self, trouble: _Trouble, said: Said, look: Look) -> None:
        size, share = f"{look.width}x{look.height + look.above}", self.chosen.name
        screen = Said(
            f"{size}，{look.language}，字号 {share}", f"{size}, {look.language}, text {share}"
        )
        seen = self.troubles.setdefault(trouble, _Seen(said, []))
        if screen not in seen.screens:
            seen.screens.append(screen)

    def _keep(self, look: Look, name: str) -> None:
        if self._out is None:
            return
        size = f"{look.width}x{look.height + look.above}"
        folder = self._out / size / f"{look.language}-{self.chosen.name.replace('%', '')}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        if not self._easel.window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")


def render(
    loaded: Loaded, content: Path, wanted: Wanted, tell: Tell, out: Path | None = None
) -> Report:
    """Look at every screen and return what is wrong, placed; `out` is a folder for the pictures.

    Needs no display, and holds one screen at a time. OSError tells that `out` cannot be written.
    """
    application(offscreen=True)
    route = Route(loaded.exhibit)
    with closing(Easel(route, content)) as easel:
        renderer = _Renderer(easel, out)
        for number, size in enumerate(wanted.sizes, 1):
            tell(number, len(wanted.sizes), size)
            renderer.chosen = NONE
            renderer.cover(Look(*size, route.exhibit.languages[0]))
            for state in wanted.states():
                renderer.chosen, look = state.choices, looking(size, state, easel.sounds)
                for name, place in places(route):
                    renderer.place(place, look, name)
    found = [_placed(loaded, *trouble) for trouble in renderer.troubles.items()]
    findings = sorted(found, key=lambda one: one.problem)
    return Report(tuple(findings), loaded.tree.lines, read=True)


def places(route: Route) -> Iterator[tuple[str, Place]]:
    """Yield every view in the order of a visit, with the name of its picture."""
    yield "001-home", Home()
    yield "002-contents", Contents()
    for number, (at, stop) in enumerate(route.stops, 10):
        leg = route.legs[at]
        key = f"{leg.key.replace('/', '-')}-{route.panel(at).kind}"
        yield f"{number:03d}-{key}" + (f"-{stop + 1}" if leg.stops > 1 else ""), AtPanel(at, stop)


def together(one: Report, other: Report) -> Report:
    """Return the findings of both, in the order of the file."""
    findings = sorted((*one.findings, *other.findings), key=lambda found: found.problem)
    return replace(one, findings=tuple(findings))


def _placed(loaded: Loaded, trouble: _Trouble, seen: _Seen) -> Found:
    more = len(seen.screens) - 1
    zh = f"；另有 {more} 种画面也是" if more else ""
    en = f"; and on {more} more" if more else ""
    said, first = seen.message, seen.screens[0]
    told = Said(f"{said.zh}（{first.zh}{zh}）", f"{said.en} ({first.en}{en})")
    return Found(Problem(loaded.place(trouble.at), told, trouble.hint), Level.PROBLEM)
