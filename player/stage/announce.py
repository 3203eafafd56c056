"""The words of banner and ticker: notices and lines in the languages of a screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from player.notices.air import Running, Waiting
from player.notices.pace import passing_s
from player.pack.content import Content
from player.pack.language import REFERENCE
from player.pack.notice import Notice
from player.pack.ticker import TickerLine
from player.stage.notice_words import NoticeWords, mark_of
from player.stage.scene import URGENT, NoticeMark


@dataclass(frozen=True, slots=True)
class BannerWords:
    """A notice in one language, ready to be set.

    Attributes:
        language: of these words.
        label: the word that says what this is, beside the sign.
        marks: labels that must be seen: sample, shown in another language.
        headline: large.
        body: what, and what to do; one paragraph a line.
        issuer: who says so.
        mark: beside the label; what is not meant must not look as if it were.
    """

    language: str
    label: str
    marks: tuple[str, ...]
    headline: str
    body: str
    issuer: str
    mark: NoticeMark = URGENT


@dataclass(frozen=True, slots=True)
class RunningWords:
    """What runs along the foot in one language.

    Attributes:
        language: of these words.
        marks: labels before it: that it is a notice, that it is a sample.
        text: one line.
        passing_s: how long it takes at least to pass a point.
    """

    language: str
    marks: tuple[str, ...]
    text: str
    passing_s: float


@dataclass(frozen=True, slots=True)
class Announcer:
    """Words what stands or runs beside the pages of one pack on one screen.

    Attributes:
        words: of its notices.
        languages: enabled, in order.
        audience: tags of the people before the screen; empty: everyone.
    """

    words: NoticeWords
    languages: tuple[str, ...]
    audience: frozenset[str] = frozenset()

    @property
    def content(self) -> Content:
        """Of the pack on stage."""
        return self.words.content

    @property
    def banner_languages(self) -> tuple[str, ...]:
        """The languages of a banner in the order of their turns: Vietnamese first."""
        return tuple(sorted(self.languages, key=lambda tag: tag != REFERENCE))

    def banner(self, notice: Notice, language: str) -> BannerWords:
        """Return a notice for readers of ``language``."""
        words = self.words
        tag = words.shown_in(notice.text, language)
        text = notice.text[tag]
        return BannerWords(
            tag,
            words.label(notice, tag),
            tuple(words.marks(notice, language)),
            text.headline,
            "\n".join(part for part in (text.description, text.instruction) if part),
            words.issuer(notice, tag),
            mark_of(notice),
        )

    def running(
        self, entries: Sequence[Running], today: date, waiting: Sequence[Waiting] = ()
    ) -> tuple[RunningWords, ...]:
        """Return what runs along the foot: language after language, each entry once in each.

        An entry that lacks a language runs in what stands in for it, once and no more.

        Args:
            entries: on air, in the order in which they come.
            today: local day of the gate.
            waiting: notices between their windows: they run before all else.
        """
        told: dict[tuple[str, str], RunningWords] = {}
        for language in self.languages:
            for each in waiting:
                tag = self.words.shown_in(each.notice.text, language)
                said = self._waiting(each, tag, today)
                told.setdefault((f"waiting {each.notice.id}", tag), said)
            for place, entry in enumerate(entries):
                tag = self.words.shown_in(entry.text, language)
                told.setdefault((str(place), tag), self._running(entry, tag))
        return tuple(told.values())

    def _running(self, entry: Running, tag: str) -> RunningWords:
        if isinstance(entry, TickerLine):
            marks = (self.words.phrases.say(tag, "sample"),) if entry.sample else ()
            return _row(tag, marks, [entry.text[tag]])
        text = entry.text[tag]
        parts = (text.headline, text.description, text.instruction, self.words.issuer(entry, tag))
        return _row(tag, self._running_marks(entry, tag), parts)

    def _waiting(self, each: Waiting, tag: str, today: date) -> RunningWords:
        headline = each.notice.text[tag].headline
        parts = (headline, self.words.coming(each.next, today, tag))
        label = self.words.label(each.notice, tag, is_coming=True)
        return _row(tag, (label, *self.words.marks(each.notice, tag)), parts)

    def _running_marks(self, notice: Notice, tag: str) -> tuple[str, ...]:
        label = self.words.label(notice, tag)
        return label, *self.words.marks(notice, tag)


def _row(tag: str, marks: tuple[str, ...], parts: Iterable[str]) -> RunningWords:
    line = " · ".join(part.replace("\n", " ") for part in parts if part)
    return RunningWords(tag, marks, line, passing_s(line))
