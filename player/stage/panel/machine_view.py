"""What the technician's pages know of the machine: a value, in the words of the panel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

Chapter = Literal["program", "hardware", "content"]
CHAPTERS: Final[tuple[Chapter, ...]] = ("program", "hardware", "content")

Errand = Literal["bundle", "restart", "reset"]
"""What a technician may have done: logs written to a stick, the player restarted, the screen as on
its first day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact: what it is called, and how it is; ``is_wrong``: it stands out."""

    label: str
    value: str
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong: what, in which figures, and what to do about it."""

    text: str
    detail: str
    mending: str


@dataclass(frozen=True, slots=True)
class MachineView:
    """A machine as a technician reads it.

    Attributes:
        is_read: whether it has been looked at; False: it is being looked at.
        troubles: the gravest first.
        chapters: facts by chapter, in reading order.
        journal: the player's own last lines, the newest first.
    """

    is_read: bool = False
    troubles: Sequence[Trouble] = ()
    chapters: Mapping[Chapter, Sequence[Entry]] = field(default_factory=dict)
    journal: Sequence[str] = ()
