"""What is wrong with a page of the staff panel, or of the set-up, that is seen on a window."""

from collections.abc import Mapping
from typing import Final, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.shell.application import Application
from tests.fakes.kiosk import place_of
from tests.fakes.page_audit import faults, inked, visible_texts

LEAST_MM: Final = 19.9


class Shown(Protocol):
    """A screen that is touched."""

    @property
    def application(self) -> Application:
        """Of Qt."""

    @property
    def window(self) -> QQuickWindow:
        """What is touched."""

    def controls(self) -> Mapping[str, QQuickItem]:
        """Return action -> control, of all that can be touched just now."""


def ill_set(shown: Shown) -> list[str]:
    """Return what is wrong with the page that is seen."""
    panel = next(
        item
        for item in shown.window.contentItem().childItems()[0].childItems()
        if item.property("isModal")
    )
    mm = shown.application.metrics.metrics.mm_per_px
    texts = list(visible_texts(panel))
    page = QRectF(0, 0, shown.window.width(), shown.window.height())
    found = faults(texts, page)
    controls = shown.controls()
    found += [
        f"{text.property('text')[:30]}: outside its button"
        for text in texts
        if (button := _button(text)) is not None
        if not place_of(button).adjusted(-1, -1, 1, 1).contains(inked(text))
    ]
    found += [
        f"{action}: smaller than 20 mm"
        for action, control in controls.items()
        if min(control.width(), control.height()) * mm < LEAST_MM
    ]
    places = {action: place_of(control) for action, control in controls.items()}
    found += [
        f"{action}: beyond the page" for action, place in places.items() if not page.contains(place)
    ]
    names = list(places)
    return found + [
        f"{one} and {other}: overlaid"
        for at, one in enumerate(names)
        for other in names[:at]
        if places[one].adjusted(1, 1, -1, -1).intersects(places[other].adjusted(1, 1, -1, -1))
    ]


def _button(text: QQuickItem) -> QQuickItem | None:
    item: QQuickItem | None = text
    while item is not None and not item.property("action"):
        item = item.parentItem()
    return item
