"""The power room: darkens the screen and lights it, when ``stage/power.py`` says so.

Keeps what hours, staff and everything that claims the screen said last, asks the rule whenever one
of them says something else or an instant comes, and carries the answer out: a black layer, the
display's sleep, the panel's switch. A screen begins lit, whatever it was before a power cut.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot

from player.clock import ClockTrust
from player.config.screen import Screen
from player.pack.gate import Gate
from player.shell.display_sleep import DisplaySleep
from player.shell.panel_switch import PanelSwitch
from player.shell.power_view import PowerViewModel
from player.shell.timers import LONGEST_S, OneShot
from player.stage.power import NOBODY, Light, Picture, lamp
from player.stage.rungs import Rung
from player.store.gate_orders import BlankSpell

logger = logging.getLogger(__name__)

EARLY_S: Final = 0.005
"""A timer may fire this much before its instant; waking again at once would be a busy loop."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What can be switched."""

    view: PowerViewModel
    display: DisplaySleep
    switch: PanelSwitch


class PowerRoom(QObject):
    """Dark or lit: one screen, for the life of the process."""

    darkened = Signal(bool)
    """Whether there is no picture: then nothing need play."""

    closed = Signal(bool)
    """Whether the page of the closed gate plays instead of the programme."""

    changed = Signal(object)
    """The ``Light`` there is from now on: for the staff panel and ``status``."""

    def __init__(
        self,
        screen: Screen,
        panel: Panel,
        now: Callable[[], datetime],
        trust: Callable[[datetime], ClockTrust],
    ) -> None:
        """Wait for ``begin``.

        Args:
            screen: its rule, and its clock as long as no pack says another.
            panel: of that screen.
            now: the wall clock, aware.
            trust: whether an instant can be the true time.
        """
        super().__init__(panel.view)
        self._screen = screen
        self._panel = panel
        self._now = now
        self._trust = trust
        self._gate: Gate | None = None
        self._lamp = lamp(screen.power, None, ZoneInfo(screen.time_zone))
        self._spell: BlankSpell | None = None
        self._calls = NOBODY
        self._light: Light | None = None
        self._timer: OneShot | None = None

    @property
    def light(self) -> Light | None:
        """What there is; None: it has not begun."""
        return self._light

    def is_gate_closed(self) -> bool:
        """Whether the gate is closed by its hours, margins included."""
        return not self._lamp.hours.stretch(self._now()).is_open

    def hand_until(self, spell: BlankSpell) -> datetime:
        """Return when a picture off or on by hand is over, by the hours that are gone by now."""
        return self._lamp.hand_until(spell)

    def begin(self) -> None:
        """Light the screen: a player that ended in the dark left display and panel off."""
        self._carry_out(Picture.ON)
        self.tick()

    def take(self, gate: Gate | None) -> None:
        """Go by the hours of this gate from now on; None: of no pack, so by none."""
        if gate == self._gate:
            return
        self._gate = gate
        zone = ZoneInfo(gate.time_zone if gate else self._screen.time_zone)
        self._lamp = lamp(self._screen.power, gate.hours if gate else None, zone)
        self._look()

    def order(self, spell: BlankSpell | None) -> None:
        """Go by what staff ordered last; None: nothing is in force."""
        self._spell = spell
        self._look()

    def claim(self, rung: Rung) -> None:
        """Hear that ``rung`` wants the screen."""
        self._calls = replace(self._calls, rungs=self._calls.rungs | {rung})
        self._look()

    def release(self, rung: Rung) -> None:
        """Hear that ``rung`` wants it no more."""
        self._calls = replace(self._calls, rungs=self._calls.rungs - {rung})
        self._look()

    def hear_urgent(self, since: datetime | None) -> None:
        """Hear when the urgent notice that came last came on air; None: there is none."""
        self._calls = replace(self._calls, urgent_since=since)
        self._look()

    def close(self) -> None:
        """End; the display is left on, for whatever comes after the player."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._light = None
        self._panel.display.wake()
        self._panel.switch.close()

    @Slot()
    def tick(self) -> None:
        """Look at the clock; what did not obey is told again."""
        # First: whatever goes wrong below, the clock is looked at again (DECISIONS.md D-27).
        self._wake_in(LONGEST_S)
        self._decide()
        if self._light is not None and self._light.picture is Picture.OFF:
            self._panel.display.sleep()
        self._panel.switch.again()

    def _look(self) -> None:
        if self._light is not None:
            self._decide()

    def _decide(self) -> None:
        now = self._now()
        light = self._lamp.light(self._spell, self._calls, now, self._trust(now))
        before, self._light = self._light, light
        if light.until is not None:
            self._wake_in((light.until - now).total_seconds())
        if light == before:
            return
        if before is None or light.picture is not before.picture:
            logger.info("picture", extra={"is": light.picture.value, "why": light.why})
            self._carry_out(light.picture)
        self.changed.emit(light)

    def _carry_out(self, picture: Picture) -> None:
        is_dark = picture is Picture.OFF
        self.closed.emit(picture is Picture.CLOSED_PAGE)
        self.darkened.emit(is_dark)
        self._panel.view.set_dark(is_dark=is_dark)
        if is_dark:
            self._panel.display.sleep()
        else:
            self._panel.display.wake()
        self._panel.switch.turn(is_on=not is_dark)

    def _wake_in(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = OneShot(self, max(0.0, min(seconds, LONGEST_S)) + EARLY_S, self.tick)
