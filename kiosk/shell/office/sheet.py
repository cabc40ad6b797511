"""The staff sheet: sections by name, and of the one that is open its lines and its buttons."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Said
from kiosk.shell.office.flow import Flow, Wanted
from kiosk.shell.office.page import Act, Done, Page, Section
from kiosk.shell.office.paper import Paper
from kiosk.shell.office.work import Job
from kiosk.ui.button import Button
from kiosk.ui.look import Look
from kiosk.ui.words import Words

TITLE = Said("工作人员", "Staff")
CLOSE = Said("关闭", "Close")
BUSY = Said("正在处理，请稍等。", "Working on it; please wait.")
YES, NO = Said("是", "Yes"), Said("否", "No")

TABS = 300
"""Design pixels: the width of the column of sections."""

Cover = Callable[[Look, Callable[[], None], QWidget], Paper]
"""Makes what covers the sheet until it is done with."""


class StaffSheet(Paper):
    """Everything is done at once; what is dangerous is asked first, what is slow goes to a worker."""

    def __init__(
        self,
        look: Look,
        sections: Sequence[Section],
        at: int,
        run: Callable[[Job, Callable[[Done], None]], None],
        close: Callable[[], None],
        parent: QWidget,
    ) -> None:
        """`at` is the section to open first; `run` does a job in a worker."""
        super().__init__(look, parent)
        self._sections, self.at, self._run, self._leave = sections, at, run, close
        self._told: Done = None
        self._asking: Act | None = None
        self._busy = self._gone = False
        self._cover: Paper | None = None
        kinds, language = look.theme.type, look.language
        self._title = Words(look, TITLE.to(language), kinds.title, self)
        names = [section.name.to(language) for section in sections]
        self._tabs = [
            Button(look, name, partial(self.open, number), self, label=name)
            for number, name in enumerate(names)
        ]
        name = CLOSE.to(language)
        self._close = Button(look, name, close, self, label=name, tone="accent")
        self._flow = Flow(look, self)
        self._room = QRect()

    # -- what can be done ----------------------------------------------------------------------

    def open(self, number: int) -> None:
        """Open a section, or write its page anew."""
        self.at, self._told, self._asking = number, None, None
        self._write()

    def _act(self, act: Act) -> None:
        """Do what a button says, or ask first."""
        if act.warning is not None:
            self._told, self._asking = None, act
        elif act.work is not None:
            self._told, self._asking, self._busy = BUSY, None, True
            self._run(act.work, self._done)
        else:
            self._told, self._asking = act.do(), None
        self._write()

    def _done(self, told: Done) -> None:
        self._told, self._busy = told, False
        self._write()

    def _page(self) -> Page:
        """Return what is to be seen now."""
        if self._asking is not None:
            act = self._asking
            sure = replace(act, name=YES, warning=None, tone="accent")
            return Page((act.warning or act.name,), (Act(NO, self._no), sure))
        page = self._sections[self.at].page()
        lines = page.lines if self._told is None else (self._told, *page.lines)
        return replace(page, lines=lines, acts=() if self._busy else page.acts)

    def _no(self) -> None:
        self._asking = None

    # -- what covers it ------------------------------------------------------------------------

    def cover(self, make: Cover) -> None:
        """Lay something over the whole sheet."""
        self.uncover()
        self._cover = make(self.look, self.uncover, self)
        self._cover.setGeometry(self.rect())
        self._cover.show()

    def uncover(self) -> None:
        """Take it away."""
        if self._cover is not None:
            self._cover.drop()
            self._cover = None

    def key(self, key: Qt.Key) -> bool:
        """Give keys to what covers the sheet."""
        return self._cover is not None and self._cover.key(key)

    # -- layout --------------------------------------------------------------------------------

    def _write(self) -> None:
        """Show the page of the open section, unless what was done has taken the sheet away."""
        if self._gone:
            return
        language = self.look.language
        for number, tab in enumerate(self._tabs):
            tab.tone, tab.on = ("main", True) if number == self.at else ("plain", False)
            tab.setEnabled(not self._busy)
            tab.update()
        page = self._page()
        buttons = [
            Wanted(act.name.to(language), partial(self._act, act), act.tone, act.on)
            for act in page.acts
        ]
        above, below = ([one.to(language) for one in part] for part in (page.lines, page.more))
        self._flow.show(above, buttons, below, self._room)
        if self._cover is not None:
            self._cover.raise_()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Sections at the left, in portrait above; the page beside or below them."""
        look = self.look
        edge, gap = look.px(64), look.px(look.theme.space.apart)
        size = self._close.measure()
        self._close.setGeometry(
            self.width() - edge - size.width(), look.px(32), size.width(), size.height()
        )
        y = self._title.place(edge, look.px(40), self.width() - 3 * edge - size.width())
        y += look.px(24)
        columns = 3 if look.portrait else 1
        wide = look.px(TABS)
        if look.portrait:
            wide = (self.width() - 2 * edge - 2 * gap) // 3
        for number, tab in enumerate(self._tabs):
            row, column = divmod(number, columns)
            x = edge + column * (wide + gap)
            tab.setGeometry(x, y + row * (look.target + gap), wide, look.target)
        left, top = edge + wide + edge, y
        if look.portrait:
            left, top = edge, self._tabs[-1].geometry().bottom() + look.px(40)
        self._room = QRect(left, top, self.width() - edge - left, self.height() - edge - top)
        if self._cover is not None:
            self._cover.setGeometry(self.rect())
        self._write()

    def drop(self) -> None:
        """Let go of what covers it, too."""
        self._gone = True
        self.uncover()
        super().drop()
