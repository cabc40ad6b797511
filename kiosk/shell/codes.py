"""How the program ends, for whoever starts it again."""

from typing import Final

SOFTWARE: Final = 70
"""Too many faults (EX_SOFTWARE of sysexits.h): start it anew."""

RESTART: Final = 75
"""Staff, or a newer program, asked for a new start (EX_TEMPFAIL)."""

LEAVE: Final = 64
"""Staff asked it to stay away: do not start it again."""

GOOD: Final = frozenset({0, RESTART, LEAVE})
"""The ends that are no fault."""
