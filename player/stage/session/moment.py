"""A session at an instant: what every page of it is written from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.notices.air import Sky
from player.notices.board import Board
from player.pack.instants import Interval, to_ms
from player.pack.language import Words, choose_language
from player.pack.lookup import Lookup
from player.pack.occasion import is_within, quiet_hours
from player.pack.topic import Topic
from player.stage.session.page import Button, Line
from player.stage.session.rules import Session
from player.stage.session.topic_lines import LineWriter, TodaysBoard
from player.stage.session.topic_standing import TopicStanding, topic_standing


@dataclass(frozen=True, slots=True)
class FoundTopic:
    """A topic that was found.

    Attributes:
        topic: id.
        title: as shown.
        language: of ``title``.
        spans: where it is what was searched for: start, end, start, end …
    """

    topic: str
    title: str
    language: str
    spans: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What the search has found so far.

    Attributes:
        query: what was typed.
        hits: best first.
        is_current: whether ``hits`` belong to ``query``; else to an older one.
        often: questions to begin with: their topics.
    """

    query: str = ""
    hits: tuple[FoundTopic, ...] = ()
    is_current: bool = True
    often: tuple[FoundTopic, ...] = ()


@dataclass(frozen=True)
class Moment:
    """What a page is written from.

    Attributes:
        lookup: what the pack answers.
        lines: writes answers.
        session: whose language, place and kind of traveller count.
        now: aware.
        trust: whether ``now`` can be the true time.
        found: by the search.
        notices: that stand.
        audience: tags of the people before the screen; empty: everyone.
    """

    lookup: Lookup
    lines: LineWriter
    session: Session
    now: datetime
    trust: ClockTrust
    found: Found = field(default_factory=Found)
    notices: Board = field(default_factory=Board)
    audience: frozenset[str] = frozenset()

    @property
    def tag(self) -> str:
        """Language of the session."""
        return self.session.language

    @property
    def zone(self) -> ZoneInfo:
        """The gate's."""
        return ZoneInfo(self.lines.composer.pack.content.gate.time_zone)

    @property
    def sky(self) -> Sky:
        """What decides which notices hold."""
        return Sky(self.zone, self.now, self.trust, self.audience)

    @property
    def quiet(self) -> Sequence[Interval]:
        """When festive and promotional things give way."""
        occasions = self.lines.composer.pack.content.occasions
        return quiet_hours(occasions, self.zone, self.trust)

    @property
    def is_quiet(self) -> bool:
        """Whether they do so now."""
        return is_within(self.quiet, to_ms(self.now))

    def say(self, key: str, **values: str) -> str:
        """Return an interface word in the language of the session."""
        return self.lines.say(self.tag, key, **values)

    def choose(self, words: Words) -> str:
        """Return words of the pack in the language of the session, or its fallback."""
        return self.lines.composer.writer.choose(self.tag, words)

    def language_name(self, tag: str) -> str:
        """Return a language's own name."""
        return self.lines.composer.writer.language_name(tag)

    def shown_in(self, topic: Topic) -> str:
        """Return the language in which ``topic`` is read."""
        fallback = self.lines.composer.writer.fallback(self.tag)
        return choose_language(topic.text, self.tag, fallback)

    def standing(self, topic: Topic) -> TopicStanding:
        """Return whether ``topic`` may be shown as it is."""
        return topic_standing(topic, self.now, self.zone, self.trust)

    def offered(self, tile: str) -> Iterator[Topic]:
        """Yield the topics of a category."""
        for topic in self.lookup.topics:
            if topic.tile == tile and self.standing(topic).is_offered:
                yield topic

    def button_to(self, topic: Topic) -> Button:
        """Return the button that opens ``topic``."""
        tag = self.shown_in(topic)
        return Button(f"topic:{topic.id}", topic.text[tag].title, tag, topic.icon)

    def line_to(self, topic: Topic) -> Line:
        """Return the line of an answer that opens ``topic``."""
        button = self.button_to(topic)
        return Line("topic", button.text, button.language, icon=topic.icon, action=button.action)

    def board(self, lanes: Sequence[str], tag: str) -> TodaysBoard:
        """Return the opening hours of lanes; none named: of all."""
        return self.lines.board(lanes, tag, self.now, self.trust)
