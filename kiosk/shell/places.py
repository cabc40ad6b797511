"""At which line of content.yaml a panel stands, for messages about it."""

from collections.abc import Callable

from kiosk.content.load import Loaded
from kiosk.visit.route import Route


class Places:
    """Follows the content that is shown."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded

    def line(self, key: str) -> int:
        """Return the line at which the panel with this key begins; 0 where there is none."""
        loaded = self._loaded
        route = Route(loaded.exhibit)
        at = route.find(key)
        if at is None:
            return 0
        leg = route.legs[at]
        return loaded.place(("chapters", leg.chapter, "panels", leg.within)).line

    def keeping(self, keep: Callable[[Loaded], None]) -> Callable[[Loaded], None]:
        """Return what hears of good content in place of `keep`, and passes it on."""

        def kept(loaded: Loaded) -> None:
            self._loaded = loaded
            keep(loaded)

        return kept
