"""What is known of the screen and of what it is touched by, and two tests of them."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication, QInputDevice
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Said
from kiosk.shell.office.page import Act, Page

NAME = Said("屏幕", "Screen")
COLOURS = Said("颜色测试", "Colour test")
TOUCH = Said("触摸测试", "Touch test")


def facts(window: QWidget) -> list[Said]:
    """Return what is known of the window's screen and of all pointing devices."""
    screen = window.screen()
    size, real = screen.size(), screen.physicalSize()
    pixels = f"{size.width()} × {size.height()}"
    named = [one for one in (screen.name(), QGuiApplication.platformName()) if one]
    about = ", ".join([f"{screen.refreshRate():.0f} Hz", *named])
    mm = f"{real.width():.0f} × {real.height():.0f} mm, {screen.physicalDotsPerInch():.0f} dpi"
    own = f"{window.width()} × {window.height()}"
    lines = [
        Said(f"屏幕：{pixels}, {about}", f"Screen: {pixels}, {about}"),
        Said(f"屏幕自报的大小：{mm}", f"Its size, as it says: {mm}"),
        Said(f"窗口：{own}", f"Window: {own}"),
    ]
    devices = {f"{one.type().name} {one.name()}".strip() for one in QInputDevice.devices()}
    known = ", ".join(sorted(devices)) or "-"
    return [*lines, Said(f"输入设备：{known}", f"Input devices: {known}")]


def screen(known: Sequence[Said], colours: Callable[[], None], touch: Callable[[], None]) -> Page:
    """Return the page; the two callables begin the tests."""
    return Page(tuple(known), (Act(COLOURS, colours), Act(TOUCH, touch)))
