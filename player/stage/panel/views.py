"""What an officer may look at, and what they may do there; values, and how controls name them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from player.pack.notice import Status
from player.stage.panel.machine_view import Errand
from player.stage.panel.rights import Deed

Place = Literal[
    "menu", "language", "notice", "form", "preview", "hold", "items", "show", "tile", "blank",
    "facts", "emergency", "standing", "log", "typing", "pad", "machine", "troubles", "chapter",
    "journal", "trace", "test-card", "clock", "restart", "reset", "reset-sure",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """A page.

    Attributes:
        place: which.
        what: of a tile or a chapter its id; of what is typed ``field/<id>``,
            ``window/<field>/<number>`` or ``fact/<id>``.
    """

    place: Place
    what: str = ""


DEEDS: Final[Mapping[Place, Deed]] = {
    "language": "language",
    "notice": "notice",
    "form": "notice",
    "preview": "notice",
    "hold": "hold",
    "items": "hold",
    "show": "show",
    "tile": "show",
    "blank": "blank",
    "facts": "fact",
    "emergency": "emergency",
    "log": "log",
    "machine": "machine",
    "troubles": "machine",
    "chapter": "machine",
    "journal": "machine",
    "trace": "machine",
    "test-card": "machine",
    "clock": "machine",
    "restart": "machine",
    "reset": "machine",
    "reset-sure": "machine",
}
"""What a page is for; those not named are for everybody."""

Undone = Literal["language", "hold", "show", "blank"]
Option = Literal["minutes", "only", "speak"]


@dataclass(frozen=True, slots=True)
class Open:
    """Go to ``view``."""

    view: View


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the page before; from the menu: leave."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Turn to another sheet of the page: -1 the one before, 1 the next one."""

    sheets: int


@dataclass(frozen=True, slots=True)
class Leave:
    """Log out."""


@dataclass(frozen=True, slots=True)
class Set:
    """Choose how the next order is meant."""

    option: Option
    value: str


@dataclass(frozen=True, slots=True)
class Speak:
    """Show ``language`` first."""

    language: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep what is on stage (0), skip it (1), or go back (-1)."""

    steps: int


@dataclass(frozen=True, slots=True)
class Keep:
    """Show an item of the loop."""

    item: str


@dataclass(frozen=True, slots=True)
class Show:
    """Show a topic."""

    topic: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Turn the picture off, or on."""

    is_blank: bool


@dataclass(frozen=True, slots=True)
class Undo:
    """End what is in force."""

    what: Undone


@dataclass(frozen=True, slots=True)
class Begin:
    """Fill a template."""

    template: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Touch a field of the form: ``how``, see ``fields.py``."""

    field: str
    how: str


@dataclass(frozen=True, slots=True)
class Post:
    """Post the notice that was previewed."""


@dataclass(frozen=True, slots=True)
class Revise:
    """Open the form of a standing notice."""

    notice: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Take a standing notice back."""

    notice: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """Post an emergency, or a drill."""

    template: str
    status: Status


@dataclass(frozen=True, slots=True)
class Dial:
    """Press a key of the pad: a digit, a decimal point, or ``erase``."""

    key: str


@dataclass(frozen=True, slots=True)
class Done:
    """Take what was typed."""


@dataclass(frozen=True, slots=True)
class Unsay:
    """Say nothing of a fact any more."""

    fact: str


@dataclass(frozen=True, slots=True)
class Export:
    """Write the shift log to a stick."""


@dataclass(frozen=True, slots=True)
class Service:
    """Have something done to the machine."""

    errand: Errand


Walk = Open | Back | Turn | Leave | Set | Dial | Edit
"""Those that order nothing."""

Ordering = (
    Speak | Hold | Keep | Show | Blank | Undo | Begin | Post | Revise | Cancel | Alarm | Done
    | Unsay | Export | Service
)  # fmt: skip
Action = Walk | Ordering

_PLAIN: Final[tuple[Place, ...]] = (
    "menu", "language", "notice", "preview", "hold", "items", "show", "blank", "facts",
    "emergency", "standing", "log", "machine", "troubles", "journal", "trace", "test-card",
    "clock", "restart", "reset", "reset-sure",
)  # fmt: skip
_FIXED: Final[Mapping[str, Action]] = {
    **{place: Open(View(place)) for place in _PLAIN},
    "back": Back(),
    "before": Turn(-1),
    "next": Turn(1),
    "leave": Leave(),
    "keep": Hold(0),
    "skip": Hold(1),
    "previous": Hold(-1),
    "sleep": Blank(is_blank=True),
    "wake": Blank(is_blank=False),
    "undo:language": Undo("language"),
    "undo:hold": Undo("hold"),
    "undo:show": Undo("show"),
    "undo:blank": Undo("blank"),
    "post": Post(),
    "done": Done(),
    "export": Export(),
    "bundle": Service("bundle"),
    "restart:yes": Service("restart"),
    "reset:yes": Service("reset"),
    "erase": Dial("erase"),
}
_NAMED: Final[Mapping[str, Callable[[str], Action]]] = {
    "tile": lambda name: Open(View("tile", name)),
    "chapter": lambda name: Open(View("chapter", name)),
    "type": lambda name: Open(View("typing", name)),
    "pad": lambda name: Open(View("pad", name)),
    "minutes": lambda name: Set("minutes", name),
    "only": lambda name: Set("only", name),
    "speak": lambda name: Set("speak", name),
    "language": Speak,
    "item": Keep,
    "topic": Show,
    "template": Begin,
    "edit": lambda name: Edit(*_parted(name)),
    "revise": Revise,
    "cancel": Cancel,
    "alarm": lambda name: Alarm(_parted(name)[0], "actual"),
    "drill": lambda name: Alarm(_parted(name)[0], "exercise"),
    "digit": Dial,
    "unsay": Unsay,
}


def action_of(name: str) -> Action | None:
    """Return the action that a control names; None: no such action."""
    if name in _FIXED:
        return _FIXED[name]
    kind, _, rest = name.partition(":")
    make = _NAMED.get(kind)
    return make(rest) if make is not None and rest else None


def _parted(name: str) -> tuple[str, str]:
    first, _, rest = name.partition(":")
    return first, rest
