"""What is wrong with the content, for staff; and reading it again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded
from kiosk.content.panel import Panel
from kiosk.content.problems import Problem, Said
from kiosk.shell.office.page import Act, Done, Page
from kiosk.shell.office.work import Job
from kiosk.shell.reload import Source

NAME = Said("内容", "Content")
RELOAD = Said("重新读取内容", "Read the content again")


def content(problems: Sequence[Problem], again: Job | None) -> Page:
    """Return the page; `again` reads the content, None where nobody edits it."""
    acts = (Act(RELOAD, work=again),) if again else ()
    return Page((verdict(problems),), acts, tuple(map(line_of, problems)))


def verdict(problems: Sequence[Problem]) -> Said:
    """Return the sentence that counts them."""
    count = len(problems)
    if not count:
        return Said("内容没有问题。", "Nothing is wrong with the content.")
    return Said(
        f"内容有 {count} 处问题，展出的是原来的内容：",
        f"Problems in the content: {count}. What was there before is shown.",
    )


def told(found: Loaded | list[Problem]) -> Said:
    """Return what is to be told of content that was read."""
    return verdict(found if isinstance(found, list) else ())


def line_of(problem: Problem) -> Said:
    """Return a problem on one line, with what to write instead."""
    line, hint = problem.place.line, problem.hint or Said("", "")
    zh, en = (f" → {one}" if one else "" for one in (hint.zh, hint.en))
    return Said(f"第 {line} 行：{problem.message.zh}{zh}", f"Line {line}: {problem.message.en}{en}")


def again(
    source: Source,
    good: Callable[[Exhibit[Panel], set[Path]], None],
    tell: Callable[[Sequence[Problem]], None],
) -> Job:
    """Return what reads the content of a source in a worker, and then shows it or tells what is wrong."""

    def work() -> Callable[[], Done]:
        found = source.read(source.content)

        def show() -> Done:
            tell(found if isinstance(found, list) else ())
            if isinstance(found, Loaded):
                good(found.exhibit, set())
            return told(found)

        return show

    return work
