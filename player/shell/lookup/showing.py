"""What gate staff show to whoever stands before the screen: for how long, and what it gives way to.

Everything here runs on the GUI thread. The desk draws the topic and the keeper knows what was
ordered; this room has the one show what the other says, and turns the sheets where nobody can.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from player.shell.clockwork import Clockwork
from player.shell.gate_keeper import GateKeeper
from player.shell.lookup.desk import Desk
from player.shell.lookup.desk_view import DeskViewModel
from player.stage.session.untouched import sheet_s
from player.store.gate_orders import ShowOrder, ShowSpell

if TYPE_CHECKING:
    from player.stage.session.page import Line

SECOND_MS: Final = 1000


@dataclass(frozen=True, slots=True)
class ShowingMeans:
    """What the room works with.

    Attributes:
        keeper: knows what is to be shown, and takes the order that ends it.
        desk: shows it.
        view: of the desk; says what is on the sheet that is seen.
        time: what time it is.
    """

    keeper: GateKeeper
    desk: Desk
    view: DeskViewModel
    time: Clockwork


class Showing(QObject):
    """One screen's shown topics, for the life of the process."""

    claimed = Signal(bool)
    """Whether a topic is to be shown now; something above it may have the screen all the same."""

    def __init__(self, means: ShowingMeans) -> None:
        """Wait for an order, or for the pack that can carry out one in force."""
        super().__init__(means.desk)
        self._means = means
        self._is_dark = False
        self._is_claimed = False
        self._is_looking = False
        self._shown: ShowSpell | None = None
        self._sheet: tuple[int, tuple[Line, ...]] = (0, ())
        # One for good: a timer for each wait left 14 bytes behind (PySide6 6.12.0).
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(means.desk.turn)
        means.keeper.changed.connect(self.look)
        # Not before whatever ended the session has done what else it does.
        means.desk.ended.connect(self.look, Qt.ConnectionType.QueuedConnection)
        means.desk.left.connect(self._leave)
        if not means.view.is_touched:
            means.view.turned.connect(self._read)

    @Slot()
    def look(self) -> None:
        """Have the topic shown that is ordered now, if one is and nothing stands above it."""
        if self._is_looking:  # ending one session tells of it before the next begins
            return
        self._is_looking = True
        try:
            self._look()
        finally:
            self._is_looking = False

    def darken(self, *, is_dark: bool) -> None:
        """Show nothing while there is no picture: whoever touches the dark begins anew."""
        self._is_dark = is_dark
        if is_dark:
            self._end()
        self.look()

    @Slot()
    def renew(self) -> None:
        """Show the same from the pack that has come; a reader ends on the one they began with."""
        if not self._means.view.is_touched:
            self._shown = None
        self.look()

    def _look(self) -> None:
        spell = self._wanted(self._means.time.now())
        if spell is None:
            self._shown = None
            self._end()
        self._claim(is_wanted=spell is not None)
        if spell is None:
            return
        desk, is_new = self._means.desk, spell != self._shown
        self._shown = spell
        # What has given way comes back when nobody is there any more.
        if not (desk.is_barred or self._is_dark) and (is_new or desk.session is None):
            desk.show_topic(spell.topic, spell.language)

    def _wanted(self, now: datetime) -> ShowSpell | None:
        """Return what is ordered and can be shown."""
        spell, lookup = self._means.keeper.day.show, self._means.desk.lookup
        if spell is None or lookup is None or not spell.holds(now):
            return None
        return spell if spell.topic in lookup.topic_by_id else None

    def _claim(self, *, is_wanted: bool) -> None:
        if is_wanted is not self._is_claimed:
            self._is_claimed = is_wanted
            self.claimed.emit(is_wanted)

    def _end(self) -> None:
        session = self._means.desk.session
        if session is not None and session.is_kept:
            self._means.desk.end()

    @Slot()
    def _leave(self) -> None:
        """End what was ordered: the traveller it was meant for has gone."""
        spell = self._means.keeper.day.show
        if spell is None:
            return
        now = self._means.time.now()
        self._means.keeper.give(ShowOrder(id=uuid4().hex, at=now, by=spell.by, role=spell.role))

    @Slot()
    def _read(self) -> None:
        """Give the sheet that is seen the time it takes to read."""
        session, lines = self._means.desk.session, self._means.view.seen
        if session is None or session.sheets <= 1:
            self._timer.stop()
            return
        sheet = (session.stop.sheet, lines)
        if sheet != self._sheet or not self._timer.isActive():
            self._sheet = sheet
            self._timer.start(round(sheet_s(lines) * SECOND_MS))
