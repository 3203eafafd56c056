"""From a template and what was filled in to a notice in every language of the template; pure.

Revised is what is filled in again: from ``notice.template`` and ``notice.values``, with what has
changed, and the old one among the references.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.fields import (
    GateFacts,
    Posting,
    Reason,
    Refusal,
    keep,
    life_left,
    stretches_of,
)
from player.notices.saying import Sayer, Voice
from player.notices.spans import Span, read_dates, read_opening, read_time, rest_of_day
from player.pack.language import REFERENCE
from player.pack.notice import Notice, NoticeText, NoticeWindow, Status
from player.pack.notice_template import (
    LIMITS,
    PLACEHOLDER,
    NoticeTemplate,
    TemplateField,
    TemplateText,
    life_of,
)
from player.pack.window import DAY_MINUTES, ClockRange

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Issue:
    """How a notice is issued.

    Attributes:
        id: of the notice, for good.
        sent: aware.
        by: who orders it.
        status: ``exercise`` and ``test`` say so wherever they show.
        references: ids of the notices it takes the place of; none: it is new.
    """

    id: str
    sent: datetime
    by: str
    status: Status = "actual"
    references: Sequence[str] = ()


def fill(
    template: NoticeTemplate,
    values: Mapping[str, str],
    facts: GateFacts,
    voice: Voice,
    issue: Issue,
) -> Notice | tuple[Refusal, ...]:
    """Return the notice, or what of ``values`` is refused.

    Args:
        template: without faults.
        values: field -> chosen or typed, or kept by the notice that is revised.
        facts: of the gate.
        voice: how each language says what was filled in.
        issue: how it is issued.
    """
    kept, refused = keep(template, values, facts, issue.sent)
    if refused:
        return refused
    own = ZoneInfo(facts.gate.time_zone)
    zone = next((ZoneInfo(kept[e.id]) for e in template.fields if _has(e, "zone", kept)), own)
    posting = Posting(facts, issue.sent, zone)
    text = {tag: _text(template, tag, kept, Sayer(voice, posting)) for tag in template.text}
    if any(len(getattr(each, name)) > limit for each in text.values() for name, limit in _LIMITS):
        return (Refusal("", Reason.TOO_LONG),)
    windows = tuple(_windows(template, kept, posting, own))
    return Notice(
        id=issue.id,
        sent=issue.sent.astimezone(own),
        status=issue.status,
        message="update" if issue.references else "alert",
        references=tuple(issue.references),
        level=template.level,
        categories=template.categories,
        responses=template.responses,
        urgency=template.urgency,
        severity=template.severity,
        certainty=template.certainty,
        sign=template.sign,
        icon=template.icon,
        sounds=template.sounds,
        audiences=template.audiences,
        authority=facts.authority or facts.gate.name,
        expires=None if windows else _end(template, issue.sent, own),
        windows=windows,
        lanes=_lanes(template, kept, facts),
        activities=tuple(kept[e.id] for e in template.fields if _has(e, "activity", kept)),
        closes=template.closes,
        disaster_level=next(
            (int(kept[e.id]) for e in template.fields if _has(e, "level", kept)), None
        ),
        ordered_by=issue.by,
        template=template.id,
        values=kept,
        text=text,
    )


_LIMITS: Final = tuple(LIMITS.items())


def _has(field: TemplateField, kind: str, kept: Mapping[str, str]) -> bool:
    return field.kind == kind and field.id in kept


def _lanes(template: NoticeTemplate, kept: Mapping[str, str], facts: GateFacts) -> tuple[str, ...]:
    hours = facts.gate.hours
    if template.whole_gate:
        return tuple(lane.id for lane in hours.lanes) if hours else ()
    named = (kept[each.id].split() for each in template.fields if _has(each, "lane", kept))
    return tuple(dict.fromkeys(lane for lanes in named for lane in lanes))


def _end(template: NoticeTemplate, sent: datetime, own: ZoneInfo) -> datetime:
    life = life_of(template)
    return life_left(sent, own) if life is None else (sent + life).astimezone(own)


def _text(template: NoticeTemplate, tag: str, kept: Mapping[str, str], sayer: Sayer) -> NoticeText:
    text = template.text[tag]
    said = {each.id: sayer.said(each, kept.get(each.id, ""), tag) for each in template.fields}
    return NoticeText.model_construct(
        headline=_put(text.headline, said),
        description=" ".join(_put(each, said) for each in _sentences(text, template, kept)),
        instruction=_put(text.instruction, said),
        event=template.name.get(tag, ""),
        is_untranslated=template.is_untranslated and tag != REFERENCE,
    )


def _sentences(
    text: TemplateText, template: NoticeTemplate, kept: Mapping[str, str]
) -> Iterator[str]:
    if text.description:
        yield text.description
    yield from (text.given[e.id] for e in template.fields if e.id in kept and e.id in text.given)


def _put(sentence: str, said: Mapping[str, str]) -> str:
    """Return ``sentence`` with what was said; a value is never itself read as a template."""
    return PLACEHOLDER.sub(lambda found: said.get(found[1], ""), sentence)


def _windows(
    template: NoticeTemplate, kept: Mapping[str, str], posting: Posting, own: ZoneInfo
) -> Iterator[NoticeWindow]:
    for each in template.fields:
        if _has(each, "windows", kept):
            for stretch in stretches_of(kept[each.id]):
                yield _window(stretch.span(posting.zone), own)
        elif _has(each, "time", kept):
            yield from _around(template, kept, kept[each.id], posting)
        elif _has(each, "opening", kept):
            yield from _closed_days(template, kept, kept[each.id], posting)


def _around(
    template: NoticeTemplate, kept: Mapping[str, str], value: str, posting: Posting
) -> Iterator[NoticeWindow]:
    """Yield what a choice makes of a time: the day until then, or from then on."""
    moment = read_time(value, posting.today)
    ways = (
        choice.window
        for each in template.fields
        for choice in each.choices
        if kept.get(each.id) == choice.id and choice.window != "none"
    )
    way = next(ways, None)
    if moment is None or way is None:
        return
    at = moment.span(posting.zone)[0]
    midnight = datetime.combine(moment.day, time(), posting.zone)
    span = (midnight, at) if way == "before" else (at, midnight + _DAY)
    if span[0] < span[1]:
        yield _window(span, ZoneInfo(posting.facts.gate.time_zone))


def _closed_days(
    template: NoticeTemplate, kept: Mapping[str, str], value: str, posting: Posting
) -> Iterator[NoticeWindow]:
    """Yield the days of a ``date`` but for the hours of ``opening``."""
    named = [kept[each.id] for each in template.fields if _has(each, "date", kept)]
    hours = read_opening(value, posting.today)
    days = read_dates(named[0], posting.today) if named else (posting.today, posting.today)
    if hours is None or days is None:
        return
    closed = [
        ClockRange(start_minute=start, end_minute=end)
        for start, end in rest_of_day(hours)
        if (start, end) != (0, DAY_MINUTES)
    ]
    yield _window(days, None, closed)


def _window(
    span: Span | tuple[date, date], zone: ZoneInfo | None, dayparts: Sequence[ClockRange] = ()
) -> NoticeWindow:
    start, until = (
        each.astimezone(zone) if zone and isinstance(each, datetime) else each for each in span
    )
    return NoticeWindow.model_validate({"from": start, "until": until, "dayparts": dayparts})
