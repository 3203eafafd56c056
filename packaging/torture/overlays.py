"""Where clocks, banner and ticker lie on a drawn page.

They move by the clock and not by the programme, so whoever compares a display with a drawn page
leaves these boxes out, and compares all the rest as strictly as ever.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.shell.application import Application

OVERLAYS: Final = ("clocks", "banner", "ticker")
"""Names the layouts give to what is not of a page."""

EDGE: Final = 4
"""Pixels around each: letters are smoothed beyond their boxes."""

Box = tuple[int, int, int, int]
"""Left, upper, right and lower edge, pixels; the last two lie outside."""


def overlay_boxes(application: Application) -> tuple[Box, ...]:
    """Return the boxes of what an application now shows above its page.

    Raises:
        TypeError: it has no window of pages.
    """
    window = application.window
    if not isinstance(window, QQuickWindow):
        raise TypeError("no page is drawn")
    found = _named(window.contentItem())
    return tuple(_box(item.mapRectToScene(item.boundingRect())) for item in found)


def _named(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible():
        return
    if item.objectName() in OVERLAYS:
        yield item
    for child in item.childItems():
        yield from _named(child)


def _box(rect: QRectF) -> Box:
    whole = rect.toAlignedRect().adjusted(-EDGE, -EDGE, EDGE, EDGE)
    return whole.left(), whole.top(), whole.left() + whole.width(), whole.top() + whole.height()
