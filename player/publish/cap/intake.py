"""A CAP alert as a notice: read with mistrust, and everything that is lost on the way told.

What the standard says in words is taken per language; of two blocks in one language the first
counts, and the later only adds what it lacks. What it says in codes must fit the whole notice:
where blocks differ, the gravest counts. Then come the parameters of our own (``own_words``).
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pydantic import ValidationError

from player.config.naming import TAG_PATTERN
from player.pack.notice import (
    SEVERITIES,
    Level,
    Notice,
    NoticeText,
    is_grave,
)
from player.pack.notice_book import CHOICES
from player.pack.signs import plain
from player.publish.cap.elements import DEFAULT_LANGUAGE, CapAlert, CapInfo
from player.publish.cap.hearing import Hearing, Remark
from player.publish.cap.own_words import LANGUAGE, OF_TEXT, other_words, own_words
from player.publish.codes import Code
from player.publish.complaint import complain
from player.publish.finding import Finding, field_path

_LEVELS: Final[Mapping[str, Level]] = {
    "extreme": "urgent",
    "severe": "urgent",
    "moderate": "important",
    "minor": "normal",
    "unknown": "normal",
}
"""What is no emergency -> its rank by how grave it is. Source: domain rules, "the ladder"."""

_TEXTS: Final = ("headline", "description", "instruction", "event", "audience", "contact")
_OF_ALERT: Final = ("source", "restriction", "note")
_CODES: Final = ("urgency", "severity", "certainty")
_TIMES: Final = ("effective", "onset", "expires")


@dataclass(frozen=True, slots=True)
class Plain:
    """What the standard elements of an alert say.

    Attributes:
        document: fields of a notice, as JSON.
        remarks: on what was lost or is not as the standard has it.
    """

    document: dict[str, object]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """An alert that was taken over; ``notice`` is None when it cannot be."""

    notice: Notice | None
    findings: tuple[Finding, ...]


def take(alert: CapAlert, file: str, place: int) -> Taken:
    """Return ``alert`` as a notice.

    Args:
        alert: of a file.
        file: its name, for the findings.
        place: position in the file, from 0.
    """
    heard = plain_notice(alert)
    document, more = _with_own_words(alert, heard.document)
    findings = [
        Finding(file, each.code, f"alert[{place}].{each.element}", values=each.values)
        for each in (*heard.remarks, *more)
    ]
    try:
        notice = Notice.model_validate(document)
    except ValidationError as e:
        for error in e.errors(include_url=False):
            told = complain(error, document)
            field = field_path(("alert", place, *told.path))
            findings.append(Finding(file, told.code, field, values=told.values))
        return Taken(None, tuple(findings))
    return Taken(notice, tuple(findings))


def plain_notice(alert: CapAlert) -> Plain:
    """Return what the standard elements of ``alert`` say, without our own parameters."""
    hearing = Hearing()
    document: dict[str, object] = {
        "id": hearing.name("identifier", alert.identifier),
        "sender": hearing.name("sender", alert.sender),
        "sent": hearing.time("sent", alert.sent),
        "status": hearing.code("status", "status", alert.status),
        "message": hearing.code("message", "msgType", alert.message),
        "scope": hearing.code("scope", "scope", alert.scope),
        "addresses": [plain(each) for each in alert.addresses],
        "references": list(alert.references),
        "incidents": [plain(each) for each in alert.incidents],
        "codes": [plain(each) for each in alert.codes],
    }
    for name in _OF_ALERT:
        document[name] = hearing.text(Notice, name, getattr(alert, name))
    for name in alert.left_out:
        hearing.remark(Code.CAP_PART_DROPPED, name, element=name)
    document |= _of_infos(alert.infos, hearing)
    return Plain(document, hearing.remarks)


def tag_of(info: CapInfo) -> str:
    """Return the language of ``info`` as packs name it; empty when that is no language."""
    own = own_words(info.parameters).get(LANGUAGE, "")
    tag = own.strip('"') if own else pack_tag(info.language or DEFAULT_LANGUAGE)
    return tag if re.match(TAG_PATTERN, tag) else ""


def pack_tag(language: str) -> str:
    """Return a language tag without the country: the texts of a pack are for all who read them."""
    first, *rest = language.strip().split("-")
    kept = [each for each in rest if not re.fullmatch(r"[A-Za-z]{2}|\d{3}", each)]
    return "-".join((first.lower(), *(each for each in kept if each.lower() != "hans")))


def _of_infos(infos: Sequence[CapInfo], hearing: Hearing) -> dict[str, object]:
    if not infos:
        return {"level": "normal", "severity": "unknown", "text": {}}
    document: dict[str, object] = {"text": _texts(infos, hearing)}
    document["authority"] = _per_language(infos, lambda info: plain(info.sender_name))
    for name in _CODES:
        said = [hearing.code(name, name, getattr(info, name)) for info in infos]
        document[name] = _gravest(name, said, hearing)
    for name in _TIMES:
        document[name] = _widest(name, infos, hearing)
    document["web"] = next((info.web for info in infos if info.web), "")
    document["categories"] = _union(
        hearing.code("categories", "category", each) for info in infos for each in info.categories
    )
    document["responses"] = _union(
        hearing.code("responses", "responseType", each) for info in infos for each in info.responses
    )
    codes = (each for info in infos for each in info.event_codes)
    others = (each for info in infos for each in other_words(info.parameters))
    document["event_codes"] = hearing.named(codes)
    document["parameters"] = hearing.named(others)
    document["areas"] = _areas(infos, hearing)
    document["level"] = level_of(document)
    return document


def level_of(document: Mapping[str, object]) -> Level:
    """Return the rank of an alert that names none, by CAP's three scales."""
    urgency, severity, certainty = (str(document[name]) for name in _CODES)
    if is_grave(urgency, severity, certainty):
        return "emergency"
    return _LEVELS[severity]


def _texts(infos: Sequence[CapInfo], hearing: Hearing) -> dict[str, dict[str, object]]:
    texts: dict[str, dict[str, object]] = {}
    for info in infos:
        tag = tag_of(info)
        if not tag:
            hearing.remark(Code.CAP_LANGUAGE, "language", element="language", value=info.language)
            continue
        said: dict[str, object] = {
            name: hearing.text(NoticeText, name, getattr(info, name)) for name in _TEXTS
        }
        said["headline"] = said["headline"] or hearing.text(NoticeText, "headline", info.event)
        earlier = texts.setdefault(tag, said)
        if earlier is not said:
            lost = [name for name in _TEXTS if said[name] and earlier[name] not in {"", said[name]}]
            if lost:
                hearing.remark(Code.CAP_LANGUAGE_TWICE, "language", value=tag, what=", ".join(lost))
            texts[tag] = {name: earlier[name] or said[name] for name in earlier}
    return texts


def _gravest(name: str, said: Sequence[str], hearing: Hearing) -> str:
    if len(set(said)) > 1:
        hearing.remark(Code.CAP_INFO_DIFFERS, name, element=name)
    worst_first = SEVERITIES if name == "severity" else CHOICES[name]
    return min(said, key=worst_first.index)


def _widest(name: str, infos: Sequence[CapInfo], hearing: Hearing) -> str | None:
    """Return the first of several beginnings, the last of several ends; None: there is none."""
    said = [hearing.time(name, text) for info in infos if (text := getattr(info, name))]
    times = sorted({each for each in said if each}, key=datetime.fromisoformat)
    if len(times) > 1:
        hearing.remark(Code.CAP_INFO_DIFFERS, name, element=name)
    return times[-1 if name == "expires" else 0] if times else None


def _per_language(infos: Sequence[CapInfo], say: Callable[[CapInfo], str]) -> dict[str, str]:
    words: dict[str, str] = {}
    for info in infos:
        if (text := say(info)) and (tag := tag_of(info)):
            words.setdefault(tag, text)
    return words


def _union(values: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _areas(infos: Sequence[CapInfo], hearing: Hearing) -> list[dict[str, object]]:
    """Return the areas of an alert: the first of each block is the same place, and so on."""
    areas: list[dict[str, object]] = []
    for place in range(max(len(info.areas) for info in infos)):
        there = [(info, info.areas[place]) for info in infos if len(info.areas) > place]
        names = {tag_of(info): plain(area.description) for info, area in reversed(there)}
        codes = hearing.named(each for _, area in there for each in area.geocodes)
        area: dict[str, object] = {"name": {tag: name for tag, name in names.items() if tag}}
        if codes:
            area["geocodes"] = codes
        areas.append(area)
    return areas


def _with_own_words(
    alert: CapAlert, document: Mapping[str, object]
) -> tuple[dict[str, object], list[Remark]]:
    """Return ``document`` with what our own parameters say of it."""
    result = dict(document)
    remarks: list[Remark] = []
    given = result["text"]
    texts = {tag: dict(text) for tag, text in given.items()} if isinstance(given, dict) else {}
    for info in alert.infos:
        for name, raw in own_words(info.parameters).items():
            try:
                value = json.loads(raw)
            except (ValueError, RecursionError):
                values = {"name": name, "value": raw}
                remarks.append(Remark(Code.CAP_PARAMETER, "parameter", values))
                continue
            field = name.removeprefix(OF_TEXT)
            if name == "text" and value == {}:
                texts = {}
            elif name.startswith(OF_TEXT) and tag_of(info) in texts:
                texts[tag_of(info)][field] = value
            elif name in Notice.model_fields and name not in {"id", "text"}:
                result[name] = value
    return {**result, "text": texts}, remarks
