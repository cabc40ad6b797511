"""How much memory the program takes."""

import os
import re
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc/self")


def memory(proc: Path = PROC) -> int | None:
    """Return the bytes of this program alone (PSS), else all it has (RSS); None where nobody knows."""
    try:
        found = re.search(r"^Pss:\s+(\d+) kB", (proc / "smaps_rollup").read_text(), re.MULTILINE)
        if found is not None:
            return int(found[1]) * 1024
    except OSError:
        pass
    try:
        pages = int((proc / "statm").read_text().split()[1])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")
