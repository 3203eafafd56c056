"""The staff panel as an officer would come to it: for pictures, and no order is taken."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from player.config.screen import Screen
from player.main.diagnosis import diagnose
from player.main.machine_words import machine_view
from player.main.notice_shelf import shelf_of
from player.main.staff import LANGUAGE, make_panel
from player.main.staff_words import StaffWords, read_staff_words
from player.notices.board import Board, board_of_pack
from player.shell.application import Application
from player.shell.panel.panel import Orderly
from player.shell.snapshot import settle, take_as_is
from player.stage.panel.forms import Forms
from player.stage.panel.gate_view import GateView
from player.stage.panel.machine_view import MachineView
from player.stage.panel.seeing import Seen, gate_view
from player.stage.panel.views import Begin, Edit, Open, Set, Turn, action_of
from player.stage.repertoire import Repertoire
from player.store.gate_orders import GateDay

PAGE: Final = "staff"
TECHNICIAN: Final = "technician"
NAMES: Final = {"menu": (), "templates": ("notice",)}
"""Pages with a name of their own -> what is touched from the menu; any other by its touches."""


def staff_touches(page: str) -> tuple[str, ...] | None:
    """Return what an officer touches after the PIN, None: the pad on which it is typed.

    Args:
        page: ``staff``, ``staff:menu``, ``staff:templates``, or the touches from the menu, such as
            ``staff:notice/template:lane-paused``; ``technician``, or the touches from that page.

    Raises:
        ValueError: nothing on the panel is called that, or it is an order.
    """
    kind, _, way = page.partition(":")
    if kind == TECHNICIAN:
        touches: tuple[str, ...] = ("machine", *filter(None, way.split("/")))
    elif not way:
        return None
    else:
        touches = NAMES.get(way, tuple(way.split("/")))
    for each in touches:
        is_walk = isinstance(action_of(each), Open | Begin | Edit | Set | Turn)
        if not is_walk:
            names = ", ".join((*NAMES, "language", "hold", "show", "blank", "emergency", "log"))
            raise ValueError(f"--page {page}: {each} is no page of the panel; such are {names}")
    return touches


@dataclass(frozen=True, slots=True)
class StillGate:
    """A gate as a panel sees it at an instant: nothing was ordered, and nothing is.

    Attributes:
        screen: whose panel it is.
        performed: there; None: there is no pack.
        instant: aware.
        words: of the panel.
        machine: for technicians.
    """

    screen: Screen
    performed: Repertoire | None
    instant: datetime
    words: StaffWords
    machine: MachineView

    @property
    def orderly(self) -> Orderly:
        """What the panel works with."""
        return Orderly(
            look=self._look,
            forms=self._forms,
            give=lambda _: self._refusal,
            export=lambda: self._refusal,
            new_id=lambda: uuid.uuid4().hex,
            now=lambda: self.instant,
            monotonic=lambda: 0.0,
            serve=lambda _errand, _by: self._refusal,
            set_clock=lambda _at, _by: self._refusal,
        )

    @property
    def _refusal(self) -> str:
        return self.words.say("order_not_taken", home=str(self.screen.home))

    def _look(self) -> GateView:
        composer = self.performed.composer if self.performed else None
        content = composer.pack.content if composer else None
        tags: Sequence[str] = composer.languages if composer else ()
        seen = Seen(
            self.instant,
            ZoneInfo(content.gate.time_zone if content else self.screen.time_zone),
            GateDay(),
            board_of_pack(content) if content else Board(),
            languages=[(tag, composer.writer.language_name(tag)) for tag in tags if composer],
            content=content,
            lookup=self.performed.read_lookup() if self.performed else None,
            machine=self.machine,
        )
        return gate_view(seen, self.words.say, LANGUAGE)

    def _forms(self) -> Forms:
        performed = self.performed
        content = performed.composer.pack.content if performed else None
        lookup = performed.read_lookup() if performed else None
        return shelf_of(self.screen, content, lookup).forms(LANGUAGE, self.instant)


def take_panel(
    application: Application,
    screen: Screen,
    performed: Repertoire | None,
    touches: Sequence[str] | None,
    instant: datetime,
) -> bytes:
    """Return the picture of the panel after ``touches``; None: of the pad for the PIN."""
    words = read_staff_words(LANGUAGE)
    panel = make_panel(application, screen)
    is_machine = touches is not None and "machine" in touches
    machine = MachineView()
    if is_machine:
        machine = machine_view(screen, diagnose(screen, instant), words, ())
    panel.serve(StillGate(screen, performed, instant, words, machine).orderly)
    if touches is None:
        panel.ask(0, "", 0)
        return take_as_is(application)
    panel.admit(screen.id, "technician" if is_machine else "duty-officer")
    for touch in touches:
        settle()
        before = panel.session
        panel.act(touch)
        if panel.session == before:
            raise ValueError(f"--page: there is no {touch} to touch there")
    return take_as_is(application)
