"""Showing what staff save while the kiosk runs; what is wrong is told to them alone."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded
from kiosk.content.panel import Panel
from kiosk.content.problems import Problem
from kiosk.content.report import describe
from kiosk.shell.reload_files import Files, Mark, News, survey

log = logging.getLogger(__name__)

LOOK: Final = 250
"""Milliseconds between looks: what was saved is there within a second, and rest stays rest."""


@dataclass(frozen=True)
class Source:
    """Where an exhibit is edited: `found` was read from `content`, which had the mark `seen` before.

    `read` reads it again and never raises, `keep` keeps a copy of what is good; both are called in
    a worker. `language` is that of messages.
    """

    content: Path
    seen: Mark
    found: Loaded | list[Problem]
    read: Callable[[Path], Loaded | list[Problem]]
    keep: Callable[[Loaded], None]
    language: str


class Reload(QObject):
    """Looks at the files of an exhibit and reads them again when they have changed.

    `good` hears of an exhibit that is another one, and of the pictures that are; `tell` hears what
    is wrong, and an empty list when nothing is any more.
    """

    _came = Signal(object)

    def __init__(
        self,
        source: Source,
        good: Callable[[Exhibit[Panel], set[Path]], None],
        tell: Callable[[Sequence[Problem]], None],
    ) -> None:
        super().__init__()
        self._source, self._good, self._tell = source, good, tell
        self._files = Files(source.content, source.seen)
        self._changed: set[Path] = set()
        self._shown: Exhibit[Panel] | None = None
        self._told: object = None
        self._busy = False
        self._reader, self._keeper = QThreadPool(self), QThreadPool(self)
        for pool in (self._reader, self._keeper):
            pool.setMaxThreadCount(1)
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look, and keep what was found if it is good."""
        news = survey(self._source.content, self._source.found)
        self._files.watch(news.pictures)
        if isinstance(news.found, Loaded):
            self._shown = news.found.exhibit
            self._keep(news.found)
        else:
            self._told = (news.found, news.lines)
            self._tell(news.found)
        self._timer.start(LOOK)

    def look(self) -> None:
        """Read in the worker if anything has changed and then stayed the same."""
        if self._busy:
            return
        still = self._files.look()
        if still:
            self._changed |= still - {self._source.content}
            self._busy = True
            self._reader.start(self._read)

    def _read(self) -> None:
        """Read; an exception here would reach nobody, and nothing would be read again."""
        news = None
        try:
            news = survey(self._source.content, self._source.read(self._source.content))
        except Exception:
            log.exception("%s cannot be read", self._source.content)
        self._came.emit(news)

    def _take(self, news: object) -> None:
        """Take what was read, unless the file is another one by now: then looking goes on."""
        wanted, self._busy = self._busy, False
        if not wanted or not isinstance(news, News) or self._files.stale:
            return
        if isinstance(news.found, Loaded):
            self._accept(news.found, news)
        else:
            self._refuse(news.found, news)

    def _accept(self, loaded: Loaded, news: News) -> None:
        pictures = self._changed | self._files.watch(news.pictures)
        self._changed, self._told = set(), None
        self._tell([])
        if loaded.exhibit != self._shown or pictures:
            self._shown = loaded.exhibit
            self._good(loaded.exhibit, pictures)
        self._keep(loaded)

    def _refuse(self, problems: list[Problem], news: News) -> None:
        self._files.watch_too(news.pictures)
        self._tell(problems)
        if self._told != (problems, news.lines):
            self._told = (problems, news.lines)
            name, language = str(self._source.content), self._source.language
            log.error("%s", describe(problems, name, news.lines, language))

    def _keep(self, loaded: Loaded) -> None:
        """Keep a copy, in a worker of its own: photographs take long, and saving again does not wait."""
        self._keeper.clear()
        self._keeper.start(partial(self._source.keep, loaded))

    def close(self) -> None:
        """Look no more, and wait for the workers to end; what they still bring is not wanted."""
        self._timer.stop()
        self._busy = False
        for pool in (self._reader, self._keeper):
            pool.clear()
            pool.waitForDone()
