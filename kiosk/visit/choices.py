"""What a visitor may choose of how everything is shown; the next visitor finds none of it."""

from dataclasses import dataclass
from enum import StrEnum

TEXT_STEPS = (1.0, 1.3, 1.6)
"""The sizes of text, as factors of the design's."""


class Hand(StrEnum):
    """Where the arrows stand: in the middle, or where one hand is."""

    MIDDLE = "middle"
    LEFT = "left"
    RIGHT = "right"


class Pinyin(StrEnum):
    """Over which Chinese characters the sound is written."""

    NONE = "none"
    RARE = "rare"
    ALL = "all"


@dataclass(frozen=True)
class Choices:
    """All of it; what is not chosen is as the exhibit is designed."""

    text: int = 0
    """Which of the sizes of text, from 0."""
    contrast: bool = False
    calm: bool = False
    """Nothing slides, drifts or counts up."""
    low: bool = False
    """Everything stands in the lower part of the screen."""
    hand: Hand = Hand.MIDDLE
    pinyin: Pinyin = Pinyin.NONE

    @property
    def name(self) -> str:
        """What is chosen, in a word or several: 100%, 160%-contrast-low-pinyin-all."""
        flags = {"contrast": self.contrast, "calm": self.calm, "low": self.low}
        words = [word for word, on in flags.items() if on]
        if self.hand is not Hand.MIDDLE:
            words.append(self.hand)
        if self.pinyin is not Pinyin.NONE:
            words.append(f"pinyin-{self.pinyin}")
        return "-".join([f"{TEXT_STEPS[self.text]:.0%}", *words])


TEXTS = tuple(Choices(text=step) for step in range(len(TEXT_STEPS)))
"""The sizes of text alone."""

SEEN = tuple(
    Choices(text, contrast, False, low, hand, pinyin)
    for text in range(len(TEXT_STEPS))
    for contrast in (False, True)
    for low in (False, True)
    for hand in Hand
    for pinyin in Pinyin
)
"""Everything that can be chosen and is seen on a screen that stands still."""

NONE = Choices()
"""What every visitor finds."""
