"""The gate keeper: takes orders of gate staff, and says what of them and of all notices holds.

Everything here runs on the GUI thread. The rules are elsewhere (``stage/gate``, ``notices``); this
room passes between them, the inbox and the disk, and keeps one timer. What an order changes is
written before it is carried out; where the disk refuses it is carried out all the same.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from player.clock import ClockTrust
from player.errors import PackError
from player.notices.board import Board, Posted, board_of
from player.pack.content import Content
from player.pack.instants import to_ms
from player.pack.notice import Notice, referenced
from player.schedule.slot import Slot as ProgrammeSlot
from player.shell.clockwork import Clockwork
from player.stage.corrections import Correction, corrections_of
from player.stage.gate.obey import (
    Refused,
    Setting,
    changes_at,
    longest_by_hand,
    nothing_sayable,
    obey,
    passed,
    shifted,
)
from player.stage.local_facts import refusal
from player.store import inbox
from player.store.gate_orders import AnyOrder, BlankSpell, GateDay, PostOrder
from player.store.layout import Home
from player.store.orders import Mark, book_mark, read_book
from player.store.records import read_record, write_record
from player.store.scribe import Scribe
from player.store.shift_log import Deed, note

logger = logging.getLogger(__name__)

LOOK_MS: Final = 250
"""An evacuation ordered from the command line is to stand within two seconds."""

SETTLED: Final = timedelta(minutes=1)
"""A clock that is out by less has not been set, it has only been slow."""


class GateKeeper(QObject):
    """One screen's gate day, for the life of the process."""

    changed = Signal()
    """What is in force, or what stands on the board, has changed."""

    noted = Signal(object)
    """A ``Deed`` went into the shift log."""

    def __init__(
        self,
        home: Home,
        zone: ZoneInfo,
        time: Clockwork,
        around: Callable[[], Mapping[int, ProgrammeSlot]],
    ) -> None:
        """Take up what was in force when the player ended.

        Args:
            home: of this screen.
            zone: of the place it hangs at, until a pack says the gate's.
            time: what time it is.
            around: the slots around what is on stage; see ``Setting``.
        """
        super().__init__()
        self._home = home
        self._zone = zone
        self._time = time
        self._around = around
        self._content: Content | None = None
        self._topics: frozenset[str] = frozenset()
        self._central: Sequence[Notice] = ()
        self._book: Mark | None = None
        self._heard: Mapping[str, int] = {}
        self._hand_until: Callable[[BlankSpell], datetime] | None = None
        self._has_begun = False
        self._scribe = Scribe("an order")
        self._left: set[str] = set()
        self._believed = time.trust(time.now())
        self._offset = self._wall_offset()
        self._day = read_record(home.gate_day, GateDay) or GateDay()
        self._board = Board()
        self._look_at_book()
        self._pass()
        self._post()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def day(self) -> GateDay:
        """What is in force of what the gate's staff ordered."""
        return self._day

    @property
    def board(self) -> Board:
        """What stands of all notices."""
        return self._board

    @property
    def zone(self) -> ZoneInfo:
        """The gate's."""
        return self._zone

    def begin(self) -> None:
        """Take orders from now on, those that wait already first."""
        self._has_begun = True
        self.look()
        self._timer.start()

    def end(self) -> None:
        """Take no orders any more."""
        self._timer.stop()

    def go_by(self, hand_until: Callable[[BlankSpell], datetime]) -> None:
        """Go by the lamp of this screen: it says when a picture off or on by hand is over."""
        self._hand_until = hand_until

    def correct(self, content: Content) -> Correction:
        """Return what is to be shown now instead of the pack that says ``content``."""
        now = self._time.now()
        central = (*content.notices, *self._central)
        corrections = corrections_of(central, self._day, ZoneInfo(content.gate.time_zone))
        return corrections.on(content, now, self._time.trust(now))

    def take(self, content: Content | None) -> None:
        """Keep the gate by this pack from now on.

        Args:
            content: as it is packed; None: there is no pack, and only what staff posted stands.
        """
        self._content = content
        if content is not None:
            self._zone = ZoneInfo(content.gate.time_zone)
        self._post()

    def know_topics(self, topics: frozenset[str]) -> None:
        """Take note of the topics that can be shown: they are read later than the pack."""
        self._topics = topics

    def give(self, order: AnyOrder) -> Refused | None:
        """Take ``order`` now; return why it is refused, if it is."""
        # First: what is ordered by a clock that was just set right has nothing to be shifted.
        self._look_at_clock()
        outcome = obey(self._day, order, self._setting())
        if isinstance(outcome, Refused):
            if outcome.reason != "taken-before":
                self._note(self._deed(order, "refused", what=outcome.what, why=outcome.reason))
            return outcome
        deed = self._deed(order, outcome.deed, what=outcome.what, until=outcome.until)
        self._put(outcome.day)
        self._note(deed)
        return None

    @Slot()
    def look(self) -> None:
        """Look into the inbox, at the clock, and at what is over."""
        self._look_at_clock()
        self._look_at_book()
        for path, order in inbox.waiting(self._home, self._left):
            if order is not None:
                self._take_waiting(order)
            if not self._scribe.write(partial(inbox.remove, path), path):
                # Else it would be taken, or refused and noted, four times a second.
                self._left.add(path.name)
        self._pass()

    def _take_waiting(self, order: AnyOrder) -> None:
        """Take an order of the inbox; one that nobody foresaw must not bar those behind it."""
        try:
            self.give(order)
        except Exception:
            logger.exception("an order cannot be taken", extra={"order": order.id})

    def _look_at_book(self) -> None:
        """Take the notices that the centre signed beside the pack, when they are others."""
        mark = book_mark(self._home)
        if mark == self._book:
            return
        self._book = mark
        try:
            book = read_book(self._home)
        except (PackError, OSError) as e:
            logger.warning("signed notices cannot be read", extra={"why": str(e)})
            return
        self._central = book.notices if book else ()
        self._post()

    def _setting(self) -> Setting:
        content = self._content
        now = self._time.now()
        return Setting(
            now,
            self._zone,
            frozenset(content.language_by_tag) if content else frozenset({"vi"}),
            frozenset(content.item_by_id) if content else frozenset(),
            self._topics,
            central=frozenset(each.id for each in self._from_centre()),
            around=self._around(),
            weigh=partial(refusal, content) if content else nothing_sayable,
            hand_until=self._hand_until or longest_by_hand,
        )

    def _from_centre(self) -> tuple[Notice, ...]:
        return (*(self._content.notices if self._content else ()), *self._central)

    def _post(self) -> None:
        """Work out anew what stands, and from when on this screen has known of it."""
        now_ms = to_ms(self._time.now())
        all_ = [*((each, False) for each in self._from_centre())]
        all_ += [(each, True) for each in self._day.notices]
        new_ms = now_ms if self._has_begun else 0
        heard = {each.id: self._heard.get(each.id, new_ms) for each, _ in all_}
        self._heard = heard
        board = board_of(
            (Posted(each, is_local, heard[each.id]) for each, is_local in all_), self._zone
        )
        if board != self._board:
            self._board = board
            self.changed.emit()

    def _put(self, day: GateDay) -> None:
        """Write what is in force, then carry it out."""
        before, self._day = self._day, day
        path = self._home.gate_day
        self._scribe.write(partial(write_record, path, day), path)
        board = self._board
        self._post()
        if self._board is board and before != day:
            self.changed.emit()

    def _pass(self) -> None:
        now = self._time.now()
        after = passed(self._day, now, self._zone)
        if after != self._day:
            for name in ("language", "hold", "show", "blank"):
                spell = getattr(self._day, name)
                if spell is not None and getattr(after, name) is None:
                    self._note(Deed(at=now, deed="over", what=name, by=spell.by))
            self._put(after)

    def _look_at_clock(self) -> None:
        """Give what staff ordered by a wrong clock the time it has left once the clock is right."""
        trust, offset = self._time.trust(self._time.now()), self._wall_offset()
        was_set = trust is ClockTrust.TRUSTED and self._believed is ClockTrust.UNTRUSTED
        step = offset - self._offset
        self._believed, self._offset = trust, offset
        if was_set and abs(step) > SETTLED:
            logger.info("the clock was set right", extra={"by_s": step.total_seconds()})
            ms = step // timedelta(milliseconds=1)
            self._heard = {id_: at_ms and at_ms + ms for id_, at_ms in self._heard.items()}
            self._put(shifted(self._day, step, self._zone, self._is_wrong))

    def _is_wrong(self, instant: datetime) -> bool:
        """Whether a clock that showed ``instant`` was not to be believed."""
        return self._time.trust(instant) is ClockTrust.UNTRUSTED

    def _wall_offset(self) -> timedelta:
        """Return how far the wall clock is from the one that never steps."""
        seconds = to_ms(self._time.now()) / 1000 - self._time.monotonic()
        return timedelta(seconds=seconds)

    def changes_at(self) -> datetime | None:
        """Return when something that staff ordered is over by itself; None: nothing is."""
        return changes_at(self._day, self._time.now())

    def _deed(
        self,
        order: AnyOrder,
        deed: str,
        *,
        what: str = "",
        until: datetime | None = None,
        why: str = "",
    ) -> Deed:
        return Deed(
            at=self._time.now(),
            order=order.id,
            by=order.by,
            role=order.role,
            deed=deed,
            what=what,
            title=self._title(order),
            until=until,
            why=why,
        )

    def _title(self, order: AnyOrder) -> str:
        """Return the Vietnamese headline of what ``order`` posts, or of what it takes back."""
        if not isinstance(order, PostOrder):
            return ""
        named = {referenced(each) for each in order.notice.references}
        meant = (order.notice, *(each for each in self._day.notices if each.id in named))
        return next((each.text["vi"].headline for each in meant if "vi" in each.text), "")

    def log(self, deed: str, by: str, role: str) -> None:
        """Note in the shift log what is no order: that somebody was let in, or was not."""
        self._note(Deed(at=self._time.now(), by=by, role=role, deed=deed))

    def _note(self, deed: Deed) -> None:
        self._scribe.write(partial(note, self._home, deed))
        self.noted.emit(deed)
