"""Every page of both demo gates in every language: complete, and no dead end."""

from typing import Final

import pytest

from player.clock import ClockTrust
from player.stage.session.page import Page
from player.stage.session.views import HomeView, TopicView, View, action_of
from tests.fakes.desk_pages import GATES, LANGUAGES, actions, demo_desk, demo_walk

DEEPEST: Final = 3
pytestmark = [pytest.mark.parametrize("gate", GATES), pytest.mark.parametrize("tag", LANGUAGES)]


def pages(gate: str, tag: str) -> dict[View, Page]:
    return {view: page for view, (_, page) in demo_walk(gate, tag).items()}


def test_every_control_does_something(gate: str, tag: str) -> None:
    unknown = {
        name
        for page in pages(gate, tag).values()
        for name in actions(page)
        if action_of(name) is None
    }
    assert unknown == set()


def test_no_page_is_a_dead_end(gate: str, tag: str) -> None:
    assert [view for view, page in pages(gate, tag).items() if not actions(page)] == []


def test_no_page_is_empty(gate: str, tag: str) -> None:
    empty = [
        view
        for view, page in pages(gate, tag).items()
        if not page.title or not (page.lines or page.buttons)
    ]
    assert empty == []


def test_no_line_and_no_control_is_without_words(gate: str, tag: str) -> None:
    mute: list[tuple[View, str]] = [
        (view, line.kind)
        for view, page in pages(gate, tag).items()
        for line in page.lines
        if not (line.text or line.cells) or not line.language
    ]
    mute += [
        (view, button.action)
        for view, page in pages(gate, tag).items()
        for button in page.buttons
        if not button.text or not button.language
    ]
    assert mute == []


def test_no_page_shows_a_placeholder(gate: str, tag: str) -> None:
    told = [
        text
        for page in pages(gate, tag).values()
        for text in (page.title, page.hint, *page.marks, *(line.text for line in page.lines))
    ]
    told += [line.note for page in pages(gate, tag).values() for line in page.lines]
    assert [text for text in told if "{" in text] == []


def test_every_topic_is_three_touches_from_home_at_most(gate: str, tag: str) -> None:
    walk = demo_walk(gate, tag)
    reached = {
        view.topic: touches for view, (touches, _) in walk.items() if isinstance(view, TopicView)
    }
    assert set(reached) == {topic.id for topic in demo_desk(gate).writer.lookup.topics}
    assert max(reached.values()) <= DEEPEST


def test_every_topic_is_told_in_the_language_itself(gate: str, tag: str) -> None:
    told = pages(gate, tag).items()
    assert {page.language for view, page in told if isinstance(view, TopicView)} == {tag}


def test_unbelieved_clock_leaves_no_dead_end(gate: str, tag: str) -> None:
    desk = demo_desk(gate)
    for topic in desk.writer.lookup.topics:
        page = desk.page(TopicView(topic.id), tag, trust=ClockTrust.UNTRUSTED)
        assert page.lines, topic.id
        assert actions(page), topic.id


def test_home_has_no_more_tiles_than_fingers_find(gate: str, tag: str) -> None:
    assert 6 <= len(pages(gate, tag)[HomeView()].buttons) <= 9
