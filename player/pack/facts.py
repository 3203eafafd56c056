"""Facts that a gate may say itself, and within which limits; values only.

The pack declares them and stays right without them: what is said lies with the screen, and
``stage/local_facts.py`` puts both together.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from player.config.naming import Identifier
from player.pack.language import Words
from player.pack.model import PackModel
from player.pack.table import MOST_COLUMNS, MOST_ROWS
from player.pack.window import ClockRange

MOST_FACTS: Final = 40
"""Of a kind."""


class _Sayable(PackModel):
    """A fact; ``title``: what staff are asked for."""

    id: Identifier
    title: Words


class PhoneFact(_Sayable):
    """The number of a contact; said until it is taken back.

    Attributes:
        contact: whose first number it takes the place of.
        begins: signs one of which it must begin with, e.g. ``0205``; none: any number.
    """

    contact: Identifier
    begins: Sequence[Annotated[str, StringConstraints(pattern=r"^[+]?[0-9 ]{1,12}$")]] = Field(
        default=(), max_length=10
    )


class OpeningFact(_Sayable):
    """The hours of lanes on the day on which they are said, and on no other.

    Attributes:
        lanes: which ones, at least one.
        activities: what for; none: all.
        within: no window may begin before or end after it.
    """

    lanes: Sequence[Identifier] = Field(min_length=1, max_length=40)
    activities: Sequence[Identifier] = Field(default=(), max_length=20)
    within: ClockRange


class RateFact(_Sayable):
    """A rate or price of the day on which it is said.

    Attributes:
        item: table in which it stands.
        row, column: where, counted from 1; the sum written there is what it is compared with.
        percent: how far it may be from that.
        ask: what stands there while nobody has said it today.
    """

    item: Identifier
    row: int = Field(ge=1, le=MOST_ROWS)
    column: int = Field(ge=1, le=MOST_COLUMNS)
    percent: float = Field(gt=0, le=100)
    ask: Words


Sayable = PhoneFact | OpeningFact | RateFact


class LocalFacts(PackModel):
    """Everything the gate may say, by kind, in the order in which staff are offered it."""

    phones: Sequence[PhoneFact] = Field(default=(), max_length=MOST_FACTS)
    openings: Sequence[OpeningFact] = Field(default=(), max_length=MOST_FACTS)
    rates: Sequence[RateFact] = Field(default=(), max_length=MOST_FACTS)

    def all(self) -> Iterator[tuple[str, Sayable]]:
        """Yield (place in the file, fact) of each."""
        kinds: Mapping[str, Sequence[Sayable]] = {
            "phones": self.phones,
            "openings": self.openings,
            "rates": self.rates,
        }
        for name, facts in kinds.items():
            yield from ((f"{name}[{place}]", fact) for place, fact in enumerate(facts))
