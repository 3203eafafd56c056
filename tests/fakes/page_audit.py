"""What is seen of a drawn page: its texts, where they lie, and what is wrong with them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF, QTextBoundaryFinder
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.shell.application import Application
from tests.fakes.touching import place_of

ORPHAN: Final = 0.3
LEAST_MM: Final = 19.9
"""Of a control, either way; 20 mm but for what rounding to pixels takes."""


def visible_texts(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield every text below ``item`` that can be seen."""
    if not item.isVisible() or item.opacity() == 0:
        return
    if item.inherits("QQuickText") and item.property("text"):
        yield item
    for child in item.childItems():
        yield from visible_texts(child)


def inked(text: QQuickItem) -> QRectF:
    """Return where the lines of a text lie in the window."""
    size = (text.property("contentWidth"), text.property("contentHeight"))
    return text.mapRectToScene(QRectF(0, 0, *size))


def first_line(text: QQuickItem) -> QRectF:
    """Return where the first line of a text lies in the window."""
    height = text.property("contentHeight") / text.property("lineCount")
    return text.mapRectToScene(QRectF(0, 0, text.width(), height))


def faults(texts: Sequence[QQuickItem], page: QRectF) -> list[str]:
    """Return what is wrong with texts that are all on one page."""
    found = [
        f"{text.property('text')[:30]}: {fault}"
        for text in texts
        for fault, is_there in (
            ("cut off", text.property("truncated")),
            ("beyond the page", not page.contains(inked(text))),
            ("wider than its place", text.property("contentWidth") > text.width() + 0.5),
            ("broken within a word", widest_word(text) > text.width() + 0.5),
            ("higher than its place", text.property("contentHeight") > text.height() + 0.5),
            ("outside its frame", _leaves_frame(text)),
        )
        if is_there
    ]
    boxes = [inked(text) for text in texts]
    return found + [
        f"{texts[at].property('text')[:30]}: overlaid"
        for at, box in enumerate(boxes)
        if any(box.intersects(other) for other in boxes[:at])
    ]


def _leaves_frame(text: QQuickItem) -> bool:
    frame = text.parentItem()
    if frame is None or not frame.inherits("QQuickRectangle"):
        return False
    return not place_of(frame).adjusted(-1, -1, 1, 1).contains(inked(text))


def button_faults(
    texts: Sequence[QQuickItem], controls: Mapping[str, QQuickItem], mm_per_px: float
) -> list[str]:
    """Return which texts leave their buttons, and which controls are too small for a finger.

    Args:
        texts: of a page.
        controls: action -> control, of all that can be touched on it.
        mm_per_px: millimetres of a pixel.
    """
    found = [
        f"{text.property('text')[:30]}: outside its button"
        for text in texts
        if (button := _button(text)) is not None
        if not place_of(button).adjusted(-1, -1, 1, 1).contains(inked(text))
    ]
    return found + [
        f"{action}: smaller than 20 mm"
        for action, control in controls.items()
        if min(control.width(), control.height()) * mm_per_px < LEAST_MM
    ]


def _button(text: QQuickItem) -> QQuickItem | None:
    item: QQuickItem | None = text
    while item is not None and not item.property("action"):
        item = item.parentItem()
    return item


def widest_word(text: QQuickItem) -> float:
    """Return how wide that is of a text which no line ought to end within, pixels."""
    words, metrics = text.property("text"), QFontMetricsF(text.property("font"))
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    cuts = [0]
    while (cut := finder.toNextBoundary()) >= 0:
        cuts.append(cut)
    parts = (words[start:end].strip() for start, end in pairwise(cuts))
    return max((metrics.horizontalAdvance(part) for part in parts), default=0.0)


def orphans(texts: Sequence[QQuickItem]) -> list[str]:
    """Return the headlines whose last line is a lonely scrap: below ``ORPHAN`` of the longest."""
    headlines = (text for text in texts if text.property("headline"))
    return [text.property("text") for text in headlines if _is_orphaned(text)]


def _is_orphaned(text: QQuickItem) -> bool:
    layout = QTextLayout(text.property("text"), text.property("font"))
    layout.beginLayout()
    widths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(text.width())
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return len(widths) > 1 and widths[-1] < ORPHAN * max(widths)


def window(application: Application) -> QQuickWindow:
    """Return the window of a player."""
    found = application.window
    assert isinstance(found, QQuickWindow)
    return found
