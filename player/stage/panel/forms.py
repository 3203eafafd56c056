"""What the panel needs of the templates of notices: typed fields, and a notice made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, Protocol

from player.pack.notice import Level, Notice, Status

FieldKind = Literal[
    "lane", "activity", "zone", "windows", "opening", "time", "date", "minutes", "level", "place",
    "choice", "plate", "text", "free",
]  # fmt: skip
"""How a field is filled: ``lane`` several of its choices, ``windows`` and ``opening`` stretches of
time, ``time`` a time of day, others one of their choices or words."""

EMERGENCIES: Final = ("evacuate", "fire", "shelter", "doctor")
"""Templates that stand on the page of emergencies, in this order."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Of what a notice is made beside its fields.

    Attributes:
        id: of the notice.
        at: aware.
        by: who orders it.
        status: whether it is meant.
    """

    id: str
    at: datetime
    by: str
    status: Status = "actual"


class Field(Protocol):
    """One field of a template; its value is a text, see ``fields.py``."""

    @property
    def id(self) -> str:
        """Names it within its template."""

    @property
    def kind(self) -> FieldKind:
        """How it is filled."""

    @property
    def label(self) -> str:
        """What it asks for, in the language of the panel."""

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        """Value and words of what is chosen by a touch; of some kinds that is not all."""

    def begin(self, now: datetime) -> str:
        """Return what stands in it before anybody touches it; ``now`` in the gate's zone."""

    def refuse(self, value: str) -> str:
        """Return in one sentence why it cannot be ``value``; "": it can."""


class Template(Protocol):
    """A notice with gaps."""

    @property
    def id(self) -> str:
        """Names it."""

    @property
    def title(self) -> str:
        """What it is for, in the language of the panel."""

    @property
    def icon(self) -> str:
        """Beside the title."""

    @property
    def level(self) -> Level:
        """Its rank on screen."""

    @property
    def fields(self) -> Sequence[Field]:
        """In the order in which they are filled."""

    def fill(self, values: Mapping[str, str], occasion: Occasion) -> Notice:
        """Return the notice, its gaps filled.

        Raises:
            ValueError: a value is refused by its field.
        """


@dataclass(frozen=True, slots=True)
class Forms:
    """The templates of a gate, the most used first."""

    templates: Sequence[Template] = ()

    def find(self, id_: str) -> Template | None:
        """Return the template of that id."""
        return next((each for each in self.templates if each.id == id_), None)

    @property
    def everyday(self) -> Sequence[Template]:
        """Those that are no emergency."""
        return [each for each in self.templates if each.id not in EMERGENCIES]

    @property
    def emergencies(self) -> Sequence[Template]:
        """Those that stand on the page of emergencies."""
        return [found for id_ in EMERGENCIES if (found := self.find(id_)) is not None]


def refusals(template: Template, values: Mapping[str, str]) -> Mapping[str, str]:
    """Return field -> why its value cannot stand, of those of which that is so."""
    told = {each.id: each.refuse(values.get(each.id, "")) for each in template.fields}
    return {id_: sentence for id_, sentence in told.items() if sentence}
