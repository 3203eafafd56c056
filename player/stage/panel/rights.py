"""Who may do what at the staff panel: one table."""

from collections.abc import Mapping
from typing import Final, Literal

from player.config.officers import Role

Deed = Literal[
    "language", "notice", "hold", "show", "blank", "fact", "emergency", "log", "export", "machine"
]

_ALL: Final[frozenset[Role]] = frozenset({"staff", "duty-officer", "technician"})
_OFFICERS: Final[frozenset[Role]] = frozenset({"staff", "duty-officer"})

RIGHTS: Final[Mapping[Deed, frozenset[Role]]] = {
    "language": _ALL,
    "notice": _OFFICERS,
    "hold": _ALL,
    "show": _ALL,
    "blank": _ALL,
    "fact": frozenset({"duty-officer"}),
    "emergency": _ALL,
    "log": _ALL,
    "export": frozenset({"duty-officer", "technician"}),
    "machine": frozenset({"technician"}),
}
"""Whoever stands there first calls people out; what a gate says of itself is its duty officer's
word; a technician speaks for the machine and not for the gate."""


def may(role: Role, deed: Deed) -> bool:
    """Say whether ``role`` may do ``deed``."""
    return role in RIGHTS[deed]
