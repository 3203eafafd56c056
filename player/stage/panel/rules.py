"""The rules of the staff panel: pure, told the seconds of a clock that never steps.

What is typed and chosen is a value that ends with the session. An order comes out of ``act`` and is
given by whoever carries the panel; what became of it comes back by ``taken`` or ``refused``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from player.config.officers import Role
from player.pack.notice import Status
from player.stage.panel.clock_digits import CLOCK_DIGITS
from player.stage.panel.fields import dialled_span, edited, with_span
from player.stage.panel.forms import EMERGENCIES, Forms, Template
from player.stage.panel.gate_view import GateView
from player.stage.panel.rights import Deed, may
from player.stage.panel.views import (
    DEEDS,
    Back,
    Dial,
    Edit,
    Leave,
    Open,
    Place,
    Set,
    Turn,
    View,
    Walk,
)

PATIENCE_S: Final = 60.0
WARNING_S: Final = 10.0
"""How long before its end the panel says that it logs out."""

MENU: Final = View("menu")
LANGUAGE_MIN: Final = 30
HOLD_MIN: Final = 10
MINUTES: Final = (15, 30, 60)
SHORT_MINUTES: Final = (5, 10, 30)
LONGEST_TRAIL: Final = 12
MOST_DIGITS: Final = CLOCK_DIGITS
SPAN_DIGITS: Final = 8
TIME_DIGITS: Final = 4
PADS: Final[frozenset[Place]] = frozenset({"pad", "clock"})
TYPED: Final[frozenset[Place]] = PADS | {"typing"}
"""Pages on which something is typed, on the pad of digits or on the keyboard."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the trail, and which of its sheets is seen, from 0."""

    view: View
    sheet: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice being made.

    Attributes:
        template: id.
        values: of its fields, see ``fields.py``.
        replaces: id of the notice it revises; "": it is new.
        status: whether it is meant.
        is_tried: whether a preview was asked for: then what is missing is said.
    """

    template: str
    values: Mapping[str, str]
    replaces: str = ""
    status: Status = "actual"
    is_tried: bool = False


@dataclass(frozen=True, slots=True)
class PanelSession:
    """Everything that is known of the officer before the screen.

    Attributes:
        by, role: who it is.
        touched_s: when something was last done.
        trail: from the menu to the page that is seen; never empty.
        sheets: how many the page that is seen has; 0: it has not been set yet.
        minutes: that the next order lasts; 0: as long as is usual.
        is_only: whether the language that is touched is to be the only one.
        speak: language in which a topic or an item is shown; "": the first, or all in turn.
        draft: a notice being made.
        typed: on the pad or the keyboard.
        message: what became of the last order, in the language of the panel.
        is_refused: whether it was refused.
    """

    by: str
    role: Role
    touched_s: float
    trail: tuple[Stop, ...] = (Stop(MENU),)
    sheets: int = 0
    minutes: int = 0
    is_only: bool = False
    speak: str = ""
    draft: Draft | None = None
    typed: str = field(default="", repr=False)
    message: str = ""
    is_refused: bool = False

    @property
    def stop(self) -> Stop:
        """The page that is seen."""
        return self.trail[-1]

    @property
    def view(self) -> View:
        """What is looked at."""
        return self.stop.view

    @property
    def ends_at_s(self) -> float:
        """When everything is forgotten."""
        return self.touched_s + PATIENCE_S


def log_in(by: str, role: Role, at_s: float) -> PanelSession:
    """Return the session of an officer whose PIN was right."""
    return PanelSession(by, role, at_s)


def passed(session: PanelSession, at_s: float) -> PanelSession | None:
    """Return the session after time has passed; None: it is over."""
    return session if at_s < session.ends_at_s else None


def seconds_left(session: PanelSession, at_s: float) -> int | None:
    """Return the begun seconds that are left once it is said that it ends; None: not yet."""
    left = session.ends_at_s - at_s
    return None if left > WARNING_S else max(1, -int(-left // 1))


def touched(session: PanelSession, at_s: float) -> PanelSession:
    """Return the session after whatever touch."""
    return replace(session, touched_s=at_s)


def shown(session: PanelSession, sheets: int) -> PanelSession:
    """Return the session whose page was set in so many sheets."""
    stop = replace(session.stop, sheet=min(session.stop.sheet, max(0, sheets - 1)))
    return replace(session, trail=(*session.trail[:-1], stop), sheets=sheets)


def taken(session: PanelSession, message: str) -> PanelSession:
    """Return the session after its order was taken."""
    return replace(session, message=message, is_refused=False)


def refused(session: PanelSession, message: str) -> PanelSession:
    """Return the session as it was, and why its order was not taken."""
    return replace(session, message=message, is_refused=True)


def walk(session: PanelSession, action: Walk, gate: GateView, forms: Forms) -> PanelSession | None:
    """Return the session after something that orders nothing; None: it is over."""
    session = replace(session, message="", is_refused=False)
    match action:
        case Leave():
            return None
        case Back():
            return back(session)
        case Open():
            return _open(session, action.view, gate, forms)
        case Turn() | Set():
            return _adjusted(session, action)
        case Edit() | Dial():
            return _filled(session, action, gate, forms)
        case _:
            assert_never(action)


def _adjusted(session: PanelSession, action: Turn | Set) -> PanelSession:
    return _turned(session, action.sheets) if isinstance(action, Turn) else _set(session, action)


def _filled(
    session: PanelSession, action: Edit | Dial, gate: GateView, forms: Forms
) -> PanelSession:
    if isinstance(action, Edit):
        return _edit(session, action, gate, forms)
    return _dial(session, action.key, forms)


def at_menu(session: PanelSession) -> PanelSession:
    """Return the session at its menu, nothing half made left."""
    return replace(
        session, trail=(Stop(MENU),), sheets=0, draft=None, typed="", minutes=0, speak=""
    )


def back(session: PanelSession) -> PanelSession | None:
    """Return the session at the page before; None: that was the menu."""
    if len(session.trail) == 1:
        return None
    return replace(session, trail=session.trail[:-1], sheets=0, typed="")


def opened(session: PanelSession, view: View) -> PanelSession:
    """Return the session at ``view``."""
    if view == session.view:
        return session
    trail = (*session.trail, Stop(view))
    if len(trail) > LONGEST_TRAIL:
        trail = (trail[0], *trail[2:])
    return replace(session, trail=trail, sheets=0, typed="")


def valued(session: PanelSession, field_id: str, value: str) -> PanelSession:
    """Return the session with ``value`` in a field of its draft."""
    if session.draft is None:
        return session
    values = {**session.draft.values, field_id: value}
    return replace(session, draft=replace(session.draft, values=values))


def drafting(session: PanelSession) -> Deed:
    """Return what posting the draft is: an emergency may have a field to be filled, too."""
    is_emergency = session.draft is not None and session.draft.template in EMERGENCIES
    return "emergency" if is_emergency else "notice"


def template_of(session: PanelSession, forms: Forms) -> Template | None:
    """Return the template of the draft, if there is one."""
    return forms.find(session.draft.template) if session.draft else None


def _open(session: PanelSession, view: View, gate: GateView, forms: Forms) -> PanelSession:
    if view.place == "menu":
        return at_menu(session)
    deed = DEEDS.get(view.place)
    if deed is not None and not may(session.role, _meant(session, view, deed)):
        return session
    if view.place in {"form", "preview"}:
        return _try(session, view, forms)
    if view.place in TYPED:
        return replace(opened(session, view), typed=_begun(session, view, gate))
    # Straight from the menu: choices made for another page are not meant for this one.
    fresh = replace(session, minutes=0, speak="") if len(session.trail) == 1 else session
    return opened(fresh, view)


def _meant(session: PanelSession, view: View, deed: Deed) -> Deed:
    return drafting(session) if view.place in {"form", "preview"} else deed


def _try(session: PanelSession, view: View, forms: Forms) -> PanelSession:
    template, draft = template_of(session, forms), session.draft
    if template is None or draft is None:
        return session
    tried = replace(session, draft=replace(draft, is_tried=True))
    told = {each.id: each.refuse(draft.values.get(each.id, "")) for each in template.fields}
    return tried if any(told.values()) else opened(tried, view)


def _begun(session: PanelSession, view: View, gate: GateView) -> str:
    """Return what stands in what is to be typed."""
    kind, _, rest = view.what.partition("/")
    if kind == "field" and session.draft is not None and view.place == "typing":
        return session.draft.values.get(rest, "")
    fact = gate.fact(rest) if kind == "fact" and view.place == "typing" else None
    return fact.value if fact else ""


def _turned(session: PanelSession, sheets: int) -> PanelSession:
    count, sheet = max(1, session.sheets), session.stop.sheet + sheets
    # The faces of the test card go round: the picture itself is touched, and no end is seen on it.
    is_round = session.view.place == "test-card"
    stop = replace(session.stop, sheet=sheet % count if is_round else min(max(0, sheet), count - 1))
    return replace(session, trail=(*session.trail[:-1], stop))


def _set(session: PanelSession, action: Set) -> PanelSession:
    match action.option:
        case "minutes":
            known = action.value.isascii() and action.value.isdecimal()
            asked = int(action.value) if known else 0
            fits = asked in {*MINUTES, *SHORT_MINUTES}
            return replace(session, minutes=asked) if fits else session
        case "only":
            return replace(session, is_only=action.value == "yes")
        case "speak":
            return replace(session, speak="" if action.value == "all" else action.value)
        case _:
            assert_never(action.option)


def _edit(session: PanelSession, action: Edit, gate: GateView, forms: Forms) -> PanelSession:
    template, draft = template_of(session, forms), session.draft
    fields = template.fields if template else ()
    found = next((each for each in fields if each.id == action.field), None)
    if found is None or draft is None:
        return session
    value = draft.values.get(found.id, "")
    now = gate.now.astimezone(gate.zone)
    return valued(session, found.id, edited(found.kind, value, action.how, now))


def _dial(session: PanelSession, key: str, forms: Forms) -> PanelSession:
    if session.view.place not in PADS:
        return session
    if key == "erase":
        return replace(session, typed=session.typed[:-1])
    if len(key) != 1 or key not in "0123456789," or len(session.typed) >= MOST_DIGITS:
        return session
    dialled = replace(session, typed=session.typed + key)
    kind, _, rest = session.view.what.partition("/")
    if kind == "window" and len(dialled.typed) == SPAN_DIGITS:
        return _dialled_window(dialled, rest, forms)
    if kind == "field" and len(dialled.typed) == TIME_DIGITS:
        typed = dialled.typed
        gone = back(dialled) or session
        return valued(gone, rest, f"{typed[:2]}:{typed[2:]}")
    return dialled


def _dialled_window(session: PanelSession, what: str, forms: Forms) -> PanelSession:
    """Return the session with the window that was typed; one that is none is typed anew."""
    field_id, _, number = what.partition("/")
    span = dialled_span(session.typed)
    draft = session.draft
    if (
        span is None
        or draft is None
        or not number.isdecimal()
        or template_of(session, forms) is None
    ):
        return replace(session, typed="")
    value = with_span(draft.values.get(field_id, ""), int(number), span)
    return valued(back(session) or session, field_id, value)
