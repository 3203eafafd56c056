"""Facts of the gate a pack is for."""

from pydantic import field_validator

from player.config.naming import Identifier, check_time_zone
from player.pack.hours import Hours
from player.pack.language import Words
from player.pack.model import PackModel


class Neighbour(PackModel):
    """The other side of the border: ``country`` is its ISO 3166 code."""

    country: str
    name: Words
    time_zone: str

    _zone_exists = field_validator("time_zone")(check_time_zone)


class Gate(PackModel):
    """A border gate: ``name`` and ``province`` per language.

    Attributes:
        hours: when it is open; None: nobody has said.
    """

    id: Identifier
    name: Words
    province: Words
    time_zone: str
    neighbour: Neighbour
    hours: Hours | None = None

    _zone_exists = field_validator("time_zone")(check_time_zone)
