"""Orders that reach a screen beside its pack: ``stop.json`` and ``recall.json``.

A stop can only put the built-in page on, and a recall can only take things away, so one signature
is enough for either; lifting them needs the same key. Their bytes come from signed targets and are
parsed as strictly as a pack.
"""

from collections.abc import Sequence
from typing import Annotated, Final, TypeVar

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from player.config.naming import Identifier
from player.errors import PackFormatError
from player.pack.content import check_format, first_problem, parse_json
from player.pack.model import PackModel

STOP: Final = "stop.json"
MAX_STOP_BYTES: Final = 10_000

RECALL: Final = "recall.json"
MOST_RECALLED: Final = 1000
"""Things of one gate; whoever recalls more than that means a stop."""

LONGEST_REASON: Final = 200
MAX_RECALL_BYTES: Final = 1_200_000
"""A full list, every letter of every reason four bytes long."""

GATE_PATTERN: Final = r"^[a-z0-9-]+/[a-z0-9-]+$"

GatePath = Annotated[str, StringConstraints(pattern=GATE_PATTERN, max_length=96)]
"""``province/gate``."""


class StopOrder(PackModel):
    """Whether a gate's screens show the built-in page and nothing else.

    Attributes:
        issued: by the clock of whoever ordered it.
        reason: for technicians; never shown to travellers.
    """

    format: str = Field(pattern=r"^\d+\.\d+$")
    gate: GatePath
    stop: bool
    issued: AwareDatetime
    reason: str = Field(default="", max_length=500)


class RecalledThing(PackModel):
    """One thing that must not be shown any more, whatever pack it is in.

    Attributes:
        thing: id of an item, topic, library entry, contact, notice or ticker line; or the digest
            of a file, which has the form of an id.
        issued: when it was recalled, by the clock of whoever did.
        reason: for technicians and editors; never shown to travellers.
    """

    thing: Identifier
    issued: AwareDatetime
    reason: str = Field(default="", max_length=LONGEST_REASON)


class RecallOrder(PackModel):
    """Everything that is recalled at a gate, the oldest first; whole each time.

    Attributes:
        issued: when the list was last changed.
    """

    format: str = Field(pattern=r"^\d+\.\d+$")
    gate: GatePath
    issued: AwareDatetime
    recalled: Sequence[RecalledThing] = Field(max_length=MOST_RECALLED)

    @property
    def things(self) -> frozenset[str]:
        """What must not be shown: ids and digests."""
        return frozenset(each.thing for each in self.recalled)


Order = TypeVar("Order", StopOrder, RecallOrder)


def parse_stop(raw: bytes, gate: str | None = None) -> StopOrder:
    """Read ``stop.json``; of this gate, if one is named.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with it, or it is another gate's.
    """
    return _parse(raw, STOP, StopOrder, MAX_STOP_BYTES, gate)


def parse_recall(raw: bytes, gate: str | None = None) -> RecallOrder:
    """Read ``recall.json``; of this gate, if one is named.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with it, or it is another gate's.
    """
    return _parse(raw, RECALL, RecallOrder, MAX_RECALL_BYTES, gate)


def _parse(raw: bytes, name: str, kind: type[Order], limit: int, gate: str | None) -> Order:
    document = parse_json(raw, name, limit=limit)
    check_format(document.get("format"))
    try:
        order = kind.model_validate(document)
    except ValidationError as e:
        raise PackFormatError(f"{name}: {first_problem(e)}") from e
    if gate is not None and order.gate != gate:
        raise PackFormatError(f"{name}: for gate {order.gate}, not {gate}")
    return order
