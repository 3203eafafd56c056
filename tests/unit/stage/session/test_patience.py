"""How long a touch session waits for somebody, and how it says so."""

import pytest

from player.stage.session.rules import (
    COUNTDOWN_S,
    PATIENCE_S,
    Session,
    act,
    begin,
    begin_kept,
    passed,
    seconds_left,
    shown,
    turned,
)
from player.stage.session.views import (
    Action,
    Back,
    Be,
    HelpView,
    Open,
    Speak,
    Stay,
    TopicView,
    Turn,
    Zoom,
)


def at_home() -> Session:
    return begin("vi", 0, is_chosen=True)


@pytest.mark.parametrize(
    ("at_s", "left"),
    [(0, None), (59.9, None), (60, 30), (60.1, 30), (61, 29), (89, 1), (89.9, 1), (95, 1)],
)
def test_countdown_of_thirty_seconds_begins_after_a_minute(at_s: float, left: int | None) -> None:
    assert seconds_left(at_home(), at_s) == left


@pytest.mark.parametrize(("at_s", "is_over"), [(60, False), (89.9, False), (90, True), (1e6, True)])
def test_session_is_over_when_the_countdown_is(at_s: float, is_over: bool) -> None:
    assert (passed(at_home(), at_s) is None) == is_over


def test_session_is_extended_as_often_as_somebody_touches() -> None:
    """WCAG 2.2.1 asks for ten times at least."""
    session = at_home()
    for _ in range(12):
        waited = passed(session, session.ends_at_s - 0.1)
        assert waited is not None
        went_on = act(waited, Stay(), session.ends_at_s - 0.1)
        assert went_on is not None
        session = went_on
    assert session.ends_at_s > 12 * PATIENCE_S


@pytest.mark.parametrize(("reading_s", "patience_s"), [(0, 60), (40, 60), (41, 61.5), (200, 300)])
def test_page_that_takes_long_to_read_waits_longer(reading_s: float, patience_s: float) -> None:
    session = shown(at_home(), 1, reading_s)
    assert (session.asks_at_s, session.ends_at_s) == (patience_s, patience_s + COUNTDOWN_S)


@pytest.mark.parametrize(
    "action",
    [Stay(), Back(), Turn(1), Zoom(1), Be("driver"), Speak("lo"), Open(HelpView())],
)
def test_whatever_is_done_begins_the_minute_anew(action: Action) -> None:
    on_topic = act(at_home(), Open(TopicView("visa")), 1)
    assert on_topic is not None
    session = act(on_topic, action, 77)
    assert session is not None
    assert session.asks_at_s == 77 + PATIENCE_S


def test_session_that_staff_began_is_never_asked_for() -> None:
    session = begin_kept("zh", TopicView("fees"), 0)
    assert passed(session, 1e9) is session
    assert seconds_left(session, 1e9) is None


def test_session_that_staff_began_goes_on_like_any_other() -> None:
    session = act(begin_kept("zh", TopicView("fees"), 0), Open(HelpView()), 5)
    assert session is not None
    assert (session.is_kept, session.view) == (True, HelpView())


def test_sheets_turn_round_and_round() -> None:
    session = shown(begin_kept("zh", TopicView("fees"), 0), 3, 0)
    seen = []
    for _ in range(5):
        seen.append(session.stop.sheet)
        session = turned(session)
    assert seen == [0, 1, 2, 0, 1]


def test_page_that_is_not_set_yet_turns_to_its_first_sheet() -> None:
    assert turned(begin_kept("zh", TopicView("fees"), 0)).stop.sheet == 0
