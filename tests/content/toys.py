"""Two toy panel kinds and a small exhibit made of them, for the tests of content alone."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import AssetPath, Frozen, Name, Path, Text
from kiosk.content.figures import Figure
from kiosk.content.load import Loaded, loads
from kiosk.content.panel import Complaint, Panel, listed
from kiosk.content.problems import Problem, Said


class Facts(Panel):
    kind: Literal["facts"] = "facts"
    figures: Annotated[tuple[Name, ...], Field(min_length=1, max_length=3)]
    big: bool = False
    columns: Annotated[int, Field(ge=1, le=4)] = 2

    def figure_names(self) -> tuple[tuple[Path, str], ...]:
        return listed("figures", self.figures)

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        for index, name in enumerate(self.figures):
            if figures[name].is_place:
                yield Complaint(("figures", index), Said("不能用名次", "no ranks here"))


class Item(Frozen):
    photo: AssetPath | None = None
    illustration: AssetPath
    focus: tuple[float, float] = (0.5, 0.5)
    caption: Text
    scale: Decimal | None = None
    width: float | Literal["auto"] = "auto"


class Photos(Panel):
    """Its kind is called like a field of every panel, the hardest case for finding places."""

    kind: Literal["text"] = "text"
    items: Annotated[tuple[Item, ...], Field(min_length=1)]

    @property
    def stops(self) -> int:
        return len(self.items)


KINDS = (Facts, Photos)

EXHIBIT = """\
# 平安杭州
exhibit:
  title:
    zh: 一个梦想一座城
    en: One Dream, One City
  languages: [zh, en]
  seal: 平安
  idle:
    ask_after: 60   # 秒
  article:
    title:
      zh: 一个梦想一座城
      en: One Dream, One City

headings:
  casting:
    zh: 铸鼎
    en: Casting the ding

units:
  percent:
    zh: "%"
    en: "%"
  minutes:
    zh: 分钟
    en: minutes

figures:
  homicide-deaths:
    label:
      zh: 命案亡人数
      en: Deaths by homicide
    value: 78.2
    unit: percent
    direction: down
    source:
      heading: casting
      paragraph: 4
  response-time:
    label:
      zh: 出警时间
      en: Response time
    before: 17.8
    after: 8.7
    unit: minutes
    source:
      heading: casting
      paragraph: 5
  happiest-city:
    label:
      zh: 幸福感城市
      en: Happiest city
    rank: 1
    source:
      heading: casting
      paragraph: 1

chapters:
  - id: foundations
    title:
      zh: 铸鼎
      en: Foundations
    panels:
      - kind: facts
        id: safer
        title:
          zh: 更平安
          en: Safer
        text:
          zh: >
            命案亡人数下降{homicide-deaths}，出警只要{response-time.after}，
            从前要{response-time.before}。
          en: Deaths fell by {homicide-deaths}; help comes in {response-time.after}.
        figures:
          - homicide-deaths
          - response-time
        big: 是
      - kind: text
        items:
          - photo: photos/qiandao-lake.jpg
            illustration: illustrations/qiandao-lake.svg
            focus: [0.5, 0.4]
            caption:
              zh: 千岛湖
              en: Qiandao Lake
"""


def loaded(text: str | bytes = EXHIBIT) -> Loaded:
    """Load what must be right."""
    result = loads(text if isinstance(text, bytes) else text.encode(), KINDS)
    assert isinstance(result, Loaded), result
    return result


def wrong(text: str | bytes) -> list[Problem]:
    """Load what must be wrong."""
    result = loads(text if isinstance(text, bytes) else text.encode(), KINDS)
    assert isinstance(result, list)
    assert result
    return result


def told(problems: list[Problem]) -> list[str]:
    """Put problems into lines such as `3:5 message → hint`, in English."""
    return [
        f"{problem.place.line}:{problem.place.column} {problem.message.en}"
        + (f" → {problem.hint.en}" if problem.hint else "")
        for problem in problems
    ]


def changed(*pairs: tuple[str, str]) -> str:
    """Return the exhibit with pieces of its text replaced, each of which must stand there once."""
    text = EXHIBIT
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
