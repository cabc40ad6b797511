"""How characters sound: by words, by what staff know better, and where nothing is to be told."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.pinyin import Syllables, is_rare
from tests.content.toys import EXHIBIT, loaded, wrong

PLAIN = Syllables({})


def section(*lines: str) -> str:
    """Return the toy exhibit with a section of corrections."""
    return EXHIBIT + "\npinyin:\n" + "".join(f"  {line}\n" for line in lines)


def told(text: str, syllables: Syllables = PLAIN) -> str:
    return " ".join(filter(None, syllables.all(text)))


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("重大决策", "zhòng dà jué cè"),
        ("各行各业", "gè háng gè yè"),
        ("先行一步", "xiān xíng yī bù"),
        ("增长最快", "zēng zhǎng zuì kuài"),
        ("长治久安", "cháng zhì jiǔ ān"),
        ("成为", "chéng wéi"),
        ("为了群众", "wèi le qún zhòng"),
        ("调解纠纷", "tiáo jiě jiū fēn"),
        ("首都", "shǒu dū"),
        ("获得感", "huò dé gǎn"),
        ("破案率", "pò àn lǜ"),
        ("这片土地", "zhè piàn tǔ dì"),
    ],
)
def test_a_character_of_many_sounds_is_read_as_its_word_wants(text: str, sounds: str) -> None:
    assert told(text) == sounds


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("事情商量着办", "shì qing shāng liang zhe bàn"),
        ("您猜中了", "nín cāi zhòng le"),
        ("确定为第一批", "què dìng wéi dì yī pī"),
    ],
)
def test_everyday_words_that_the_dictionary_reads_wrong_are_right(text: str, sounds: str) -> None:
    assert told(text) == sounds


def test_one_and_not_are_written_in_their_own_tone() -> None:
    assert told("一个一起不是不断") == "yī gè yī qǐ bù shì bù duàn"


def test_what_is_not_chinese_has_no_sound() -> None:
    assert PLAIN.all("G20，2万 LOGO·！") == ("", "", "", "", "", "wàn", *[""] * 7)


@given(st.text(max_size=40))
def test_every_character_has_its_own_place(text: str) -> None:
    assert len(PLAIN.all(text)) == len(PLAIN.rare(text)) == len(text)


def test_a_correction_goes_before_the_dictionary_and_the_longest_one_first() -> None:
    syllables = Syllables({"六安": "lù ān", "六安工程": "liù ān gōng chéng"})
    assert told("六安工程在六安", syllables) == "liù ān gōng chéng zài lù ān"


def test_a_correction_goes_before_the_everyday_words() -> None:
    assert told("商量", Syllables({"商量": "shāng liáng"})) == "shāng liáng"


@pytest.mark.parametrize(
    ("character", "rare"), [("平", False), ("座", False), ("榕", True), ("㙦", True), ("𬭎", True)]
)
def test_rare_is_what_school_does_not_teach_everybody(character: str, rare: bool) -> None:
    assert is_rare(character) is rare


def test_rare_tells_rare_characters_alone_and_corrected_words_whole() -> None:
    syllables = Syllables({"径山": "jìng shān"})
    assert syllables.rare("在径山老榕，2年") == ("", "jìng", "shān", "", "róng", "", "", "")


def test_everyday_words_are_no_reason_to_tell_anything() -> None:
    assert PLAIN.rare("事情商量") == ("", "", "", "")


def test_corrections_are_read_with_the_exhibit() -> None:
    text = section("淳安: chún ān", '径山: "jìng   Shān"', "率: lu\u0308\u0300")
    assert loaded(text).exhibit.pinyin == {"淳安": "chún ān", "径山": "jìng Shān", "率": "lǜ"}


def test_an_exhibit_needs_no_corrections() -> None:
    assert loaded(EXHIBIT).exhibit.pinyin == {}


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("淳安: chún", "淳安 has 2 characters; the syllables here are 1", "one syllable"),
        ("淳安: chún ān xiàn", "淳安 has 2 characters; the syllables here are 3", "one syllable"),
        ("淳安: chun2 an1", "“chun2” is no syllable", "tone marks"),
        ('淳安: ""', "“” is no syllable", "tone marks"),
        ("A1: ēi yī", "only Chinese characters stand before the colon", "淳安: chún ān"),
    ],
)
def test_a_correction_that_does_not_fit_is_told_where_it_stands(
    line: str, message: str, hint: str
) -> None:
    text = section("余杭: yú háng", line)
    (problem,) = wrong(text)
    assert problem.place.line == text.splitlines().index(f"  {line}") + 1
    assert problem.message.en == message
    assert problem.hint is not None
    assert hint in problem.hint.en
    assert problem.message.zh
    assert problem.hint.zh


def test_all_corrections_that_do_not_fit_are_told_at_once() -> None:
    found = wrong(section("淳安: chún", "余杭: yú háng", "径山: jìng"))
    assert len(found) == 2


def test_the_dictionary_is_not_read_before_somebody_asks() -> None:
    code = (
        "import sys; from kiosk.content.pinyin import Syllables; one = Syllables({}); "
        "print('pypinyin' in sys.modules); one.all('平'); print('pypinyin' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]
