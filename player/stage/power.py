"""Whether a screen shows a picture: at closing and opening time, by hand, and what always wakes it.

Pure: of (configuration, the gate's hours, what staff ordered, what claims the screen, instant,
clock trust). Highest first:

1. A clock nobody believes never darkens a screen.
2. What somebody needs now lights it: an emergency, a stop, the staff panel, a touch session; an
   urgent notice, unless staff darkened the screen after it had come.
3. By hand: dark until the gate next opens, lit until it next closes, or for so many minutes.
4. What staff show or hold lights a screen that is dark by the hours alone.
5. The gate's hours. A gate open day and night, or whose hours nobody has said, is never dark.

The page that says when the gate opens is a picture: banners stand on it, sessions begin from it.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final, Literal
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.config.screen import Power, WhenClosed
from player.pack.hours import Hours
from player.schedule.gate_hours import GateHours
from player.stage.rungs import Rung
from player.store.gate_orders import BlankSpell

LONGEST_BLANK: Final = timedelta(hours=12)
"""Of a screen darkened by hand at a gate that does not open again in any foreseeable time."""

NEEDED: Final = frozenset({Rung.SESSION, Rung.PANEL, Rung.STOP, Rung.EMERGENCY})
"""What lights a screen whoever darkened it."""

WANTED: Final = NEEDED | {Rung.HOLD, Rung.SHOWING}
"""What lights a screen that is dark by the hours alone."""


class Picture(Enum):
    """What the panel shows."""

    ON = "on"
    CLOSED_PAGE = "closed-page"
    OFF = "off"


Why = Literal["hours", "by hand", "needed", "clock"]

_CLOSED: Final[dict[WhenClosed, Picture]] = {
    "play": Picture.ON,
    "blank": Picture.OFF,
    "closed-page": Picture.CLOSED_PAGE,
}


@dataclass(frozen=True, slots=True)
class Light:
    """What a panel shows, why, and until when that is known; ``until`` None: no change foreseen."""

    picture: Picture
    why: Why
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Calls:
    """What asks for the screen now.

    Attributes:
        rungs: that claim it.
        urgent_since: when the urgent notice that came last came on air; None: there is none.
    """

    rungs: AbstractSet[Rung] = frozenset()
    urgent_since: datetime | None = None


NOBODY: Final = Calls()


@dataclass(frozen=True, slots=True)
class Lamp:
    """Decides for one screen.

    Attributes:
        rule: of this screen.
        hours: of its gate, with the margins of that rule.
    """

    rule: Power
    hours: GateHours

    def light(
        self, spell: BlankSpell | None, calls: Calls, now: datetime, trust: ClockTrust
    ) -> Light:
        """Return what the panel shows at ``now``.

        Args:
            spell: what staff ordered last; None: nothing.
            calls: what asks for the screen.
            now: aware.
            trust: whether ``now`` can be the true time.
        """
        if trust is ClockTrust.UNTRUSTED:
            return Light(Picture.ON, "clock")
        wished = self.wished(spell, now)
        if wished.picture is Picture.OFF and _is_needed(wished, spell, calls):
            return Light(Picture.ON, "needed", wished.until)
        return wished

    def wished(self, spell: BlankSpell | None, now: datetime) -> Light:
        """Return what hours and hands want, whatever asks for the screen."""
        if spell is not None and spell.since <= now < self.hand_until(spell):
            picture = Picture.OFF if spell.is_blank else Picture.ON
            return Light(picture, "by hand", self.hand_until(spell))
        stretch = self.hours.stretch(now)
        picture = Picture.ON if stretch.is_open else _CLOSED[self.rule.closed]
        return Light(picture, "hours", stretch.until)

    def hand_until(self, spell: BlankSpell) -> datetime:
        """Return when ``spell`` is over: as was said, else when the gate next opens or closes."""
        if spell.until is not None:
            return spell.until
        change = self.hours.next_change(spell.since, opens=spell.is_blank)
        return change if change is not None else spell.since + LONGEST_BLANK


def lamp(rule: Power, hours: Hours | None, zone: ZoneInfo) -> Lamp:
    """Return what decides for a screen under ``rule``; ``hours`` None: nobody has said."""
    before = timedelta(minutes=rule.before_opening_min)
    after = timedelta(minutes=rule.after_closing_min)
    return Lamp(rule, GateHours(hours, zone, before, after))


def _is_needed(dark: Light, spell: BlankSpell | None, calls: Calls) -> bool:
    if dark.why == "by hand" and spell is not None:
        is_newer = calls.urgent_since is not None and calls.urgent_since > spell.since
        return is_newer or not calls.rungs.isdisjoint(NEEDED)
    return calls.urgent_since is not None or not calls.rungs.isdisjoint(WANTED)
