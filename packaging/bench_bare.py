"""The least that a program of PySide6 can be: one window, painted once, for comparison."""

import json
import signal
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """A gradient, so that the bench sees colours."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint, and tell when that is done."""
        fill = QLinearGradient(0, 0, 0, self.height())
        fill.setColorAt(0, Qt.GlobalColor.darkBlue)
        fill.setColorAt(1, Qt.GlobalColor.white)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), fill)
        QTimer.singleShot(0, self.tell)

    @staticmethod
    def tell() -> None:
        """Send the bench the time."""
        sys.stdout.write(json.dumps({"first": time.monotonic()}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    app = QApplication(sys.argv)
    window = Bare()
    window.setGeometry(app.primaryScreen().geometry())
    window.show()
    sys.exit(app.exec())
