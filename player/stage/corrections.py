"""What a screen says instead of its pack: the gate's staff and its notices have the last word.

Every page is made of a corrected pack, so banner, boards, kiosk and tables say one thing. First
come the facts that staff said, then the closures of the notices that stand.

The picture of a screen goes by the hours of the pack and of staff, never by a notice: while a lane
is paused people stand before it and need to read why.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.notices.board import Board, Posted, board_of
from player.notices.closures import with_closures
from player.pack.content import Content
from player.pack.gate import Gate
from player.pack.instants import day_bounds, from_ms
from player.pack.lookup import Lookup
from player.pack.notice import Notice
from player.stage.local_facts import Said, correct, correct_lookup
from player.store.gate_orders import GateDay

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a gate adds to its pack.

    Attributes:
        notices: that stand on its board.
        said: by its staff.
    """

    notices: tuple[Notice, ...] = ()
    said: Said = field(default_factory=dict)

    def on(self, content: Content, now: datetime, trust: ClockTrust) -> "Correction":
        """Return ``content`` as it is to be shown.

        Args:
            content: of a pack, as it is packed.
            now: aware.
            trust: with a clock nobody believes no day is today, and nothing is known to be closed.
        """
        facts = correct(content, self.said, now, trust)
        gate = facts.content.gate
        shown, until = facts.content, facts.until
        if gate.hours is not None and trust is ClockTrust.TRUSTED:
            zone = ZoneInfo(gate.time_zone)
            hours = with_closures(gate.hours, self.notices, zone, now)
            if hours is not gate.hours:
                closed = gate.model_copy(update={"hours": hours})
                # Made anew: a copy would keep the tables of the items that have gone.
                shown = Content.model_construct(**{**dict(shown), "gate": closed})
                tomorrow = now.astimezone(zone).date() + _DAY
                until = from_ms(day_bounds(tomorrow, zone)[0])
        return Correction(content, shown, gate, facts.stated, self.said, until)


@dataclass(frozen=True, slots=True)
class Correction:
    """A pack as its gate corrects it at an instant.

    Attributes:
        packed: what the pack says; limits of what staff may say are measured from it.
        shown: what is shown instead; ``packed`` itself where nothing is corrected.
        gate: with the hours that light the screen and darken it.
        stated: id of a table -> the newest fact of its rates.
        said: by staff.
        until: when it is to be worked out anew; None: in no foreseeable time. Two corrections
            that show the same are equal, whenever they end.
    """

    packed: Content
    shown: Content
    gate: Gate
    stated: Said
    said: Said
    until: datetime | None = field(default=None, compare=False)

    def of_lookup(self, lookup: Lookup) -> Lookup:
        """Return ``lookup`` of the same pack with the phones that staff said."""
        return correct_lookup(lookup, self.packed, self.said)


def corrections_of(central: Iterable[Notice], day: GateDay, zone: ZoneInfo) -> Corrections:
    """Return what is in force at a gate beside its pack; see ``board_at``."""
    return Corrections(board_at(central, day, zone).notices, day.facts)


def board_at(central: Iterable[Notice], day: GateDay, zone: ZoneInfo) -> Board:
    """Return what stands at a gate.

    Args:
        central: notices of the pack and of the centre.
        day: what the gate's staff ordered.
        zone: the gate's.
    """
    posted = (
        *(Posted(each) for each in central),
        *(Posted(each, is_local=True) for each in day.notices),
    )
    return board_of(posted, zone)


CorrectPack = Callable[[Content], Correction]
"""Of a pack's content, now."""


def as_packed(content: Content) -> Correction:
    """Return ``content`` without any correction."""
    return Correction(content, content, content.gate, {}, {})
