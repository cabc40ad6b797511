"""When the exhibit is open: every day, on some days of the week, on single dates."""

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from kiosk.content.base import Frozen
from kiosk.content.problems import Said, complaint

CLOSED: Final = ("closed", "休息")
"""How a day without hours is written."""

ALL: Final = ((0, 24 * 60),)
"""The hours of a day of which nothing is said."""

_SPAN: Final = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—~至到]\s*(\d{1,2})[:：](\d{2})")

Span = tuple[int, int]
"""From and until, in minutes from the midnight that the day begins with; until is the greater."""


def _spans(value: Any) -> Any:
    """Read `9:00-12:00, 13:30-17:00`, `22:00-2:00` past midnight, or `closed`."""
    if not isinstance(value, str):
        return value
    if value.strip().lower() in CLOSED:
        return ()
    spans = []
    for part in re.split(r"[,，、;；]", value):
        found = _SPAN.fullmatch(part.strip())
        if found is None:
            raise _unclear()
        start, end = (int(h) * 60 + int(m) for h, m in (found.group(1, 2), found.group(3, 4)))
        if max(start, end) > 24 * 60 or int(found[2]) > 59 or int(found[4]) > 59:
            raise _unclear()
        spans.append((start, end if end > start else end + 24 * 60))
    return tuple(spans)


def _unclear() -> Exception:
    return complaint(
        "hours",
        Said("看不懂这个时间", "these hours cannot be understood"),
        Said(
            '写成 "9:00-17:00"，多段用逗号隔开；休息写 closed',
            'write "9:00-17:00", several with commas between them, or closed',
        ),
    )


def _date(value: str) -> date:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise complaint(
            "date",
            Said("看不懂这个日期", "this date cannot be understood"),
            Said("写成 2026-10-01", "write 2026-10-01"),
        ) from None


Spans = Annotated[tuple[Span, ...], BeforeValidator(_spans), WithJsonSchema({"type": "string"})]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string"})]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Hours(Frozen):
    """A date counts before its day of the week, and that before every day."""

    daily: Spans | None = None
    """None is all day."""
    week: dict[Weekday, Spans] = Field(default_factory=dict)
    dates: dict[Day, Spans] = Field(default_factory=dict)

    def spans(self, day: date) -> tuple[Span, ...]:
        """Return the spans that begin on a day."""
        if day in self.dates:
            return self.dates[day]
        return self.week.get(WEEK[day.weekday()], ALL if self.daily is None else self.daily)

    def open_at(self, now: datetime) -> bool:
        """Tell whether it is open at a local time; what began yesterday may last past midnight."""
        return any(
            datetime.combine(day, time()) + timedelta(minutes=start) <= now.replace(tzinfo=None)
            and now.replace(tzinfo=None) < datetime.combine(day, time()) + timedelta(minutes=end)
            for day in (now.date() - timedelta(days=1), now.date())
            for start, end in self.spans(day)
        )
