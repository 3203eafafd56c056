"""CAP values as XML, valid against the standard's schema: its elements, in its order."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from player.publish.cap.elements import NAMESPACE, CapAlert, CapArea, CapInfo, Named, join_group

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_INDENT: Final = "  "
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def write_alert(alert: CapAlert) -> bytes:
    """Return one alert as a file."""
    lines = [f'<alert xmlns="{NAMESPACE}">', *_indented(_alert(alert)), "</alert>", ""]
    return (_HEAD + "\n".join(lines)).encode()


def _alert(alert: CapAlert) -> Iterator[str]:
    yield _element("identifier", alert.identifier)
    yield _element("sender", alert.sender)
    yield _element("sent", alert.sent)
    yield _element("status", alert.status)
    yield _element("msgType", alert.message)
    yield from _optional("source", alert.source)
    yield _element("scope", alert.scope)
    yield from _optional("restriction", alert.restriction)
    yield from _optional("addresses", join_group(alert.addresses))
    yield from (_element("code", code) for code in alert.codes)
    yield from _optional("note", alert.note)
    yield from _optional("references", join_group(alert.references))
    yield from _optional("incidents", join_group(alert.incidents))
    for info in alert.infos:
        yield from _block("info", _info(info))


def _info(info: CapInfo) -> Iterator[str]:
    yield from _optional("language", info.language)
    yield from (_element("category", each) for each in info.categories)
    yield _element("event", info.event)
    yield from (_element("responseType", each) for each in info.responses)
    yield _element("urgency", info.urgency)
    yield _element("severity", info.severity)
    yield _element("certainty", info.certainty)
    yield from _optional("audience", info.audience)
    yield from _named("eventCode", info.event_codes)
    yield from _optional("effective", info.effective)
    yield from _optional("onset", info.onset)
    yield from _optional("expires", info.expires)
    yield from _optional("senderName", info.sender_name)
    yield from _optional("headline", info.headline)
    yield from _optional("description", info.description)
    yield from _optional("instruction", info.instruction)
    yield from _optional("web", info.web)
    yield from _optional("contact", info.contact)
    yield from _named("parameter", info.parameters)
    for area in info.areas:
        yield from _block("area", _area(area))


def _area(area: CapArea) -> Iterator[str]:
    yield _element("areaDesc", area.description)
    yield from _named("geocode", area.geocodes)


def _named(name: str, entries: Iterable[Named]) -> Iterator[str]:
    for entry in entries:
        yield from _block(name, (_element("valueName", entry.name), _element("value", entry.value)))


def _block(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<{name}>"
    yield from _indented(lines)
    yield f"</{name}>"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{_INDENT}{line}" for line in lines)


def _optional(name: str, text: str) -> Iterator[str]:
    if text:
        yield _element(name, text)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_NO_XML.sub('', text), quote=False)}</{name}>"
