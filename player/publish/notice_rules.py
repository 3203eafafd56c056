"""What is asked of notices wherever they stand: in a pack's source, or in a gate's book."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from annotated_types import MaxLen

from player.notices.life import expiry_ms
from player.pack.instants import DUSK, end_ms, from_ms, start_ms, to_ms
from player.pack.language import REFERENCE, PackLanguage, Words, choose_language
from player.pack.notice import NOTICE_SHOWN, Notice, NoticeText, referenced
from player.publish.check_facts import last_day
from player.publish.check_texts import MAX_HEADLINE_WORDS
from player.publish.codes import Code
from player.publish.document_reader import Listed
from player.publish.finding import Finding
from player.publish.signs_of_texts import Told
from player.publish.subject import Tools

LIMITS: Final = {
    name: rule.max_length
    for name in NOTICE_SHOWN
    for rule in NoticeText.model_fields[name].metadata
    if isinstance(rule, MaxLen)
}
STANDING: Final = frozenset({"alert", "update"})
"""Messages that are shown; the others only say something of these."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Notices of one file.

    Attributes:
        file: its name, for the findings.
        notices: those that could be read.
        languages: that are offered where they show, and which of them are required.
        zone: local times are meant in it.
        now: aware; what ended before it is over.
        soon: how long before its end an editor is told.
        tools: of the ``[publish]`` extra.
    """

    file: str
    notices: Sequence[Listed[Notice]]
    languages: Sequence[PackLanguage]
    zone: ZoneInfo
    now: datetime
    soon: timedelta
    tools: Tools

    def __iter__(self) -> Iterator[tuple[str, Notice]]:
        """Yield (field, notice)."""
        for entry in self.notices:
            yield f"notices[{entry.position}]", entry.value


def required(languages: Sequence[PackLanguage]) -> list[str]:
    """Return the tags of languages in which nothing may be missing."""
    return [each.tag for each in languages if each.required or each.tag == REFERENCE]


def check_languages(bulletin: Bulletin) -> Iterator[Finding]:
    """Find texts a notice lacks, and texts in languages that are not offered."""
    file = bulletin.file
    for field, notice in bulletin:
        if notice.text:
            yield from gaps(file, f"{field}.text", notice.text, bulletin.languages)
        for tag in required(bulletin.languages) if notice.text else ():
            if not notice.authority.get(tag, "").strip():
                yield Finding(file, Code.WORDS_MISSING, f"{field}.authority.{tag}", tag)
        for tag, text in notice.text.items():
            if text.review == "reviewed" and not text.reviewed_by:
                yield Finding(file, Code.REVIEWER_MISSING, f"{field}.text.{tag}.reviewed_by", tag)


def check_lengths(bulletin: Bulletin) -> Iterator[Finding]:
    """Find texts that break marks make longer than a player takes, and long headlines."""
    for file, field, tag, text in shown_texts(bulletin):
        name = field.rpartition(".")[2]
        yield from too_long((file, field, tag, text), LIMITS.get(name), bulletin.tools)
        words = bulletin.tools.count_words(text)
        if name == "headline" and words > MAX_HEADLINE_WORDS:
            values = {"count": str(words), "limit": str(MAX_HEADLINE_WORDS)}
            yield Finding(file, Code.HEADLINE_LONG, field, tag, values)


def check_times(bulletin: Bulletin) -> Iterator[Finding]:
    """Find notices without an end, with one too early, that are over or soon will be."""
    for field, notice in bulletin:
        if notice.message not in STANDING:
            continue
        if notice.expires is None and not notice.windows:
            yield Finding(bulletin.file, Code.NOTICE_END_MISSING, f"{field}.expires")
            continue
        yield from _ends_first(bulletin, field, notice)
        yield from _ended(bulletin, field, notice)


def check_references(bulletin: Bulletin, known: frozenset[str] | None = None) -> Iterator[Finding]:
    """Find updates and cancels of nothing.

    Args:
        bulletin: that may hold what is referred to.
        known: ids of notices elsewhere; None: nobody can know them all.
    """
    here = {notice.id for _, notice in bulletin}
    for field, notice in bulletin:
        if notice.message != "alert" and not notice.references:
            values: dict[str, str] = {"message": notice.message}
            place = f"{field}.references"
            yield Finding(bulletin.file, Code.NOTICE_REFERENCE_MISSING, place, values=values)
        for position, reference in enumerate(notice.references):
            name = referenced(reference)
            if known is not None and name not in here | known:
                place = f"{field}.references[{position}]"
                values = {"value": name}
                yield Finding(bulletin.file, Code.NOTICE_REFERENCE_UNKNOWN, place, values=values)


def shown_texts(bulletin: Bulletin) -> Iterator[Told]:
    """Yield all words of notices that are shown."""
    for field, notice in bulletin:
        for tag, text in notice.text.items():
            for name in NOTICE_SHOWN:
                yield bulletin.file, f"{field}.text.{tag}.{name}", tag, getattr(text, name)
        yield from of_words(bulletin.file, f"{field}.authority", notice.authority)


def of_words(file: str, field: str, words: Words) -> Iterator[Told]:
    """Yield one short text in all its languages."""
    for tag, text in words.items():
        yield file, f"{field}.{tag}", tag, text


def too_long(told: Told, limit: int | None, tools: Tools) -> Iterator[Finding]:
    """Find a text that is too long once it has its break marks."""
    file, field, tag, text = told
    length = len(tools.break_words(text, tag)[0])
    if limit is not None and length > limit:
        values = {"limit": str(limit), "length": str(length)}
        yield Finding(file, Code.TOO_LONG, field, tag, values)


def gaps(
    file: str, field: str, texts: Mapping[str, object], languages: Sequence[PackLanguage]
) -> Iterator[Finding]:
    """Find languages that ``texts`` lacks, and those it has although they are not offered."""
    offered = {language.tag for language in languages}
    needed = required(languages)
    for language in languages:
        tag = language.tag
        if tag in needed and tag not in texts:
            yield Finding(file, Code.TRANSLATION_MISSING, f"{field}.{tag}", tag)
        elif tag not in texts and language.written:
            present = {**texts, REFERENCE: None}
            values = {"shown": choose_language(present, tag, language.fallback)}
            yield Finding(file, Code.TRANSLATION_MISSING_OPTIONAL, f"{field}.{tag}", tag, values)
    for tag in texts.keys() - offered:
        values = {"choices": ", ".join(sorted(offered))}
        yield Finding(file, Code.LANGUAGE_NOT_IN_PACK, f"{field}.{tag}", tag, values)


def _ends_first(bulletin: Bulletin, field: str, notice: Notice) -> Iterator[Finding]:
    if notice.expires is None:
        return
    end = end_ms(notice.expires, bulletin.zone)
    begins = [each for each in (notice.effective, notice.onset, notice.sent) if each is not None]
    late = [each for each in begins if start_ms(each, bulletin.zone) >= end]
    if late:
        values = {"end": f"{notice.expires}", "begin": f"{late[0]}"}
        place = f"{field}.expires"
        yield Finding(bulletin.file, Code.NOTICE_ENDS_FIRST, place, values=values)


def _ended(bulletin: Bulletin, field: str, notice: Notice) -> Iterator[Finding]:
    file, zone = bulletin.file, bulletin.zone
    place = f"{field}.expires" if notice.expires is not None else f"{field}.windows"
    over = expiry_ms(notice, zone)
    values = {"date": "9999-12-31" if over == DUSK else f"{_last_day(over, zone)}"}
    if over <= to_ms(bulletin.now):
        yield Finding(file, Code.NOTICE_OVER, place, values=values)
        return
    today = bulletin.now.astimezone(zone).date()
    for position, window in enumerate(notice.windows):
        day = last_day(window.until)
        if day is not None and day < today:
            past = {"date": f"{day}"}
            where = f"{field}.windows[{position}].until"
            yield Finding(file, Code.NOTICE_WINDOW_PAST, where, values=past)
    if over <= to_ms(bulletin.now + bulletin.soon):
        yield Finding(file, Code.NOTICE_ENDS_SOON, place, values=values)


def _last_day(over_ms: int, zone: ZoneInfo) -> str:
    return f"{from_ms(over_ms - 1).astimezone(zone).date()}"
