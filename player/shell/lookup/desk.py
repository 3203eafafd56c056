"""The desk: carries a touch session out on the screen, and tells the performance of it.

Everything here runs on the GUI thread. The rules are the session's (``stage/session``); this room
passes between them, the view model and the enquiry, and keeps one timer.
"""

import logging
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from player.config.screen import Screen
from player.notices.board import Board
from player.pack.instants import to_ms
from player.pack.lookup import Lookup
from player.shell.clockwork import Clockwork
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.desk_room import desk_room
from player.shell.lookup.desk_view import DeskViewModel
from player.shell.lookup.enquiry import Asked, Enquiry
from player.shell.lookup.frame import Frame, frame_of
from player.shell.lookup.librarian import Librarian, Opened
from player.shell.lookup.listening import Listening
from player.shell.lookup.shelf import Shelf, corrected, shelve
from player.shell.screen_metrics import ScreenMetrics
from player.shell.timers import LONGEST_S
from player.shell.video_player import VideoPlayer
from player.stage.clocks import clock_times
from player.stage.repertoire import Repertoire
from player.stage.session.chrome import BEGIN, invitations
from player.stage.session.rules import (
    Session,
    act,
    begin,
    begin_kept,
    fell_silent,
    first_sheet,
    passed,
    shown,
    turned,
    until_asked_s,
)
from player.stage.session.untouched import as_read
from player.stage.session.views import Mode, SearchView, Stay, action_of, view_of

logger = logging.getLogger(__name__)

EARLY_S: Final = 0.005
"""A timer may fire this much before its instant; waking again at once would be a busy loop."""

MINUTE_MS: Final = 60_000
LEAVE: Final = "leave"


@dataclass(frozen=True, slots=True)
class Means:
    """What the desk works with.

    Attributes:
        librarian: reads and searches.
        keyboard: what a search is typed on; remembers what was typed, until it is told to forget.
        clips: plays recordings.
        time: what time it is.
    """

    librarian: Librarian
    keyboard: KeyboardViewModel
    clips: VideoPlayer
    time: Clockwork


class Desk(QObject):
    """One screen's touch sessions, for the life of the process."""

    began = Signal(str)
    """A session begins; digest of the pack it reads."""

    ended = Signal()

    left = Signal()
    """Whoever stands there has left what gate staff showed them."""

    invited = Signal(int)
    """Pixels at the foot of the stage that the invitation takes; 0: there is none."""

    missed = Signal(str)
    """A search in that language found nothing."""

    def __init__(
        self,
        view: DeskViewModel,
        metrics: ScreenMetrics,
        screen: Screen,
        means: Means,
    ) -> None:
        """Wait for a pack.

        Args:
            view: draws.
            metrics: lengths of the screen.
            screen: its panel and place.
            means: what it works with.
        """
        super().__init__(view)
        self._view = view
        self._metrics = metrics
        self._screen = screen
        self._librarian = means.librarian
        self._enquiry = Enquiry(means.keyboard, means.librarian)
        self._listening = Listening(means.clips, screen.sound.volume, self)
        self._time = means.time
        self._shelf: Shelf | None = None
        self._next: Shelf | None = None
        self._session: Session | None = None
        self._recalled = frozenset[str]()
        self._notices = Board()
        self._waiting: Repertoire | None = None
        self._banner = 0
        self._is_barred = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        view.acted.connect(self.act)
        view.measured.connect(self._measured)
        metrics.changed.connect(self._resize)
        view.put_down(means.keyboard)
        means.keyboard.typed.connect(self.touch)
        self._enquiry.typed.connect(self._typed)
        self._enquiry.changed.connect(self._show)
        self._enquiry.missed.connect(self.missed)
        self._listening.silent.connect(self._silent)
        means.librarian.opened.connect(self._opened)

    @property
    def session(self) -> Session | None:
        """What is known of the traveller before the screen; None: there is none."""
        return self._session

    def take(self, repertoire: Repertoire | None) -> None:
        """Answer from this pack; a session that has begun ends on the one it began with, corrected.

        None: the screen has no pack, or was stopped: that ends a session.
        """
        self._waiting = repertoire
        if repertoire is None:
            self.end()
            self._put_out(None)
        elif self._session is None:
            self._fetch()
        elif self._shelf is not None:
            self._shelf = corrected(self._shelf, repertoire, self._recalled, self._screen.place)
            self._show()

    def _fetch(self) -> None:
        repertoire, self._waiting = self._waiting, None
        if repertoire is not None:
            self._librarian.open(repertoire)

    def post(self, notices: Board) -> None:
        """Tell of the notices that stand from now on."""
        if notices != self._notices:
            self._notices = notices
            self._show()

    @Slot(object)
    def withdraw(self, recalled: frozenset[str]) -> None:
        """Show nothing of what is recalled any more, not even to whoever reads it now.

        What is recalled no more comes back with the next pack that is taken.
        """
        self._recalled = recalled
        self._next = self._next and self._shelve(self._next.repertoire, self._next.read)
        if self._shelf is None:
            return
        self._shelf = self._shelve(self._shelf.repertoire, self._shelf.read)
        if self._shelf is not None:
            self._show()
            return
        self.end()
        if self._shelf is None:
            self._put_out(None)

    def _shelve(self, repertoire: Repertoire, read: Lookup) -> Shelf | None:
        return shelve(repertoire, read, self._recalled, self._screen.place)

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        lookup = opened.lookup
        # It was read a while ago: meanwhile something may have been recalled.
        shelf = None if lookup is None else self._shelve(opened.repertoire, lookup)
        if self._session is None:
            self._put_out(shelf)
        else:
            self._next = shelf

    def _put_out(self, shelf: Shelf | None) -> None:
        self._shelf, self._next = shelf, None
        most = self._view.room.invited
        composer = shelf.repertoire.composer if shelf and self._screen.is_touched else None
        self._view.invite(tuple(invitations(composer, most)) if composer else ())
        self.invited.emit(self._view.invitation_px)

    @Slot(str)
    def begin(self, language: str) -> None:
        """Begin a session: in the language that was touched, else ask for one ("")."""
        if self._shelf is None or self._session is not None or self._is_barred:
            return
        languages = self._shelf.repertoire.composer.languages
        is_chosen = language in languages
        tag = language if is_chosen else languages[0]
        self._session = begin(tag, self._time.monotonic(), is_chosen=is_chosen)
        self._put_on(self._shelf)

    @property
    def lookup(self) -> Lookup | None:
        """What would be answered from to whoever began now; None: nothing."""
        shelf = self._next or self._shelf
        return shelf.lookup if shelf else None

    @property
    def is_barred(self) -> bool:
        """Whether something above it has the screen."""
        return self._is_barred

    def show_topic(self, topic: str, language: str) -> None:
        """Show a topic to whoever stands there, until ``end``; a session in progress ends."""
        self.end()
        if self._shelf is None or self._is_barred:
            return
        self._session = begin_kept(language, view_of(topic), self._time.monotonic())
        self._put_on(self._shelf)

    def turn(self) -> None:
        """Turn to the next sheet, after the last one to the first."""
        if self._session is not None:
            self._session = turned(self._session)
            self._show()

    def _put_on(self, shelf: Shelf) -> None:
        self.began.emit(shelf.repertoire.pack)
        self._show()
        self._view.show(shown=True)

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what the control of that name does."""
        if self._session is None:
            self.begin(name.removeprefix(BEGIN))
            return
        # While it is asked whether anybody is there, whatever is done says yes, and does no more.
        action = Stay() if self._view.question and name != LEAVE else action_of(name)
        if action is None:  # it moved the page about, and that is all
            self.touch()
            return
        before = self._session
        self._session = act(before, action, self._time.monotonic())
        if self._session is None:
            self.end()
            if before.is_kept:
                self.left.emit()
            return
        self._follow_search(before, self._session)
        self._resize()
        self._show()

    def _follow_search(self, before: Session, after: Session) -> None:
        """Have the keyboard and the index ready when the search is looked at, and not before."""
        did_search, searches = (isinstance(each.view, SearchView) for each in (before, after))
        if did_search and not searches:
            self._enquiry.leave()
        if searches and (not did_search or before.language != after.language):
            self._speak(after.language)

    @Slot()
    def _typed(self) -> None:
        """Take note that another question is asked: the page begins with its first sheet again."""
        if self._session is None:
            return
        self._session = first_sheet(self._session)
        self._show()

    @Slot()
    def touch(self) -> None:
        """Take note that the traveller is there, whatever was touched."""
        if self._session is not None:
            self._session = replace(self._session, touched_s=self._time.monotonic())
            if self._view.question:
                self._show()

    def end(self) -> None:
        """End the session, if there is one, and forget everything about it."""
        if not self._view.is_shown and self._session is None:
            return
        self._enquiry.forget()
        if self._session is not None and self._session.is_heard:
            self._listening.stop()
        self._listening.forget()
        self._session = None
        self._timer.stop()
        self._view.show(shown=False)
        self._view.frame(Frame())
        self._resize()
        self.ended.emit()
        if self._next is not None:
            self._put_out(self._next)
        self._fetch()

    def bar(self, *, is_barred: bool) -> None:
        """End the session and begin none while something above it has the screen; or no longer."""
        self._is_barred = is_barred
        if is_barred:
            self.end()

    def set_banner(self, height: int) -> None:
        """Leave room at the head for a banner of that height, pixels; 0: there is none."""
        self._banner = height
        self._resize()

    @Slot()
    def tick(self) -> None:
        """Look at the clocks."""
        if self._session is None:
            return
        self._session = passed(self._session, self._time.monotonic())
        if self._session is None:
            logger.info("session", extra={"ended": "idle"})
            self.end()
            return
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the page of the session as it is to be read now, and wake for the next change."""
        shelf, session = self._shelf, self._session
        if shelf is None or session is None:
            return
        now = self._time.now()
        trust = self._time.trust(now)
        writer = replace(shelf.writer, notices=self._notices)
        page = writer.page(session, self._enquiry.found, now, trust)
        if not self._screen.is_touched:
            page = as_read(page, is_low=self._view.room.is_low)
        sheets = page.pages if page.template == "Reader" else session.sheets
        if not page.is_heard:
            session = replace(session, is_heard=False)
        self._session = session = shown(session, sheets, page.reading_s)
        self._view.frame(frame_of(shelf.repertoire.composer, session, self._time.monotonic()))
        self._view.fold(page, session.stop.sheet, session.stop.zoom)
        self._listening.follow(page)
        gate = shelf.repertoire.composer.pack.content.gate
        self._view.tell_time(clock_times(gate, now, trust))
        fresh_s = (page.fresh_until - now).total_seconds() if page.fresh_until else LONGEST_S
        minute_s = (MINUTE_MS - to_ms(now) % MINUTE_MS) / 1000
        asked_s = until_asked_s(session, self._time.monotonic())
        self._wake_in(min(fresh_s, minute_s, asked_s))

    @Slot()
    def _silent(self) -> None:
        """Take note that what was heard is over, or cannot be played."""
        if self._session is not None and self._session.is_heard:
            self._session = fell_silent(self._session, self._time.monotonic())
            self._listening.forget()
            self._show()

    @Slot(int)
    def _measured(self, sheets: int) -> None:
        """Take note in how many sheets the page is set."""
        if self._session is None or self._shelf is None or sheets == self._session.sheets:
            return
        composer = self._shelf.repertoire.composer
        self._session = shown(self._session, sheets, self._view.page.reading_s)
        self._view.frame(frame_of(composer, self._session, self._time.monotonic()))
        self._view.fold(self._view.page, self._session.stop.sheet, self._session.stop.zoom)

    @Slot()
    def _resize(self) -> None:
        in_force = self._session.modes if self._session else frozenset[Mode]()
        metrics, display = self._metrics.metrics, self._screen.display
        is_touched = self._screen.is_touched
        room = desk_room(display, metrics, in_force, self._banner, is_touched=is_touched)
        self._view.set_room(room)
        self.invited.emit(self._view.invitation_px)

    def _speak(self, language: str) -> None:
        """Ask and search in ``language`` from now on."""
        if self._shelf is not None:
            writer = self._shelf.repertoire.composer.writer
            asked = Asked(self._shelf.lookup, lambda tag: tuple(writer.fallback(tag)), language)
            self._enquiry.speak(asked)

    def _wake_in(self, seconds: float) -> None:
        self._timer.start(round(min(max(EARLY_S, seconds + EARLY_S), LONGEST_S) * 1000))
