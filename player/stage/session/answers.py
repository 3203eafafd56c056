"""Pages that answer: a topic, the emergency page, help."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from player.clock import ClockTrust
from player.pack.item import Recording
from player.pack.lookup import EMERGENCY, HELP, Traveller
from player.pack.topic import Topic
from player.stage.session.code import code_path
from player.stage.session.moment import Moment
from player.stage.session.page import Line, Page
from player.stage.session.shelf import listen_line
from player.stage.session.topic_standing import TopicStanding
from player.stage.session.views import TopicView

WHOLE: Final = frozenset({"hours", "step", "bullet", "contact", "phrase"})
"""Lines of which a block has several: the answer ends with the last one."""

NUMBERS: Final = (
    ("113", "police", "police"),
    ("114", "fire_brigade", "fire"),
    ("115", "ambulance", "ambulance"),
    ("112", "disaster_line", "disaster"),
)
"""Number, interface word, icon of the national lines, for a pack that answers nothing else."""


def topic_page(moment: Moment, view: TopicView) -> Page:
    """Return the answer of a topic; "ask at the counter" where it must not be shown any more."""
    topic = moment.lookup.topic_by_id.get(view.topic)
    if topic is None:
        gone = (Line("caution", moment.say("ask_counter"), moment.tag), *_counter(moment))
        return Page("Answer", moment.tag, moment.say("help"), "help", lines=gone)
    tag, standing = moment.shown_in(topic), moment.standing(topic)
    body = _withheld(moment) if standing.is_withheld else _answer(moment, topic, tag)
    return Page(
        "Answer",
        tag,
        topic.text[tag].title,
        topic.icon,
        marks=tuple(_marks(moment, topic, tag, standing)),
        lines=(*body, *_closing(moment, topic, tag, standing)),
        fresh_until=moment.board((), tag).fresh_until if _tells_hours(topic, tag) else None,
    )


def emergency_page(moment: Moment) -> Page:
    """Return whom to call and what to show to staff: the pack's, else the national numbers."""
    title, topic = moment.say("emergency"), moment.lookup.topic_by_id.get(EMERGENCY)
    if topic is not None and not moment.standing(topic).is_withheld:
        page = topic_page(moment, TopicView(EMERGENCY))
        return replace(page, title=title, icon="emergency")
    numbers = (
        Line("contact", moment.say(word), moment.tag, icon=icon, cells=(number,))
        for number, word, icon in NUMBERS
    )
    return Page("Answer", moment.tag, title, "emergency", lines=(*numbers, *_counter(moment)))


def help_page(moment: Moment) -> Page:
    """Return how this screen is used, and who helps."""
    keys = ("help_touch", "help_modes", "help_forget")
    how = (Line("bullet", moment.say(key), moment.tag) for key in keys)
    topics = map(moment.line_to, moment.offered(HELP))
    lines = (*how, *_counter(moment), *topics)
    return Page("Answer", moment.tag, moment.say("help"), "help", lines=lines)


def _answer(moment: Moment, topic: Topic, tag: str) -> Iterator[Line]:
    """Yield the answer first, then the one question, then the parts that depend on it."""
    offered = _told_apart(moment, topic, tag)
    # Chosen on another page, a kind that this one does not tell apart must hide nothing of it.
    said = moment.session.traveller
    traveller = said if said in {each.id for each in offered} else ""
    body = list(moment.lines.body(topic, tag, traveller, lambda lanes: moment.board(lanes, tag)))
    first = _first_block(body)
    yield from first
    yield from _recording(moment, topic, tag)
    if offered:
        yield _choices(moment, offered, traveller, tag)
    yield from body[len(first) :]
    picture = moment.lines.picture(topic.picture, tag)
    if picture is not None:
        yield picture


def _first_block(body: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the first block: what answers."""
    if not body or body[0].kind not in WHOLE:
        return body[:1]
    return list(takewhile(lambda line: line.kind == body[0].kind, body))


def _recording(moment: Moment, topic: Topic, tag: str) -> Iterator[Line]:
    """Yield the button that has the topic read aloud, where the pack carries a recording."""
    item = moment.lines.composer.pack.content.item_by_id.get(topic.recording or "")
    if not isinstance(item, Recording) or (item.gives_way and moment.is_quiet):
        return
    heard = item.heard(moment.tag, tag)
    if heard is not None:
        yield from listen_line(moment, item, heard)


def _withheld(moment: Moment) -> Iterator[Line]:
    """Yield why nothing is said: it has passed its day, or nobody knows what day it is."""
    unsure = moment.trust is ClockTrust.UNTRUSTED
    yield Line("caution", moment.say("clock_unknown" if unsure else "ask_counter"), moment.tag)
    yield from _counter(moment)


def _told_apart(moment: Moment, topic: Topic, tag: str) -> list[Traveller]:
    """Return the kinds of traveller that parts of a topic are for."""
    spoken = {each for section in topic.text[tag].sections for each in section.travellers}
    return [each for each in moment.lookup.travellers if each.id in spoken]


def _choices(moment: Moment, offered: Sequence[Traveller], said: str, tag: str) -> Line:
    """Return the one question: who reads; ``said``: id, "": everyone."""
    choose, say = moment.lines.composer.writer.choose, moment.lines.say
    ids = ("", *(each.id for each in offered))
    return Line(
        "choices",
        say(tag, "who"),
        tag,
        cells=(say(tag, "everyone"), *(choose(tag, each.name) for each in offered)),
        actions=tuple(f"traveller:{each}" for each in ids),
        chosen=ids.index(said),
    )


def _counter(moment: Moment) -> Iterator[Line]:
    """Yield where somebody can be asked."""
    counters = [each.id for each in moment.lookup.contacts if each.icon == "information"]
    yield from moment.lines.contacts(counters[:1], moment.tag)


def _closing(moment: Moment, topic: Topic, tag: str, standing: TopicStanding) -> Iterator[Line]:
    """Yield where to read on, and who says so."""
    if not standing.is_withheld:
        if topic.link:
            path, modules = code_path(topic.link)
            yield Line(
                "link",
                topic.link,
                "en",
                lead=path,
                note=moment.lines.say(tag, "scan"),
                note_language=tag,
                aspect=float(modules),
            )
        for source in topic.sources:
            yield Line("origin", moment.lines.composer.writer.source(source, tag), tag)
    known = (moment.lookup.topic_by_id.get(each) for each in topic.related)
    related = [each for each in known if each and moment.standing(each).is_offered]
    if related:
        yield Line("heading", moment.say("related"), moment.tag)
    yield from map(moment.line_to, related)


def _marks(moment: Moment, topic: Topic, tag: str, standing: TopicStanding) -> Iterator[str]:
    if topic.sample:
        yield moment.lines.say(tag, "sample")
    if tag != moment.tag:
        # In the language that was asked for: its reader must learn why this one is another.
        yield moment.say("fallback", language=moment.language_name(tag))
    if standing.is_outdated and not standing.is_withheld:
        yield moment.lines.say(tag, "outdated")


def _tells_hours(topic: Topic, tag: str) -> bool:
    return any(
        block.kind == "hours" for section in topic.text[tag].sections for block in section.blocks
    )
