"""Orders of gate staff made to measure."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from player.pack.notice import Notice
from player.stage.gate.obey import Setting
from player.stage.local_facts import Refusal
from player.store.gate_orders import PostOrder
from tests.fakes.content import GATE_ZONE, Document
from tests.fakes.notices import notice_document

ZONE = ZoneInfo(GATE_ZONE)
NOON = datetime(2026, 11, 27, 5, tzinfo=UTC)
"""Noon at the gate."""

GRAVE: Document = {
    "level": "emergency",
    "urgency": "immediate",
    "severity": "extreme",
    "certainty": "observed",
}


def after(minutes: float = 0) -> datetime:
    """Return an instant after noon."""
    return NOON + timedelta(minutes=minutes)


def setting(minutes: float = 0, **fields: object) -> Setting:
    """Return a screen of three languages, two items and a topic, so long after noon."""
    known: dict[str, object] = {
        "languages": frozenset({"vi", "en", "zh"}),
        "items": frozenset({"map", "welcome"}),
        "topics": frozenset({"visa"}),
        "weigh": lambda id_, _: None if id_ == "gate-phone" else Refusal.UNKNOWN,
        **fields,
    }
    return Setting(after(minutes), ZONE, **known)  # type: ignore[arg-type]


def who(id_: str, minutes: float = 0) -> Document:
    """Return what every order says, given so long after noon."""
    return {"id": id_, "at": after(minutes), "by": "Nguyễn Văn An", "role": "staff"}


def local_notice(id_: str, **fields: object) -> Notice:
    """Return a notice of the gate's staff without an end of its own."""
    return Notice.model_validate(notice_document(id_, **{"windows": (), **fields}))


def post(id_: str, minutes: float = 0, **fields: object) -> PostOrder:
    """Return the order to post a notice of that id."""
    return PostOrder.model_validate(
        {**who(f"post-{id_}", minutes), "notice": local_notice(id_, **fields)}
    )
