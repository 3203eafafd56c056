"""Every page of the staff panel in both languages and three shapes: no text leaves its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from player.config.screen import Display, PixelSize, Screen
from player.shell.snapshot import camera, settle, take_as_is
from tests.fakes.accepted_pictures import check
from tests.fakes.kiosk import GATE, LANDSCAPE, PORTRAIT, place_of
from tests.fakes.page_audit import faults, inked, visible_texts
from tests.fakes.panel_on_screen import StaffedScreen

LEAST_MM: Final = 19.9

OLD: Final = Screen(
    id="old",
    gate=GATE,
    role="counter",
    display=Display(size=PixelSize(width=1280, height=1024), width_mm=338, viewing_distance_mm=700),
)
"""A 17-inch monitor at a counter."""

SHAPES: Final = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "old": OLD}

LANE: Final = ("notice", "template:lane-paused", "edit:lane:~lane-2")
WALKS: Final = (
    (),
    ("language",),
    ("notice",),
    ("notice", "template:lane-paused", "preview"),
    (*LANE, "edit:windows:now60", "pad:window/windows/1"),
    (*LANE, "preview"),
    ("notice", "template:queue"),
    ("notice", "template:closed-early"),
    ("notice", "template:weather"),
    ("notice", "template:free", "type:field/text"),
    ("emergency",),
    ("emergency", "alarm:evacuate", "emergency"),
    ("hold",),
    ("hold", "items"),
    ("show",),
    ("show", "tile:crossing"),
    ("blank",),
    ("facts",),
    ("facts", "pad:fact/rate"),
    ("facts", "type:fact/gate-phone"),
    ("language", "language:km"),
    ("hold", "keep"),
    ("notice", "template:queue", "preview", "post"),
    ("standing",),
    ("log",),
)


def pages(staffed: StaffedScreen) -> Iterator[str]:
    """Go from page to page and from sheet to sheet, yielding the name of each."""
    for walk in WALKS:
        staffed.panel.act("menu")
        for action in walk:
            settle()
            staffed.panel.act(action)
        settle()
        session = staffed.panel.session
        assert session is not None
        for sheet in range(max(1, session.sheets)):
            settle()
            yield f"{' '.join(walk) or 'menu'} {sheet + 1}"
            staffed.panel.act("next")


def ill_set(staffed: StaffedScreen) -> list[str]:
    """Return what is wrong with the page that is seen."""
    panel = next(
        item
        for item in staffed.window.contentItem().childItems()[0].childItems()
        if item.property("isModal")
    )
    mm = staffed.application.metrics.metrics.mm_per_px
    texts = list(visible_texts(panel))
    page = QRectF(0, 0, staffed.window.width(), staffed.window.height())
    found = faults(texts, page)
    controls = staffed.controls()
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


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_of_every_page_fits(
    shape: str, language: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    screen = SHAPES[shape]
    size = screen.display.size
    assert isinstance(size, PixelSize)
    wrong: list[str] = []
    with camera(screen, size.width, size.height, tmp_path) as application:
        staffed = StaffedScreen(application, screen, language)
        staffed.panel.ask(8, "", 0)
        settle()
        wrong += [f"pin: {fault}" for fault in ill_set(staffed)]
        staffed.log_in()
        for name in pages(staffed):
            wrong += [f"{name}: {fault}" for fault in ill_set(staffed)]
    assert wrong == []


LOOKS: Final = (
    ("panel-menu-landscape", LANDSCAPE, ("language", "language:zh")),
    ("panel-form-old", OLD, LANE),
    ("panel-emergency-portrait", PORTRAIT, ("emergency",)),
)


@pytest.mark.parametrize("look", LOOKS, ids=[look[0] for look in LOOKS])
def test_page_looks_as_accepted(
    look: tuple[str, Screen, tuple[str, ...]], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    name, screen, walk = look
    size = screen.display.size
    assert isinstance(size, PixelSize)
    with camera(screen, size.width, size.height, tmp_path) as application:
        staffed = StaffedScreen(application, screen)
        staffed.log_in()
        for action in walk:
            staffed.panel.act(action)
        check(name, take_as_is(application))
