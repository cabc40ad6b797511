"""What the program itself says to visitors."""

from kiosk.content.problems import Said

ILLUSTRATION = Said("示意图", "Illustration")
ZOOM_HINT = Said("轻触图片放大", "Tap the picture to enlarge")
ZOOMED_HINT = Said("双指缩放 · 双击还原", "Pinch to zoom · double-tap to reset")
HOME = Said("首页", "Home")
CONTENTS = Said("全部篇章", "All chapters")
PREVIOUS = Said("上一页", "Previous")
NEXT = Said("下一页", "Next")
LANGUAGE = Said("语言", "Language")
ACCESS = Said("无障碍", "Access")
CHOOSE = Said("怎样看得更舒服？", "What makes it easier for you?")
LARGE = Said("大字", "Large text")
LARGEST = Said("特大字", "Largest text")
CONTRAST = Said("高对比", "High contrast")
CALM = Said("不要动画", "No motion")
LOW = Said("放低画面", "Bring it lower")
LEFT_HAND = Said("左手", "Left hand")
RIGHT_HAND = Said("右手", "Right hand")
PINYIN_RARE = Said("生字注音", "Pinyin, rare characters")
PINYIN_ALL = Said("全部注音", "Pinyin everywhere")
AS_BEFORE = Said("恢复原样", "As before")
DONE = Said("好了", "Done")
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
TAKE = Said("带走", "Take it along")
TAKE_TITLE = Said("用手机扫一扫，把这一页带走", "Scan it with your phone and take this page along")
TAKE_ABOUT = Said(
    "文字和数字就在码里，不连网，不留下任何记录。",
    "The words and figures are in the code itself: no network, and nothing is recorded.",
)
TAKE_PART = Said(
    "这一页较长，码里是前面的部分。", "This page is long; the code holds its first part."
)
LISTEN = Said("朗读", "Read aloud")
PLAY = Said("播放", "Play")
STOP = Said("停止", "Stop")
QUIETER = Said("小声些", "Quieter")
LOUDER = Said("大声些", "Louder")
VOLUME = Said("音量", "Volume")
SOURCES = Said("出处", "Sources")
GUESS = Said("先猜一猜", "Guess first")
YOU_GUESS = Said("您猜", "Your guess")
TRUE_VALUE = Said("实际", "In fact")
REVEAL = Said("揭晓", "Reveal")
AGAIN = Said("再猜一次", "Guess again")
BACK = Said("返回", "Back")
DRAG = Said("拖动圆点来猜", "Drag the dot to guess")
EXACT = Said("您猜中了！", "Exactly right!")
LOWER = Said("比您猜的低{}", "{} lower than you guessed")
HIGHER = Said("比您猜的高{}", "{} higher than you guessed")
POINTS = Said("{}个百分点", "{} percentage points")
ONE_GUESS = Said("您是第一位在这里猜的观众", "You are the first to guess here")
GUESSES = Said("这块屏幕上 {} 次猜测的分布", "How {} guesses on this screen are spread")
VALUE = Said("数值", "Value")
COUNTED = Said("统计对象", "What is counted")
AMONG = Said("范围", "Among")
PERIOD = Said("时期", "Period")
DEFINITION = Said("说明", "Definition")
TOLD_AGAIN = Said("换个说法", "In other words")
STANDS = Said("出处", "Source")
PARAGRAPH = Said("{}，第{}段", "{}, paragraph {}")

LANGUAGE_NAMES = {"zh": "中文", "en": "EN"}
"""What the band has room for; other languages are called by their own whole names."""

SAID = tuple(value for value in list(globals().values()) if isinstance(value, Said))
"""Everything above, for the test that every glyph is there."""
