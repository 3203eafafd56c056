"""What every page says, whatever its kind: words, labels, source line, gate and clocks' places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.item import Bulletin, Item, Photo, Recording, Source, media_of
from player.pack.language import Words, choose_language
from player.pack.media import Audio
from player.stage.phrases import Phrases
from player.stage.scene import Wording


@dataclass(frozen=True, slots=True)
class WordingWriter:
    """Words the pages of one pack.

    Attributes:
        content: what the pack says.
        phrases: interface words.
        date_text: (tag, day) -> the day as that language writes it.
        has_sound: whether recordings are heard on this screen.
    """

    content: Content
    phrases: Phrases
    date_text: Callable[[str, date], str]
    has_sound: bool

    def wording(self, item: Item, language: str, today: date, trust: ClockTrust) -> Wording:
        """Return the words of ``item`` for readers of ``language``, in it or its fallback."""
        shown_in = choose_language(item.text, language, self.fallback(language))
        return self.worded(item, shown_in, self.marks(item, language, shown_in, today, trust))

    def worded(self, item: Item, tag: str, marks: Iterable[str]) -> Wording:
        """Return the words of ``item`` in ``tag``, in which it has some, under these ``marks``."""
        text = item.text[tag]
        return Wording(
            language=tag,
            title=text.title,
            body=text.body,
            caption=text.caption,
            origin=self._origin(item, tag),
            marks=tuple(marks),
            gate=self.gate_name(tag),
            language_name=self.language_name(tag),
            own_place=self._own_place(tag),
            neighbour_place=self._neighbour_place(tag),
        )

    def language_name(self, tag: str) -> str:
        """Return a language's own name: the player's word for it, the pack's, or its tag."""
        known = self.content.language_by_tag.get(tag)
        name = self.phrases.language_name(tag)
        return known.name if name == tag and known and known.name else name

    def marks(
        self, item: Item, language: str, shown_in: str, today: date, trust: ClockTrust
    ) -> Iterator[str]:
        """Yield the labels a page must carry.

        Args:
            item: on the page.
            language: asked for.
            shown_in: in which its words are.
            today: local day.
            trust: with an untrusted clock a fact with a review date may be out of date.
        """
        say = self.phrases.say
        if item.sample:
            yield say(shown_in, "sample")
        is_recorded = isinstance(item, Recording) and language in item.audio
        if shown_in != language and (not self.has_sound or not is_recorded):
            # In the language that was asked for: its reader must learn why this one is another.
            yield say(language, "fallback", language=self.language_name(shown_in))
        if item.source is not None and (
            trust is ClockTrust.UNTRUSTED or today > item.source.review_by
        ):
            yield say(shown_in, "outdated")

    def source(self, source: Source, tag: str) -> str:
        """Return who says so, in which document, and since when it holds."""
        stated = (self.choose(tag, source.authority), source.document)
        named = f"{self.phrases.say(tag, 'source')}: {', '.join(part for part in stated if part)}"
        day = self.date_text(tag, source.effective)
        return f"{named} · {self.phrases.say(tag, 'effective', date=day)}"

    def _origin(self, item: Item, tag: str) -> str:
        say, parts = self.phrases.say, []
        if isinstance(item, Bulletin):
            if item.issue_number:
                parts.append(say(tag, "issue", number=item.issue_number))
            parts.append(say(tag, "issued", date=self.date_text(tag, item.issued)))
        if item.source is not None:
            parts.append(self.source(item.source, tag))
        for key, credit in _credits(item):
            parts.append(say(tag, key, credit=credit))
        return " · ".join(part for part in parts if part)

    def gate_name(self, tag: str) -> str:
        """Return what the gate is called."""
        return self.choose(tag, self.content.gate.name)

    def gate_wording(self, tag: str) -> Wording:
        """Return what the default gate page says in ``tag``."""
        return Wording(
            language=tag,
            title=self.gate_name(tag),
            body=self.phrases.say(tag, "gate_invitation"),
            caption=self.phrases.say(tag, "gate_welcome"),
            language_name=self.phrases.language_name(tag),
            own_place=self._own_place(tag),
            neighbour_place=self._neighbour_place(tag),
        )

    def clock_places(self, tag: str) -> tuple[str, str]:
        """Return whose time the clocks of this side and of the other show."""
        return self._own_place(tag), self._neighbour_place(tag)

    def _own_place(self, tag: str) -> str:
        gate = self.content.gate
        return self.phrases.say(tag, f"zone.{gate.time_zone}") or self.choose(tag, gate.province)

    def _neighbour_place(self, tag: str) -> str:
        neighbour = self.content.gate.neighbour
        return self.phrases.say(tag, f"zone.{neighbour.time_zone}") or self.choose(
            tag, neighbour.name
        )

    def choose(self, tag: str, words: Words) -> str:
        """Return the text for readers of ``tag``, by its declared fallback; "" if there is none."""
        return words[choose_language(words, tag, self.fallback(tag))] if words else ""

    def fallback(self, tag: str) -> Sequence[str]:
        """Return the languages tried where a text in ``tag`` is missing, in order."""
        known = self.content.language_by_tag.get(tag)
        return known.fallback if known is not None else ()


def _credits(item: Item) -> Iterator[tuple[str, str]]:
    """Yield (phrase, credit) of whoever is to be named on screen, each once."""
    still = "photo" if isinstance(item, Photo) else "picture"
    named = (
        ("recording" if isinstance(medium, Audio) else still, medium.rights.credit)
        for _, medium in media_of(item)
        if medium.rights.shown
    )
    yield from dict.fromkeys(named)
