"""`kiosk render`: every panel as a picture, in every language, size and size of text."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.common import content_of, loaded, say, size, takes_content

if TYPE_CHECKING:
    from kiosk.staff.render import Tell, Wanted


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser(
        "render",
        help="render every panel, and say what does not fit",
        description="Render every panel in every language, size and size of text as PNG, and say"
        " what would be cut, covered or hard to read. Ends with 1 if anything would.",
    )
    takes_content(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="for the pictures")
    parser.add_argument(
        "--size",
        type=size,
        action="append",
        metavar="WxH",
        help="of the screen, e.g. 1920x1080; may be given again (default: that and 1080x1920)",
    )
    parser.add_argument(
        "--lang-of-exhibit",
        action="append",
        metavar="LANGUAGE",
        help="a language of the exhibit, e.g. en; may be given again (default: all)",
    )
    parser.add_argument(
        "--text",
        type=int,
        choices=(100, 130, 160),
        action="append",
        help="size of text in percent; may be given again (default: all)",
    )
    parser.add_argument(
        "--choices",
        action="store_true",
        help="with everything else that visitors may choose: contrast, lower, hands, pinyin;"
        " takes long",
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Render, and print the report."""
    found = loaded(options)
    if found is None:
        return 1
    from kiosk.staff.render import render
    from kiosk.staff.report import described

    wanted = _wanted(options, found.exhibit.languages)
    if wanted is None:
        return 1
    out: Path = options.out
    try:
        report = render(found, content_of(options), wanted, progress(options), out)
    except OSError as error:
        zh = f"图片写不进 {out}。换一个文件夹，例如：--out ~/render"
        en = (
            f"The pictures cannot be written to {out}. Give another folder, such as: --out ~/render"
        )
        print(f"{say(options, zh, en)}\n{error}", file=sys.stderr)
        return 1
    print(described(report, str(content_of(options)), options.lang))
    print(say(options, f"画面在这里：{out}", f"The pictures are in {out}"))
    return 0 if report.fit else 1


def _wanted(options: argparse.Namespace, languages: tuple[str, ...]) -> "Wanted | None":
    """Return what is asked for; say so and return None where a language is none of the exhibit's."""
    from kiosk.staff.render import SIZES, Wanted
    from kiosk.visit.choices import SEEN, TEXT_STEPS, TEXTS

    asked = tuple(dict.fromkeys(options.lang_of_exhibit or languages))
    unknown = [tag for tag in asked if tag not in languages]
    if unknown:
        known = ", ".join(languages)
        zh = f"展览没有 {unknown[0]} 这种语言。可以写：--lang-of-exhibit {languages[0]}（有 {known}）"
        en = f"The exhibit is not in {unknown[0]}. Write: --lang-of-exhibit {languages[0]} (it has {known})"
        print(say(options, zh, en), file=sys.stderr)
        return None
    texts = [round(step * 100) for step in TEXT_STEPS]
    chosen = tuple(
        one
        for one in (SEEN if options.choices else TEXTS)
        if not options.text or texts[one.text] in options.text
    )
    return Wanted(asked, tuple(dict.fromkeys(options.size or SIZES)), chosen)


def progress(options: argparse.Namespace) -> "Tell":
    """Return what tells on stderr which size is being looked at."""

    def tell(number: int, total: int, pixels: tuple[int, int]) -> None:
        shown = f"{number}/{total}  {pixels[0]}x{pixels[1]}"
        print(
            say(options, f"{shown} 正在生成画面…", f"{shown} rendering…"),
            file=sys.stderr,
            flush=True,
        )

    return tell
