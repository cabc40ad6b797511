"""What every kind of panel and its fields are for, in the words of the handbook."""

from typing import Final

from pydantic import BaseModel

from kiosk.content.problems import Said
from kiosk.panels.asking import Asking
from kiosk.panels.bars import Bars
from kiosk.panels.change import Change
from kiosk.panels.figures import Figures
from kiosk.panels.framed import Item
from kiosk.panels.percent import Percent
from kiosk.panels.photos import Photos
from kiosk.panels.pictogram import Pictogram
from kiosk.panels.quotation import Quotation
from kiosk.panels.ranking import Ranking
from kiosk.panels.ring import Ring
from kiosk.panels.share import Share
from kiosk.panels.squares import Squares
from kiosk.panels.theme import Point, Theme
from kiosk.panels.timeline import Moment, Timeline

Words = tuple[Said, Said, dict[str, Said]]
"""The name of a record, what it is for, and what each of its fields is for."""

PANELS: Final[dict[type[BaseModel], Words]] = {
    Theme: (
        Said("主题", "theme"),
        Said("讲一件事：标题、正文，可以带几个数字和几个要点，旁边是这一章的山水。", "Tells of one thing: a title and a text, with some figures and points if you like, beside the chapter’s mountains."),
        {
            "figures": Said("正文下面的数字卡片，写数字的名字。", "Cards with figures below the text, by their names."),
            "points": Said("要点：几项做法或几样东西，一项一张卡片。", "Points: initiatives or things, each on a card."),
        },
    ),
    Point: (
        Said("要点", "point"),
        Said("一个要点。", "One point."),
        {
            "name": Said("要点的名称。", "What it is called."),
            "text": Said("一句说明。", "A sentence about it."),
        },
    ),
    Figures: (
        Said("大数字", "big figures"),
        Said("一到六个大数字，各在一张卡片上。", "One to six big figures, each on a card."),
        {"figures": Said("数字的名字，按显示的顺序。", "The names of the figures, in the order they are shown.")},
    ),
    Bars: (
        Said("条形图", "bar chart"),
        Said("比较同一单位的几个数：从零画起，最长的在上面。", "Compares figures of one unit: bars from zero, the longest first."),
        {
            "figures": Said("数字的名字；都要是 value，单位相同，不小于 0。", "The names of the figures; each a value from 0 up, all of one unit."),
            "highlight": Said("要突出的那一个，必须也在 figures 里。", "The one to stand out, which must be among the figures."),
        },
    ),
    Change: (
        Said("前后对比", "change"),
        Said("一到三个数字的以前和现在，两点一线，不画中间的过程。", "Before and after of one to three figures: two points and the line between."),
        {"figures": Said("数字的名字；每个都要有 before 和 after。", "The names of the figures; each needs before and after.")},
    ),
    Asking: (
        Said("可以先猜的面板", "a panel to guess at"),
        Said("观众可以先猜，再揭晓。", "Visitors may guess first."),
        {"guess": Said("猜一猜的问题；写了就有“先猜一猜”的按钮。条形图猜的是突出的那一个；数字不能带“超、余、近”。", "The question to guess at; with it there is a button to guess first. On bars it is about the figure that stands out; the figure must not be hedged.")},
    ),
    Percent: (
        Said("百分比", "percentage"),
        Said("一个百分比。", "One percentage."),
        {"figure": Said("数字的名字；要是 0 到 100 之间的百分比。", "The name of the figure; a percentage from 0 to 100.")},
    ),
    Share: (
        Said("占比", "share"),
        Said("一百个小方格里涂满多少个：适合“占全部的百分之几”。", "So many squares out of a hundred: for a part of a whole."),
        {},
    ),
    Ring: (
        Said("圆环", "ring"),
        Said("圆环转过多少，中间是数字：适合“达到百分之几”。", "A part of the way round, with the number inside: for a rate that was reached."),
        {},
    ),
    Pictogram: (
        Said("圆点图", "pictogram"),
        Said("把一个数画成数得清的圆点；百分比画成一百个（整十的画成十个）里涂满几个。figure 和 derived 写一个。", "A number as discs that can be counted; a percentage as so many of a hundred, or of ten where it is a round one. Write either figure or derived."),
        {
            "figure": Said("数字的名字；要大于 0，不超过 100。", "The name of a figure; above 0 and up to 100."),
            "derived": Said("derived 里一句话的名字，它要写 show: pictogram。", "The name of an entry of derived, which needs show: pictogram."),
        },
    ),
    Squares: (
        Said("方块", "squares"),
        Said("比较大小相差很多的几个数：每个数一个方块，面积按数值画。", "Compares figures of very different size: a square each, its area the value."),
        {"figures": Said("二到四个数字的名字；单位相同，大于 0，最大的不超过最小的三万倍。", "The names of two to four figures of one unit, above 0, the largest no more than 30,000 times the smallest.")},
    ),
    Ranking: (
        Said("排名", "ranking"),
        Said("几个名次放在一起：确切的名次画一个点，“前几名”画一段。", "Places in rankings: a dot where the rank is known, a bar for “among the first so many”."),
        {"figures": Said("数字的名字；每个都要有 rank 或 top。", "The names of the figures; each needs rank or top.")},
    ),
    Timeline: (
        Said("时间线", "timeline"),
        Said("二到六个时刻，按先后排列。", "Two to six moments in their order."),
        {"moments": Said("时刻，从早到晚。", "The moments, the earliest first.")},
    ),
    Moment: (
        Said("时刻", "moment"),
        Said("一个时刻。", "One moment."),
        {
            "when": Said("什么时候，例如 2016年。", "When it was, such as 2016."),
            "title": Said("发生了什么。", "What happened."),
            "text": Said("一两句说明。", "A sentence or two about it."),
        },
    ),
    Quotation: (
        Said("引文", "quotation"),
        Said("一段原话或一首诗，和它的出处。中文每行不超过 12 个字时竖排；标题只显示在目录里。", "Someone’s own words or a verse, and whose they are. Chinese lines of up to 12 characters stand upright; a title shows in the contents only."),
        {
            "text": Said("原话；要分行时，zh: 后面写 |-，一行一句写在下面。", "The words; for several lines write |- after zh: and the lines below."),
            "credit": Said("谁说的，或者出自哪里。", "Whose words they are, or where they stand."),
        },
    ),
    Photos: (
        Said("照片", "photographs"),
        Said("一张一张的图片和说明；点一下图片可以放大；标题只显示在目录里。", "Pictures with their captions, one at a time; a tap opens one in full. The title shows in the contents only."),
        {"items": Said("图片，按显示的顺序。", "The pictures, in the order they are shown.")},
    ),
    Item: (
        Said("图片", "picture"),
        Said("一张图片和关于它的文字。", "One picture and what is said of it."),
        {
            "photo": Said("照片的文件，放在 content.yaml 旁边的 photos 文件夹里，例如 photos/pond.jpg。还没有照片也要写，先显示插画。", "The file of the photograph, in the folder photos beside content.yaml, such as photos/pond.jpg. Write it even before you have it: the illustration is shown until then."),
            "illustration": Said("没有照片时显示的插画（.svg），屏幕上会标明“示意图”。", "The illustration (.svg) to show without the photograph; the screen says that it is one."),
            "focus": Said("裁剪时要留住的点：从左边和上边数起的两个数，0 到 1；中间是 0.5 和 0.5。", "The point that cropping keeps: two numbers from 0 to 1, from the left and from the top; the middle is 0.5 and 0.5."),
            "title": Said("图片的标题。", "The picture’s title."),
            "caption": Said("图片的说明。", "The picture’s caption."),
        },
    ),
}  # fmt: skip
