"""Notices and ticker lines made to measure, as ``content.json`` holds them."""

from collections.abc import Sequence

from player.pack.content import Content
from player.pack.notice import Notice
from player.pack.ticker import TickerLine
from player.publish.built_content import encode
from tests.fakes.content import LANGUAGES, Document, content_document
from tests.fakes.signed_repository import GATE

EVENING = {"from": "2026-11-23T18:00", "until": "2026-11-23T20:00"}


def notice_document(id_: str, **fields: object) -> Document:
    """Return an urgent notice in every language, on air on the evening of 23 November 2026."""
    return {
        "id": id_,
        "level": "urgent",
        "authority": {"vi": "Ban quản lý cửa khẩu", "en": "Gate authority"},
        "sent": "2026-11-23T17:00",
        "windows": [EVENING],
        "text": {tag: {"headline": f"{id_} {tag}"} for tag in LANGUAGES},
        **fields,
    }


def book(*notices: object, gate: str = GATE) -> bytes:
    """Return a book of notices, as a gate's centre signs it."""
    issued = "2026-11-26T05:00:00+00:00"
    return encode({"format": "1.0", "gate": gate, "issued": issued, "notices": list(notices)})


def line_document(id_: str, **fields: object) -> Document:
    """Return a lasting ticker line in every language."""
    return {
        "id": id_,
        "lasting": True,
        "text": {tag: f"{id_} {tag}" for tag in LANGUAGES},
        **fields,
    }


def make_notice(id_: str, **fields: object) -> Notice:
    """Return the notice of ``notice_document``, validated."""
    return Notice.model_validate(notice_document(id_, **fields))


def make_line(id_: str, **fields: object) -> TickerLine:
    """Return the line of ``line_document``, validated."""
    return TickerLine.model_validate(line_document(id_, **fields))


def content_with(
    notices: Sequence[Document] = (), ticker: Sequence[Document] = (), **fields: object
) -> Content:
    """Return a pack that says these."""
    document = {**content_document(), **fields, "notices": [*notices], "ticker": [*ticker]}
    return Content.model_validate(document)
