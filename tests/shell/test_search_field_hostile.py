"""Whatever is put into the search field: only what is found changes, and that at once."""

import gc
from typing import Final

import pytest
from PySide6.QtQuick import QQuickItem

from player import clock
from player.lookup.keyboard.editing import MOST_SIGNS
from tests.fakes.kiosk import LANDSCAPE, Kiosk, demo_repertoire
from tests.fakes.touching import place_of
from tests.shell.conftest import OpenApplication

SOON_S: Final = 1.0
HOSTILE: Final = {
    "a megabyte": "visa " * 200_000,
    "one long word": "a" * 1_000_000,
    "emoji": "👩‍👩‍👧‍👦🇻🇳🏳️‍🌈" * 200,
    "turned about": "\u202e\u2066passport\u2069\u202c\u200f\u200e\ufeff",
    "marks": "e" + "\u0301\u0323\u0302" * 10_000,
    "lone marks": "\u0300" * 10_000,
    "lao marks": "ກ" + "\u0eb8\u0ec8" * 10_000,
    "khmer marks": "ក" + "\u17d2\u1780" * 10_000,
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029visa",
    "surrogates": "\ud800\udfff visa",
    "no characters": "\ufffe\uffff\U0010ffff",
    "query language": "\" OR 1=1; -- NEAR(a b) * ^ title:visa ' % _ {}",
    "markup": "<img src='http://127.0.0.1/x'><b>visa</b>&amp;",
    "wide": "﷽𒐫꧅" * 1000,
}


@pytest.fixture
def searching(open_application: OpenApplication) -> Kiosk:
    """Return a kiosk before whom somebody searches."""
    kiosk = Kiosk(open_application(LANDSCAPE, (1920, 1080)), LANDSCAPE)
    kiosk.desk.take(demo_repertoire())
    kiosk.touch("begin:vi")
    kiosk.touch("search")
    return kiosk


def below(item: QQuickItem, kind: str) -> list[QQuickItem]:
    """Return the visible items of a QML type at and below ``item``."""
    own = [item] if item.metaObject().className().startswith(kind) and item.isVisible() else []
    return own + [found for child in item.childItems() for found in below(child, kind)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_changes_nothing_but_what_is_found(text: str, searching: Kiosk) -> None:
    frames = {
        action: place_of(item)
        for action, item in searching.controls().items()
        if not action.startswith(("topic:", "tile:", "before", "next"))
    }
    before_s = clock.monotonic()
    searching.counter.keyboard.enter(text)
    searching.window.grabWindow()
    assert clock.monotonic() - before_s < SOON_S
    assert len(searching.counter.keyboard.wanted) <= MOST_SIGNS
    controls = searching.controls()
    assert {action: place_of(controls[action]) for action in frames} == frames
    assert searching.page == "Search"
    (field,) = below(searching.window.contentItem(), "SearchField")
    assert field.clip()
    searching.touch("key:clear")
    assert searching.counter.keyboard.wanted == ""


def test_a_thousand_pastes_leave_one_query(searching: Kiosk) -> None:
    begin_s = clock.monotonic()
    for _ in range(1000):
        searching.counter.keyboard.enter("đổi tiền ")
    assert clock.monotonic() - begin_s < 5 * SOON_S
    gc.collect()
    assert len(searching.counter.keyboard.wanted) <= MOST_SIGNS
