"""As many topics as one likes, made of the demos' words, and how fast they are searched."""

import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from time import perf_counter
from typing import Final, overload

from player.lookup.search import Search
from player.pack.content import FORMAT
from player.pack.lookup import Lookup
from player.pack.topic import Topic, TopicText
from player.publish.wording import insert_breaks
from tests.fakes.lookups import demo_lookup

TAGS: Final = ("vi", "en", "zh", "lo", "km")
GATE: Final = "huu-nghi"


class ManyTopics(Sequence[Topic]):
    """Topics that are made anew whenever they are looked at: a hundred thousand need no memory.

    The first ones are the demo's own; every other is different words in random order.
    """

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Topic: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Topic]: ...
    def __getitem__(self, at: int | slice) -> Topic | Sequence[Topic]:
        """Return one topic or several."""
        if isinstance(at, slice):
            return [_topic(number) for number in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return _topic(at % self._count)

    def __iter__(self) -> Iterator[Topic]:
        return map(_topic, range(self._count))


def many_topics(count: int) -> Lookup:
    """Return a lookup of ``count`` topics in five languages; the same each time."""
    return Lookup.model_construct(format=FORMAT, topics=ManyTopics(count))


@cache
def typed(tag: str) -> tuple[str, ...]:
    """Return what is typed: titles and questions of the demo, at every keystroke."""
    lookup, _ = demo_lookup(GATE)
    texts = [topic.text[tag] for topic in lookup.topics]
    terms = [said for text in texts for said in (text.title, *text.questions[1:3])]
    plain = (term.replace("\u200b", "") for term in terms)
    return tuple(term[:end] for term in plain for end in range(1, len(term) + 1))


def keystroke_ms(search: Search, tag: str, every: int = 1) -> list[float]:
    """Return the milliseconds each keystroke takes, sorted; every how many-th is typed."""
    taken: list[float] = []
    for query in typed(tag)[::every]:
        began = perf_counter()
        search.find(query, tag)
        taken.append((perf_counter() - began) * 1000)
    return sorted(taken)


def percentile(taken: Sequence[float], share: float) -> float:
    """Return the figure below which ``share`` of ``taken``, sorted, lie."""
    return taken[min(len(taken) - 1, int(len(taken) * share))]


@cache
def _words(tag: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the demo in a language: of its titles and questions, of its texts."""
    lookup, _ = demo_lookup(GATE)
    near: list[str] = []
    far: list[str] = []
    for topic in lookup.topics:
        text = topic.text[tag]
        near += _parts(" ".join((text.title, *text.questions)), tag)
        far += _parts(text.search, tag)
    return tuple(near), tuple(far)


@cache
def _sounds(tag: str) -> tuple[str, ...]:
    """Return how words of the demo sound; where they are not typed so, words that say nothing."""
    return tuple(" ".join(topic.text[tag].sounds for topic in _demo_topics()).split()) or ("",)


def _parts(text: str, tag: str) -> list[str]:
    """Return the words of ``text``, also where no space is between them."""
    if tag == "zh":
        return [text[at : at + 2] for at in range(0, len(text) - 1, 2)]
    return insert_breaks(text, tag).replace("\u200b", " ").split()


@cache
def _demo_topics() -> Sequence[Topic]:
    return demo_lookup(GATE)[0].topics


class _Texts(Mapping[str, TopicText]):
    """The texts of a topic, each made when it is looked at."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __getitem__(self, tag: str) -> TopicText:
        return _text(tag, self._number)

    def __iter__(self) -> Iterator[str]:
        return iter(TAGS)

    def __len__(self) -> int:
        return len(TAGS)

    def __contains__(self, tag: object) -> bool:
        return tag in TAGS


def _topic(number: int) -> Topic:
    if number < len(_demo_topics()):
        return _demo_topics()[number]
    return _demo_topics()[0].model_copy(update={"id": f"topic-{number}", "text": _Texts(number)})


def _text(tag: str, number: int) -> TopicText:
    chance = random.Random(f"{number} {tag}")  # noqa: S311  (the same topics each time)
    near, far = _words(tag)
    space = " " if tag in {"vi", "en"} else ""
    title = space.join(chance.choices(near, k=2 + number % 5))
    questions = [space.join(chance.choices(near, k=k)) for k in (1 + number % 3, 2 + number % 5)]
    body = space.join(chance.choices(far, k=30))
    said = {"title": f"{title} {number}", "search": f"{title} {number}\n{body}"}
    lines = [" ".join(chance.choices(_sounds(tag), k=3)) for _ in range(3)]
    update = {**said, "questions": questions, "sounds": "\n".join(lines).strip()}
    return _demo_topics()[0].text[tag].model_copy(update=update)
