"""Puts the staff panel of a screen together: who is let in, what is seen there, what is ordered."""

import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from player import clock, resources
from player.config.officers import Officer
from player.config.screen import Screen
from player.lookup.keyboard.layout import read_layouts
from player.main.desk import LATIN
from player.main.entrance import Doorway, open_doorway
from player.main.gate import GateOffice
from player.main.notice_shelf import Shelf, shelf_of
from player.main.repertoire import read_phrases
from player.main.samples import samples
from player.main.staff_words import StaffWords, read_staff_words
from player.main.technician import TechnicianRoom
from player.pack.content import Content
from player.pack.lookup import Lookup
from player.schedule.profile import profile_of
from player.shell.application import Application
from player.shell.clockwork import Clockwork
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.librarian import Opened
from player.shell.lookup.touch_watch import TouchWatch
from player.shell.panel.panel import Orderly, Panel
from player.shell.performance import Performance
from player.stage.gate.told import told
from player.stage.panel.forms import Forms
from player.stage.panel.keypad import KeypadOrder, order_of
from player.stage.panel.machine_view import Errand, MachineView
from player.stage.panel.seeing import Seen, gate_view
from player.stage.repertoire import Repertoire
from player.store.gate_orders import AnyOrder
from player.store.layout import Home
from player.store.shift_log import Deed, read
from player.store.stick import writable_stick, write_new

if TYPE_CHECKING:
    from player.stage.panel.gate_view import GateView

LANGUAGE: Final = "vi"
"""Of the panel."""

SHIFT: Final = 200
"""Deeds that officers can look back on."""


@dataclass
class Backroom:
    """What the panel works with behind the officer's back.

    Attributes:
        screen: whose panel it is.
        office: knows what holds, and takes orders.
        performance: knows what is on stage.
        clockwork: what time it is.
        words: of the panel.
        is_closed: whether the gate is.
        repertoire: performed; None: no pack.
        lookup: what it answers, once that is read.
        deeds: of the shift log, the earliest first.
        shelf: templates of the gate, once somebody wants them.
        technician: looks at the machine, and does errands; None: nobody does.
    """

    screen: Screen
    office: GateOffice
    performance: Performance
    clockwork: Clockwork
    words: StaffWords
    is_closed: Callable[[], bool]
    repertoire: Repertoire | None = None
    lookup: Lookup | None = None
    deeds: deque[Deed] = field(default_factory=lambda: deque(maxlen=SHIFT))
    shelf: Shelf | None = None
    technician: TechnicianRoom | None = None

    def take(self, repertoire: Repertoire | None) -> None:
        """Serve officers by this pack from now on."""
        if repertoire is None or self.repertoire is None or repertoire.pack != self.repertoire.pack:
            self.lookup = None
        self.repertoire = repertoire
        self.shelf = None

    def read(self, opened: Opened) -> None:
        """Take note of what the pack answers."""
        self.lookup = opened.lookup
        self.shelf = None
        topics = self.lookup.topic_by_id if self.lookup else ()
        self.office.keeper.know_topics(frozenset(topics))

    def look(self) -> "GateView":
        """Return how the gate stands just now."""
        keeper, repertoire = self.office.keeper, self.repertoire
        around = self.performance.around()
        composer = repertoire.composer if repertoire else None
        tags = self.configured
        seen = Seen(
            self.clockwork.now(),
            keeper.zone,
            keeper.day,
            keeper.board,
            tuple(self.deeds),
            [(tag, composer.writer.language_name(tag)) for tag in tags] if composer else [],
            repertoire.correction.packed if repertoire else None,
            self.lookup,
            around[0].item if around else "",
            self.is_closed(),
            self.technician.look() if self.technician else MachineView(),
        )
        return gate_view(seen, self._say, LANGUAGE)

    def forms(self) -> Forms:
        """Return the templates that can be filled in at this gate now."""
        return self._stock().forms(LANGUAGE, self.clockwork.now())

    def give(self, order: AnyOrder) -> str | None:
        """Take ``order``; return in a sentence why it is refused, if it is."""
        refused = self.office.keeper.give(order)
        return None if refused is None else self.words.say(f"why_{refused.reason}")

    def serve(self, errand: Errand, by: str) -> str | None:
        """Do an errand; return in a sentence why it is refused, if it is."""
        room = self.technician
        return self.words.say("mend_unknown") if room is None else room.serve(errand, by)

    def set_clock(self, at: datetime, by: str) -> str | None:
        """Ask for the machine's clock to be set; return in a sentence why not, if it is refused."""
        room = self.technician
        return self.words.say("mend_unknown") if room is None else room.set_clock(at, by)

    def export(self) -> str | None:
        """Write the shift log to a stick; return why that cannot be, if it cannot."""
        mounts = self.screen.content.sticks
        stick = writable_stick(Path(mounts)) if mounts else None
        if stick is None:
            return self.words.say("no_stick")
        zone, now = self.office.keeper.zone, self.clockwork.now()
        path = stick / f"{self.screen.id}-{now.astimezone(zone):%Y%m%d-%H%M%S}.txt"
        lines = (
            f"{deed.at.astimezone(zone):%Y-%m-%d %H:%M:%S}  {told(deed, self.words.say, zone)}\r\n"
            for deed in read(Home(self.screen.home))
        )
        try:
            write_new(path, (line.encode() for line in lines))
        except OSError as e:
            return self.words.say("stick_refused", why=e.strerror or str(e))
        return None

    @property
    def configured(self) -> tuple[str, ...]:
        """Return the languages of the screen as configured, whatever staff ordered."""
        content = self._content
        return profile_of(self.screen, content).languages if content else ()

    @property
    def _content(self) -> Content | None:
        return self.repertoire.composer.pack.content if self.repertoire else None

    def _stock(self) -> Shelf:
        if self.shelf is None:
            self.shelf = shelf_of(self.screen, self._content, self.lookup)
        return self.shelf

    def _say(self, key: str, **values: str) -> str:
        """Return a sentence of the panel, else of the interface."""
        return self.words.say(key, **values) or self._stock().phrases.say(LANGUAGE, key, **values)


@dataclass(frozen=True)
class Staff:
    """The panel and the way in; ``close`` at the end."""

    panel: Panel
    doorway: Doorway

    def attend(self, watch: TouchWatch | None) -> None:
        """Have the panel told of fingers and keys that no control takes."""
        if watch is not None:
            watch.pressed.connect(self.panel.touch)
            watch.pressed.connect(self.doorway.entrance.stay)
            watch.escaped.connect(self._go_back)

    def _go_back(self) -> None:
        if self.panel.session is not None:
            self.panel.act("back")

    def close(self) -> None:
        """Let nobody in any more."""
        self.panel.close()
        self.doorway.gatekeeper.close()


def make_panel(application: Application, screen: Screen) -> Panel:
    """Return the panel of ``screen``, before there is a window."""
    layouts = read_layouts(resources.assets() / "keyboards")
    phrases = read_phrases(resources.assets() / "strings")
    keyboard = KeyboardViewModel(layouts, phrases, LATIN)
    words = read_staff_words(LANGUAGE).phrases
    application.panel.test_card.sample(samples(phrases))
    return Panel(
        application.panel, application.metrics, screen.display, keyboard, (words, LANGUAGE)
    )


def open_staff(
    application: Application,
    screen: Screen,
    panel: Panel,
    backroom: Backroom,
    trust: Callable[[datetime], clock.ClockTrust],
) -> Staff:
    """Return what lets gate staff in and serves them.

    Args:
        application: opened, its window watched.
        screen: whose panel it is.
        panel: of ``make_panel``.
        backroom: what it works with.
        trust: whether an instant can be the true time.
    """
    backroom.deeds.extend(read(Home(screen.home), SHIFT))
    backroom.office.keeper.noted.connect(backroom.deeds.append)
    clocks = backroom.clockwork
    panel.serve(
        Orderly(
            backroom.look,
            backroom.forms,
            backroom.give,
            backroom.export,
            lambda: uuid.uuid4().hex,
            clocks.now,
            clocks.monotonic,
            backroom.serve,
            backroom.set_clock,
        )
    )
    doorway = open_doorway(application, screen, trust)
    entrance = doorway.entrance
    if doorway.ways is not None:
        doorway.ways.ordered.connect(partial(_order, backroom, doorway))
    panel.dialled.connect(entrance.press)
    panel.left.connect(entrance.leave)
    entrance.left.connect(panel.close)
    entrance.changed.connect(partial(_show_pad, panel, doorway))
    entrance.opened.connect(partial(_show_pad, panel, doorway))
    entrance.entered.connect(partial(_admit, panel, backroom))
    panel.left.connect(partial(_part, backroom))
    doorway.gatekeeper.admitted.connect(
        lambda officer: backroom.office.keeper.log("login", officer.name, officer.role)
    )
    doorway.gatekeeper.refused.connect(
        lambda _: backroom.office.keeper.log("login-refused", "", "")
    )
    return Staff(panel, doorway)


def _order(backroom: Backroom, doorway: Doorway, wish: KeypadOrder) -> None:
    """Give what a key of the keypad means."""
    officer = doorway.entrance.officer
    by, role = (officer.name, officer.role) if officer else (backroom.words.say("keypad"), "staff")
    who = {"id": uuid.uuid4().hex, "at": backroom.clockwork.now(), "by": by, "role": role}
    order = order_of(wish, who, backroom.office.keeper.day, backroom.configured)
    backroom.office.keeper.give(order)


def _admit(panel: Panel, backroom: Backroom, officer: Officer) -> None:
    if backroom.technician is not None and officer.role == "technician":
        backroom.technician.open()
    panel.admit(officer.name, officer.role)


def _part(backroom: Backroom) -> None:
    if backroom.technician is not None:
        backroom.technician.close()


def _show_pad(panel: Panel, doorway: Doorway) -> None:
    entrance = doorway.entrance
    if not entrance.is_open:
        return
    state = entrance.state
    message = ""
    if state.is_checking:
        message = panel.say("pin_checking")
    elif state.refused is not None:
        key = "pin_no_officers" if state.refused.why == "no-officers" else "pin_wrong"
        message = panel.say(key, wrong=str(state.refused.wrong))
    panel.ask(state.count, message, state.locked_s)
