"""What a figure told again must not say: what is untrue, or what nobody can know."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from kiosk.content.base import Text
from kiosk.content.derived import VALUE, Derived, Show, contradict
from kiosk.content.figures import Figure
from kiosk.content.panel import Complaint
from kiosk.content.problems import Said

_LEAST: Final = Decimal("0.001")
_MOST: Final = Decimal("1e15")
"""Results beyond these two cannot be written so that a visitor can read them."""

_DRAWN: Final = 100
"""The most things that are drawn one by one."""

_ANOTHER: Final = Said("换一个数字", "take another figure")


def complaints(
    entry: Derived, figures: Mapping[str, Figure], units: Mapping[str, Text]
) -> Iterator[Complaint]:
    """Yield why an entry cannot be said; all its names are known to exist."""
    for language, line in entry.text.root.items():
        if VALUE not in line:
            yield Complaint(
                ("text", language),
                Said("这句话里没有 {value}", "there is no {value} in this sentence"),
                Said("在结果的位置写 {value}", "write {value} where the result belongs"),
            )
    unfit = list(_unfit(entry, figures, units)) or list(_unequal(entry, figures))
    untrue = unfit or list(_untrue(entry, figures))
    yield from untrue or _untold(entry, entry.result(figures).value)


def _unfit(
    entry: Derived, figures: Mapping[str, Figure], units: Mapping[str, Text]
) -> Iterator[Complaint]:
    """Yield sources that are not the numbers that this form takes."""
    alone = entry.form == "difference" and len(entry.sources) == 1
    for at, (name, part) in enumerate(entry.sources):
        figure = figures[name]
        if figure.is_place or _is_percent(figure, units):
            message = Said(
                "名次和百分比各有各的范围，不能拿来计算",
                "ranks and percentages are each of another whole and cannot be computed with",
            )
            hint = Said("换一个数量，例如人数或天数", "take an amount, such as people or days")
        elif alone and (part or not figure.is_change):
            message = Said("相差要有两个数", "a difference takes two numbers")
            hint = Said(
                f"写成 [{name}, …]，或写一个有 before 和 after 的名字",
                f"write [{name}, …], or the name of a before and after",
            )
        elif part and not figure.is_change:
            message = Said(f"{name} 没有 before 和 after", f"{name} has no before and after")
            hint = Said(f"写成 {name}", f"write {name}")
        elif figure.is_change and not part and not alone:
            message = Said(f"{name} 有前后两个数", f"{name} is two numbers, before and after")
            hint = Said(
                f"写成 {name}.before 或 {name}.after", f"write {name}.before or {name}.after"
            )
        else:
            continue
        yield Complaint((entry.form, at), message, hint)


def _is_percent(figure: Figure, units: Mapping[str, Text]) -> bool:
    unit = units.get(figure.unit or "")
    return unit is not None and any(line[0] in "%‰" for line in unit.root.values())


def _unequal(entry: Derived, figures: Mapping[str, Figure]) -> Iterator[Complaint]:
    """Yield sources that do not go together, or one without a period."""
    first, last = (figures[entry.sources[at][0]] for at in (0, -1))
    if entry.form == "per_day" and first.period is None:
        yield Complaint(
            ("per_day", 0),
            Said(
                "没有写这个数字是多长时间的，不能说每天多少",
                "no period is given for this figure, so nothing is known of a day",
            ),
            Said("换一个有 period 的数字", "take a figure that has a period"),
        )
    elif entry.form != "average" and first.unit != last.unit:
        yield Complaint(
            (entry.form, 1),
            Said(
                f"单位不同：{first.unit} 和 {last.unit}",
                f"the units differ: {first.unit} and {last.unit}",
            ),
            Said(
                "换成单位相同的数字；要算平均每个多少，用 average",
                "take figures of one unit; for how many there are to each, write average",
            ),
        )


def _untrue(entry: Derived, figures: Mapping[str, Figure]) -> Iterator[Complaint]:
    """Yield why there is no result, or none that holds."""
    first, second = entry.terms(figures)
    if contradict(first, second):
        message = Said(
            "这两个数字的 超、余、近 合在一起，说不准结果是多了还是少了",
            "with these two qualifiers nobody knows whether the result is too high or too low",
        )
        hint = Said("换一个确切的数字", "take an exact figure")
    elif entry.form != "difference" and min(first.value, second.value) <= 0:
        message = Said("大于 0 的数字才能相除", "only numbers above 0 can be divided")
        hint = _ANOTHER
    elif entry.form == "difference" and first.value <= second.value:
        message = Said("前一个数不比后一个大", "the first number is not larger than the second")
        hint = Said(
            "大的写在前面，例如 [a.after, a.before]；也请看看这句话",
            "write the larger first, such as [a.after, a.before]; and read the sentence again",
        )
    elif entry.form == "share" and first.value > second.value:
        message = Said("部分比整体还大", "the part is larger than the whole")
        hint = Said("先写部分，再写整体", "write the part first, then the whole")
    else:
        return
    yield Complaint((entry.form,), message, hint)


def _untold(entry: Derived, value: Decimal) -> Iterator[Complaint]:
    """Yield why the result can be neither read nor drawn."""
    if not _LEAST <= value <= _MOST:
        yield Complaint(
            (entry.form,),
            Said("结果太小或太大，没法读", "the result is too small or too large to be read"),
            _ANOTHER,
        )
    drawable = entry.form == "share" or (value <= _DRAWN and value == value.to_integral_value())
    if entry.show is Show.PICTOGRAM and not drawable:
        yield Complaint(
            ("show",),
            Said(
                f"只有占比和不超过 {_DRAWN} 的整数可以画出来",
                f"only a share or a whole number up to {_DRAWN} can be drawn",
            ),
            Said("写成 show: words", "write show: words"),
        )
