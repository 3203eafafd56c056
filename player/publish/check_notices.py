"""Checks of notices and ticker lines: everybody can read them, and they end when they should."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from annotated_types import MaxLen

from player.pack.language import REFERENCE, Words, choose_language
from player.pack.notice import NOTICE_SHOWN, Notice, NoticeText
from player.pack.ticker import MAX_LINE, TickerLine
from player.publish.check_facts import SOON, last_day
from player.publish.check_texts import MAX_HEADLINE_WORDS
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import NOTICES_FILE, TICKER_FILE
from player.publish.subject import Subject

NOTICE_SOON: Final = timedelta(days=2)
"""Notices are short-lived by nature: an editor hears of the end when there is little time left."""

_LIMITS: Final = {
    name: rule.max_length
    for name in NOTICE_SHOWN
    for rule in NoticeText.model_fields[name].metadata
    if isinstance(rule, MaxLen)
}


def check_languages(subject: Subject) -> Iterator[Finding]:
    """Find texts a notice or line lacks, and texts in languages the pack does not offer."""
    for field, notice in _notices(subject):
        yield from _gaps(subject, NOTICES_FILE, f"{field}.text", notice.text)
        for tag in _required(subject):
            if not notice.authority.get(tag, "").strip():
                yield Finding(NOTICES_FILE, Code.WORDS_MISSING, f"{field}.authority.{tag}", tag)
        for tag, text in notice.text.items():
            if text.review == "reviewed" and not text.reviewed_by:
                place = f"{field}.text.{tag}.reviewed_by"
                yield Finding(NOTICES_FILE, Code.REVIEWER_MISSING, place, tag)
    for field, line in _lines(subject):
        yield from _gaps(subject, TICKER_FILE, f"{field}.text", line.text)


def check_lengths(subject: Subject) -> Iterator[Finding]:
    """Find texts that break marks make longer than a player takes, and long headlines."""
    for file, field, tag, text in notice_texts(subject):
        name = field.rpartition(".")[2]
        limit = MAX_LINE if file == TICKER_FILE else _LIMITS.get(name)
        length = len(subject.tools.break_words(text, tag)[0])
        if limit is not None and length > limit:
            values = {"limit": str(limit), "length": str(length)}
            yield Finding(file, Code.TOO_LONG, field, tag, values)
        words = subject.tools.count_words(text)
        if name == "headline" and words > MAX_HEADLINE_WORDS:
            values = {"count": str(words), "limit": str(MAX_HEADLINE_WORDS)}
            yield Finding(file, Code.HEADLINE_LONG, field, tag, values)


def check_times(subject: Subject) -> Iterator[Finding]:
    """Find notices that are over or soon will be, and single windows that have passed."""
    for field, notice in _notices(subject):
        ends = [last_day(window.until) for window in notice.windows]
        days = [day for day in ends if day is not None]
        values = {"date": f"{max(days)}"}
        if max(days) < subject.today:
            yield Finding(NOTICES_FILE, Code.NOTICE_OVER, f"{field}.windows", values=values)
            continue
        for position, day in enumerate(days):
            if day < subject.today:
                place = f"{field}.windows[{position}].until"
                past = {"date": f"{day}"}
                yield Finding(NOTICES_FILE, Code.NOTICE_WINDOW_PAST, place, values=past)
        if max(days) < subject.today + NOTICE_SOON:
            yield Finding(NOTICES_FILE, Code.NOTICE_ENDS_SOON, f"{field}.windows", values=values)


def check_lines(subject: Subject) -> Iterator[Finding]:
    """Find ticker lines without an end, and those whose end has come or is near."""
    for field, line in _lines(subject):
        end = last_day(line.valid.until)
        if end is None:
            if not line.lasting:
                yield Finding(TICKER_FILE, Code.EXPIRY_MISSING, f"{field}.valid.until")
            continue
        values = {"date": f"{end}"}
        if line.lasting:
            place = f"{field}.lasting"
            yield Finding(TICKER_FILE, Code.EXPIRY_CONTRADICTS, place, values=values)
        if end < subject.today + SOON:
            code = Code.ITEM_EXPIRED if end < subject.today else Code.ITEM_EXPIRES_SOON
            yield Finding(TICKER_FILE, code, f"{field}.valid.until", values=values)


def notice_texts(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    """Yield (file, field, language, text) of all words of notices and lines that are shown."""
    for field, notice in _notices(subject):
        for tag, text in notice.text.items():
            for name in NOTICE_SHOWN:
                yield NOTICES_FILE, f"{field}.text.{tag}.{name}", tag, getattr(text, name)
        yield from _of_words(NOTICES_FILE, f"{field}.authority", notice.authority)
    for field, line in _lines(subject):
        yield from _of_words(TICKER_FILE, f"{field}.text", line.text)


def _of_words(file: str, field: str, words: Words) -> Iterator[tuple[str, str, str, str]]:
    for tag, text in words.items():
        yield file, f"{field}.{tag}", tag, text


def _gaps(
    subject: Subject, file: str, field: str, texts: Mapping[str, object]
) -> Iterator[Finding]:
    if subject.source.header is None:
        return
    offered = {language.tag for language in subject.languages}
    required = _required(subject)
    for language in subject.languages:
        tag = language.tag
        if tag in required and tag not in texts:
            yield Finding(file, Code.TRANSLATION_MISSING, f"{field}.{tag}", tag)
        elif tag not in texts and language.written:
            present = {**texts, REFERENCE: None}
            values = {"shown": choose_language(present, tag, language.fallback)}
            yield Finding(file, Code.TRANSLATION_MISSING_OPTIONAL, f"{field}.{tag}", tag, values)
    for tag in texts.keys() - offered:
        values = {"choices": ", ".join(sorted(offered))}
        yield Finding(file, Code.LANGUAGE_NOT_IN_PACK, f"{field}.{tag}", tag, values)


def _required(subject: Subject) -> list[str]:
    return [each.tag for each in subject.languages if each.required or each.tag == REFERENCE]


def _notices(subject: Subject) -> Iterator[tuple[str, Notice]]:
    for entry in subject.source.notices:
        yield f"notices[{entry.position}]", entry.value


def _lines(subject: Subject) -> Iterator[tuple[str, TickerLine]]:
    for entry in subject.source.ticker:
        yield f"ticker[{entry.position}]", entry.value
