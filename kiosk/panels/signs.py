"""What the program itself says to visitors."""

from kiosk.content.problems import Said

ILLUSTRATION = Said("示意图", "Illustration")
ZOOM_HINT = Said("轻触图片放大", "Tap the picture to enlarge")
ZOOMED_HINT = Said("双指缩放 · 双击还原", "Pinch to zoom · double-tap to reset")
HOME = Said("首页", "Home")
CONTENTS = Said("全部篇章", "All chapters")
PREVIOUS = Said("上一页", "Previous")
NEXT = Said("下一页", "Next")
LARGER = Said("字号", "Text size")
WHERE_TO_BEGIN = Said("从哪一页读起？", "Where would you like to begin?")
OPEN = Said("轻触屏幕，展信", "Touch the screen to open")
STILL_THERE = Said("还在看吗？", "Still there?")
BACK_IN = Said("{} 秒后回到封面", "Back to the cover in {} seconds")
STAY = Said("继续看", "Keep looking")
LEAVE = Said("回到封面", "Back to the cover")
CLOSE = Said("关闭", "Close")
ZOOM_IN = Said("放大", "Zoom in")
ZOOM_OUT = Said("缩小", "Zoom out")
QUIET = Said(
    "这一页正在整理，请看看别的页面。", "This page is being prepared. Please look at another one."
)
MORE = Said("更多", "More")

LANGUAGE_NAMES = {"zh": "中文", "en": "EN"}
"""Languages call themselves by their own names; any other shows its tag."""

SAID = tuple(value for value in list(globals().values()) if isinstance(value, Said))
"""Everything above, for the test that every glyph is there."""
