"""A notice as a CAP alert: what other systems can read in their words, the rest in parameters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.life import expiry_ms
from player.pack.instants import EARLIEST, LATEST, from_ms, start_ms, to_ms
from player.pack.notice import Area, NamedValue, Notice, NoticeText
from player.pack.scripts import BREAK
from player.pack.window import Moment
from player.publish.cap.elements import ENUMERATIONS, CapAlert, CapArea, CapInfo, Named
from player.publish.cap.intake import pack_tag, plain_notice
from player.publish.cap.own_words import LANGUAGE, OF_TEXT, parameter, unsaid
from player.publish.written_notice import DEFAULTS, written_notice

_SILENT: Final = NoticeText.model_construct(headline="Cancel")
_CAPITALS: Final = {value.casefold(): value for values in ENUMERATIONS.values() for value in values}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who gives notices out.

    Attributes:
        name: stands for the gate itself, by CAP's rules for the name of a sender.
        zone: local times are meant in it.
        known: notices that others may refer to by id alone.
    """

    name: str
    zone: ZoneInfo
    known: Sequence[Notice] = ()


def to_alert(notice: Notice, sender: Sender) -> CapAlert:
    """Return ``notice`` as an alert; break marks are for our screens and stay here."""
    notice = _without_breaks(notice)
    infos = tuple(_info(notice, tag, sender.zone) for tag in notice.text or ("",))
    alert = CapAlert(
        identifier=notice.id,
        sender=notice.sender or sender.name,
        sent=_time(start_ms(notice.sent, sender.zone), notice.sent, sender.zone),
        status=_CAPITALS[notice.status],
        message=_CAPITALS[notice.message],
        scope=_CAPITALS[notice.scope],
        source=notice.source,
        restriction=notice.restriction,
        addresses=tuple(notice.addresses),
        codes=tuple(notice.codes),
        note=notice.note,
        references=tuple(_reference(each, notice, sender) for each in notice.references),
        incidents=tuple(notice.incidents),
        infos=infos,
    )
    return _with_own_words(alert, notice)


def _with_own_words(alert: CapAlert, notice: Notice) -> CapAlert:
    """Return ``alert`` with parameters for all that would not come back from it as it is."""
    said = plain_notice(alert).document
    meant = {**DEFAULTS[Notice], **written_notice(notice)}
    texts, said_texts = _mapping(meant.pop("text")), _mapping(said.pop("text"))
    first = [parameter(*each) for each in unsaid(Notice, said, meant)]
    if not texts:
        first.append(parameter("text", {}))
    infos: list[CapInfo] = []
    for info, tag in zip(alert.infos, texts or ("",), strict=True):
        own = [] if infos else first
        if texts:
            full = {**DEFAULTS[NoticeText], **_mapping(texts[tag])}
            unheard = unsaid(NoticeText, _mapping(said_texts.get(tag)), full)
            own = [*own, *(parameter(f"{OF_TEXT}{name}", value) for name, value in unheard)]
        infos.append(replace(info, parameters=(*info.parameters, *own)))
    return replace(alert, infos=tuple(infos))


def _info(notice: Notice, tag: str, zone: ZoneInfo) -> CapInfo:
    text = notice.text.get(tag, _SILENT)
    return CapInfo(
        language=tag,
        categories=tuple(_CAPITALS[each] for each in notice.categories),
        event=text.event or text.headline,
        responses=tuple(_CAPITALS[each] for each in notice.responses),
        urgency=_CAPITALS[notice.urgency],
        severity=_CAPITALS[notice.severity],
        certainty=_CAPITALS[notice.certainty],
        audience=text.audience,
        event_codes=_named(notice.event_codes),
        effective=_start(notice.effective, zone),
        onset=_start(notice.onset, zone),
        expires=_time(expiry_ms(notice, zone), notice.expires, zone),
        sender_name=notice.authority.get(tag, ""),
        headline=text.headline if notice.text else "",
        description=text.description,
        instruction=text.instruction,
        web=notice.web,
        contact=text.contact,
        parameters=(*_named(notice.parameters), *_language(tag)),
        areas=tuple(_area(each, tag) for each in notice.areas),
    )


def _language(tag: str) -> Iterator[Named]:
    """Yield the parameter that names a language which the standard's element alone would not."""
    if tag and pack_tag(tag) != tag:
        yield parameter(LANGUAGE, tag)


def _area(area: Area, tag: str) -> CapArea:
    name = area.name.get(tag) or next(iter(area.name.values()), "") or "-"
    return CapArea(name, _named(area.geocodes))


def _named(values: Sequence[NamedValue]) -> tuple[Named, ...]:
    return tuple(Named(each.name, each.value) for each in values)


def _reference(reference: str, notice: Notice, sender: Sender) -> str:
    """Return CAP's name for an earlier alert; one nobody knows was sent when this one was."""
    if "," in reference:
        return reference
    other = next((each for each in sender.known if each.id == reference), notice)
    name = other.sender or sender.name
    return f"{name},{reference},{_time(start_ms(other.sent, sender.zone), other.sent, sender.zone)}"


def _start(moment: Moment | None, zone: ZoneInfo) -> str:
    return "" if moment is None else _time(start_ms(moment, zone), moment, zone)


def _time(ms: int, moment: Moment | None, zone: ZoneInfo) -> str:
    """Return an instant as CAP writes it, in its own offset if it has one: never with a Z."""
    own = moment.tzinfo if isinstance(moment, datetime) else None
    within = min(max(ms, to_ms(EARLIEST)), to_ms(LATEST))
    text = from_ms(within).astimezone(own or zone).isoformat(timespec="seconds")
    return text.replace("+00:00", "-00:00")


def _without_breaks(notice: Notice) -> Notice:
    document = _unbroken(written_notice(notice))
    return Notice.model_validate(document)


def _unbroken(value: object) -> object:
    if isinstance(value, str):
        return value.replace(BREAK, "")
    if isinstance(value, Mapping):
        return {key: _unbroken(each) for key, each in value.items()}
    return [_unbroken(each) for each in value] if isinstance(value, list) else value


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
