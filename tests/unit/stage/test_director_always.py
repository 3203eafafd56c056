"""The director: the video worker it warms and retires, and what holds whatever happens."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from player.schedule.slot import DEFAULT_GATE_PAGE
from player.stage.cues import (
    Event,
    Failed,
    PackLost,
    PackTaken,
    RetireVideo,
    Show,
    ShowBuiltin,
    Tick,
    WakeAt,
    WarmUpVideo,
)
from player.stage.director import REARM, STRIKES, WARM_UP, State, page, step
from player.stage.material import Material
from tests.fakes.directed_stage import SLOT_S, START, Cycle, Stage, at, clips, said

LATER: Final = START + timedelta(days=1)


def test_worker_is_warmed_ten_seconds_before_a_clip_and_once() -> None:
    stage = Stage(items=("a", "clip"), material=clips("clip"))
    stage.take()
    assert [stage.tick(s) for s in (9, 10, 15, 20, 30)] == [[], ["warm up"], [], ["clip"], []]


def test_worker_is_warmed_at_once_where_a_pack_begins_with_a_clip() -> None:
    assert Stage(items=("clip", "b"), material=clips("clip")).take() == ["clip", "warm up"]


def test_worker_is_retired_ten_minutes_after_it_was_last_needed() -> None:
    stage = Stage(items=("clip", *("abcde" * 40)), material=clips("clip"))
    stage.take()
    said = {s: stage.tick(s) for s in range(10, 700, 10)}
    assert [s for s, commands in said.items() if "retire" in commands] == [10 + 600]


def test_worker_is_not_warmed_for_a_clip_that_is_struck_out() -> None:
    stage = Stage(items=("a", "clip"), material=clips("clip"))
    stage.take()
    stage.state = replace(stage.state, strikes={page("clip", "vi"): STRIKES})
    assert [stage.tick(s) for s in (10, 20)] == [[], ["a for clip"]]


def test_worker_is_kept_over_a_new_pack_and_retired_later() -> None:
    stage = Stage(items=("clip",), material=clips("clip"))
    stage.take()
    stage.items, stage.material = "ab", Material()
    assert stage.take(30) == ["b"]
    assert stage.tick(601) == ["a", "retire"]


def test_worker_is_retired_when_the_clock_steps_back_behind_its_last_clip() -> None:
    stage = Stage(items=("clip", *("abcde" * 40)), material=clips("clip"))
    stage.take()
    assert stage.tick(-3000)[-1] == "retire"


# --- whatever happens ---

ITEMS: Final = ("a", "b", "clip", "c", DEFAULT_GATE_PAGE)
events = st.lists(
    st.tuples(
        st.sampled_from(["tick", "tick", "fail", "fail showing", "take", "lose"]),
        st.integers(-7200, 7200) | st.integers(0, 70) | st.just(86_400),
        st.sampled_from(ITEMS),
    ),
    max_size=40,
)
playlists = st.lists(st.sampled_from(ITEMS), min_size=1, max_size=6)


def _event(kind: str, item: str, state: State, playlist: Sequence[str], now: datetime) -> Event:
    match kind:
        case "take":
            return PackTaken(Cycle(playlist), clips("clip"), now)
        case "lose":
            return PackLost(now)
        case "tick":
            return Tick(now)
        case _:
            shown = state.showing if kind == "fail showing" else None
            return Failed(shown or item, now)


@given(playlist=playlists, happenings=events)
def test_whatever_happens_the_stage_is_never_empty_and_the_timer_always_set(
    playlist: Sequence[str], happenings: Sequence[tuple[str, int, str]]
) -> None:
    state, now, on_stage, is_warm = State(), START, "", False
    for kind, seconds, item in (("take", 0, "a"), *happenings):
        now += timedelta(seconds=seconds)
        event = _event(kind, item, state, playlist, now)
        before, (state, commands) = state, step(state, event)

        shows = [c for c in commands if isinstance(c, Show | ShowBuiltin)]
        wakes = [c.instant for c in commands if isinstance(c, WakeAt)]
        assert len(shows) <= 1
        if shows:
            on_stage = said(shows[0])
            is_new = isinstance(event, PackTaken | PackLost) or state.slot != before.slot
            assert is_new or state.strikes != before.strikes
        assert on_stage == _expected_on_stage(state)

        assert len(wakes) == 1 or isinstance(event, Failed)
        assert all(now < instant <= now + REARM for instant in wakes)
        assert all(instant <= state.slot.end for instant in wakes if state.slot)

        for command in commands:
            if isinstance(command, WarmUpVideo):
                assert not is_warm
            is_warm = isinstance(command, WarmUpVideo) or (
                is_warm and not isinstance(command, RetireVideo)
            )
        assert is_warm == (state.last_clip is not None)
        if state.showing is not None and state.slot is not None and shows:
            assert before.strikes.get(page(state.showing, state.slot.language), 0) < STRIKES


def _expected_on_stage(state: State) -> str:
    if state.slot is None or state.showing is None:
        return "builtin"
    return said(Show(state.slot, state.showing))


@given(playlist=playlists)
def test_timer_that_keeps_its_word_shows_every_slot_and_warms_every_clip(
    playlist: Sequence[str],
) -> None:
    state, commands = step(State(), PackTaken(Cycle(playlist), clips("clip"), START))
    now, warm_since, shown = START, LATER, []
    while now < START + timedelta(minutes=5):
        for command in commands:
            if isinstance(command, WarmUpVideo):
                warm_since = now
            elif isinstance(command, Show):
                shown.append((now, command.item))
                is_warm = now - warm_since >= WARM_UP
                assert is_warm or command.item != "clip" or now == START
        now = next(c.instant for c in commands if isinstance(c, WakeAt))
        state, commands = step(state, Tick(now))
    assert shown == [(at(SLOT_S * n), playlist[n % len(playlist)]) for n in range(len(shown))]
