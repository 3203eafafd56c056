"""What gate staff order of a screen, and what is in force of it: the files they lie in.

An order is one small file in ``inbox/``, put there by whoever gives it: the staff panel itself or
``gate-player gate``. Show takes it, writes what is in force (``state/gate-day.json``) durably, and
only then removes it: after a power cut at any instant an order is in force or still waits.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from player.config.naming import Identifier, Tag
from player.config.officers import Role
from player.pack.notice import Notice
from player.store.records import Record

Name = Annotated[str, Field(min_length=1, max_length=80)]


ON_STAGE: Final = "@stage"


class Order(Record):
    """An order, whoever gives it.

    Attributes:
        id: of this order; given twice it counts once.
        at: when it was given, by the clock of this machine.
        by, role: who gave it.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]+$", max_length=80)]
    at: AwareDatetime
    by: Name
    role: Role


class LanguageOrder(Order):
    """Show these languages, in this order, and no others; none: as configured again."""

    kind: Literal["language"] = "language"
    languages: Sequence[Tag] = Field(default=(), max_length=40)
    minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 30


class HoldOrder(Order):
    """Keep an item on stage.

    Attributes:
        item: its id; empty: let the programme go on; ``ON_STAGE``: what is on stage now.
        language: of it; empty: the languages take turns.
        steps: of ``ON_STAGE``, how far from it: 1 skips it, -1 goes back; both for as long as
            that slot lasts.
    """

    kind: Literal["hold"] = "hold"
    item: str = Field(default="", max_length=200)
    language: Tag | Literal[""] = ""
    steps: Annotated[int, Field(ge=-1, le=1)] = 0
    minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 10


class ShowOrder(Order):
    """Show a topic of the lookup to whoever stands before the screen; empty: end that."""

    kind: Literal["show"] = "show"
    topic: Identifier | Literal[""] = ""
    language: Tag = "vi"
    minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 10


class BlankOrder(Order):
    """Turn the picture off, or on.

    Attributes:
        minutes: 0: off until the gate next opens, on until it next closes.
    """

    kind: Literal["blank"] = "blank"
    is_blank: bool
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 0


class PostOrder(Order):
    """Post a notice: a new one, one that replaces others, or one that cancels others."""

    kind: Literal["post"] = "post"
    notice: Notice


class FactOrder(Order):
    """Say what a fact is that the pack lets the gate say; an empty value takes it back."""

    kind: Literal["fact"] = "fact"
    fact: Identifier
    value: str = Field(default="", max_length=200)


AnyOrder = Annotated[
    LanguageOrder | HoldOrder | ShowOrder | BlankOrder | PostOrder | FactOrder,
    Field(discriminator="kind"),
]


class Spell(Record):
    """Something in force from an instant until another.

    Attributes:
        since, until: half-open; ``until`` None: until something else ends it.
        by: who ordered it.
    """

    since: datetime
    until: datetime | None
    by: str

    def holds(self, now: datetime) -> bool:
        """Whether it is in force at ``now``."""
        return self.since <= now and (self.until is None or now < self.until)


class LanguageSpell(Spell):
    """Languages in force, in order."""

    languages: Sequence[str]


class HoldSpell(Spell):
    """An item kept on stage; ``language`` empty: the languages take turns."""

    item: str
    language: str = ""


class ShowSpell(Spell):
    """A topic shown to whoever stands there; ``role`` of who ordered it."""

    topic: str
    language: str
    role: Role = "staff"


class BlankSpell(Spell):
    """The picture is off, or kept on."""

    is_blank: bool


class LocalFact(Record):
    """What the gate says of a fact, since when, and who said so."""

    value: str
    at: datetime
    by: str


class GateDay(Record):
    """Everything in force on a screen that its gate's staff ordered.

    Attributes:
        notices: they posted, cancels included, until long after all is over.
        facts: id of a fact -> what they say.
        taken: ids of the orders taken last: one that comes again is not taken again.
    """

    language: LanguageSpell | None = None
    hold: HoldSpell | None = None
    show: ShowSpell | None = None
    blank: BlankSpell | None = None
    notices: Sequence[Notice] = ()
    facts: Mapping[str, LocalFact] = Field(default_factory=dict)
    taken: Sequence[str] = ()
