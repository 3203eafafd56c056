"""The window that stands in when QML cannot be loaded: an emergency page, else the built-in one."""

from PySide6.QtCore import QSizeF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRasterWindow

from player.shell.alarm_paint import paint_alarm
from player.shell.alarm_view import AlarmViewModel
from player.shell.builtin_page import paint_builtin
from player.shell.screen_metrics import ScreenMetrics
from player.shell.typefaces import Typefaces


class PlainWindow(QRasterWindow):
    """Painted without QML; upright, whichever way the panel hangs."""

    def __init__(self, typefaces: Typefaces, alarm: AlarmViewModel, lengths: ScreenMetrics) -> None:
        """Show the built-in page.

        Args:
            typefaces: by language.
            alarm: painted while it is up.
            lengths: of the screen, on this window.
        """
        super().__init__()
        self._typefaces = typefaces
        self._alarm = alarm
        self._lengths = lengths
        alarm.turned.connect(self._repaint)
        alarm.shownChanged.connect(self._repaint)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole window."""
        painter = QPainter(self)
        upright = self._lengths.metrics
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self._lengths.degrees)
        painter.translate(-upright.width / 2, -upright.height / 2)
        size = QSizeF(upright.width, upright.height)
        if self._alarm.is_up:
            paint_alarm(painter, size, self._alarm.plan, self._typefaces)
        else:
            paint_builtin(painter, size, self._typefaces)
        painter.end()

    @Slot()
    def _repaint(self) -> None:
        self.update()
