"""A gate keeper whose clocks and disk are a test's."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from player.clock import HORIZON, ClockTrust, trust
from player.pack.content import Content
from player.schedule.slot import Slot
from player.shell.clockwork import Clockwork
from player.shell.gate_keeper import GateKeeper
from player.store.layout import Home
from player.store.shift_log import Deed
from tests.fakes.gate_orders import NOON, ZONE

FLOOR = NOON - HORIZON / 2
"""Before it no clock is right."""


@dataclass
class Gatehouse:
    """A screen's home, and whoever keeps its gate; the clocks stand until a test moves them.

    Attributes:
        home: of the screen.
        now: what the wall clock shows.
        seconds: of the clock that never steps.
        around: what is on stage, and beside it.
        noted: deeds, as they went into the shift log.
        changes: how often the keeper said that something has.
    """

    home: Home
    now: datetime = NOON
    seconds: float = 0.0
    around: dict[int, Slot] = field(default_factory=dict)
    noted: list[Deed] = field(default_factory=list)
    changes: int = 0
    kept: list[GateKeeper] = field(default_factory=list)

    @property
    def time(self) -> Clockwork:
        """The clocks."""
        return Clockwork(lambda: self.now, self.trust, lambda: self.seconds)

    @property
    def keeper(self) -> GateKeeper:
        """Whoever keeps the gate now."""
        return self.kept[-1]

    def trust(self, instant: datetime) -> ClockTrust:
        """Say whether ``instant`` can be the true time."""
        return trust(instant, FLOOR)

    def start(self, content: Content | None = None) -> GateKeeper:
        """Start the player anew, with a pack if there is one; orders are taken when it has begun.

        Its timer stands still: a test looks when it wants to.
        """
        self.end()
        keeper = GateKeeper(self.home, ZONE, self.time, lambda: self.around)
        self.kept.append(keeper)
        keeper.noted.connect(self.noted.append)
        keeper.changed.connect(self._count)
        if content is not None:
            keeper.take(content)
        return keeper

    def begin(self, content: Content | None = None) -> GateKeeper:
        """Start the player anew, and have it take orders."""
        keeper = self.start(content)
        keeper.begin()
        keeper.end()
        return keeper

    def end(self) -> None:
        """End the player as a power cut does."""
        for keeper in self.kept:
            keeper.end()

    def wait(self, **span: float) -> None:
        """Let time pass, and the keeper look."""
        self.now += timedelta(**span)
        self.seconds += timedelta(**span).total_seconds()
        self.keeper.look()

    def set_clock(self, now: datetime) -> None:
        """Set the wall clock."""
        self.now = now.astimezone(UTC)

    def deeds(self) -> list[str]:
        """Return what was done, in order; why, where it was refused."""
        return [f"{each.deed} {each.why or each.what}".strip() for each in self.noted]

    def standing(self) -> list[str]:
        """Return the ids of the notices that stand."""
        return [each.id for each in self.keeper.board.notices]

    def _count(self) -> None:
        self.changes += 1
