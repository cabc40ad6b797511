"""Every screen rendered: the pictures, and what is said of a text too long."""

import logging
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from kiosk.content.load import Loaded, load
from kiosk.panels.kinds import KINDS
from kiosk.panels.photos import PhotosView
from kiosk.staff.audit import Fault, Kind
from kiosk.staff.blame import Blame, Spot, message, remedy
from kiosk.staff.check import Report
from kiosk.staff.render import Wanted, render
from kiosk.visit.choices import TEXTS, Choices, Pinyin
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Contents, Home
from tests.helpers.small import SMALL, written
from tests.staff.rendering import LONG, SMALLER, changed

TALL = (360, 640)

NAMES = {
    "000-cover",
    "001-home",
    "002-contents",
    "010-one-0-ring",
    "011-two-0-photos-1",
    "012-two-0-photos-2",
}

WORDY = SMALL.replace(
    "    panels:\n",
    """\
    panels:
      - kind: theme
        title:
          zh: 主题
          en: Theme
        text:
          zh: {0}
          en: Short.
        points:
          - name:
              zh: 甲
              en: A
            text:
              zh: {0}
              en: Short.
          - name:
              zh: 乙
              en: B
            text:
              zh: {0}
              en: Short.
""".format("平安是一座城市写给人们的家书。" * 9),
    1,
)


@pytest.fixture(autouse=True)
def _application(kiosk_app: object) -> None:
    """One application for all."""


def loaded(content: Path) -> Loaded:
    found = load(content, KINDS)
    assert isinstance(found, Loaded), found
    return found


def seen(content: Path, out: Path | None = None, **wanted: Any) -> Report:
    asked = Wanted(**{"languages": ("en",), "sizes": (SMALLER,), "choices": TEXTS[:1], **wanted})
    return render(loaded(content), content, asked, lambda *_: None, out)


def told(report: Report, language: str = "en") -> list[str]:
    """Return the text at each place, what is said of it, and what to do."""
    said = []
    for found in report.findings:
        place, problem = found.problem.place, found.problem
        assert problem.hint is not None
        there = report.lines[place.line - 1][place.column - 1 :][:12]
        said.append(f"{there} ! {problem.message.to(language)} → {problem.hint.to(language)}")
    return said


# -- pictures --------------------------------------------------------------------------------------


def test_every_screen_is_a_picture_by_size_language_and_text(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    report = seen(
        content, out, languages=("zh", "en"), sizes=(SMALLER, TALL), choices=(TEXTS[0], TEXTS[2])
    )
    assert told(report) == []
    files = {str(file.relative_to(out)) for file in out.rglob("*.png")}
    folders = [
        f"{size}/{tag}-{text}"
        for size in ("640x360", "360x640")
        for tag in ("zh", "en")
        for text in (100, 160)
    ]
    everywhere = {f"{folder}/{name}.png" for folder in folders for name in NAMES - {"000-cover"}}
    assert files == everywhere | {f"{size}/zh-100/000-cover.png" for size in ("640x360", "360x640")}
    pictures = {folder: QImage(str(out / folder / "010-one-0-ring.png")) for folder in folders}
    sizes = {folder: image.size().toTuple() for folder, image in pictures.items()}
    assert sizes == {
        folder: tuple(map(int, folder.partition("/")[0].split("x"))) for folder in folders
    }
    assert len({bytes(image.constBits()) for image in pictures.values()}) == len(folders)


def test_everything_that_can_be_chosen_has_its_pictures(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    chosen = (Choices(1, contrast=True, low=True), Choices(pinyin=Pinyin.ALL))
    assert told(seen(content, out, languages=("zh", "en"), choices=chosen)) == []
    folders = {str(file.parent.relative_to(out)) for file in out.rglob("010*.png")}
    # There is no pinyin in English.
    names = {"zh-130-contrast-low", "en-130-contrast-low", "zh-100-pinyin-all"}
    assert folders == {f"640x360/{name}" for name in names}


def test_pages_of_large_type_are_pictures_of_their_own(content: Path, tmp_path: Path) -> None:
    written(content.parent, WORDY)
    assert told(seen(content, tmp_path / "out", languages=("zh",), choices=TEXTS[2:])) == []
    names = sorted(file.stem for file in (tmp_path / "out").rglob("*theme*.png"))
    assert names[:2] == ["010-one-0-theme", "010-one-0-theme-page-2"]
    pictures = [QImage(str(file)) for file in (tmp_path / "out").rglob("*theme*.png")]
    assert all(one != other for one in pictures for other in pictures if one is not other)


def test_nothing_is_written_where_no_folder_is_given(content: Path) -> None:
    before = sorted(content.parent.rglob("*"))
    seen(content)
    assert sorted(content.parent.rglob("*")) == before


def test_each_size_is_told_as_it_begins(content: Path) -> None:
    heard: list[Any] = []
    wanted = Wanted(("en",), (SMALLER, TALL), TEXTS[:1])
    render(loaded(content), content, wanted, lambda *what: heard.append(what))
    assert heard == [(1, 2, SMALLER), (2, 2, TALL)]


# -- what is wrong ---------------------------------------------------------------------------------


def test_a_text_too_long_is_told_once_where_it_stands(content: Path) -> None:
    changed(content, "en: Morning by the lake", f"en: {LONG}")
    report = seen(content, languages=("zh", "en"), sizes=(SMALLER, TALL), choices=TEXTS[:2])
    assert told(report) == [
        "Morning by t ! “Morning by the lake. Mo…” does not fit into its place (640x360, en, text 100%; and on 1 more) → shorten this text"
    ]
    assert told(report, "zh") == [
        "Morning by t ! “Morning by the lake. Mo…”超出了它的位置（640x360，en，字号 100%；另有 1 种画面也是） → 缩短这段文字"
    ]
    assert not report.fit


def test_a_figure_s_words_are_told_where_the_panel_names_it(content: Path) -> None:
    changed(content, "en: Feel safe", f"en: {'Feel safe ' * 190}")
    assert told(seen(content)) == [
        "safe ! “Feel safe Feel safe Fee…” does not fit into its place (640x360, en, text 100%) → shorten the texts of safe in figures"
    ]


def test_a_title_too_long_for_the_cover_is_told_in_each_language(content: Path) -> None:
    changed(content, "zh: 小展", f"zh: {'小展' * 150}")
    said = [one[:17] for one in told(seen(content, languages=("zh",)))]
    assert said == ["小展小展小展小展小展小展 ! “小", "Small exhibi ! “S"]


def test_a_panel_that_cannot_be_shown_is_told(
    content: Path, monkeypatch: pytest.MonkeyPatch, expects_log: list[logging.LogRecord]
) -> None:
    def fail(*_: Any) -> Any:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(PhotosView, "build", fail)
    assert [said[:46] for said in told(seen(content))] == [
        "photo: photo ! this panel cannot be shown; vis",
        "photo: photo ! this panel cannot be shown; vis",
    ]
    for record in expects_log:
        record.exc_info = None  # its frames hold on to the screen


FAULTS = {
    Kind.CUT: ("“a” is cut off", "shorten this text"),
    Kind.OUT: ("“a” does not fit into its place", "shorten this text"),
    Kind.SMALL: ("“a” is too small to read", "leave something out of this panel, or make it two"),
    Kind.OVERLAP: ("“a” and “b” lie on each other", "shorten this text"),
    Kind.COVERING: ("“a” lies on “b”", "shorten this text"),
    Kind.TARGET: ("“a” is too small for a finger", "leave something out of this panel, or make it two"),
    Kind.CROWDED: ("“a” and “b” are too near for fingers", "leave something out of this panel, or make it two"),
    Kind.PALE: ("“a” is too pale on its ground to read", "shorten this text; if that does not help, tell whoever looks after the kiosk"),
}  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_every_fault_has_a_sentence_and_a_remedy(kind: Kind) -> None:
    fault = Fault(kind, "a", "", "b")
    said, hint = message(fault), remedy(fault, Spot((), text=True))
    assert (said.en, hint.en) == FAULTS[kind]
    assert max(said.zh) >= "\u4e00"
    assert max(hint.zh) >= "\u4e00"


def test_what_has_no_name_is_something_else() -> None:
    assert message(Fault(Kind.COVERING, "a", "")).en == "“a” lies on something else"


RING = ("chapters", 0, "panels", 0)
LAKE = ("chapters", 1, "panels", 0, "items", 0)

SPOTS: dict[str, tuple[Home | Contents | AtPanel | None, str, Spot]] = {
    "a caption": (AtPanel(1, 0), "Morning by the lake", Spot((*LAKE, "caption", "en"), text=True)),
    "a part": (AtPanel(1, 0), "Lake  1 / 2", Spot((*LAKE, "title", "en"), text=True)),
    "a label": (AtPanel(0, 0), "Feel safe · 2023", Spot((*RING, "figure"), "safe")),
    "a number": (AtPanel(0, 0), "98.86%", Spot(RING)),
    "a chapter": (Home(), "Second", Spot(("chapters", 1, "title", "en"), text=True)),
    "no panel's": (Contents(), "nowhere", Spot(("chapters",))),
    "the cover's": (None, "Small exhibit", Spot(("exhibit", "title", "en"), text=True)),
    "the program's": (None, "Touch", Spot(("exhibit",))),
}


@pytest.mark.parametrize("what", SPOTS)
def test_words_are_found_where_staff_wrote_them(content: Path, what: str) -> None:
    place, words, expected = SPOTS[what]
    blame = Blame(Route(loaded(content).exhibit))
    assert blame.spot(words, ("en",), blame.base(place)) == expected


def test_without_the_text_the_panel_s_texts_are_to_be_shortened() -> None:
    assert remedy(Fault(Kind.CUT, "a", ""), Spot(RING)).en == "shorten its texts, or leave some out"
