"""What every record and field of content.yaml is for, in the words of the handbook.

The JSON Schema and the reference are made from the models and from these words; a test asks for
words for every field, so neither can fall behind.
"""

from typing import Final, NamedTuple

from pydantic import BaseModel

from kiosk.content.base import Text
from kiosk.content.derived import Derived
from kiosk.content.exhibit import Article, Chapter, Couplet, Cover, Exhibit, Idle
from kiosk.content.figures import Figure, Source
from kiosk.content.hours import Hours
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.content.recording import Recording
from kiosk.staff.words_of_panels import PANELS, Words


class Named(NamedTuple):
    """The words of one record."""

    name: Said
    about: Said
    fields: dict[str, Said]


_EXHIBIT: Final[dict[type[BaseModel], Words]] = {
    Exhibit: (
        Said("展览内容", "exhibit content"),
        Said("一个文件写一个展览，分成下面几节。", "One file holds one exhibit, in these sections."),
        {
            "exhibit": Said("整个展览的标题、语言和休息时间。", "The title, languages and resting times of the whole exhibit."),
            "headings": Said("资料里的小标题：左边起一个名字，下面写文字；数字的出处（source）引用这个名字。", "Headings of the source material: a name at the left, the text below it; a figure’s source refers to the name."),
            "units": Said("单位：左边起一个名字，下面写屏幕上显示的单位；数字的 unit 引用这个名字。", "Units: a name at the left, below it the unit as it is shown; a figure’s unit refers to the name."),
            "figures": Said("所有数字，每个只写一次；面板用左边的名字引用它，文字里写 {名字}。", "All figures, each written once; panels refer to one by the name at the left, texts by {name}."),
            "derived": Said("由数字算出来的话：左边起一个名字；结果由程序计算。", "What follows from the figures: a name at the left; the program computes the result."),
            "pinyin": Said("注音的改正：左边写词，右边写带声调的拼音，每个字一个音节，用空格隔开，例如 淳安: chún ān。自动注音读错的字、地名和人名写在这里。", "Corrections of pinyin: a word at the left, its syllables with tone marks at the right, one for each character, such as 淳安: chún ān; for names, and for what is read wrong by itself."),
            "chapters": Said("章节，按参观的顺序排列。", "The chapters, in the order of a visit."),
        },
    ),
    Cover: (
        Said("展览", "the exhibit"),
        Said("对整个展览都适用的内容：封面、语言、休息时间。", "What is true of the whole exhibit: cover, languages, resting times."),
        {
            "title": Said("展览的标题，显示在封面上。", "The title of the exhibit, on the cover."),
            "subtitle": Said("封面上标题下面的一行。", "A line below the title on the cover."),
            "occasion": Said("为什么办这个展览，显示在封面和首页的上方。", "What the exhibit is held for, at the top of the cover and of the home page."),
            "couplet": Said("封面上的两句诗。", "Verses on the cover."),
            "seal": Said("封面印章上的字，1 到 4 个。", "The characters of the seal on the cover, 1 to 4."),
            "languages": Said("观众可以选的语言，第一个是开始时的语言，所有文字都要有它；别的语言缺了，屏幕上用英文（没有英文就用先写的语言）代替，kiosk check 会提醒。", "The languages visitors may choose, the first being the one it starts in, which every text needs; where another is missing, English is shown instead (else the language written first), and kiosk check says so."),
            "fonts": Said("程序自带的字体写不了的语言用什么字体，写语言和字体文件，例如 ar: fonts/arabic.ttf；可以是 ttf 或 otf。", "The face of a language that the bundled fonts cannot write, such as ar: fonts/arabic.ttf; a ttf or an otf file."),
            "photo_credit": Said("图片署名，只和真实照片一起显示。", "The credit of the photographs; shown with real photographs only."),
            "idle": Said("无人触摸多久以后回到封面。", "How long without a touch until the cover comes back."),
            "hours": Said("开放时间；不写就一直开放。关闭时屏幕变黑。", "The opening hours; without them it is always open. Outside them the screen is dark."),
            "article": Said("数字所根据的文章或资料。", "The article or work that the figures come from."),
        },
    ),
    Hours: (
        Said("开放时间", "opening hours"),
        Said('时间写成 "9:00-17:00"，多段用逗号隔开，可以过午夜；休息写 closed。', 'Hours are written "9:00-17:00", several with commas between them, past midnight if need be; closed for none.'),
        {
            "daily": Said("每天的开放时间。", "The hours of every day."),
            "week": Said("一周里某几天的开放时间：mon、tue、wed、thu、fri、sat、sun。", "The hours of some days of the week: mon, tue, wed, thu, fri, sat, sun."),
            "dates": Said("个别日期的开放时间，例如 2026-10-01: closed。", "The hours of single dates, such as 2026-10-01: closed."),
        },
    ),
    Idle: (
        Said("休息时间", "resting times"),
        Said("无人触摸时，先询问，再回到封面。", "Without a touch the kiosk asks first, then returns to the cover."),
        {
            "ask_after": Said("无人触摸多少秒后询问“还在吗”。", "Seconds without a touch until it asks “Still there?”."),
            "leave_after": Said("询问后再过多少秒回到封面。", "Seconds from the question until the cover."),
        },
    ),
    Couplet: (
        Said("诗句", "verses"),
        Said("写在封面上的诗句。", "Verses for the cover."),
        {
            "lines": Said("诗句，一句一行；zh: 后面写 |-，诗句写在下面。", "The verses, one a line; write |- after zh: and the verses below."),
            "credit": Said("诗句的作者和题目。", "Whose verses they are."),
        },
    ),
    Article: (
        Said("文章", "article"),
        Said("数字所根据的文章或资料。", "The article or work that the figures come from."),
        {
            "title": Said("文章的题目。", "The title of the article."),
            "authors": Said("作者。", "The authors."),
        },
    ),
    Figure: (
        Said("数字", "figure"),
        Said("一个数字和关于它的一切。四种写法选一种：value，或 before 和 after，或 rank，或 top。", "One figure and all that is true of it, in one of four forms: value, or before and after, or rank, or top."),
        {
            "label": Said("这个数字说的是什么。", "What the figure counts."),
            "value": Said("一个数：只写数字，写 48000，不写 4.8万。", "One number in digits only: 48000, not 48,000."),
            "before": Said("以前的数，和 after 一起写。", "The number before, together with after."),
            "after": Said("现在的数，和 before 一起写。", "The number after, together with before."),
            "rank": Said("第几名。", "The place in a ranking."),
            "top": Said("前几名：只知道在前 10 名之内，就写 10。", "Among the first so many: 10 for “in the top ten”."),
            "unit": Said("单位的名字，单位写在 units 里；名次不用写。", "The name of a unit, which is written in units; a rank needs none."),
            "qualifier": Said("限定词：over 超，more-than 余（15万余），odd 余在万前（400余万），nearly 近，about 约。", "How the source hedges it: over, more-than, odd (as more-than; Chinese writes 400余万), nearly, about."),
            "cumulative": Said("资料里写了“累计”才写 true。", "true where the source says that it is a total over time."),
            "direction": Said("变化的方向：down 下降，up 上升；数字本身不写负号。", "Which way it changed, down or up; the number itself has no minus sign."),
            "period": Said("说的是哪段时间，例如 2023年。", "The time it speaks of, such as 2023."),
            "of": Said("占谁的，份额才写，例如 占全省。", "What it is a share of, such as “of the province’s total”."),
            "among": Said("和谁比，名次才写，例如 全省。", "Among whom a rank was won, such as “in the province”."),
            "definition": Said("这个数字怎样算，什么不算在内。", "What exactly is counted, and what is not."),
            "source": Said("出处：资料里的哪一段。", "Where it stands in the source material."),
        },
    ),
    Source: (
        Said("出处", "source"),
        Said("数字在资料里的位置。", "The place of a figure in the source material."),
        {
            "heading": Said("小标题的名字，写在 headings 里。", "The name of a heading, which is written in headings."),
            "paragraph": Said("这个小标题下的第几段，从 1 数起。", "Which paragraph below that heading, counted from 1."),
        },
    ),
    Derived: (
        Said("换个说法", "figure told again"),
        Said("一句由数字算出来的话。算法选一种：difference、ratio、share、average 或 per_day。", "A sentence about what follows from figures, computed in one way: difference, ratio, share, average or per_day."),
        {
            "difference": Said("相差多少：一个前后对比的名字，或者大的在前、小的在后。", "What lies between: the name of one change, or the larger and the smaller figure."),
            "ratio": Said("几倍：大的在前，小的在后。", "How many times: the larger figure, then the smaller."),
            "share": Said("占百分之几：部分在前，整体在后。", "How many percent: the part, then the whole."),
            "average": Said("平均每个多少：总数在前，个数在后。", "How much each: the total, then the number of things."),
            "per_day": Said("平均每天多少：一个数字的名字，另写 days。", "How much a day: the name of one figure, together with days."),
            "days": Said("这段时期有多少天，和 per_day 一起写。", "How many days the period has, together with per_day."),
            "show": Said("words 只写文字；pictogram 画成一个个小图（占比，或不超过 100 的整数）。", "words tells it; pictogram draws so many things (a share, or a whole number up to 100)."),
            "text": Said("这句话；{value} 是算出来的结果。", "The sentence; {value} stands for the result."),
        },
    ),
    Chapter: (
        Said("章节", "chapter"),
        Said("一章有标题和一组面板；首页上一章一张卡片。", "A title and a run of panels; each chapter is a card on the home page."),
        {
            "id": Said("章节的名字，观众看不到，每章不同。", "The chapter’s name, which visitors do not see; each has its own."),
            "seal": Said("印章上的一个字。", "The one character of its seal."),
            "title": Said("章节的标题。", "The chapter’s title."),
            "subtitle": Said("标题旁边的一行。", "A line beside the title."),
            "panels": Said("这一章的面板，每个以 - kind: 开头，按顺序显示。", "Its panels in their order, each starting with - kind:."),
        },
    ),
    Panel: (
        Said("面板", "panel"),
        Said("一屏内容。下面这些，每种面板都可以写。", "One screenful. Every kind of panel may have these."),
        {
            "kind": Said("面板的种类。", "The kind of panel."),
            "id": Said("面板的名字，观众看不到；不写也可以。", "The panel’s name, which visitors do not see; it may be left out."),
            "eyebrow": Said("标题上面的小字；不写就显示章节的标题。", "A small line above the title; without one, the chapter’s title stands there."),
            "title": Said("面板的标题，也显示在目录里。", "The panel’s title, which the contents list, too."),
            "text": Said("标题下面的正文；用 {名字} 引用数字。", "The running text below the title; {name} stands for a figure."),
            "audio": Said("朗读的录音；没有录音的语言，电脑装了语音程序就由它来读。", "The panel read aloud; a language without a recording is spoken, where the computer has a speech program."),
            "dwell": Said("自动播放时停留多少秒；不写就按文字的长短。", "Seconds it stays while cycling; without it, as long as reading takes."),
        },
    ),
    Recording: (
        Said("录音", "recording"),
        Said("请人把这一页读一遍，录成文件。", "The panel read by a person, as files."),
        {
            "files": Said("每种语言一个录音，写语言和文件的路径，例如 zh: audio/lake-zh.mp3；可以是 wav、mp3、ogg 或 flac。", "A file for each language that was recorded, such as en: audio/lake-en.mp3; wav, mp3, ogg or flac."),
            "transcript": Said("录音里说的话，播放时显示；不写就显示这一页的文字。", "What is said in it, shown while it plays; without it the panel’s own text is shown."),
        },
    ),
    Text: (
        Said("文字", "text"),
        Said("“文字”每种语言写一行，例如 zh: 和 en:；文字里用 {名字} 引用数字，前后对比用 {名字.before} 和 {名字.after}。", "A text has a line for each language, such as zh: and en:; {name} stands for a figure, {name.before} and {name.after} for its two ends."),
        {},
    ),
}  # fmt: skip

WORDS: Final = {model: Named(*words) for model, words in (_EXHIBIT | PANELS).items()}
"""Every record of an exhibit."""


def words_of(model: type[BaseModel]) -> Named:
    """Return the words of a model: its own, else those of the class it was made from.

    LookupError tells that nobody wrote any.
    """
    for base in model.__mro__:
        if base in WORDS:
            return WORDS[base]
    raise LookupError(f"kiosk/staff/words*.py say nothing of {model.__name__}")


def about_field(model: type[BaseModel], field: str) -> Said:
    """Return what a field is for; what a model says itself goes before what its bases say.

    LookupError tells that nobody wrote it.
    """
    for base in model.__mro__:
        if base in WORDS and field in WORDS[base].fields:
            return WORDS[base].fields[field]
    raise LookupError(f"kiosk/staff/words*.py say nothing of {field} of {model.__name__}")
