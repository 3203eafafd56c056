"""The rules of a touch session: pure, told the seconds of a clock that never steps.

Only what a traveller does extends a session: a finger that is held down is one touch. After the
patience of a page comes a countdown with one large button; after that everything is forgotten,
for the session is a value and nothing else remembers any of it.

A session that gate staff began waits for as long as they ordered: nobody is asked for.
"""

import math
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from player.stage.session.views import (
    Action,
    Back,
    Be,
    EntryView,
    HomeView,
    LanguageView,
    Leave,
    LibraryView,
    Listen,
    Mode,
    Open,
    Speak,
    Stay,
    Toggle,
    Turn,
    View,
    Zoom,
)

PATIENCE_S: Final = 60.0
"""How long nobody must touch before the screen asks (domain: 30 to 60 s are usual)."""

READING_FACTOR: Final = 1.5
"""A page that takes long to read is given this much of its reading time."""

LONGEST_HEARD_S: Final = 900.0
"""Whatever plays is over by then; whoever plays it says so when it ends."""

COUNTDOWN_S: Final = 30.0
"""WCAG 2.2.1 asks for 20 s at least."""

SECOND_S: Final = 1.0

LONGEST_TRAIL: Final = 32
"""Pages that Back remembers."""

LEAST_ZOOM, MOST_ZOOM = 0, 3


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the trail, and which of its sheets is seen, from 0."""

    view: View
    sheet: int = 0
    zoom: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that is known of the traveller before the screen.

    Attributes:
        language: of the pages.
        trail: from the first page to the one that is seen; never empty.
        touched_s: when something was last done.
        patience_s: how long the page that is seen waits.
        traveller: id of the kind of traveller, "": nobody has said.
        modes: in force.
        sheets: how many the page that is seen has; 0: it has not been set yet.
        is_heard: whether the recording of the page plays.
        is_kept: whether gate staff began it; then they end it, and no silence does.
    """

    language: str
    trail: tuple[Stop, ...]
    touched_s: float
    patience_s: float = PATIENCE_S
    traveller: str = ""
    modes: frozenset[Mode] = field(default_factory=frozenset)
    sheets: int = 0
    is_heard: bool = False
    is_kept: bool = False

    @property
    def stop(self) -> Stop:
        """The page that is seen."""
        return self.trail[-1]

    @property
    def view(self) -> View:
        """What is looked at."""
        return self.stop.view

    @property
    def asks_at_s(self) -> float:
        """When the countdown begins; nobody is asked who listens or watches."""
        if self.is_kept:
            return math.inf
        least_s = LONGEST_HEARD_S if self.is_heard else 0.0
        return self.touched_s + max(self.patience_s, least_s)

    @property
    def ends_at_s(self) -> float:
        """When everything is forgotten."""
        return self.asks_at_s + COUNTDOWN_S


def begin(language: str, at_s: float, *, is_chosen: bool) -> Session:
    """Return a session that begins with a touch.

    Args:
        language: touched, or the first of the screen.
        at_s: now.
        is_chosen: whether that language was touched; else it is asked for.
    """
    view: View = HomeView() if is_chosen else LanguageView()
    return Session(language, (Stop(view),), at_s)


def begin_kept(language: str, view: View, at_s: float) -> Session:
    """Return a session that gate staff begin for whoever stands there.

    Args:
        language: of the pages.
        view: they show.
        at_s: now.
    """
    return Session(language, (Stop(view),), at_s, is_kept=True)


def act(session: Session, action: Action, at_s: float) -> Session | None:
    """Return the session after ``action``; None: it is over."""
    session = replace(session, touched_s=at_s)
    match action:
        case Leave():
            return None
        case Back():
            return _back(session)
        case Stay():
            return session
        case Speak():
            return _speak(session, action.language)
        case Open():
            return _open(session, action.view)
        case Turn() | Zoom() | Listen() | Be() | Toggle():
            return _adjust(session, action)
        case _:
            assert_never(action)


def passed(session: Session, at_s: float) -> Session | None:
    """Return the session after time has passed; None: it is over."""
    return session if at_s < session.ends_at_s else None


def seconds_left(session: Session, at_s: float) -> int | None:
    """Return the begun seconds of the countdown that are left; None: it has not begun."""
    if at_s < session.asks_at_s:
        return None
    return max(1, -int(-(session.ends_at_s - at_s) // 1))


def until_asked_s(session: Session, at_s: float) -> float:
    """Return in how many seconds the countdown begins, or says another number."""
    if at_s < session.asks_at_s:
        return session.asks_at_s - at_s
    return (session.ends_at_s - at_s) % SECOND_S or SECOND_S


def shown(session: Session, sheets: int, reading_s: float) -> Session:
    """Return the session whose page was set in ``sheets``, of ``reading_s`` each at most.

    Before it is set (0) nobody knows whether it still has the sheet that was seen last.
    """
    last = sheets - 1 if sheets else session.stop.sheet
    stop = replace(session.stop, sheet=min(session.stop.sheet, last))
    patience_s = max(PATIENCE_S, READING_FACTOR * reading_s)
    return replace(session, trail=(*session.trail[:-1], stop), sheets=sheets, patience_s=patience_s)


def fell_silent(session: Session, at_s: float) -> Session:
    """Return the session when what was heard is over: patience begins anew."""
    return replace(session, is_heard=False, touched_s=at_s)


def first_sheet(session: Session) -> Session:
    """Return the session with the first sheet of its page seen."""
    return _seen(session, replace(session.stop, sheet=0))


def turned(session: Session) -> Session:
    """Return the session with its next sheet seen; after the last one comes the first."""
    sheet = (session.stop.sheet + 1) % max(1, session.sheets)
    return _seen(session, replace(session.stop, sheet=sheet))


def _open(session: Session, view: View) -> Session:
    """Return the session at ``view``: home begins the trail anew, a page never follows itself."""
    if isinstance(view, HomeView):
        trail: tuple[Stop, ...] = (Stop(view),)
    elif view == session.view:
        return session
    else:
        # Another language of the same shelf or entry takes its place: Back leaves it.
        is_turned = isinstance(view, LibraryView | EntryView) and type(view) is type(session.view)
        before = session.trail[:-1] if is_turned else session.trail
        trail = (*before, Stop(view))[-LONGEST_TRAIL:]
    return replace(session, trail=trail, sheets=0, is_heard=False)


def _back(session: Session) -> Session | None:
    if len(session.trail) == 1:
        return (
            None
            if isinstance(session.view, HomeView | LanguageView)
            else _open(session, HomeView())
        )
    return replace(session, trail=session.trail[:-1], sheets=0, is_heard=False)


def _speak(session: Session, language: str) -> Session:
    """Return the session in ``language``, on the page from which it was asked for.

    Nor does Back ask for a language ever after: not where the session began with that either.
    """
    session = replace(session, language=language, is_heard=False)
    if not isinstance(session.view, LanguageView):
        return session
    pages = tuple(stop for stop in session.trail if not isinstance(stop.view, LanguageView))
    return replace(session, trail=pages or (Stop(HomeView()),), sheets=0)


def _adjust(session: Session, action: Turn | Zoom | Listen | Be | Toggle) -> Session:
    stop = session.stop
    match action:
        case Turn():
            last = session.sheets - 1 if session.sheets else stop.sheet
            sheet = min(max(stop.sheet + action.sheets, 0), last)
            return _seen(session, replace(stop, sheet=sheet))
        case Zoom():
            zoom = min(max(stop.zoom + action.steps, LEAST_ZOOM), MOST_ZOOM)
            return _seen(session, replace(stop, zoom=zoom))
        case Listen():
            return replace(session, is_heard=not session.is_heard)
        case Be():
            return replace(_seen(session, replace(stop, sheet=0)), traveller=action.traveller)
        case Toggle():
            return replace(session, modes=session.modes ^ {action.mode})
        case _:
            assert_never(action)


def _seen(session: Session, stop: Stop) -> Session:
    return replace(session, trail=(*session.trail[:-1], stop))
