"""An emulated PC: switched on, looked at, touched, typed at, and let in by a serial line."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 1280, 800
"""Pixels of its screen."""

LATE = 180.0
"""Seconds after which something does not come any more: without a processor's help all is slow."""


class Machine:
    """One machine; what it writes to its disc is forgotten when it is switched off."""

    def __init__(self, folder: Path, screens: int = 1) -> None:
        """`folder` holds the disc and the kernel, and gets what the machine says."""
        self._folder = folder
        # A second screen is one that the kernel is told to take for plugged in.
        second = "video=Virtual-2:{}x{}e".format(*SIZE) if screens == 2 else ""
        wide, high = SIZE
        words = f"""
            -accel tcg,thread=multi -cpu Nehalem -smp 2 -m 2048
            -kernel vmlinuz -initrd initrd.img -snapshot -drive file=disc,format=raw,if=virtio
            -vga none -device virtio-gpu-pci,id=screen,max_outputs=2,xres={wide},yres={high}
            -device virtio-tablet-pci -device virtio-keyboard-pci -display none -nic none
            -chardev socket,id=line,path=line,server=on,wait=off,logfile=console
            -serial chardev:line -qmp unix:control,server=on,wait=off
        """
        command = ["qemu-system-x86_64", *words.split()]
        command += ["-append", f"root=/dev/vda rw console=ttyS0 quiet {second}"]
        self._process = subprocess.Popen(command, cwd=folder)
        self._control = self._linked("control").makefile("rw", encoding="utf-8")
        self._control.readline()
        self._ask("qmp_capabilities")
        self._line = self._linked("line")
        self._count = 0
        self.wait_for_login()

    def _linked(self, name: str) -> socket.socket:
        link = socket.socket(socket.AF_UNIX)
        end = time.monotonic() + LATE
        while True:
            try:
                link.connect(str(self._folder / name))
            except OSError:
                if time.monotonic() > end or self._process.poll() is not None:
                    raise
                time.sleep(0.1)
            else:
                return link

    def wait_for_login(self) -> None:
        """Wait until the serial line lets in, after each start."""
        self._read(b"root@")
        self.shell("stty -echo; PS1= PS2=")

    def _read(self, mark: bytes, seconds: float = LATE) -> bytes:
        said, end = b"", time.monotonic() + seconds
        while mark not in said:
            self._line.settimeout(max(0.1, end - time.monotonic()))
            said += self._line.recv(1 << 16)
        return said

    def shell(self, command: str, seconds: float = LATE) -> str:
        """Type a command as root and return what it prints, both outputs in one."""
        self._count += 1
        # What is typed may come back: the mark that ends is put together only by the shell.
        line = f"{{ {command}\n}} 2>&1; echo end''-{self._count}-\n"
        self._line.sendall(line.encode())
        said = self._read(f"end-{self._count}-".encode(), seconds).decode(errors="replace")
        lines = said.replace("\r", "").splitlines()
        return "\n".join(one for one in lines[:-1] if "end''-" not in one and one.strip("> "))

    def until(self, command: str, wanted: str, seconds: float = LATE) -> None:
        """Type a command again and again until its output holds what is wanted."""
        end, said = time.monotonic() + seconds, ""
        while wanted not in said:
            if time.monotonic() > end:
                raise TimeoutError(f"{command} does not say {wanted}, but: {said}")
            said = self.shell(command)
            time.sleep(0.2)

    def _ask(self, word: str, **more: object) -> Any:
        self._control.write(json.dumps({"execute": word, "arguments": more}) + "\n")
        self._control.flush()
        while True:
            answer = json.loads(self._control.readline())
            if "return" in answer or "error" in answer:
                return answer

    def picture(self, name: str, head: int = 0) -> Path:
        """Keep what a screen shows as a PNG; the second has the head 1."""
        raw, path = self._folder / "screen.ppm", self._folder / f"{name}.png"
        self._ask("screendump", filename=str(raw), device="screen", head=head)
        subprocess.run(["convert", str(raw), str(path)], check=True)
        return path

    def keys(self, *names: str) -> None:
        """Press keys together, as QEMU calls them."""
        self._ask("send-key", keys=[{"type": "qcode", "data": name} for name in names])

    def click(self, x: float, y: float) -> None:
        """Click with a mouse at two shares of the screen."""
        places = [("x", x), ("y", y)]
        moved = [{"axis": axis, "value": round(place * 32767)} for axis, place in places]
        self._ask("input-send-event", events=[{"type": "abs", "data": one} for one in moved])
        for down in (True, False):
            time.sleep(0.2)
            pressed = {"type": "btn", "data": {"down": down, "button": "left"}}
            self._ask("input-send-event", events=[pressed])

    def touch(self, x: float, y: float, seconds: float = 0.1) -> None:
        """Touch the panel at two shares of its width and height."""
        self.shell(f"echo {x} {y} {seconds} >/run/touches")

    def plug_panel(self) -> None:
        """Plug the touch panel in."""
        self.shell(
            "modprobe uinput; rm -f /run/touches; mkfifo /run/touches;"
            " systemd-run --quiet python3 /root/touch_panel.py /run/touches; udevadm settle; sleep 3"
        )

    def restart(self) -> None:
        """Switch off and on, as staff would."""
        self._line.sendall(b"systemctl reboot\n")
        self._read(b"reboot: Restarting system")
        self.wait_for_login()

    def close(self) -> None:
        """Pull the plug."""
        self._process.kill()
        self._process.wait()
