"""How Chinese characters sound: a dictionary of words, and before it what staff know better."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Annotated, Final, cast

from pydantic import AfterValidator, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails

from kiosk.content.problems import Said, clipped, complaint

_WORD: Final = "^[〇㐀-鿿𠀀-𳑿]{1,20}$"
_SYLLABLE = re.compile("[a-zêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]+", re.IGNORECASE)

_EVERYDAY: Final = {
    "定分止争": "dìng fèn zhǐ zhēng",
    "久久为功": "jiǔ jiǔ wéi gōng",
    "长三角": "cháng sān jiǎo",
    "猜中": "cāi zhòng",
    "定为": "dìng wéi",
    "队伍": "duì wu",
    "看得": "kàn de",
    "商量": "shāng liang",
    "事情": "shì qing",
}
"""Words of any exhibit that the dictionary reads wrong."""

_WRITTEN: Final = {"一": "yī", "不": "bù"}
"""Characters written in their own tone, however they are spoken before others."""

_COMMON: Final = 0xD7
"""The first byte, in GB 2312, of the last characters that everybody learns at school."""

_KEPT: Final = 1024
"""Texts whose sounds are kept: more than all screens near a visitor have."""


def _check_word(word: str) -> str:
    """Return a word of Chinese characters; anything else is an error with a hint."""
    if re.fullmatch(_WORD, word):
        return word
    raise complaint(
        "word",
        Said("冒号前面只写汉字", "only Chinese characters stand before the colon"),
        Said("例如 淳安: chún ān", "such as 淳安: chún ān"),
    )


def _check_sounds(corrections: dict[str, str]) -> dict[str, str]:
    """Return the corrections, each syllable one space from the next; tell all that are wrong."""
    plain = {
        word: " ".join(unicodedata.normalize("NFC", sounds).split())
        for word, sounds in corrections.items()
    }
    wrong = list(_misread(plain))
    if wrong:
        raise ValidationError.from_exception_data("pinyin", wrong)
    return plain


def _misread(corrections: Mapping[str, str]) -> Iterator[InitErrorDetails]:
    for word, sounds in corrections.items():
        syllables = sounds.split(" ")
        strange = next((one for one in syllables if not _SYLLABLE.fullmatch(one)), None)
        if strange is not None:
            shown = clipped(strange)
            message = Said(f"“{shown}”不是一个音节", f"“{shown}” is no syllable")
            hint = Said(
                "用带声调的拼音字母，例如 chún ān", "use letters with tone marks, such as chún ān"
            )
        elif len(syllables) != len(word):
            message = Said(
                f"{word}有 {len(word)} 个字，这里写了 {len(syllables)} 个音节",
                f"{word} has {len(word)} characters; the syllables here are {len(syllables)}",
            )
            hint = Said(
                "每个字一个音节，用空格隔开，例如 chún ān",
                "write one syllable for each character with spaces between, such as chún ān",
            )
        else:
            continue
        yield InitErrorDetails(type=complaint("pinyin", message, hint), loc=(word,), input=sounds)


Word = Annotated[
    str,
    AfterValidator(_check_word),
    WithJsonSchema(
        {"type": "string", "pattern": _WORD, "patternErrorMessage": "只写汉字，例如 淳安"}
    ),
]
"""A word of Chinese characters."""

Corrections = Annotated[dict[Word, str], AfterValidator(_check_sounds)]
"""Words and their syllables with tone marks: `淳安: chún ān`."""


class Syllables:
    """Tells the sounds of texts, for each character a syllable or "" where nothing is to be told."""

    def __init__(self, corrections: Mapping[str, str]) -> None:
        """`corrections` are an exhibit's: they go before all that is known."""
        self._listed = frozenset(corrections)
        self._known = {
            word: tuple(sounds.split()) for word, sounds in (_EVERYDAY | {**corrections}).items()
        }
        longest_first = sorted(self._known, key=len, reverse=True)
        self._words = re.compile(f"({'|'.join(longest_first)})")
        self._read = lru_cache(_KEPT)(self._reading)

    def all(self, text: str) -> Sequence[str]:
        """Tell the sound of every Chinese character."""
        return tuple(sound for sound, _ in self._read(text))

    def rare(self, text: str) -> Sequence[str]:
        """Tell those of rare characters, and of whole words among the corrections."""
        return tuple(
            sound if listed or is_rare(character) else ""
            for character, (sound, listed) in zip(text, self._read(text), strict=True)
        )

    def _reading(self, text: str) -> tuple[tuple[str, bool], ...]:
        """Return each character's sound, and whether it belongs to a correction."""
        return tuple(chain.from_iterable(map(self._part, self._words.split(text))))

    def _part(self, part: str) -> Iterator[tuple[str, bool]]:
        listed = part in self._listed
        return ((sound, listed) for sound in self._known.get(part) or _looked_up(part))


def is_rare(character: str) -> bool:
    """Tell whether a character is beyond those that everybody learns at school."""
    try:
        return character.encode("gb2312")[0] > _COMMON
    except UnicodeEncodeError:
        return True


def _looked_up(text: str) -> Sequence[str]:
    # A large dictionary: only whoever asks for sounds waits for it, and has it in memory.
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    # The stubs know only of one text in place of a run; it may be one for each character.
    blank = cast("Callable[[str], str]", lambda run: [""] * len(run))
    sounds = lazy_pinyin(text, style=Style.TONE, errors=blank)
    return [_WRITTEN.get(character, sound) for character, sound in zip(text, sounds, strict=True)]
