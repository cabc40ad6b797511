"""From bytes to a located tree of plain text: the only module that knows YAML.

The parser is used for its events alone, and every scalar stays the text that was typed: `no`,
`1_000` and `2024-13-45` mean nothing here. What staff do not need and machines trip over (anchors,
tags, merge keys, several documents, endless depth) is refused.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from kiosk.content import slips
from kiosk.content.base import KEY, Path
from kiosk.content.decoding import decode
from kiosk.content.problems import Place, Problem, Said, clipped
from kiosk.content.syntax import Stumble, explain
from kiosk.content.tree import Tree

DEPTH: Final = 12
NODES: Final = 150_000
LENGTH: Final = 5_000

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u200b\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_HAN = "\u2e80-\u9fff\uff00-\uffef"
_FOLD = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}{{])|(?<=}}) (?=[{_HAN}])")
"""The space that YAML puts where a text goes on in the next line; Chinese has none."""
_ODD_KEY = re.compile(r"[^\w\"']|.*[：＝=:]")


def read(data: bytes) -> Tree | list[Problem]:
    """Read a content file of at most 2 MB.

    Returns every problem that can be told before the models look at it, sorted by place; never
    raises, and takes time in proportion to the size.
    """
    decoded = decode(data)
    if isinstance(decoded, Problem):
        return [decoded]
    composer = _Composer(decoded.lines, list(decoded.hidden))
    value = composer.compose()
    if composer.problems:
        return sorted(dict.fromkeys(composer.problems))
    return Tree(value, composer.places, composer.ends, decoded.encoding, decoded.lines)


class _TooMuchError(Exception):
    """The file is deeper or longer than any content needs to be; reading stops."""


@dataclass
class _Composer:
    lines: tuple[str, ...]
    problems: list[Problem]
    places: dict[Path, Place] = field(default_factory=dict)
    ends: dict[Path, int] = field(default_factory=dict)
    nodes: int = 0

    def compose(self) -> Any:
        """Build the tree; what goes wrong is in `problems`."""
        if self._directive():
            return None
        try:
            loader = _LOADER("\n".join(self.lines))
            return self._document(iter(loader.get_event, None))
        except _TooMuchError:
            return None
        except yaml.MarkedYAMLError as error:
            self.problems += explain(self.lines, _stumble(error))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self.problems += explain(self.lines, Stumble(str(error), Place()))
        return None

    def _directive(self) -> bool:
        for number, line in enumerate(self.lines, 1):
            if line.strip() and not line.startswith("#"):
                found = slips.found_in(line, number) if line.startswith("%") else None
                self.problems += [found[1]] if found else []
                return found is not None
        return False

    def _document(self, events: Iterator[Any]) -> Any:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            self._add(Place(), Said("文件是空的", "the file is empty"))
            return None
        event = next(events)
        value = self._node(event, events, (), _start(event))
        next(events)
        more = next(events)
        if not isinstance(more, yaml.StreamEndEvent):
            self._add(
                _start(more),
                Said("一个文件里只能有一份内容", "one file holds one exhibit"),
                Said("删掉 --- 这一行", "delete the line ---"),
            )
        return value

    def _node(self, event: Any, events: Iterator[Any], path: Path, place: Place) -> Any:
        """Build what an event begins, at its path; `place` is that of the event."""
        if isinstance(event, yaml.ScalarEvent):
            self.places[path] = place
            return self._scalar(event, path, place)
        self._count(event, place)
        if isinstance(event, yaml.AliasEvent):
            return ""
        if len(path) >= DEPTH:
            message = Said(f"层次太深，最多 {DEPTH} 层", f"too many levels; {DEPTH} are the most")
            self._add(place, message)
            raise _TooMuchError
        self.places[path] = place if event.flow_style else self.places.get((*path, KEY), place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _count(self, event: Any, place: Place) -> None:
        """Refuse what is too much, and what content never needs."""
        self.nodes += 1
        if self.nodes > NODES:
            self._add(place, Said("内容太多了", "there is too much in this file"))
            raise _TooMuchError
        if event.anchor is not None or event.tag is not None:  # an alias has an anchor, too
            self._refuse(place)

    def _refuse(self, place: Place) -> None:
        """Report an anchor, an alias or a tag; nearly always it was meant as text."""
        reserved = [slip for slip in slips.SLIPS if slip.name == "reserved"]
        found = slips.found_in(self.lines[place.line - 1], place.line, reserved)
        message = Said("文字不能用 & * ! 开头", "a text cannot start with &, * or !")
        self.problems.append(found[1] if found else Problem(place, message))

    def _scalar(self, event: Any, path: Path, place: Place) -> str | None:
        self._count(event, place)
        text = unicodedata.normalize("NFC", event.value)
        if not text and event.style not in ("'", '"'):
            return None
        end = event.end_mark
        last = end.line + (1 if end.column else 0)
        if last > place.line:
            self.ends[path] = min(last, len(self.lines))
            text = text if event.style == "|" else _FOLD.sub("", text)
        if len(text) > LENGTH:
            self._add(
                place,
                Said(
                    f"这段文字太长，最多 {LENGTH} 个字",
                    f"this text is too long; {LENGTH} characters are the most",
                ),
            )
        if _UNFIT.search(text):
            self._add(
                place,
                Said("这段文字里有看不见的字符", "there is an invisible character in this text"),
                Said("删去反斜杠和后面的代码", "delete the backslash and the code after it"),
            )
        return text

    def _sequence(self, events: Iterator[Any], path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*path, len(items)), _start(event)))
        return items

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        table: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            place = _start(event)
            key = self._key(event, events, path, place)
            at = (*path, key)
            if key in table:
                self._twice(key, self.places[(*at, KEY)], place)
            else:
                self.places[(*at, KEY)] = place
            event = next(events)
            value = self._node(event, events, at, _start(event))
            table.setdefault(key, value)
        return table

    def _twice(self, key: str, first: Place, place: Place) -> None:
        shown = clipped(key)
        self._add(
            place,
            Said(
                f"“{shown}”写了两次：第 {first.line} 行和第 {place.line} 行",
                f"“{shown}” is written twice, on line {first.line} and line {place.line}",
            ),
            Said("只留一个", "keep one of them"),
        )

    def _key(self, event: Any, events: Iterator[Any], path: Path, place: Place) -> str:
        """Return a key; what cannot be one is reported, and its place stands in for it."""
        at = (*path, "")
        if isinstance(event, yaml.ScalarEvent):
            key = self._scalar(event, at, place)
        else:
            key = self._node(event, events, at, place)
        if not isinstance(key, str):
            self._add(
                place,
                Said("冒号前面要有一个名字", "a name belongs before the colon"),
                Said('如果是文字，请加引号："…"', 'if it is text, put it in quotes: "…"'),
            )
            return f"{place.line}:{place.column}"
        if key == "<<":
            message = Said("这里不能用 <<", "<< cannot be used here")
            self._add(place, message, Said("把内容写全", "write the lines out in full"))
        elif _ODD_KEY.match(key):
            slip = slips.unnoticed(self.lines[place.line - 1], place.line)
            self.problems += [slip] if slip else []
        return key.strip()

    def _add(self, place: Place, message: Said, hint: Said | None = None) -> None:
        self.problems.append(Problem(place, message, hint))


def _start(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _stumble(error: yaml.MarkedYAMLError) -> Stumble:
    mark, began = error.problem_mark, error.context_mark
    return Stumble(
        f"{error.context or ''} {error.problem or ''}",
        Place(mark.line + 1, mark.column + 1) if mark else Place(),
        Place(began.line + 1, began.column + 1) if began else None,
    )
