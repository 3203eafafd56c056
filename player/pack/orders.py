"""Orders that reach a screen beside its pack: ``stop.json``.

A stop can only put the built-in page on, so one signature is enough for it; lifting it needs the
same key. Its bytes come from a signed target and are parsed as strictly as a pack.
"""

from typing import Annotated, Final

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from player.errors import PackFormatError
from player.pack.content import check_format, first_problem, parse_json
from player.pack.model import PackModel

STOP: Final = "stop.json"
MAX_STOP_BYTES: Final = 10_000

GatePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=96)]
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


def parse_stop(raw: bytes, gate: str | None = None) -> StopOrder:
    """Read ``stop.json``; of this gate, if one is named.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with it, or it is another gate's.
    """
    document = parse_json(raw, STOP)
    check_format(document.get("format"))
    try:
        order = StopOrder.model_validate(document)
    except ValidationError as e:
        raise PackFormatError(f"{STOP}: {first_problem(e)}") from e
    if gate is not None and order.gate != gate:
        raise PackFormatError(f"{STOP}: for gate {order.gate}, not {gate}")
    return order
