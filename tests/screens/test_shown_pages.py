"""Topics that staff show on screens nobody touches: in every language no text leaves its place."""

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF

from player.config.screen import Display, PixelSize, Role, Screen
from player.shell.snapshot import camera, settle
from tests.fakes.kiosk import GATE, LANGUAGES, Kiosk, demo_repertoire
from tests.fakes.page_audit import faults, visible_texts

TOPICS: Final = ("emergency", "entry-steps", "fees", "sim-wifi", "facilities", "today")
"""Phrase cards, steps, tables, a plan, a board."""

SHAPES: Final[dict[str, tuple[Role, int, int, int, int]]] = {
    "hall-tv": ("hall-tv", 1920, 1080, 1210, 4000),
    "counter": ("counter", 1920, 1080, 344, 700),
    "portrait": ("hall-tv", 1080, 1920, 680, 4000),
    "square": ("counter", 1280, 1024, 376, 800),
    "led-strip": ("led-strip", 1152, 288, 4608, 15000),
}
"""Role, pixels, width and viewing distance in millimetres."""


def screen_of(shape: str) -> Screen:
    role, width, height, width_mm, distance_mm = SHAPES[shape]
    display = Display(
        size=PixelSize(width=width, height=height),
        orientation="portrait" if height > width else "landscape",
        width_mm=width_mm,
        viewing_distance_mm=distance_mm,
    )
    return Screen(id="shown", gate=GATE, role=role, display=display)


def ill_set(kiosk: Kiosk) -> list[str]:
    """Return what is wrong with the sheet that is seen."""
    settle()
    window = kiosk.window
    texts = list(visible_texts(window.contentItem()))
    return faults(texts, QRectF(0, 0, window.width(), window.height()))


@pytest.mark.parametrize("shape", SHAPES)
def test_no_text_of_a_shown_topic_leaves_its_place(shape: str, tmp_path: Path) -> None:
    screen = screen_of(shape)
    wrong: list[str] = []
    with camera(screen, *SHAPES[shape][1:3], tmp_path) as application:
        kiosk = Kiosk(application, screen)
        kiosk.desk.take(demo_repertoire())
        for topic in TOPICS:
            for language in LANGUAGES:
                kiosk.desk.show_topic(topic, language)
                session = kiosk.desk.session
                assert session is not None
                for sheet in range(session.sheets):
                    name = f"{language} {topic} {sheet + 1}"
                    wrong += [f"{name} {fault}" for fault in ill_set(kiosk)]
                    kiosk.desk.turn()
    assert wrong == []
