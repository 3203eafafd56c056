"""A touch session, whatever is done and however long nothing is."""

from collections.abc import Sequence
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from player.stage.session.rules import (
    COUNTDOWN_S,
    LONGEST_HEARD_S,
    LONGEST_TRAIL,
    MOST_ZOOM,
    PATIENCE_S,
    Session,
    act,
    begin,
    passed,
    seconds_left,
    shown,
)
from player.stage.session.views import (
    Action,
    Back,
    Be,
    HomeView,
    LanguageView,
    Leave,
    Listen,
    Mode,
    Open,
    Speak,
    Stay,
    Toggle,
    Turn,
    Zoom,
    action_of,
)

NAMES: Final = (
    *("home", "languages", "search", "emergency", "help", "library", "back", "before", "next"),
    *("larger", "smaller", "listen", "stay", "leave", "tile:papers", "topic:visa", "topic:fees"),
    *("entry:handbook", "entry:handbook/lo", "library:lo", "language:lo", "language:vi"),
    *("traveller:", "traveller:driver", "mode:large-text", "mode:low-reach", "nonsense", ""),
)
Done = tuple[str, float, int]
"""Name of what was touched, seconds since the touch before, sheets the page then has."""

doings = st.lists(
    st.tuples(st.sampled_from(NAMES), st.floats(0, 100, allow_nan=False), st.integers(1, 5)),
    max_size=60,
)
actions = st.one_of(
    st.builds(Turn, st.integers(-3, 3)),
    st.builds(Zoom, st.integers(-3, 3)),
    st.builds(Speak, st.sampled_from(["vi", "lo"])),
    st.builds(Be, st.sampled_from(["", "driver"])),
    st.builds(Toggle, st.sampled_from(list(Mode))),
    st.builds(Open, st.sampled_from([HomeView(), LanguageView()])),
    st.sampled_from([Back(), Leave(), Listen(), Stay()]),
)


def _sound(session: Session) -> None:
    assert 1 <= len(session.trail) <= LONGEST_TRAIL
    assert 0 <= session.stop.sheet < session.sheets
    assert all(0 <= stop.zoom <= MOST_ZOOM for stop in session.trail)
    assert session.patience_s >= PATIENCE_S


@given(done=doings, is_chosen=st.booleans())
def test_whatever_is_done_a_session_is_sound_until_it_is_over(
    done: Sequence[Done], is_chosen: bool
) -> None:
    session: Session | None = begin("vi", 0, is_chosen=is_chosen)
    now = 0.0
    for name, seconds, sheets in done:
        now += seconds
        assert session is not None
        session = passed(session, now)
        action = action_of(name)
        if session is None:
            break
        left = seconds_left(session, now)
        assert left is None or 1 <= left <= COUNTDOWN_S
        if action is None:
            continue
        session = act(session, action, now)
        if session is None:
            break
        session = shown(session, sheets, seconds)
        _sound(session)


@given(done=doings, is_chosen=st.booleans())
def test_whatever_was_done_a_session_is_over_once_nobody_touches(
    done: Sequence[Done], is_chosen: bool
) -> None:
    session: Session | None = begin("vi", 0, is_chosen=is_chosen)
    for name, _, sheets in done:
        action = action_of(name)
        if session is None or action is None:
            continue
        session = act(session, action, session.touched_s + 1)
        session = shown(session, sheets, 20) if session else None
    if session is not None:
        assert passed(session, session.touched_s + LONGEST_HEARD_S + COUNTDOWN_S) is None


@given(done=doings, is_chosen=st.booleans())
def test_back_often_enough_always_leaves(done: Sequence[Done], is_chosen: bool) -> None:
    session: Session | None = begin("vi", 0, is_chosen=is_chosen)
    for name, *_ in done:
        action = action_of(name)
        if session is not None and action is not None:
            session = act(session, action, 1)
    for _ in range(LONGEST_TRAIL + 1):
        session = act(session, Back(), 1) if session else None
    assert session is None


@given(done=doings, tag=st.sampled_from(["lo", "km"]))
def test_no_language_is_asked_for_by_back_once_it_was_chosen(
    done: Sequence[Done], tag: str
) -> None:
    session: Session | None = begin("vi", 0, is_chosen=False)
    for name, *_ in (*done, ("languages", 0, 1)):
        action = action_of(name)
        if session is not None and action is not None:
            session = act(session, action, 1)
    session = act(session, Speak(tag), 1) if session else None
    assert session is None or LanguageView() not in {stop.view for stop in session.trail}


@given(done=st.lists(actions, max_size=40))
def test_odd_steps_leave_a_session_sound(done: Sequence[Action]) -> None:
    session: Session | None = begin("vi", 0, is_chosen=True)
    for number, action in enumerate(done):
        session = act(session, action, number) if session else None
        if session is not None:
            session = shown(session, 3, 0)
            _sound(session)
