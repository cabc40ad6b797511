"""`kiosk pin`: set the PIN that opens the staff sheet."""

import argparse
import os
import re
import shlex
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.commands.common import say

DEFAULT: Final = Path("/etc/kiosk/machine.yaml")
LINE: Final = re.compile(r"^pin[ \t]*:.*$", re.MULTILINE)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("pin", help="set the PIN that opens the staff sheet")
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        help=f"the machine's settings (default: $KIOSK_MACHINE, else {DEFAULT})",
    )
    parser.add_argument(
        "--stdin", action="store_true", help="read the PIN, once, from standard input"
    )
    parser.set_defaults(act=act)


def machine_file() -> Path:
    """Return the file with this machine's settings."""
    given = os.environ.get("KIOSK_MACHINE")
    return Path(given) if given else DEFAULT


def act(options: argparse.Namespace) -> int:
    """Ask for the PIN and keep its hash."""
    path = Path(options.file or machine_file()).resolve()
    pin = sys.stdin.readline().strip() if options.stdin else _asked(options)
    from kiosk.shell.office.pin import hashed, valid

    if pin is None or not valid(pin):
        zh = "PIN 要 4 到 12 位数字，两次输入要相同。什么都没有改，请再输入：kiosk pin"
        en = "A PIN has 4 to 12 digits, the same both times. Nothing was changed; type: kiosk pin"
        print(say(options, zh, en), file=sys.stderr)
        return 1
    try:
        wrong = _put(path, f"pin: {hashed(pin)}", options)
    except PermissionError:
        typed = f"sudo kiosk pin {shlex.quote(str(path))}"
        zh, en = f"没有权限写 {path}。请输入：{typed}", f"{path} may not be written. Type: {typed}"
        print(say(options, zh, en), file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        zh = f"写不了 {path}（{error}）。请检查这个文件，再输入：kiosk pin"
        en = f"{path} cannot be written ({error}). Look at that file, then type: kiosk pin"
        print(say(options, zh, en), file=sys.stderr)
        return 1
    if wrong:
        print(wrong, file=sys.stderr)
        return 1
    zh = f"PIN 已写入 {path}。按住屏幕左上角 3 秒，再输入它。"
    en = f"The PIN is in {path}. Hold the top left corner of the screen for 3 seconds, then enter it."
    print(say(options, zh, en))
    return 0


def _asked(options: argparse.Namespace) -> str | None:
    """Ask twice without an echo; None where the answers differ or there is nobody to answer."""
    import getpass

    try:
        pin = getpass.getpass(say(options, "新的 PIN：", "New PIN: "))
        again = getpass.getpass(say(options, "再输入一次：", "Once more: "))
    except (EOFError, KeyboardInterrupt):
        return None
    return pin if pin == again else None


def _put(path: Path, line: str, options: argparse.Namespace) -> str:
    """Put the line into the file, all of it or nothing; return what would be wrong with it then."""
    import tempfile

    from kiosk.content.load import lines_at
    from kiosk.content.machine import machine
    from kiosk.content.report import describe

    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.read_bytes().decode() if path.exists() else ""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_changed(there, line).encode())
            file.flush()
            os.fsync(file.fileno())
        found = machine(fresh)
        if isinstance(found, list):
            return describe(found, str(path), lines_at(fresh), options.lang)
        _as_before(path, fresh)
        fresh.replace(path)
        return ""
    finally:
        fresh.unlink(missing_ok=True)


def _changed(text: str, line: str) -> str:
    """Return the text of a file with this line in the place of its `pin:`, else at its end."""
    changed, found = LINE.subn(lambda _: line, text, count=1)
    if found:
        return changed
    gap = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{gap}{line}\n"


def _as_before(path: Path, fresh: Path) -> None:
    """Let the same people read it as before; a new one, the group of its folder as well."""
    import shutil

    there = path.stat() if path.exists() else None
    fresh.chmod(there.st_mode & 0o777 if there else 0o640)
    like = there or path.parent.stat()
    with suppress(PermissionError):
        shutil.chown(fresh, like.st_uid if there else None, like.st_gid)
