"""Puts together what keeps the gate's day on a screen: staff orders, notices, emergencies."""

from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from player.config.screen import Screen
from player.main.alarm import alarm_keeper
from player.main.desk import Counter
from player.shell.application import Application
from player.shell.clockwork import Clockwork
from player.shell.gate_duty import DutyMeans, GateDuty
from player.shell.gate_keeper import GateKeeper
from player.shell.herald import Herald
from player.shell.panel.panel import Panel
from player.shell.performance import Performance
from player.shell.power_room import PowerRoom
from player.stage.repertoire import Repertoire
from player.stage.rungs import Rung, ends_session
from player.store.layout import Home


@dataclass(slots=True)
class GateOffice:
    """What keeps the gate's day.

    Attributes:
        keeper: takes orders and knows what holds.
        duty: carries it out.
        languages: that staff ordered, in order; none: as configured.
    """

    keeper: GateKeeper
    duty: GateDuty
    languages: tuple[str, ...] = ()

    def as_ordered(self, screen: Screen) -> Screen:
        """Return ``screen`` in the languages that staff ordered."""
        if not self.languages:
            return screen
        return screen.model_copy(update={"languages": self.languages})

    def resume(self) -> None:
        """Have what held when the player ended hold again, before there is a pack."""
        self.duty.tick()

    def begin(self) -> None:
        """Take orders from now on."""
        self.keeper.begin()

    def end(self) -> None:
        """Take no orders any more."""
        self.keeper.end()


def open_gate_office(
    application: Application,
    screen: Screen,
    performance: Performance,
    herald: Herald,
    time: Clockwork,
) -> GateOffice:
    """Return the gate office of ``screen``.

    Args:
        application: draws the emergency page.
        screen: where it hangs, and how.
        performance: plays the programme and what comes between.
        herald: banner and ticker.
        time: what time it is.
    """
    keeper = GateKeeper(Home(screen.home), ZoneInfo(screen.time_zone), time, performance.around)
    alarm = alarm_keeper(application, screen, time.now)
    duty = GateDuty(DutyMeans(keeper, performance, herald, alarm, time), frozenset(screen.audience))

    def take(repertoire: Repertoire | None) -> None:
        keeper.take(repertoire.correction.packed if repertoire else None)
        alarm.speak(repertoire.composer.languages if repertoire else ())
        duty.take(repertoire)

    performance.taken.connect(take)
    return GateOffice(keeper, duty)


def attend_counter(office: GateOffice, counter: Counter) -> None:
    """Have sessions make way for whatever stands above them, and tell of the notices that stand."""
    barring: set[Rung] = set()

    def hear(rung: Rung, *, is_wanted: bool) -> None:
        # What staff show is a session itself.
        if not ends_session(rung) or rung is Rung.SHOWING:
            return
        (barring.add if is_wanted else barring.discard)(rung)
        counter.desk.bar(is_barred=bool(barring))

    def tell() -> None:
        counter.desk.post(office.keeper.board)

    office.keeper.changed.connect(tell)
    tell()
    office.duty.claimed.connect(partial(hear, is_wanted=True))
    office.duty.released.connect(partial(hear, is_wanted=False))


def attend_panel(office: GateOffice, panel: Panel) -> None:
    """Have the staff panel claim the screen, and make way for an emergency that comes.

    One that is called while an emergency stands is above it: there it is ended.
    """
    panel.opened.connect(partial(office.duty.claim, Rung.PANEL, is_wanted=True))
    panel.closed.connect(partial(office.duty.claim, Rung.PANEL, is_wanted=False))

    def hear(rung: Rung) -> None:
        if rung is Rung.EMERGENCY:
            panel.close_soon()

    office.duty.claimed.connect(hear)


def attend_power(office: GateOffice, power: PowerRoom) -> None:
    """Have the picture go by what staff ordered, and stand whenever somebody needs it."""
    office.keeper.changed.connect(lambda: power.order(office.keeper.day.blank))
    office.keeper.go_by(power.hand_until)
    office.duty.claimed.connect(power.claim)
    office.duty.released.connect(power.release)
    power.order(office.keeper.day.blank)
