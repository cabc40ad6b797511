"""What is said of one side of a machine, and the report of all of them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from kiosk.content.problems import Said


class Level(StrEnum):
    """How much a finding weighs."""

    FIT = "fit"
    NOTE = "note"
    """The exhibit can be shown, but a technician may want to know."""
    UNFIT = "unfit"


class Finding(NamedTuple):
    """One sentence about the machine; the remedy says what to type."""

    name: Said
    level: Level
    told: Said
    remedy: Said | None = None


def fit(name: Said, zh: str, en: str) -> Finding:
    """Say that all is well."""
    return Finding(name, Level.FIT, Said(zh, en))


def note(name: Said, told: Said, remedy: Said) -> Finding:
    """Say what could be better."""
    return Finding(name, Level.NOTE, told, remedy)


def unfit(name: Said, told: Said, remedy: Said) -> Finding:
    """Say what has to be mended."""
    return Finding(name, Level.UNFIT, told, remedy)


MARK: Final = {
    Level.FIT: Said("好　", "ok  "),
    Level.NOTE: Said("注意", "note"),
    Level.UNFIT: Said("不行", "BAD "),
}


def described(findings: Sequence[Finding], language: str) -> str:
    """Return a line for each finding, its remedy below, and the verdict."""
    lines = []
    for one in findings:
        mark, name, told = (said.to(language) for said in (MARK[one.level], one.name, one.told))
        lines.append(f"{mark}  {Said('{}：{}', '{}: {}').to(language).format(name, told)}")
        if one.remedy is not None:
            lines.append(f"      → {one.remedy.to(language)}")
    return "\n".join([*lines, "", _verdict(findings).to(language)])


def _verdict(findings: Sequence[Finding]) -> Said:
    count = sum(one.level is Level.UNFIT for one in findings)
    if count:
        return Said(
            f"这台机器还不能展出：{count} 处要改好。改好后再输入：kiosk doctor",
            f"This machine is not fit yet: {count} to mend. Type kiosk doctor again afterwards.",
        )
    return Said("这台机器可以展出。", "This machine is fit to show the exhibit.")
