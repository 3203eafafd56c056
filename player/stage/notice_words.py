"""Words that every form of a notice shares: what it is, labels, who says so, when next."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.content import Content
from player.pack.instants import Interval, from_ms
from player.pack.language import choose_language
from player.pack.notice import Level, Notice, Status
from player.pack.notice import Sign as NoticeSign
from player.stage.alarm.signs import Sign
from player.stage.compose import Composer
from player.stage.phrases import Phrases
from player.stage.scene import NoticeMark, Tone

LABELS: Final[Mapping[Level, str]] = {
    "emergency": "notice_urgent",
    "urgent": "notice_urgent",
    "important": "notice_important",
    "normal": "notice_normal",
    "filler": "notice_normal",
}
DRILLS: Final[Mapping[Status, str]] = {"exercise": "alarm_exercise", "test": "alarm_test"}
"""Status of what is not meant -> the word that says so, before all others."""


SIGNS: Final[Mapping[NoticeSign, Sign]] = {
    "warning": Sign.WARNING,
    "evacuate": Sign.EXIT,
    "assembly": Sign.ASSEMBLY,
    "fire": Sign.FIRE,
    "shelter": Sign.SHELTER,
    "first-aid": Sign.FIRST_AID,
    "clear": Sign.TICK,
}


def mark_of(notice: Notice, *, is_coming: bool = False) -> NoticeMark:
    """Return what ``notice`` is, without words.

    Args:
        notice: itself.
        is_coming: it waits for its next window: nothing about it is urgent yet.
    """
    tone, sign = _tone(notice, is_coming=is_coming), SIGNS.get(notice.sign)
    # On yellow that triangle stands by itself; a yellow one would be lost there.
    is_plain = tone == "prepare" and sign is Sign.WARNING
    return NoticeMark(tone, None if is_plain else sign, notice.icon)


def _tone(notice: Notice, *, is_coming: bool) -> Tone:
    if notice.status != "actual":
        return "drill"
    if notice.sign == "clear":
        return "safe"
    is_loud = not is_coming and notice.level in {"emergency", "urgent"}
    return "prepare" if is_loud else "calm"


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Words the notices of one pack's gate.

    Attributes:
        content: of the pack on stage.
        phrases: interface words.
        date_text: (tag, day) -> the day as that language writes it.
    """

    content: Content
    phrases: Phrases
    date_text: Callable[[str, date], str]

    @property
    def zone(self) -> ZoneInfo:
        """The gate's."""
        return ZoneInfo(self.content.gate.time_zone)

    def shown_in(self, texts: Mapping[str, object], language: str) -> str:
        """Return the language in which readers of ``language`` are shown what ``texts`` say."""
        known = self.content.language_by_tag.get(language)
        return choose_language(texts, language, known.fallback if known else ())

    def label(self, notice: Notice, tag: str, *, is_coming: bool = False) -> str:
        """Return the word that says what this is; of a drill first that it is one.

        Args:
            notice: itself.
            tag: of the word.
            is_coming: it waits for its next window: nothing about it is urgent yet.
        """
        level: Level = "important" if is_coming else notice.level
        word = self.phrases.say(tag, LABELS[level])
        drill = DRILLS.get(notice.status)
        return word if drill is None else f"{self.phrases.say(tag, drill)} · {word}"

    def marks(self, notice: Notice, language: str) -> Iterator[str]:
        """Yield the labels that readers of ``language`` must see."""
        tag = self.shown_in(notice.text, language)
        if notice.sample:
            yield self.phrases.say(tag, "sample")
        if tag != language:
            name = self.phrases.language_name(tag)
            # In the language that was asked for: its reader must learn why this one is another.
            yield self.phrases.say(language, "fallback", language=name)
        if notice.text[tag].is_untranslated:
            yield self.phrases.say(tag, "notice_untranslated")
        if notice.disaster_level is not None:
            yield self.disaster(notice.disaster_level, tag)

    def disaster(self, level: int, tag: str) -> str:
        """Return Viet Nam's disaster level as number and word (Decision 18/2021, article 4)."""
        say = self.phrases.say
        return say(tag, "alarm_level", number=str(level), word=say(tag, f"alarm_level_{level}"))

    def issuer(self, notice: Notice, tag: str) -> str:
        """Return who says so; empty: nobody is named."""
        if not notice.authority:
            return ""
        authority = notice.authority[self.shown_in(notice.authority, tag)]
        return self.phrases.say(tag, "notice_by", authority=authority)

    def coming(self, window: Interval, now_day: date, tag: str) -> str:
        """Return when a notice holds next, on this side's clock and on the other's."""
        gate, say = self.content.gate, self.phrases.say
        own, other = self.zone, ZoneInfo(gate.neighbour.time_zone)
        start = from_ms(window[0])
        times = _span(window, own)
        if start.astimezone(own).utcoffset() != start.astimezone(other).utcoffset():
            place = say(tag, f"zone.{gate.neighbour.time_zone}")
            there = say(tag, "clock_of", place=place)
            times = f"{times} ({there}: {_span(window, other)})"
        day = start.astimezone(own).date()
        if day == now_day:
            return say(tag, "notice_next_today", times=times)
        if day == now_day + timedelta(days=1):
            return say(tag, "notice_next_tomorrow", times=times)
        return say(tag, "notice_next_on", day=self.date_text(tag, day), times=times)


def notice_words(composer: Composer) -> NoticeWords:
    """Return what words the notices that show beside the scenes of ``composer``."""
    return NoticeWords(composer.pack.content, composer.phrases, composer.date_text)


def _span(window: Interval, zone: ZoneInfo) -> str:
    start, end = (from_ms(ms).astimezone(zone) for ms in window)
    return f"{start:%H:%M}–{end:%H:%M}"
