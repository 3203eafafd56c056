"""The panel: carries an officer's session out on the screen, and gives what is ordered.

Everything here runs on the GUI thread. The rules are the session's (``stage/panel``); this room
passes between them and the view model, and keeps one timer. Who may open it is the gatekeeper's.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from player.config.officers import Role
from player.config.screen import Display
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.panel.panel_room import panel_room
from player.shell.panel.panel_view import PanelViewModel
from player.shell.screen_metrics import ScreenMetrics
from player.stage.panel.forms import Forms
from player.stage.panel.gate_view import GateView
from player.stage.panel.machine_view import Errand
from player.stage.panel.orders import Context, Outcome, Stamp, act
from player.stage.panel.rules import (
    PanelSession,
    log_in,
    passed,
    refused,
    shown,
    taken,
    touched,
)
from player.stage.panel.typing_pages import pin_page
from player.stage.panel.views import action_of
from player.stage.panel.writer import frame_of, page_of
from player.stage.panel.writing import Writing
from player.stage.phrases import Phrases
from player.store.gate_orders import AnyOrder, BlankOrder, PostOrder

logger = logging.getLogger(__name__)

SECOND_MS: Final = 1000


@dataclass(frozen=True, slots=True)
class Orderly:
    """What the panel works with.

    Attributes:
        look: how the gate stands just now.
        forms: templates, likewise.
        give: takes an order; None: taken, else why not, in one sentence.
        export: writes the shift log to a stick; None: written, else why not.
        new_id: an id that was never given before.
        now: the wall clock, aware.
        monotonic: seconds of a clock that never steps.
        serve: does an errand for the technician of that name; None: it is begun, and what becomes
            of it is told by ``Panel.tell``; else why not.
        set_clock: asks for the machine's clock to be set, for the technician of that name; None:
            asked, else why not.
    """

    look: Callable[[], GateView]
    forms: Callable[[], Forms]
    give: Callable[[AnyOrder], str | None]
    export: Callable[[], str | None]
    new_id: Callable[[], str]
    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    serve: Callable[[Errand, str], str | None] = lambda _errand, _by: None
    set_clock: Callable[[datetime, str], str | None] = lambda _at, _by: None


class Panel(QObject):
    """One screen's staff panel, for the life of the process."""

    opened = Signal()
    """It covers the stage."""

    closed = Signal()

    dialled = Signal(str)
    """A key of the pad on which a PIN is typed: a digit, ``back`` (one digit less) or ``enter``."""

    left = Signal()
    """The pad of the PIN was put away, or the officer logged out."""

    def __init__(
        self,
        view: PanelViewModel,
        metrics: ScreenMetrics,
        display: Display,
        keyboard: KeyboardViewModel,
        words: tuple[Phrases, str],
    ) -> None:
        """Stay closed.

        Args:
            view: draws.
            metrics: lengths of the screen.
            display: how it hangs.
            keyboard: of this panel alone: what is typed on it is forgotten with the session.
            words: of the panel, and the language it speaks.
        """
        super().__init__(view)
        self._view = view
        self._metrics = metrics
        self._display = display
        self._keyboard = keyboard
        self._phrases, self._tag = words
        self._orderly: Orderly | None = None
        self._session: PanelSession | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        keyboard.speak(self._tag)
        keyboard.textChanged.connect(self._typed)
        keyboard.typed.connect(self.touch)
        view.speak(self._tag)
        view.test_card.keep_free(display.overscan_percent)
        view.put_down(keyboard)
        view.acted.connect(self.act)
        view.measured.connect(self._measured)
        metrics.changed.connect(self._resize)

    @property
    def session(self) -> PanelSession | None:
        """What is known of the officer; None: nobody is logged in."""
        return self._session

    def serve(self, orderly: Orderly) -> None:
        """Work with ``orderly`` from now on."""
        self._orderly = orderly

    def say(self, key: str, **values: str) -> str:
        """Return a word of the panel."""
        return self._phrases.say(self._tag, key, **values)

    def ask(self, count: int, message: str, locked_s: int) -> None:
        """Show the pad on which a PIN is typed; arguments as of ``pin_page``."""
        orderly = self._orderly
        if orderly is None or self._session is not None:
            return
        writing = self._writing(orderly.look())
        self._view.frame(frame_of(writing, None, orderly.monotonic()))
        self._view.fold(pin_page(writing, count, message, locked_s), 0)
        self._uncover()

    def admit(self, by: str, role: Role) -> None:
        """Log an officer in whose PIN was right."""
        if self._orderly is None:
            return
        self._session = log_in(by, role, self._orderly.monotonic())
        self._timer.start()
        self._show()
        self._uncover()

    def close(self) -> None:
        """Log out, and forget everything."""
        self._timer.stop()
        self._session = None
        self._keyboard.forget()
        was_shown = self._view.is_shown
        self._view.show(shown=False)
        if was_shown:
            self.left.emit()
            self.closed.emit()

    def close_soon(self) -> None:
        """Log out once what is being done is done: it may be what asks for this."""
        QTimer.singleShot(0, self, self.close)

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what the control of that name does."""
        if self._session is None:
            self._dial(name)
            return
        orderly, action = self._orderly, action_of(name)
        if orderly is None:
            return
        self._session = touched(self._session, orderly.monotonic())
        if action is None:
            return
        before, context = self._session, self._context(orderly)
        outcome = act(before, action, context)
        if outcome.session is None:
            self.close()
            return
        self._session = self._carried_out(before, outcome, orderly)
        if self._session.view != before.view:
            self._keyboard.forget()
            if self._session.view.place == "typing":
                self._keyboard.enter(self._session.typed)
        self._show()

    @Slot()
    def touch(self) -> None:
        """Take note that the officer is there, whatever was touched."""
        if self._session is not None and self._orderly is not None:
            self._session = touched(self._session, self._orderly.monotonic())

    @Slot()
    def tick(self) -> None:
        """Look at the clocks."""
        if self._session is None or self._orderly is None:
            return
        self._session = passed(self._session, self._orderly.monotonic())
        if self._session is None:
            self.close()
        else:
            self._show()

    def look_again(self) -> None:
        """Show the page as it is to be read now: what it is about has changed."""
        self._show()

    def tell(self, message: str, *, is_refused: bool) -> None:
        """Say what became of an errand, to whoever is still there."""
        if self._session is not None:
            change = refused if is_refused else taken
            self._session = change(self._session, message)
            self._show()

    def _dial(self, name: str) -> None:
        """Hand a key of the pad on; which digit it is stays between the officer and the gate."""
        kind, _, digit = name.partition(":")
        if name == "leave":
            self.close()
        elif kind == "digit" or name in {"erase", "enter"}:
            self.dialled.emit(digit or {"erase": "back"}.get(name, name))

    def _carried_out(
        self, before: PanelSession, outcome: Outcome, orderly: Orderly
    ) -> PanelSession:
        after, say = outcome.session or before, self.say
        if outcome.fault:
            return refused(after, say(outcome.fault))
        served = _served(outcome, orderly, after.by)
        if served is not None:
            key, why = served
            return taken(after, say(key)) if why is None else refused(after, why)
        if outcome.order is None:
            return after
        why = orderly.give(outcome.order)
        if why is not None:
            return refused(before, why)
        return taken(after, say(f"taken_{_deed(outcome.order)}"))

    def _show(self) -> None:
        """Show the page of the session as it is to be read now."""
        orderly, session = self._orderly, self._session
        if orderly is None or session is None:
            return
        context = self._context(orderly)
        writing = self._writing(context.gate)
        self._view.frame(frame_of(writing, session, orderly.monotonic()))
        self._view.fold(page_of(writing, session, context), session.stop.sheet)

    @Slot()
    def _typed(self) -> None:
        if self._session is not None and self._session.view.place == "typing":
            self._session = replace(self._session, typed=self._keyboard.wanted)
            self._show()

    @Slot(int)
    def _measured(self, sheets: int) -> None:
        """Take note in how many sheets the page is set."""
        if self._session is None or self._orderly is None or sheets == self._session.sheets:
            return
        self._session = shown(self._session, sheets)
        writing = self._writing(self._orderly.look())
        self._view.frame(frame_of(writing, self._session, self._orderly.monotonic()))
        self._view.fold(self._view.page, self._session.stop.sheet)

    @Slot()
    def _resize(self) -> None:
        self._view.set_room(panel_room(self._display, self._metrics.metrics))

    def _uncover(self) -> None:
        if not self._view.is_shown:
            self._view.show(shown=True)
            self.opened.emit()

    def _context(self, orderly: Orderly) -> Context:
        stamp = Stamp(orderly.new_id(), orderly.now())
        return Context(orderly.look(), orderly.forms(), stamp)

    def _writing(self, gate: GateView) -> Writing:
        return Writing(self._phrases, self._tag, gate)


def _served(outcome: Outcome, orderly: Orderly, by: str) -> tuple[str, str | None] | None:
    """Have done what is no order; return the key of what is said of it, and why it is refused."""
    if outcome.exports:
        return "exported", orderly.export()
    if outcome.errand is not None:
        return f"errand_{outcome.errand}", orderly.serve(outcome.errand, by)
    if outcome.clock is not None:
        return "errand_clock", orderly.set_clock(outcome.clock, by)
    return None


def _deed(order: AnyOrder) -> str:
    """Return the end of the key of what is said once ``order`` was taken."""
    if isinstance(order, PostOrder):
        return {"update": "update", "cancel": "cancel"}.get(order.notice.message, "post")
    if isinstance(order, BlankOrder):
        return order.kind
    names = {"language": "languages", "hold": "item", "show": "topic", "fact": "value"}
    return order.kind if getattr(order, names[order.kind]) else "end"
