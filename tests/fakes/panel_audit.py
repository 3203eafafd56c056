"""What is wrong with a page of the staff panel, or of the set-up, that is seen on a window."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.shell.application import Application
from tests.fakes.page_audit import button_faults, faults, visible_texts
from tests.fakes.touching import place_of


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
    found += button_faults(texts, controls, mm)
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
