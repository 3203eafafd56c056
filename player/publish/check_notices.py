"""Checks of a pack's notices and ticker lines: all can read them, and they end when they should.

What is asked of notices as such is in ``notice_rules``; here is what packs have besides.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.ticker import MAX_LINE, TickerLine
from player.publish import notice_rules
from player.publish.check_facts import SOON, last_day
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import NOTICES_FILE, TICKER_FILE
from player.publish.notice_rules import Bulletin, gaps, of_words, too_long
from player.publish.signs_of_texts import Told
from player.publish.subject import Subject

NOTICE_SOON: Final = timedelta(days=2)
"""Notices are short-lived by nature: an editor hears of the end when there is little time left."""

_ANY_ZONE: Final = "Asia/Ho_Chi_Minh"
"""Of a pack whose header cannot be read."""


def check_languages(subject: Subject) -> Iterator[Finding]:
    """Find texts a notice or line lacks, and texts in languages the pack does not offer."""
    if subject.source.header is None:
        return
    yield from notice_rules.check_languages(_bulletin(subject))
    for field, line in _lines(subject):
        yield from gaps(TICKER_FILE, f"{field}.text", line.text, subject.languages)


def check_lengths(subject: Subject) -> Iterator[Finding]:
    """Find texts that break marks make longer than a player takes, and long headlines."""
    yield from notice_rules.check_lengths(_bulletin(subject))
    for told in _line_texts(subject):
        yield from too_long(told, MAX_LINE, subject.tools)


def check_times(subject: Subject) -> Iterator[Finding]:
    """Find notices without an end, that are over or soon will be, and windows that have passed."""
    yield from notice_rules.check_times(_bulletin(subject))


def check_references(subject: Subject) -> Iterator[Finding]:
    """Find updates and cancels that do not say of what; what they name may stand in a book."""
    yield from notice_rules.check_references(_bulletin(subject))


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


def notice_texts(subject: Subject) -> Iterator[Told]:
    """Yield (file, field, language, text) of all words of notices and lines that are shown."""
    yield from notice_rules.shown_texts(_bulletin(subject))
    yield from _line_texts(subject)


def _bulletin(subject: Subject) -> Bulletin:
    header = subject.source.header
    zone = ZoneInfo(header.gate.time_zone if header else _ANY_ZONE)
    now = datetime.combine(subject.today, time(), zone)
    return Bulletin(
        NOTICES_FILE,
        subject.source.notices,
        subject.languages,
        zone,
        now,
        NOTICE_SOON,
        subject.tools,
    )


def _line_texts(subject: Subject) -> Iterator[Told]:
    for field, line in _lines(subject):
        yield from of_words(TICKER_FILE, f"{field}.text", line.text)


def _lines(subject: Subject) -> Iterator[tuple[str, TickerLine]]:
    for entry in subject.source.ticker:
        yield f"ticker[{entry.position}]", entry.value
