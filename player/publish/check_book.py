"""Everything that is wrong with a gate's book of notices, also against what is public now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.life import expiry_ms
from player.pack.instants import DUSK, from_ms, to_ms
from player.pack.language import REFERENCE, PackLanguage
from player.pack.notice import Notice, referenced
from player.pack.scripts import BREAK
from player.publish import notice_rules
from player.publish.codes import Code
from player.publish.finding import Finding, is_below, sort_findings
from player.publish.notice_rules import Bulletin
from player.publish.notice_source import BookSource
from player.publish.signs_of_texts import missing_glyphs, with_controls, with_markup
from player.publish.subject import Tools
from player.publish.written_notice import written_notice

USUAL: Final = (REFERENCE, "en", "zh", "lo", "km")
"""Languages of a gate nobody has named the pack of; nothing but the first is required."""

_ENDING: Final = frozenset({"update", "cancel"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a book is held against.

    Attributes:
        now: aware; what ended before it is over.
        zone: the gate's; local times are meant in it.
        languages: of the gate's pack; empty: nobody has named it.
        in_pack: notices of that pack.
        public: notices of the book that is public now.
        gate: that the book must be for; empty: whichever it names.
    """

    now: datetime
    zone: ZoneInfo
    languages: Sequence[PackLanguage] = ()
    in_pack: Sequence[Notice] = ()
    public: Sequence[Notice] = ()
    gate: str = ""


def check_book(source: BookSource, around: Surroundings, tools: Tools) -> tuple[Finding, ...]:
    """Return everything that is wrong with a book, sorted."""
    languages = around.languages or _usual(source)
    # No word of ends that come soon: hours are how long most of these live.
    bulletin = Bulletin(
        source.file, source.notices, languages, around.zone, around.now, timedelta(), tools
    )
    known = frozenset(each.id for each in (*around.in_pack, *around.public))
    texts = list(notice_rules.shown_texts(bulletin))
    judged = [
        *notice_rules.check_languages(bulletin),
        *notice_rules.check_lengths(bulletin),
        *notice_rules.check_times(bulletin),
        *notice_rules.check_references(bulletin, known),
        *_twins(bulletin),
        *_reused(bulletin, (*around.in_pack, *around.public)),
        *_vanished(bulletin, around),
        *with_controls(texts),
        *with_markup(texts),
        *missing_glyphs(texts, tools),
    ]
    if around.gate and source.gate and source.gate != around.gate:
        values = {"found": source.gate, "wanted": around.gate}
        judged.append(Finding(source.file, Code.BOOK_OF_OTHER_GATE, "gate", values=values))
    faulty = {field for _, field in source.faulty}
    shown = (each for each in judged if not is_below(each.field, faulty))
    return sort_findings((*source.findings, *shown))


def _usual(source: BookSource) -> tuple[PackLanguage, ...]:
    used = {tag for entry in source.notices for tag in entry.value.text}
    return tuple(PackLanguage(tag=tag) for tag in (*USUAL, *sorted(used - {*USUAL})))


def _twins(bulletin: Bulletin) -> Iterator[Finding]:
    first: dict[str, tuple[str, Notice]] = {}
    for field, notice in bulletin:
        other, known = first.setdefault(notice.id, (field, notice))
        if other != field:
            is_same = written_notice(known) == written_notice(notice)
            code = Code.ID_DUPLICATE if is_same else Code.NOTICE_ID_REUSED
            values = {"id": notice.id, "other": other}
            yield Finding(bulletin.file, code, f"{field}.id", values=values)


def _reused(bulletin: Bulletin, elsewhere: Sequence[Notice]) -> Iterator[Finding]:
    """Find ids under which screens already have something else that was sent at the same time.

    The same id sent later replaces the older: that is how a slip of the pen is mended.
    """
    known = {each.id: each for each in elsewhere}
    for field, notice in bulletin:
        other = known.get(notice.id)
        if other is not None and other.sent == notice.sent and _said(other) != _said(notice):
            values = {"id": notice.id, "other": f"sent {other.sent}"}
            place = f"{field}.id"
            yield Finding(bulletin.file, Code.NOTICE_ID_REUSED, place, values=values)


def _said(notice: Notice) -> str:
    """Return all a notice says but for break marks and marks of the editors' work."""
    texts = {
        tag: text.model_copy(update={"of": "", "review": "draft", "reviewed_by": ""})
        for tag, text in sorted(notice.text.items())
    }
    return notice.model_copy(update={"text": texts}).model_dump_json().replace(BREAK, "")


def _vanished(bulletin: Bulletin, around: Surroundings) -> Iterator[Finding]:
    """Find what is public, still holds, and would be gone without a word.

    A screen may have it from its pack, or from a neighbour of this book, and would show it on: a
    notice is taken back by a cancel, and the cancel stays until the notice would have ended.
    """
    here = {notice.id for _, notice in bulletin}
    ended = {
        referenced(each)
        for _, notice in bulletin
        if notice.message in _ENDING
        for each in notice.references
    }
    everywhere = {each.id: each for each in (*around.in_pack, *around.public)}
    for notice in around.public:
        if notice.id in here | ended:
            continue
        of = (
            [notice]
            if notice.message != "cancel"
            else [
                everywhere[name]
                for each in notice.references
                if (name := referenced(each)) in everywhere and name not in ended
            ]
        )
        ends = [expiry_ms(each, around.zone) for each in of if each.message != "cancel"]
        end = max(ends, default=0)
        if end > to_ms(around.now):
            values = {"id": notice.id, "end": _told(end, around.zone)}
            yield Finding(bulletin.file, Code.NOTICE_VANISHED, "notices", values=values)


def _told(end_ms: int, zone: ZoneInfo) -> str:
    if end_ms == DUSK:
        return "9999-12-31"
    return f"{from_ms(end_ms).astimezone(zone):%Y-%m-%d %H:%M}"
