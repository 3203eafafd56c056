"""The power room carries out what the rule says: layer, display, panel, programme."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.screen import Power
from player.pack.gate import Gate
from player.shell.panel_switch import PanelSwitch
from player.shell.power_room import Panel, PowerRoom
from player.shell.power_view import PowerViewModel
from player.stage.power import Picture
from player.stage.rungs import Rung
from player.store.gate_orders import BlankSpell
from tests.fakes.content import make_content
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local
from tests.fakes.scenes import HALL
from tests.fakes.switched_panel import FakeDisplay, Program, runs

NOON, NIGHT = local("2026-11-23T12:00"), local("2026-11-23T22:00")
OPENING: Final = local("2026-11-24T06:30")


@dataclass
class Hall:
    """A screen whose clock stands until a test moves it."""

    folder: Path
    power: Power
    now: datetime = NOON
    trust: ClockTrust = ClockTrust.TRUSTED
    display: FakeDisplay = field(default_factory=FakeDisplay)
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.view = PowerViewModel()
        on, off = (Program(self.folder, name).command() for name in ("on", "off"))
        screen = HALL.model_copy(update={"power": self.power})
        panel = Panel(self.view, self.display, PanelSwitch(on, off))
        self.room = PowerRoom(screen, panel, lambda: self.now, lambda _: self.trust)
        self.room.darkened.connect(lambda is_dark: self.heard.append(f"dark {is_dark}"))
        self.room.closed.connect(lambda is_closed: self.heard.append(f"closed {is_closed}"))

    @property
    def seen(self) -> Picture | None:
        """What there is."""
        return self.room.light.picture if self.room.light else None

    def see(self) -> Picture | None:
        """Return what there is, asked anew."""
        return self.seen

    def at(self, now: datetime) -> Picture | None:
        """Return what there is once the clock shows ``now``."""
        self.now = now
        self.room.tick()
        return self.seen


def gate() -> Gate:
    return make_content().gate.model_copy(
        update={"hours": make_hours([{"windows": ["07:00-17:00"]}])}
    )


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[Hall]:
    del qtbot
    made = Hall(tmp_path, Power(closed="blank"))
    yield made
    made.room.close()


def test_screen_begins_lit_whatever_it_was_before(qtbot: QtBot, hall: Hall) -> None:
    """A player killed in the dark left the display asleep and the panel off."""
    hall.now = NIGHT
    hall.room.begin()
    assert (hall.seen, hall.display.told) == (Picture.ON, ["wake"])
    hall.room.take(gate())
    assert (hall.seen, hall.display.told, hall.view.is_dark) == (
        Picture.OFF,
        ["wake", "sleep"],
        True,
    )
    qtbot.waitUntil(lambda: runs(hall.folder) == ["on ", "off "])


def test_nothing_is_switched_before_it_has_begun(hall: Hall) -> None:
    hall.now = NIGHT
    hall.room.take(gate())
    hall.room.claim(Rung.SESSION)
    assert (hall.seen, hall.display.told, hall.heard) == (None, [], [])


def test_closing_darkens_and_opening_lights(hall: Hall) -> None:
    hall.room.begin()
    hall.room.take(gate())
    del hall.heard[:]
    assert hall.at(local("2026-11-23T17:29:59")) is Picture.ON
    assert (hall.at(local("2026-11-23T17:30")), hall.view.is_dark) == (Picture.OFF, True)
    assert (hall.at(OPENING), hall.view.is_dark) == (Picture.ON, False)
    assert hall.heard == ["closed False", "dark True", "closed False", "dark False"]


def test_room_wakes_by_itself_at_the_instant(qtbot: QtBot, hall: Hall) -> None:
    hall.now = OPENING - timedelta(milliseconds=80)
    hall.room.begin()
    hall.room.take(gate())
    assert hall.seen is Picture.OFF
    hall.now = OPENING
    qtbot.waitUntil(lambda: hall.seen is Picture.ON, timeout=1000)


def test_display_that_input_woke_is_sent_to_sleep_again(hall: Hall) -> None:
    hall.room.begin()
    hall.room.take(gate())
    hall.at(NIGHT)
    hall.display.told.append("woken by a key")
    hall.at(NIGHT + timedelta(minutes=1))
    assert hall.display.told[-1] == "sleep"


def test_staff_darken_and_light_it(hall: Hall) -> None:
    hall.room.begin()
    hall.room.take(gate())
    hall.room.order(BlankSpell(since=NOON, until=None, by="Lan", is_blank=True))
    assert hall.seen is Picture.OFF
    assert hall.at(OPENING) is Picture.ON
    hall.now = NOON
    hall.room.order(None)
    assert hall.see() is Picture.ON


@pytest.mark.parametrize("rung", [Rung.SESSION, Rung.PANEL, Rung.STOP, Rung.EMERGENCY])
def test_what_is_needed_lights_it_and_then_it_is_dark_again(hall: Hall, rung: Rung) -> None:
    hall.room.begin()
    hall.room.take(gate())
    assert hall.at(NIGHT) is Picture.OFF
    hall.room.claim(rung)
    assert (hall.seen, hall.display.told[-1]) == (Picture.ON, "wake")
    hall.room.release(rung)
    assert (hall.seen, hall.display.told[-1]) == (Picture.OFF, "sleep")


def test_urgent_notice_lights_it(hall: Hall) -> None:
    hall.room.begin()
    hall.room.take(gate())
    assert hall.at(NIGHT) is Picture.OFF
    hall.room.hear_urgent(NIGHT)
    assert hall.seen is Picture.ON


def test_clock_that_is_no_longer_believed_lights_it(hall: Hall) -> None:
    hall.room.begin()
    hall.room.take(gate())
    assert hall.at(NIGHT) is Picture.OFF
    hall.trust = ClockTrust.UNTRUSTED
    assert hall.at(local("1970-01-02T03:00")) is Picture.ON


def test_pack_that_goes_takes_its_hours_with_it(hall: Hall) -> None:
    hall.room.begin()
    hall.room.take(gate())
    assert hall.at(NIGHT) is Picture.OFF
    hall.room.take(None)
    assert hall.seen is Picture.ON


def test_closed_gate_has_a_page_and_no_dark_layer(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    hall = Hall(tmp_path, Power(closed="closed-page"))
    hall.room.begin()
    hall.room.take(gate())
    del hall.heard[:]
    assert (hall.at(NIGHT), hall.view.is_dark) == (Picture.CLOSED_PAGE, False)
    assert hall.heard == ["closed True", "dark False"]
    hall.room.close()


def test_screen_is_left_on_for_whatever_comes_after_the_player(hall: Hall) -> None:
    hall.room.begin()
    hall.room.take(gate())
    hall.at(NIGHT)
    hall.room.close()
    assert hall.display.told[-1] == "wake"


def test_everybody_is_told_of_each_change_once(hall: Hall) -> None:
    told: list[str] = []
    hall.room.changed.connect(lambda light: told.append(f"{light.picture.value} {light.why}"))
    hall.room.begin()
    hall.room.take(gate())
    hall.at(NIGHT)
    hall.at(NIGHT + timedelta(minutes=1))
    hall.room.claim(Rung.PANEL)
    hall.room.claim(Rung.EMERGENCY)
    assert told[-2:] == ["off hours", "on needed"]
