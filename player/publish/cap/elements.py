"""CAP 1.2 as values: the elements of the standard, in its words and its order.

Everything is text as it stands in a file; what a notice cannot hold is not here (``NOT_KEPT``).
Source: OASIS CAP-v1.2.xsd of 1 July 2010, namespace ``urn:oasis:names:tc:emergency:cap:1.2``.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

NAMESPACE: Final = "urn:oasis:names:tc:emergency:cap:1.2"
FAMILY: Final = "urn:oasis:names:tc:emergency:cap:"
"""Every version of the standard is in a namespace that begins so."""

Often = Literal["1", "?", "*", "+"]
"""How often an element stands: once, at most once, any number of times, at least once."""

ALERT: Final[dict[str, Often]] = {
    "identifier": "1",
    "sender": "1",
    "sent": "1",
    "status": "1",
    "msgType": "1",
    "source": "?",
    "scope": "1",
    "restriction": "?",
    "addresses": "?",
    "code": "*",
    "note": "?",
    "references": "?",
    "incidents": "?",
    "info": "*",
}
INFO: Final[dict[str, Often]] = {
    "language": "?",
    "category": "+",
    "event": "1",
    "responseType": "*",
    "urgency": "1",
    "severity": "1",
    "certainty": "1",
    "audience": "?",
    "eventCode": "*",
    "effective": "?",
    "onset": "?",
    "expires": "?",
    "senderName": "?",
    "headline": "?",
    "description": "?",
    "instruction": "?",
    "web": "?",
    "contact": "?",
    "parameter": "*",
    "resource": "*",
    "area": "*",
}
AREA: Final[dict[str, Often]] = {
    "areaDesc": "1",
    "polygon": "*",
    "circle": "*",
    "geocode": "*",
    "altitude": "?",
    "ceiling": "?",
}
NAMED: Final[dict[str, Often]] = {"valueName": "1", "value": "1"}

NOT_KEPT: Final = frozenset({"resource", "polygon", "circle", "altitude", "ceiling"})
"""What a screen at a gate never uses: it stands in one place and draws no map, and files come to
it in packs only. ``Signature`` goes too: what vouches for a notice is who signed its book."""

ENUMERATIONS: Final[dict[str, tuple[str, ...]]] = {
    "status": ("Actual", "Exercise", "System", "Test", "Draft"),
    "msgType": ("Alert", "Update", "Cancel", "Ack", "Error"),
    "scope": ("Public", "Restricted", "Private"),
    "category": (
        "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport",
        "Infra", "CBRNE", "Other",
    ),
    "responseType": (
        "Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear",
        "None",
    ),
    "urgency": ("Immediate", "Expected", "Future", "Past", "Unknown"),
    "severity": ("Extreme", "Severe", "Moderate", "Minor", "Unknown"),
    "certainty": ("Observed", "Likely", "Possible", "Unlikely", "Unknown"),
}  # fmt: skip
"""Element -> its values; a notice says them in lower case."""

DEFAULT_LANGUAGE: Final = "en-US"
"""Of an ``info`` that names none, or an empty one."""


@dataclass(frozen=True, slots=True)
class Named:
    """A ``valueName`` and its ``value``: an event code, a parameter or a geocode."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class CapArea:
    """An ``area``."""

    description: str
    geocodes: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CapInfo:
    """An ``info``: an alert in one language; an empty text stands for an element left out."""

    language: str = ""
    categories: tuple[str, ...] = ("Other",)
    event: str = ""
    responses: tuple[str, ...] = ()
    urgency: str = "Unknown"
    severity: str = "Unknown"
    certainty: str = "Unknown"
    audience: str = ""
    event_codes: tuple[Named, ...] = ()
    effective: str = ""
    onset: str = ""
    expires: str = ""
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameters: tuple[Named, ...] = ()
    areas: tuple[CapArea, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CapAlert:
    """An ``alert``.

    Attributes:
        addresses, references, incidents: lists that stand in one element.
        left_out: elements of the file that are not kept, by name.
    """

    identifier: str
    sender: str
    sent: str
    status: str
    message: str
    scope: str
    source: str = ""
    restriction: str = ""
    addresses: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    note: str = ""
    references: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    infos: tuple[CapInfo, ...] = ()
    left_out: tuple[str, ...] = field(default=(), compare=False)


def split_group(text: str) -> tuple[str, ...]:
    """Return the entries of a list in one element: blanks between, quotes around those with any."""
    entries: list[str] = []
    for position, part in enumerate(text.split('"')):
        entries += [part.strip()] if position % 2 else part.split()
    return tuple(entry for entry in entries if entry)


def join_group(entries: tuple[str, ...]) -> str:
    """Return entries as they stand in one element; quotes inside are lost: there is no escape."""
    plain = (entry.replace('"', "") for entry in entries)
    return " ".join(f'"{entry}"' if len(entry.split()) > 1 else entry for entry in plain)
