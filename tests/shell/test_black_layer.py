"""Dark and lit in a real window: nothing is seen, nothing plays, and a touch is never lost."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickWindow

from player import clock
from player.config.screen import Power, WhenClosed
from player.main.power import open_power
from player.shell.application import Application
from player.shell.display_sleep import NoSleep
from player.shell.panel_switch import PanelSwitch
from player.shell.power_room import Panel, PowerRoom
from player.stage.power import Picture
from player.stage.rungs import Rung
from player.stage.scene import GatePageScene, PosterScene, Scene
from player.store.reader import StoredPack
from tests.fakes.built_pack import poster
from tests.fakes.content import content_document
from tests.fakes.house import House, Slots, repertoire, stored
from tests.fakes.kiosk import LANDSCAPE, Kiosk, demo_content, demo_repertoire
from tests.fakes.programme import local
from tests.fakes.scenes import HALL
from tests.shell.conftest import OpenApplication

NOON, NIGHT = local("2026-11-23T12:00"), local("2026-11-23T22:00")
MORNING: Final = local("2026-11-24T07:00")
HOURS: Final = {
    "lanes": ["road"],
    "activities": ["passenger"],
    "openings": [{"windows": ["07:00-17:00"]}],
}
SMALL_KIOSK: Final = (960, 540)


def colours(application: Application) -> set[str]:
    """Return the colours of a grid of points all over the window."""
    QCoreApplication.processEvents()
    window = application.window
    assert isinstance(window, QQuickWindow)
    image = window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    across = range(0, image.width(), 7)
    return {QColor(image.pixel(x, y)).name() for x in across for y in range(0, image.height(), 7)}


class Night:
    """A hall at a gate that closes, with a room whose clock stands until a test moves it."""

    def __init__(self, house: House, pack: StoredPack, closed: WhenClosed) -> None:
        self.house = house
        screen = HALL.model_copy(update={"power": Power(closed=closed)})
        self.room = open_power(
            house.application, screen, house.performance, lambda _: house.trust, windowed=True
        )
        self.room.begin()
        house.performance.take(repertoire(pack))

    def at(self, now: datetime) -> Picture | None:
        """Return what there is once the clock shows ``now``."""
        self.house.set_clock(now)
        self.room.tick()
        self.house.performance.tick()
        return self.room.light.picture if self.room.light else None


@pytest.fixture
def pack(tmp_path: Path, picture_bytes: bytes) -> StoredPack:
    """Return a pack of two posters at a gate that is open by day."""
    document = content_document([poster(id_, picture_bytes) for id_ in ("a", "b")])
    document["gate"] = {**document["gate"], "hours": HOURS}
    return stored(tmp_path / "pack", document, picture_bytes)


@pytest.fixture
def begin(
    house: House, pack: StoredPack, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[WhenClosed], Night]]:
    """Return a function that opens a hall at noon; its room is closed at the end."""
    monkeypatch.setattr(clock, "now", lambda: house.now)
    house.set_clock(NOON)
    opened: list[Night] = []

    def start(closed: WhenClosed) -> Night:
        opened.append(Night(house, pack, closed))
        return opened[-1]

    yield start
    for night in opened:
        night.room.close()


def is_poster(scene: Scene) -> bool:
    return isinstance(scene, PosterScene)


def test_dark_screen_is_black_to_its_edges_and_lit_again_in_the_morning(
    house: House, begin: Callable[[WhenClosed], Night]
) -> None:
    night = begin("blank")
    house.wait_for(is_poster)
    assert len(colours(house.application)) > 1
    assert night.at(NIGHT) is Picture.OFF
    assert colours(house.application) == {"#000000"}
    assert night.at(MORNING) is Picture.ON
    house.wait_for(is_poster)
    assert len(colours(house.application)) > 1


def test_nothing_plays_in_the_dark_and_no_slot_counts_as_late(
    house: House, begin: Callable[[WhenClosed], Night], slots: Slots
) -> None:
    night = begin("blank")
    house.wait_for(is_poster)
    night.at(NIGHT)
    seen = len(slots.seen)
    for minute in range(1, 4):
        night.at(NIGHT + timedelta(minutes=minute))
    assert (len(slots.seen), house.performance.overrun_s) == (seen, 0)
    assert not house.performance.awaits_page


def test_emergency_lights_a_dark_screen_at_once(
    house: House, begin: Callable[[WhenClosed], Night]
) -> None:
    night = begin("blank")
    house.wait_for(is_poster)
    night.at(NIGHT)
    night.room.claim(Rung.EMERGENCY)
    assert len(colours(house.application)) > 1


def test_closed_gate_says_so_and_plays_again_in_the_morning(
    house: House, begin: Callable[[WhenClosed], Night]
) -> None:
    night = begin("closed-page")
    house.wait_for(is_poster)
    assert night.at(NIGHT) is Picture.CLOSED_PAGE
    page = house.wait_for(lambda scene: isinstance(scene, GatePageScene))
    assert isinstance(page, GatePageScene)
    assert {page.words.language, *(each.language for each in page.stacked)} == {"vi", "en"}
    assert "07:00" in page.words.body
    night.at(MORNING)
    house.wait_for(is_poster)


def test_screen_that_plays_on_at_a_closed_gate_never_changes(
    house: House, begin: Callable[[WhenClosed], Night]
) -> None:
    night = begin("play")
    house.wait_for(is_poster)
    assert night.at(NIGHT) is Picture.ON
    assert len(colours(house.application)) > 1


@pytest.mark.parametrize("at", [(0.5, 0.5), (0.05, 0.95), (0.98, 0.02)])
def test_touch_of_a_dark_kiosk_begins_a_session_and_lights_it(
    at: tuple[float, float], open_application: OpenApplication
) -> None:
    application = open_application(LANDSCAPE, SMALL_KIOSK)
    kiosk = Kiosk(application, LANDSCAPE)
    kiosk.desk.take(demo_repertoire())
    panel = Panel(application.power, NoSleep(""), PanelSwitch((), ()))
    screen = LANDSCAPE.model_copy(update={"power": Power(closed="blank")})
    room = PowerRoom(screen, panel, lambda: kiosk.now, lambda _: kiosk.trust)
    kiosk.desk.began.connect(lambda _: room.claim(Rung.SESSION))
    kiosk.desk.ended.connect(lambda: room.release(Rung.SESSION))
    kiosk.now = local("2026-11-27T03:00")
    room.begin()
    room.take(demo_content("huu-nghi").gate)
    assert colours(application) == {"#000000"}
    kiosk.touch_at(QPoint(round(at[0] * SMALL_KIOSK[0]), round(at[1] * SMALL_KIOSK[1])))
    assert (kiosk.page != "", application.power.is_dark) == (True, False)
    kiosk.desk.end()
    assert application.power.is_dark
    room.close()
