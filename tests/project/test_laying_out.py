"""The files that an installation lays out: the newer beside the older, and again when interrupted."""

import subprocess
from pathlib import Path

from tests.helpers.project import ROOT

DEB = ROOT / "packaging" / "deb"


def placed(root: Path) -> subprocess.CompletedProcess[str]:
    """Run place.sh with `root` for /."""
    script = (DEB / "place.sh").read_text(encoding="utf-8")
    for folder in ("/usr/lib", "/run/kiosk"):
        script = script.replace(folder, f"{root}{folder}")
    return subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True)


def installed(root: Path, text: str) -> Path:
    """A program is installed as postinst does; return what is shown from the next start on."""
    shown = root / "usr/lib/kiosk-shown"
    (shown / "fresh").mkdir(parents=True)
    (shown / "fresh/kiosk").write_text(text, encoding="utf-8")
    return shown / "now" / "kiosk"


def test_a_newer_program_is_laid_out_beside_the_one_before(tmp_path: Path) -> None:
    now = installed(tmp_path, "first")
    placed(tmp_path)
    first = now.resolve()
    installed(tmp_path, "second")
    assert now.read_text("utf-8") == "first"
    placed(tmp_path)
    assert now.read_text("utf-8") == "second"
    assert first.read_text("utf-8") == "first"
    placed(tmp_path)
    assert now.resolve() != first


def test_the_same_program_again_leaves_the_one_before(tmp_path: Path) -> None:
    installed(tmp_path, "first")
    placed(tmp_path)
    installed(tmp_path, "second")
    placed(tmp_path)
    now = installed(tmp_path, "second")
    placed(tmp_path)
    texts = sorted(path.read_text("utf-8") for path in tmp_path.glob("usr/lib/kiosk-shown/?/kiosk"))
    assert (now.read_text("utf-8"), texts) == ("second", ["first", "second"])


def test_a_laying_out_that_was_interrupted_is_done_again(tmp_path: Path) -> None:
    now = installed(tmp_path, "first")
    placed(tmp_path)
    installed(tmp_path, "second")
    (tmp_path / "usr/lib/kiosk-shown/b").mkdir()
    (tmp_path / "usr/lib/kiosk-shown/next").symlink_to("b")
    placed(tmp_path)
    assert now.read_text("utf-8") == "second"
    assert not (tmp_path / "usr/lib/kiosk-shown/fresh").exists()
