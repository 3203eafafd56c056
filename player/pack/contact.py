"""Whom a traveller may call or see, and the plan of the gate on which places are found."""

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from player.config.naming import Identifier
from player.pack.item import Source
from player.pack.language import Words
from player.pack.media import Picture
from player.pack.model import PackModel

MOST_PLACES: Final = 60

Phone = Annotated[str, StringConstraints(pattern=r"^[+]?[0-9][0-9 ]{1,23}$")]
"""A number as it is dialled, in groups of digits."""


class Contact(PackModel):
    """Somebody who helps.

    Attributes:
        phones: none where nobody has given a number: then ``place`` or ``note`` says where to ask.
        place: where they are, as the plan names it.
        note: which languages they speak, when they are there.
        source: who gave the numbers; None only for a ``sample``.
        sample: invented for demonstration; the page says so.
    """

    id: Identifier
    icon: Identifier
    name: Words
    phones: Sequence[Phone] = Field(default=(), max_length=6)
    place: Identifier | None = None
    note: Words = Field(default_factory=dict)
    source: Source | None = None
    sample: bool = False


class Place(PackModel):
    """A place of the gate.

    Attributes:
        sign: the number or letter on the sign above it; empty where there is none.
        x, y: its middle, 0..1 of the picture's width and height.
    """

    id: Identifier
    icon: Identifier
    name: Words
    sign: str = Field(default="", max_length=4)
    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class Plan(PackModel):
    """A schematic plan of the gate's yard and halls, with its places.

    Attributes:
        sample: invented for demonstration; the page says so.
    """

    picture: Picture
    places: Sequence[Place] = Field(min_length=1, max_length=MOST_PLACES)
    sample: bool = False
