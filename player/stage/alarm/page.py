"""The pages of an emergency: which languages stand on which, under which signs and colour.

All languages at once, Vietnamese first; more than five are shared out over pages that all carry
the Vietnamese. How large the letters are, and whether a page must be cut further, is the shell's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from player.config.screen import ExitDirection
from player.stage.alarm.call import AlarmCall, AlarmKind, AlarmStatus, AlarmText
from player.stage.alarm.signs import ARROWS, Sign
from player.stage.alarm.words import usual_texts
from player.stage.phrases import Phrases

FIRST: Final = "vi"

Tone = Literal["act", "prepare", "safe", "drill"]
"""Red and white: act now. Yellow and black: be ready. Green and white: safe (ISO 22324). White in a
hatched frame: not meant."""

MOST_LANGUAGES: Final = 5
"""On a page, at once."""

TURN_MS: Final = 6_000
"""How long a page stays where there are several."""

CHIME_MS: Final = 30_000
"""From one chime to the next."""

_TONES: Final[Mapping[AlarmKind, Tone]] = {
    AlarmKind.EVACUATE: "act",
    AlarmKind.FIRE: "act",
    AlarmKind.SHELTER: "act",
    AlarmKind.DANGER: "prepare",
    AlarmKind.ALL_CLEAR: "safe",
}

_SIGNS: Final[Mapping[AlarmKind, tuple[Sign, ...]]] = {
    AlarmKind.EVACUATE: (Sign.EXIT,),
    AlarmKind.FIRE: (Sign.FIRE, Sign.EXIT),
    AlarmKind.SHELTER: (Sign.SHELTER,),
    AlarmKind.DANGER: (Sign.WARNING,),
    AlarmKind.ALL_CLEAR: (Sign.TICK,),
}

_LED: Final = frozenset({AlarmKind.EVACUATE, AlarmKind.FIRE})
"""Kinds in which people are led out; any other page has no arrow."""


@dataclass(frozen=True, slots=True)
class TaggedWords:
    """A few words and their language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class AlarmBlock:
    """What is said to readers of one language.

    Attributes:
        language: of the words.
        headline: the largest of them.
        body: what to do, or empty.
        label: that this is not the reader's language, in his; or empty.
        label_language: of the label.
    """

    language: str
    headline: str
    body: str = ""
    label: str = ""
    label_language: str = ""


@dataclass(frozen=True, slots=True)
class AlarmPage:
    """What stands on the screen at a time.

    Attributes:
        status: meant, or not.
        tone: its colours.
        band: the word for them at the head, in every language of the screen.
        blocks: Vietnamese first, and largest.
        signs: in the order in which they stand.
        is_left: whether the person on the sign of the exit runs to the left.
        level: of disaster risk; None: not said.
        level_words: the same, in every language of the page.
        foot: since when, and who says so, in every language of the page.
    """

    status: AlarmStatus
    tone: Tone
    band: tuple[TaggedWords, ...]
    blocks: tuple[AlarmBlock, ...]
    signs: tuple[Sign, ...]
    is_left: bool = False
    level: int | None = None
    level_words: tuple[TaggedWords, ...] = ()
    foot: tuple[TaggedWords, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class AlarmPlace:
    """Where an emergency is shown.

    Attributes:
        languages: of the screen, in order; Vietnamese goes first wherever it stands, and is added.
        direction: of the exit; ``none``: no arrow.
        phrases: interface words, those of ``words.py`` among them.
    """

    languages: Sequence[str]
    direction: ExitDirection
    phrases: Phrases


def alarm_pages(
    call: AlarmCall, place: AlarmPlace, time_text: str = "", most: int = MOST_LANGUAGES
) -> tuple[AlarmPage, ...]:
    """Return the pages of ``call`` for a screen, at least one.

    Args:
        call: the order.
        place: the screen.
        time_text: of ``call.since_ms`` at the gate; empty: not shown.
        most: languages on a page; 1: each has a page of its own, and Vietnamese is not repeated.
    """
    phrases = place.phrases
    texts = call.texts or usual_texts(call.kind, phrases)
    tags = tuple(dict.fromkeys((FIRST, *place.languages)))
    signs = call_signs(call, place.direction)
    tone = _TONES[call.kind] if call.status is AlarmStatus.ACTUAL else "drill"
    band = _distinct((tag, _band(call, phrases, tag)) for tag in tags)
    blocks = {tag: _block(tag, texts, phrases) for tag in tags}
    return tuple(
        AlarmPage(
            status=call.status,
            tone=tone,
            band=band,
            blocks=tuple(_unrepeated([blocks[tag] for tag in page])),
            signs=signs,
            is_left="left" in place.direction,
            level=call.level,
            level_words=_levels(call.level, page, phrases),
            foot=_foot(call, page, phrases, time_text),
        )
        for page in shared_out(tags, most)
    )


def shared_out(tags: Sequence[str], most: int) -> tuple[tuple[str, ...], ...]:
    """Return which languages stand on which page: the first on all of them, the rest evenly.

    Args:
        tags: each once, at least one.
        most: on a page, at least 1; 1: none is repeated.
    """
    first, others = tags[0], tags[1:]
    if most == 1:
        return tuple((tag,) for tag in tags)
    count = max(1, -(-len(others) // (most - 1)))
    ends = [len(others) * at // count for at in range(count + 1)]
    return tuple((first, *others[ends[at] : ends[at + 1]]) for at in range(count))


def page_at(elapsed_ms: int, count: int) -> int:
    """Return which of ``count`` pages stands ``elapsed_ms`` after the order, from 0."""
    return max(0, elapsed_ms) // TURN_MS % count


def next_turn_ms(elapsed_ms: int) -> int:
    """Return how long the page of that moment still stays."""
    return TURN_MS - max(0, elapsed_ms) % TURN_MS


def chimes_by(elapsed_ms: int) -> int:
    """Return how many chimes have been due ``elapsed_ms`` after the order: the first at once."""
    return 0 if elapsed_ms < 0 else elapsed_ms // CHIME_MS + 1


def next_chime_ms(elapsed_ms: int) -> int:
    """Return how long it is to the next chime."""
    return CHIME_MS - elapsed_ms % CHIME_MS if elapsed_ms >= 0 else -elapsed_ms


def in_two(page: AlarmPage) -> tuple[AlarmPage, AlarmPage]:
    """Return ``page`` as two: what is the matter, and what to do, each in all its languages."""
    heads = tuple(replace(block, body="") for block in page.blocks)
    bodies = tuple(replace(block, headline="") for block in page.blocks if block.body)
    return replace(page, blocks=heads), replace(page, blocks=bodies or heads)


def call_signs(call: AlarmCall, direction: ExitDirection) -> tuple[Sign, ...]:
    """Return the signs of ``call``, the arrow on the side to which it points."""
    signs = (call.sign,) if call.sign else _SIGNS[call.kind]
    if call.kind not in _LED or direction == "none":
        return signs
    return (ARROWS[direction], *signs) if "left" in direction else (*signs, ARROWS[direction])


def _band(call: AlarmCall, phrases: Phrases, tag: str) -> str:
    word = _TONES[call.kind] if call.status is AlarmStatus.ACTUAL else call.status.value
    return phrases.say(tag, f"alarm_{word}")


def _block(tag: str, texts: Mapping[str, AlarmText], phrases: Phrases) -> AlarmBlock:
    found = next((each for each in (tag, FIRST, "en", *texts) if each in texts), None)
    if found is None:
        return AlarmBlock(tag, phrases.say(tag, "alarm_danger"))
    label = ""
    if found != tag:
        label = phrases.say(tag, "fallback", language=phrases.language_name(found))
    text = texts[found]
    joint = "" if found.partition("-")[0] == "zh" else " "
    return AlarmBlock(found, text.headline, joint.join(text.instructions), label, tag)


def _unrepeated(blocks: Sequence[AlarmBlock]) -> Iterator[AlarmBlock]:
    """Yield ``blocks``; words that stand above already are pointed at, not said again."""
    said: set[str] = set()
    for block in blocks:
        if block.label and block.language in said:
            yield AlarmBlock(block.label_language, "", "", block.label, block.label_language)
        else:
            yield block
        said.add(block.language)


def _levels(level: int | None, tags: Sequence[str], phrases: Phrases) -> tuple[TaggedWords, ...]:
    if level is None:
        return ()
    return _distinct(
        (
            tag,
            phrases.say(
                tag,
                "alarm_level",
                number=str(level),
                word=phrases.say(tag, f"alarm_level_{level}"),
            ),
        )
        for tag in tags
    )


def _foot(
    call: AlarmCall, tags: Sequence[str], phrases: Phrases, time_text: str
) -> tuple[TaggedWords, ...]:
    said: list[tuple[str, str]] = []
    for tag in tags:
        issued = phrases.say(tag, "alarm_issued", time=time_text) if time_text else ""
        who = call.issuers.get(tag, call.issuers.get(FIRST, "") if tag == FIRST else "")
        said.append((tag, " · ".join(filter(None, (issued, who)))))
    return _distinct(said)


def _distinct(words: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> tuple[TaggedWords, ...]:
    """Return ``words`` in order, each text once, none empty."""
    first: dict[str, str] = {}
    for tag, text in words:
        if text:
            first.setdefault(text, tag)
    return tuple(TaggedWords(tag, text) for text, tag in first.items())
