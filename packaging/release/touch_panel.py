"""A touch panel, played by the kernel's uinput inside the machine that is tested.

Each line of the pipe that is named is one touch: two shares (0 to 1) of the panel's width and height,
and the seconds until the finger lifts.
"""

import fcntl
import os
import struct
import sys
import time

# From linux/uinput.h and linux/input-event-codes.h.
UI_DEV_CREATE, UI_DEV_SETUP, UI_ABS_SETUP = 0x5501, 0x405C5503, 0x401C5504
UI_SET_EVBIT, UI_SET_KEYBIT, UI_SET_PROPBIT = 0x40045564, 0x40045565, 0x4004556E
EV_SYN, EV_KEY, EV_ABS, BTN_TOUCH, DIRECT = 0, 1, 3, 0x14A, 1
ABS_X, ABS_Y, SLOT, MT_X, MT_Y, TRACKING = 0x00, 0x01, 0x2F, 0x35, 0x36, 0x39
WIDE = 4095


def made() -> int:
    """Plug the panel in; return where its events go."""
    panel = os.open("/dev/uinput", os.O_WRONLY)
    for kind in (EV_SYN, EV_KEY, EV_ABS):
        fcntl.ioctl(panel, UI_SET_EVBIT, kind)
    fcntl.ioctl(panel, UI_SET_KEYBIT, BTN_TOUCH)
    fcntl.ioctl(panel, UI_SET_PROPBIT, DIRECT)
    ranges = {ABS_X: WIDE, ABS_Y: WIDE, SLOT: 9, MT_X: WIDE, MT_Y: WIDE, TRACKING: 65535}
    for axis, most in ranges.items():
        fcntl.ioctl(panel, UI_ABS_SETUP, struct.pack("=HHiiiiii", axis, 0, 0, 0, most, 0, 0, 0))
    name = struct.pack("=HHHH80sI", 3, 1, 1, 1, b"Touch panel of the test", 0)
    fcntl.ioctl(panel, UI_DEV_SETUP, name)
    fcntl.ioctl(panel, UI_DEV_CREATE)
    return panel


def touch(panel: int, number: int, x: int, y: int, seconds: float) -> None:
    """Put a finger down and lift it."""

    def tell(*events: tuple[int, int, int]) -> None:
        for event in (*events, (EV_SYN, 0, 0)):
            os.write(panel, struct.pack("=qqHHi", 0, 0, *event))

    places = ((MT_X, x), (MT_Y, y), (ABS_X, x), (ABS_Y, y))
    down = [(EV_ABS, axis, place) for axis, place in places]
    tell((EV_ABS, SLOT, 0), (EV_ABS, TRACKING, number), *down, (EV_KEY, BTN_TOUCH, 1))
    time.sleep(seconds)
    tell((EV_ABS, TRACKING, -1), (EV_KEY, BTN_TOUCH, 0))


def main() -> None:
    """Play until the machine is switched off."""
    panel, number = made(), 0
    while True:
        with open(sys.argv[1], encoding="ascii") as pipe:  # noqa: PTH123 — it ends with its writer
            for line in pipe:
                x, y, seconds = map(float, line.split())
                number += 1
                touch(panel, number, round(x * WIDE), round(y * WIDE), seconds)


if __name__ == "__main__":
    main()
