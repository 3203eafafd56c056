"""Root of the player on screen: Qt, the stage, and the video worker it starts. No network."""

import logging
import os
import resource
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from player import RELEASED, __version__, clock, resources
from player.clock import ClockTrust
from player.config.screen import Screen
from player.health.starts import Ending
from player.main.agent_child import agent_beside
from player.main.corrections import keep_corrected
from player.main.crashes import Crashes, kept_crashes
from player.main.desk import Counter, guard, open_counter
from player.main.display import require_display
from player.main.gate import (
    GateOffice,
    attend_counter,
    attend_panel,
    attend_power,
    open_gate_office,
)
from player.main.life import Life, begin_life
from player.main.logs import Tail, keep_tail, set_up_logging
from player.main.maintenance import Maintenance, Own, open_maintenance, technician_room
from player.main.power import open_power
from player.main.repertoire import announcer, bare_announcer, repertoire, trial_words
from player.main.service import AGAIN, Service, begin_again
from player.main.showing import attend_showing
from player.main.staff import LANGUAGE, Backroom, Staff, make_panel, open_staff
from player.main.staff_words import read_staff_words
from player.main.vigil import keep_vigil
from player.notices.air import Sky, banners
from player.notices.board import board_of_pack
from player.shell.application import FAILED, Application, Setup
from player.shell.child_rehearsal import ChildRehearsal
from player.shell.clockwork import Clockwork
from player.shell.herald import Herald
from player.shell.pack_keeper import House, PackKeeper
from player.shell.panel.panel import Panel
from player.shell.performance import Performance
from player.shell.power_room import PowerRoom
from player.shell.vigil import Vigil
from player.stage.repertoire import Repertoire
from player.stage.rungs import Rung
from player.store.layout import Home
from player.store.lock import locked_if_possible
from player.store.reader import StoredPack
from player.store.recovery import End
from player.store.report import AgentReport, floor_of
from player.store.reset import clear_state, wanted_reset

logger = logging.getLogger(__name__)


def show(screen: Screen, *, windowed: bool) -> int:
    """Play on ``screen`` until asked to end.

    Returns:
        The exit code of the process.

    Raises:
        StoreLockedError: another player runs on this home.
        StoreError: this user may not use the home.
        DisplayError: there is nothing to draw on.
    """
    require_display(os.environ)
    set_up_logging()
    journal, service = keep_tail(), Service(os.environ)
    environment = dict(os.environ)
    # A crash must leave no copy of the memory on the disk: travellers type names into it.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    home = Home(screen.home)
    with locked_if_possible(home):
        _clear(home)
        crashes = Crashes(home.crashes)
        life = begin_life(home, service, crashes.adopt())
        with kept_crashes(crashes), agent_beside(screen):
            code = _live(screen, life, crashes, journal, windowed=windowed)
    if code == AGAIN and not service.is_there:
        begin_again(environment)
    return code


def _clear(home: Home) -> None:
    """Forget what a technician wanted forgotten before this start."""
    wanted = wanted_reset(home)
    if wanted is not None:
        logger.warning("the state is as on its first day", extra={"by": wanted.by})
        try:
            clear_state(home)
        except OSError as e:
            logger.error("the state cannot be cleared", extra={"reason": str(e)})  # noqa: TRY400  (foreseen; a traceback says nothing)


def _live(screen: Screen, life: Life, crashes: Crashes, journal: Tail, *, windowed: bool) -> int:
    """Play, and note how it ended."""
    try:
        setup = Setup(state=Home(screen.home).state, windowed=windowed)
        return _play(Application(screen, setup), screen, life, journal, windowed=windowed)
    except Exception as e:
        crashes.keep(e)
        life.end(Ending(End.CRASH, type(e).__name__))
        raise


def _play(
    application: Application, screen: Screen, life: Life, journal: Tail, *, windowed: bool
) -> int:
    home = Home(screen.home)
    floor = _Floor()
    time = Clockwork(clock.now, floor.trust, clock.monotonic)
    rooms = _open_rooms(application, screen, time, windowed=windowed)
    rehearsal = ChildRehearsal(str(screen.home), screen.model_dump_json())
    house = House(
        home=home,
        factory=resources.factory_pack(),
        performance=rooms.performance,
        prepare=lambda pack: repertoire(
            rooms.office.as_ordered(screen), pack, rooms.office.keeper.correct
        ),
        is_urgent=lambda pack: _is_urgent(pack, floor.trust),
        rehearsal=rehearsal,
        monotonic=clock.monotonic,
        now=clock.now,
    )

    def heard(report: AgentReport) -> None:
        floor.instant = floor_of(report)
        application.overlay.set_trial(trial_words(screen) if report.trust.is_trial else {})

    keeper = PackKeeper(house, heard)
    keep_corrected(rooms.office.keeper, keeper, rooms.performance, time)
    rooms.office.duty.spoke.connect(lambda languages: _speak(rooms.office, keeper, languages))
    _serve_readers(rooms.counter, keeper, rooms.power)
    application.open()
    own = Own(journal, life.book)
    maintenance = open_maintenance(application, screen, own, time, rooms.counter)
    staff = _open_staff(application, screen, rooms, time, maintenance)
    guard_window = partial(_guard, application, screen, rooms, staff, windowed=windowed)
    guard_window()
    vigil = keep_vigil(life, application, rooms.performance, keeper, guard_window)
    rooms.power.begin()
    rooms.office.resume()
    keeper.begin()
    rooms.office.begin()
    opened = keeper.opened
    logger.info(
        "start",
        extra={
            "player": __version__,
            "screen": screen.id,
            "pack": opened.pack.manifest.pack if opened else None,
            "sequence": opened.pack.manifest.sequence if opened else None,
            "rung": opened.rung if opened else "built-in page",
        },
    )
    vigil.begin()
    try:
        return application.exec(lambda code: _leave(life, vigil, code))
    finally:
        staff.close()
        maintenance.close()
        rooms.office.end()
        keeper.end()
        rooms.power.close()
        rehearsal.close()
        rooms.counter.librarian.close()


def _leave(life: Life, vigil: Vigil, code: int) -> None:
    """Note how it ended, before anything is taken down: what goes wrong then is no crash."""
    vigil.end()
    life.heart.end()
    life.end(Ending(End.CRASH, "the stage cannot be loaded") if code == FAILED else None)


@dataclass(frozen=True, slots=True)
class _Rooms:
    """What lives as long as the player, beside its packs.

    Attributes:
        performance: plays.
        office: keeps the gate's day.
        power: darkens and lights.
        panel: of gate staff.
        counter: answers travellers, or shows them what staff order.
    """

    performance: Performance
    office: GateOffice
    power: PowerRoom
    panel: Panel
    counter: Counter


def _open_rooms(
    application: Application, screen: Screen, time: Clockwork, *, windowed: bool
) -> _Rooms:
    """Build the rooms, and have them hear of each other."""
    performance = Performance(application.stage, application.clips, time.now, time.trust)
    herald = Herald(
        application.stage, application.overlay, application.typefaces, time.now, time.trust
    )
    office = open_gate_office(application, screen, performance, herald, time)

    def announce(taken: Repertoire | None) -> None:
        # Without a pack, too, an urgent notice of the gate's staff stands on a banner.
        words = announcer(taken) if taken else bare_announcer(screen)
        herald.take(words, office.keeper.board)

    performance.taken.connect(announce)
    announce(None)
    counter = _open_counter(application, screen, performance, time)
    attend_counter(office, counter)
    power = open_power(application, screen, performance, time.trust, windowed=windowed)
    herald.urgent.connect(power.hear_urgent)
    attend_power(office, power)
    panel = make_panel(application, screen)
    attend_panel(office, panel)
    attend_showing(
        office, counter, application.desk, performance=performance, power=power, time=time
    )
    return _Rooms(performance, office, power, panel, counter)


def _serve_readers(counter: Counter, keeper: PackKeeper, power: PowerRoom) -> None:
    """Have whoever touches the screen read one pack from beginning to end, and see it."""
    counter.desk.began.connect(keeper.keep_for_reader)
    counter.desk.ended.connect(lambda: keeper.keep_for_reader(None))
    keeper.withdrawn.connect(counter.desk.withdraw)
    counter.desk.began.connect(lambda _: _light(counter, power))
    counter.desk.ended.connect(lambda: power.release(Rung.SESSION))


def _light(counter: Counter, power: PowerRoom) -> None:
    """Light the screen for whoever touched it; what staff show is a claim of its own."""
    session = counter.desk.session
    if session is not None and not session.is_kept:
        power.claim(Rung.SESSION)


def _open_staff(
    application: Application,
    screen: Screen,
    rooms: _Rooms,
    time: Clockwork,
    maintenance: Maintenance,
) -> Staff:
    """Let staff in."""
    words = read_staff_words(LANGUAGE)
    is_closed = rooms.power.is_gate_closed
    backroom = Backroom(screen, rooms.office, rooms.performance, time, words, is_closed)
    room = technician_room(application, screen, rooms.panel, backroom, maintenance)
    backroom.technician = room
    rooms.performance.taken.connect(backroom.take)
    rooms.counter.librarian.opened.connect(backroom.read)
    return open_staff(application, screen, rooms.panel, backroom, time.trust)


def _guard(
    application: Application, screen: Screen, rooms: _Rooms, staff: Staff, *, windowed: bool
) -> None:
    """Watch the window there is now for travellers and staff."""
    desk = rooms.counter.desk if screen.is_touched else None
    staff.attend(guard(application, desk, screen, windowed=windowed))


def _open_counter(
    application: Application,
    screen: Screen,
    performance: Performance,
    time: Clockwork,
) -> Counter:
    """Return what answers travellers on this screen."""
    counter = open_counter(application, screen, time)
    performance.taken.connect(counter.desk.take)
    counter.desk.began.connect(lambda _: performance.claim(Rung.SESSION))
    counter.desk.ended.connect(lambda: performance.release(Rung.SESSION))
    return counter


def _speak(office: GateOffice, keeper: PackKeeper, languages: tuple[str, ...]) -> None:
    office.languages = languages
    keeper.prepare_again()


@dataclass(slots=True)
class _Floor:
    """An instant known to have passed, as far as is known now."""

    instant: datetime = RELEASED

    def trust(self, instant: datetime) -> ClockTrust:
        """Say whether ``instant`` can be the true time."""
        return clock.trust(instant, self.instant)


def _is_urgent(pack: StoredPack, trust: Callable[[datetime], ClockTrust]) -> bool:
    now = clock.now()
    sky = Sky(ZoneInfo(pack.content.gate.time_zone), now, trust(now))
    return bool(banners(board_of_pack(pack.content), sky).shown)
