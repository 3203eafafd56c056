"""What a traveller may look at, and what they may do there; values, and how controls name them.

A control on a page carries the name of its action, ``topic:exit-steps``; what comes back from
the screen is such a name and nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from player.pack.lookup import EMERGENCY


@dataclass(frozen=True, slots=True)
class LanguageView:
    """Which language?"""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Categories, search, today at this gate."""


@dataclass(frozen=True, slots=True)
class NoticesView:
    """The notices that hold at this gate."""


@dataclass(frozen=True, slots=True)
class TileView:
    """The topics of one category."""

    tile: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """One topic."""

    topic: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """Search, with the keyboard."""


@dataclass(frozen=True, slots=True)
class EmergencyView:
    """Whom to call, and what to show to staff."""


@dataclass(frozen=True, slots=True)
class HelpView:
    """How this screen is used, and who helps."""


@dataclass(frozen=True, slots=True)
class LibraryView:
    """Bulletins, documents, clips and recordings; ``language``: only those in it, "": all."""

    language: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry of the library; ``language``: to read it in, "": the session's."""

    entry: str
    language: str = ""


View = (
    LanguageView
    | HomeView
    | NoticesView
    | TileView
    | TopicView
    | SearchView
    | EmergencyView
    | HelpView
    | LibraryView
    | EntryView
)


class Mode(Enum):
    """A way to see the pages that ends with the session."""

    LARGE_TEXT = "large-text"
    HIGH_CONTRAST = "high-contrast"
    LOW_REACH = "low-reach"


@dataclass(frozen=True, slots=True)
class Open:
    """Go to ``view``."""

    view: View


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the page before; from the first page: leave."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Turn to another sheet of the page: -1 the one before, 1 the next one."""

    sheets: int


@dataclass(frozen=True, slots=True)
class Speak:
    """Go on in ``language``, on the page where it was asked for."""

    language: str


@dataclass(frozen=True, slots=True)
class Be:
    """The traveller is of that kind; "": of none that was asked for."""

    traveller: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """Switch ``mode`` on or off."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class Zoom:
    """Make a page of a document larger (1) or smaller (-1)."""

    steps: int


@dataclass(frozen=True, slots=True)
class Listen:
    """Play what there is to hear on this page, or stop."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Continue: the traveller is still there."""


@dataclass(frozen=True, slots=True)
class Leave:
    """End the session now."""


def view_of(topic: str) -> View:
    """Return the page that shows a topic: the one for emergencies is a page of its own."""
    return EmergencyView() if topic == EMERGENCY else TopicView(topic)


Action = Open | Back | Turn | Speak | Be | Toggle | Zoom | Listen | Stay | Leave

_FIXED: Final[Mapping[str, Action]] = {
    "home": Open(HomeView()),
    "notices": Open(NoticesView()),
    "languages": Open(LanguageView()),
    "search": Open(SearchView()),
    "emergency": Open(EmergencyView()),
    "help": Open(HelpView()),
    "library": Open(LibraryView()),
    "back": Back(),
    "before": Turn(-1),
    "next": Turn(1),
    "larger": Zoom(1),
    "smaller": Zoom(-1),
    "listen": Listen(),
    "stay": Stay(),
    "leave": Leave(),
    **{f"mode:{mode.value}": Toggle(mode) for mode in Mode},
}
_NAMED: Final[Mapping[str, Callable[[str], Action]]] = {
    "tile": lambda name: Open(TileView(name)),
    "topic": lambda name: Open(TopicView(name)),
    "entry": lambda name: Open(EntryView(*name.split("/", 1))),
    "library": lambda name: Open(LibraryView(name)),
    "language": Speak,
    "traveller": Be,
}


def action_of(name: str) -> Action | None:
    """Return the action that a control names; None: no such action."""
    if name in _FIXED:
        return _FIXED[name]
    kind, _, rest = name.partition(":")
    make = _NAMED.get(kind)
    return make(rest) if make is not None else None
