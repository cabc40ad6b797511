"""Which view an exception came from that nobody caught."""

from collections.abc import Iterator
from types import TracebackType

import shiboken6
from PySide6.QtWidgets import QWidget

from kiosk.panels.quiet import QuietCard
from kiosk.panels.view import View


def concerned(trace: TracebackType) -> View | None:
    """Return the innermost view on the way to an exception; a quiet card cannot get any quieter."""
    for owner in reversed(list(_owners(trace))):
        widget: QWidget | None = owner
        while widget is not None and not isinstance(widget, View):
            widget = widget.parentWidget()
        if widget is not None and not isinstance(widget, QuietCard):
            return widget
    return None


def _owners(trace: TracebackType | None) -> Iterator[QWidget]:
    while trace is not None:
        owner = trace.tb_frame.f_locals.get("self")
        if isinstance(owner, QWidget) and shiboken6.isValid(owner):  # type: ignore[no-untyped-call]
            yield owner
        trace = trace.tb_next
