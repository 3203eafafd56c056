"""Pages of the notices on air: which there are, how long they take to read, what they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from player.notices.air import Sky, banners, pinned, waiting
from player.notices.board import Board
from player.pack.instants import Interval
from player.pack.notice import Level, Notice
from player.pack.reading import reading_s
from player.stage.interleave import NOTICE, Between, Held, NoticePage
from player.stage.notice_words import NoticeWords, mark_of
from player.stage.scene import NoticeScene, Wording
from player.stage.wording import WordingWriter


@dataclass(frozen=True, slots=True)
class NoticePages:
    """Makes pages of the notices of one pack's gate, for one screen.

    Attributes:
        words: of the notices.
        writer: words what every page says.
        languages: of the screen, in order.
    """

    words: NoticeWords
    writer: WordingWriter
    languages: tuple[str, ...]

    def on_air(
        self, board: Board, sky: Sky, held: Held | None = None, spoken: tuple[str, int] = ("", 0)
    ) -> "PagesOnAir":
        """Return what comes between the slots of the programme, and its pages.

        Args:
            board: what stands.
            sky: where and when.
            held: by gate staff.
            spoken: language that staff ordered to come first, and when.
        """
        urgent, others = banners(board, sky), pinned(board, sky)
        waits, waits_until = waiting(board, sky)
        # What waits for its next window is announced like an important one.
        announced = [self._page(wait.notice, "important") for wait in waits]
        between = Between(
            tuple(self._page(each, "urgent") for each in urgent.shown),
            max(urgent.since_ms, 0),
            (*announced, *(self._page(each, each.level) for each in others.shown)),
            held,
            *spoken,
        )
        shown = (*urgent.shown, *others.shown, *(wait.notice for wait in waits))
        return PagesOnAir(
            self,
            between,
            {each.id: each for each in shown},
            {wait.notice.id: wait.next for wait in waits},
            min(urgent.until_ms, others.until_ms, waits_until),
        )

    def _page(self, notice: Notice, level: Level) -> NoticePage:
        shown_in = {tag: self.words.shown_in(notice.text, tag) for tag in self.languages}
        reading = {tag: _reading_ms(notice, shown) for tag, shown in shown_in.items()}
        return NoticePage(notice.id, level, reading, shown_in)

    def scene(
        self, notice: Notice, language: str, now: datetime, coming: Interval | None = None
    ) -> NoticeScene:
        """Return the page of a notice.

        Args:
            notice: itself.
            language: of the readers whose turn it is.
            now: aware.
            coming: when it holds next, between its windows; else None.
        """
        tag = self.words.shown_in(notice.text, language)
        text = notice.text[tag]
        parts = [text.description, text.instruction]
        if coming is not None:
            today = now.astimezone(self.words.zone).date()
            parts.insert(0, self.words.coming(coming, today, tag))
        own, neighbour = self.writer.clock_places(tag)
        words = Wording(
            language=tag,
            title=text.headline,
            body="\n".join(part for part in parts if part),
            origin=self.words.issuer(notice, tag),
            marks=tuple(self.words.marks(notice, language)),
            gate=self.writer.gate_name(tag),
            language_name=self.writer.language_name(tag),
            own_place=own,
            neighbour_place=neighbour,
        )
        label = self.words.label(notice, tag, is_coming=coming is not None)
        mark = mark_of(notice, is_coming=coming is not None)
        return NoticeScene(f"{NOTICE}{notice.id}", words, label, mark)


@dataclass(frozen=True, slots=True)
class PagesOnAir:
    """The pages of the notices that are on air at an instant.

    Attributes:
        pages: makes them.
        between: what comes between the slots of the programme.
        notices: id -> notice, of those that have a page.
        coming: id -> when it holds next, of those between their windows.
        until_ms: when any of this changes, milliseconds since the epoch.
    """

    pages: NoticePages
    between: Between
    notices: Mapping[str, Notice]
    coming: Mapping[str, Interval]
    until_ms: int

    def scene(self, item: str, language: str, now: datetime) -> NoticeScene | None:
        """Return the page that ``item`` names (``NOTICE`` and an id); None: it has gone."""
        notice = self.notices.get(item.removeprefix(NOTICE))
        if notice is None:
            return None
        return self.pages.scene(notice, language, now, self.coming.get(notice.id))


def _reading_ms(notice: Notice, tag: str) -> int:
    text = notice.text[tag]
    return round(1000 * reading_s(f"{text.headline} {text.description} {text.instruction}"))
