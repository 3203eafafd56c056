"""The notices of a gate in a session: the first on the home page, all of them on one of their own.

A notice between its windows is told, too: whoever plans the day wants to know of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from player.notices.air import to_read, waiting
from player.pack.instants import DUSK, Interval, from_ms
from player.pack.notice import Notice
from player.stage.notice_words import mark_of, notice_words
from player.stage.session.moment import Moment
from player.stage.session.page import Line, NoticeCard, Page


@dataclass(frozen=True, slots=True)
class Told:
    """What a traveller is told.

    Attributes:
        notices: that hold, higher ranks first, then those that hold next.
        coming: id -> when it holds next, of those between their windows.
        until: when that changes; None: in no foreseeable time.
    """

    notices: tuple[Notice, ...]
    coming: Mapping[str, Interval]
    until: datetime | None


def told_now(moment: Moment) -> Told:
    """Return what is told at that moment."""
    holding = to_read(moment.notices, moment.sky)
    waits, waits_until = waiting(moment.notices, moment.sky)
    until_ms = min(holding.until_ms, waits_until)
    return Told(
        (*holding.shown, *(wait.notice for wait in waits)),
        {wait.notice.id: wait.next for wait in waits},
        from_ms(until_ms) if until_ms < DUSK else None,
    )


def notice_card(moment: Moment, told: Told) -> NoticeCard | None:
    """Return the first of what is told, and how much there is beside it; None: nothing is."""
    if not told.notices:
        return None
    notice, words = told.notices[0], notice_words(moment.lines.composer)
    tag = words.shown_in(notice.text, moment.tag)
    is_coming = notice.id in told.coming
    return NoticeCard(
        notice.text[tag].headline,
        tag,
        words.label(notice, tag, is_coming=is_coming),
        mark_of(notice, is_coming=is_coming),
        len(told.notices) - 1,
    )


def notices_page(moment: Moment) -> Page | None:
    """Return all that is told; None: nothing is."""
    told = told_now(moment)
    lines = [line for notice in told.notices for line in _lines(moment, notice, told)]
    if not lines:
        return None
    title = moment.say("notices")
    return Page(
        "Answer", moment.tag, title, "information", lines=tuple(lines), fresh_until=told.until
    )


def _lines(moment: Moment, notice: Notice, told: Told) -> Iterator[Line]:
    words, coming = notice_words(moment.lines.composer), told.coming.get(notice.id)
    tag = words.shown_in(notice.text, moment.tag)
    text, label = notice.text[tag], words.label(notice, tag, is_coming=coming is not None)
    yield Line("heading", text.headline, tag, note=label)
    # Labels are in whichever language is right for each; beside the label they would need two.
    for mark in words.marks(notice, moment.tag):
        yield Line("origin", mark, moment.tag)
    if coming is not None:
        today = moment.now.astimezone(words.zone).date()
        yield Line("paragraph", words.coming(coming, today, tag), tag)
    for part in f"{text.description}\n{text.instruction}".split("\n"):
        if part:
            yield Line("paragraph", part, tag)
    issuer = words.issuer(notice, tag)
    if issuer:
        yield Line("origin", issuer, tag)
