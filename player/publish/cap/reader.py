"""CAP XML as values: every alert of a file, and what is wrong with those that cannot be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from player.errors import PackFormatError
from player.publish.cap.elements import (
    ALERT,
    AREA,
    FAMILY,
    INFO,
    NAMED,
    NAMESPACE,
    NOT_KEPT,
    CapAlert,
    CapArea,
    CapInfo,
    Named,
    Often,
    split_group,
)
from player.publish.cap.xml_tree import Element, parse_xml
from player.publish.codes import Code
from player.publish.finding import Finding

MAX_ALERTS: Final = 500
_BLOCKS: Final[Mapping[str, Mapping[str, Often]]] = {"info": INFO, "area": AREA}


@dataclass(frozen=True, slots=True)
class Alerts:
    """What a file holds.

    Attributes:
        alerts: those that could be read, with their positions among all.
        findings: why others could not.
    """

    alerts: tuple[tuple[int, CapAlert], ...]
    findings: tuple[Finding, ...]


def read_alerts(raw: bytes, file: str) -> Alerts:
    """Return the alerts in a file: its root, or whatever lies in it, as in a feed.

    Args:
        raw: of any size; too many are refused.
        file: its name, for the findings.
    """
    try:
        root = parse_xml(raw)
    except PackFormatError as e:
        return Alerts((), (Finding(file, Code.CAP_UNREADABLE, values={"reason": str(e)}),))
    found = list(_alerts(root))
    if not found or len(found) > MAX_ALERTS:
        values = {"count": str(len(found)), "limit": str(MAX_ALERTS), "root": root.name}
        return Alerts((), (Finding(file, Code.CAP_NO_ALERT, values=values),))
    alerts: list[tuple[int, CapAlert]] = []
    findings: list[Finding] = []
    for place, element in enumerate(found):
        faults = list(_faults(element, file, f"alert[{place}]"))
        findings += faults
        if not faults:
            alerts.append((place, _alert(element)))
    return Alerts(tuple(alerts), tuple(findings))


def _alerts(element: Element) -> Iterator[Element]:
    """Yield alerts of any version of the standard, also of a file that forgot the namespace."""
    if element.name == "alert":
        yield element
        return
    for child in element.children:
        yield from _alerts(child)


def _faults(alert: Element, file: str, place: str) -> Iterator[Finding]:
    if alert.namespace != NAMESPACE:
        version = alert.namespace.removeprefix(FAMILY) or "?"
        yield Finding(file, Code.CAP_VERSION, place, values={"version": version})
        return
    yield from _miscounted(alert, ALERT, file, place)
    for number, info in enumerate(_of(alert, "info")):
        here = f"{place}.info[{number}]"
        yield from _miscounted(info, INFO, file, here)
        for area in _of(info, "area"):
            yield from _miscounted(area, AREA, file, f"{here}.area")
            for named in _of(area, "geocode"):
                yield from _miscounted(named, NAMED, file, f"{here}.area.geocode")
        for name in ("eventCode", "parameter"):
            for named in _of(info, name):
                yield from _miscounted(named, NAMED, file, f"{here}.{name}")


def _miscounted(
    element: Element, rules: Mapping[str, Often], file: str, place: str
) -> Iterator[Finding]:
    """Yield what is missing, and what stands more often than it may: which would count?"""
    for name, often in rules.items():
        count = len(_of(element, name))
        values = {"element": name}
        if often in {"1", "+"} and not count:
            yield Finding(file, Code.CAP_ELEMENT_MISSING, f"{place}.{name}", values=values)
        elif often in {"1", "?"} and count > 1:
            yield Finding(file, Code.CAP_ELEMENT_TWICE, f"{place}.{name}", values=values)


def _alert(element: Element) -> CapAlert:
    return CapAlert(
        identifier=_text(element, "identifier"),
        sender=_text(element, "sender"),
        sent=_text(element, "sent"),
        status=_text(element, "status"),
        message=_text(element, "msgType"),
        scope=_text(element, "scope"),
        source=_text(element, "source"),
        restriction=_text(element, "restriction"),
        addresses=split_group(_text(element, "addresses")),
        codes=_texts(element, "code"),
        note=_text(element, "note"),
        references=split_group(_text(element, "references")),
        incidents=split_group(_text(element, "incidents")),
        infos=tuple(_info(each) for each in _of(element, "info")),
        left_out=tuple(sorted(set(_left_out(element, ALERT)))),
    )


def _info(element: Element) -> CapInfo:
    return CapInfo(
        language=_text(element, "language"),
        categories=_texts(element, "category"),
        event=_text(element, "event"),
        responses=_texts(element, "responseType"),
        urgency=_text(element, "urgency"),
        severity=_text(element, "severity"),
        certainty=_text(element, "certainty"),
        audience=_text(element, "audience"),
        event_codes=_named(element, "eventCode"),
        effective=_text(element, "effective"),
        onset=_text(element, "onset"),
        expires=_text(element, "expires"),
        sender_name=_text(element, "senderName"),
        headline=_text(element, "headline"),
        description=_text(element, "description"),
        instruction=_text(element, "instruction"),
        web=_text(element, "web"),
        contact=_text(element, "contact"),
        parameters=_named(element, "parameter"),
        areas=tuple(
            CapArea(_text(area, "areaDesc"), _named(area, "geocode"))
            for area in _of(element, "area")
        ),
    )


def _left_out(element: Element, rules: Mapping[str, Often]) -> Iterator[str]:
    """Yield the names of what is not kept, and of what the standard does not know."""
    for child in element.children:
        if child.namespace != NAMESPACE or child.name not in rules or child.name in NOT_KEPT:
            yield child.name
        elif child.name in _BLOCKS:
            yield from _left_out(child, _BLOCKS[child.name])


def _of(element: Element, name: str) -> list[Element]:
    return [
        child for child in element.children if child.name == name and child.namespace == NAMESPACE
    ]


def _text(element: Element, name: str) -> str:
    found = _of(element, name)
    return found[0].text.strip() if found else ""


def _texts(element: Element, name: str) -> tuple[str, ...]:
    return tuple(child.text.strip() for child in _of(element, name))


def _named(element: Element, name: str) -> tuple[Named, ...]:
    return tuple(
        Named(_text(each, "valueName"), _text(each, "value")) for each in _of(element, name)
    )
