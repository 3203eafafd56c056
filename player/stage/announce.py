"""The words of banner and ticker: notices and lines in the languages of a screen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from player.notices.air import Running
from player.notices.pace import passing_s
from player.pack.content import Content
from player.pack.language import REFERENCE, choose_language
from player.pack.notice import Notice
from player.stage.phrases import Phrases


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
    """

    language: str
    label: str
    marks: tuple[str, ...]
    headline: str
    body: str
    issuer: str


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
    """Words the notices and lines of one pack for one screen.

    Attributes:
        content: of the pack on stage.
        languages: enabled, in order.
        phrases: interface words.
        audience: tags of the people before the screen; empty: everyone.
    """

    content: Content
    languages: tuple[str, ...]
    phrases: Phrases
    audience: frozenset[str] = frozenset()

    @property
    def banner_languages(self) -> tuple[str, ...]:
        """The languages of a banner in the order of their turns: Vietnamese first."""
        return tuple(sorted(self.languages, key=lambda tag: tag != REFERENCE))

    def banner(self, notice: Notice, language: str) -> BannerWords:
        """Return a notice for readers of ``language``."""
        tag = self._shown_in(notice.text, language)
        text, say = notice.text[tag], self.phrases.say
        marks = [say(tag, "sample")] if notice.sample else []
        if tag != language:
            name = self.phrases.language_name(tag)
            # In the language that was asked for: its reader must learn why this one is another.
            marks.append(say(language, "fallback", language=name))
        return BannerWords(
            tag,
            say(tag, "notice_urgent"),
            tuple(marks),
            text.headline,
            "\n".join(part for part in (text.description, text.instruction) if part),
            self._issuer(notice, tag),
        )

    def running(self, entries: Sequence[Running]) -> tuple[RunningWords, ...]:
        """Return what runs along the foot: language after language, each entry once in each.

        An entry that lacks a language runs in what stands in for it, once and no more.
        """
        told: dict[tuple[int, str], RunningWords] = {}
        for language in self.languages:
            for place, entry in enumerate(entries):
                tag = self._shown_in(entry.text, language)
                if (place, tag) not in told:
                    told[place, tag] = self._running(entry, tag)
        return tuple(told.values())

    def _running(self, entry: Running, tag: str) -> RunningWords:
        marks = tuple(self._running_marks(entry, tag))
        if isinstance(entry, Notice):
            text = entry.text[tag]
            parts = (text.headline, text.description, text.instruction, self._issuer(entry, tag))
            line = " · ".join(part.replace("\n", " ") for part in parts if part)
        else:
            line = entry.text[tag].replace("\n", " ")
        return RunningWords(tag, marks, line, passing_s(line))

    def _running_marks(self, entry: Running, tag: str) -> Iterator[str]:
        if isinstance(entry, Notice):
            yield self.phrases.say(tag, "notice_important")
        if entry.sample:
            yield self.phrases.say(tag, "sample")

    def _issuer(self, notice: Notice, tag: str) -> str:
        if not notice.authority:
            return ""
        authority = notice.authority[self._shown_in(notice.authority, tag)]
        return self.phrases.say(tag, "notice_by", authority=authority)

    def _shown_in(self, texts: Mapping[str, object], language: str) -> str:
        known = self.content.language_by_tag.get(language)
        return choose_language(texts, language, known.fallback if known else ())
