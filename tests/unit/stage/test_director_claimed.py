"""The director while something else has the screen: the programme rests, unseen, and rejoins."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.stage.cues import (
    Claimed,
    ClipFailed,
    Event,
    Failed,
    PackLost,
    PackTaken,
    Released,
    Show,
    ShowBuiltin,
    Tick,
    WakeAt,
    WarmUpVideo,
    Worded,
)
from player.stage.director import REARM, State, step
from player.stage.material import Material
from player.stage.rungs import Rung, covers_programme
from tests.fakes.directed_stage import START, Cycle, Stage, at, clips

COVERING: Final = [rung for rung in Rung if covers_programme(rung)]
BESIDE: Final = [rung for rung in Rung if not covers_programme(rung)]


def covered(stage: Stage, rung: Rung = Rung.SESSION) -> Stage:
    """Return ``stage`` with a pack on it since 0 s and somebody before the screen since 5 s."""
    stage.take()
    stage.claim(rung, 5)
    return stage


# --- covered ---


@pytest.mark.parametrize("rung", COVERING)
def test_page_that_is_covered_stays_as_it_is(rung: Rung) -> None:
    stage = Stage()
    stage.take()
    assert stage.claim(rung, 5) == []


@pytest.mark.parametrize("rung", COVERING)
def test_clip_that_is_covered_stands_still_and_its_worker_ends(rung: Rung) -> None:
    stage = Stage(items=("clip", "b"), material=clips("clip"))
    stage.take()
    assert stage.claim(rung, 5) == ["clip as still", "retire"]


@pytest.mark.parametrize("rung", BESIDE)
def test_claim_that_covers_nothing_changes_nothing(rung: Rung) -> None:
    stage = Stage(items=("clip", "b"), material=clips("clip"))
    stage.take()
    assert [stage.claim(rung, 5), stage.tick(20), stage.release(rung, 25)] == [[], ["b"], []]


def taken(stage: Stage) -> list[str]:
    return stage.take(30)


def ticked(stage: Stage) -> list[str]:
    return stage.tick(30)


def failed(stage: Stage) -> list[str]:
    return stage.fail("a", 10)


def clip_failed(stage: Stage) -> list[str]:
    return stage.fail_clip("clip", 30)


def worded(stage: Stage) -> list[str]:
    return stage.send(Worded("a", at(90), at(30)))


@pytest.mark.parametrize("told", [taken, ticked, failed, clip_failed, worded])
@pytest.mark.parametrize("rung", COVERING)
def test_nothing_is_shown_below_what_covers_the_stage(
    rung: Rung, told: Callable[[Stage], list[str]]
) -> None:
    stage = covered(Stage(items=("a", "clip"), material=clips("clip")), rung)
    assert told(stage) == []


def test_pack_lost_below_a_session_leaves_the_builtin_page() -> None:
    assert covered(Stage()).lose(30) == ["builtin", "retire"]


def test_worker_is_not_warmed_for_a_clip_that_nobody_would_see() -> None:
    stage = covered(Stage(items=("a", "clip"), material=clips("clip")))
    assert [stage.tick(second) for second in (10, 15, 20)] == [[], [], []]


@pytest.mark.parametrize("rung", COVERING)
def test_worker_warmed_for_a_coming_clip_ends_when_the_stage_is_covered(rung: Rung) -> None:
    """A page can be held for hours: the worker would wait in vain, and is to end unneeded."""
    stage = Stage(items=("a", "clip"), material=clips("clip"))
    stage.take(10)
    assert stage.claim(rung, 15) == ["retire"]


# --- free again ---


@pytest.mark.parametrize("rung", COVERING)
@pytest.mark.parametrize(("second", "item"), [(10, "a"), (20, "b"), (47, "c"), (3605, "a")])
def test_slot_of_the_instant_comes_on_when_the_screen_is_free(
    rung: Rung, second: float, item: str
) -> None:
    assert covered(Stage(), rung).release(rung, second) == [item]


def test_clip_goes_on_playing_when_the_screen_is_free() -> None:
    stage = covered(Stage(items=("clip", "b"), material=clips("clip")))
    assert stage.release(Rung.SESSION, 10) == ["clip", "warm up"]


def test_pack_taken_below_a_session_is_on_stage_after_it() -> None:
    stage = covered(Stage())
    stage.items = ("x", "y")
    stage.take(10)
    assert stage.release(Rung.SESSION, 25) == ["y"]


def test_pack_lost_below_a_session_leaves_nothing_to_come_on() -> None:
    stage = covered(Stage())
    stage.lose(10)
    assert stage.release(Rung.SESSION, 25) == []


def test_page_that_failed_below_a_session_has_its_next_chance_after_it() -> None:
    stage = covered(Stage())
    stage.fail("a", 6)
    assert stage.release(Rung.SESSION, 10) == ["a"]


def test_page_that_failed_often_below_a_session_gives_way_after_it() -> None:
    stage = covered(Stage())
    for second in (6, 7, 8):
        stage.fail("a", second)
    assert stage.release(Rung.SESSION, 10) == ["b for a"]


def test_clip_that_failed_below_a_session_is_counted() -> None:
    stage = covered(Stage(items=("clip", "b"), material=clips("clip")))
    for second in (6, 7, 8):
        stage.fail_clip("clip", second)
    assert stage.release(Rung.SESSION, 10)[0] == "clip as still"


# --- two claims ---


@pytest.mark.parametrize(("one", "other"), [*product(COVERING, repeat=2)])
def test_stage_stays_covered_until_the_last_claim_is_given_up(one: Rung, other: Rung) -> None:
    stage = covered(Stage(), one)
    stage.claim(other, 8)
    first = stage.release(one, 25)
    assert first == (["b"] if one == other else [])


def test_claim_made_twice_is_given_up_once() -> None:
    stage = covered(Stage())
    assert stage.claim(Rung.SESSION, 6) == []
    assert stage.release(Rung.SESSION, 25) == ["b"]


def test_release_of_what_was_never_claimed_changes_nothing() -> None:
    stage = Stage()
    stage.take()
    assert stage.release(Rung.SESSION, 5) == []


@pytest.mark.parametrize("change", [Stage.lose, Stage.take], ids=["lost", "taken"])
def test_claims_outlast_a_change_of_pack(change: Callable[[Stage, float], list[str]]) -> None:
    stage = covered(Stage())
    change(stage, 30)
    assert stage.state.claims == {Rung.SESSION}


def test_clip_is_not_stopped_twice() -> None:
    stage = covered(Stage(items=("clip", "b"), material=clips("clip")))
    assert stage.claim(Rung.EMERGENCY, 6) == []


# --- whatever happens ---

happenings = st.lists(
    st.tuples(
        st.sampled_from(["tick", "fail", "clip", "word", "take", "lose", "claim", "release"]),
        st.integers(0, 70) | st.integers(-7200, 86_400),
        st.sampled_from(list(Rung)),
    ),
    max_size=30,
)


def _event(kind: str, second: int, rung: Rung, showing: str | None) -> Event:
    now, item = at(second), showing or "a"
    events: dict[str, Event] = {
        "tick": Tick(now),
        "fail": Failed(item, now),
        "clip": ClipFailed("clip", now),
        "word": Worded(item, now + timedelta(seconds=9), now),
        "take": PackTaken(Cycle(("a", "clip", "b")), clips("clip"), now),
        "lose": PackLost(now),
        "claim": Claimed(rung, now),
        "release": Released(rung, now),
    }
    return events[kind]


@given(told=happenings)
def test_whatever_happens_a_covered_stage_plays_nothing_and_the_timer_stays_near(
    told: Sequence[tuple[str, int, Rung]],
) -> None:
    second = 0
    state, _ = step(State(), PackTaken(Cycle(("a", "clip", "b")), clips("clip"), START))
    for kind, seconds, rung in told:
        second += seconds
        state, commands = step(state, _event(kind, second, rung, state.showing))
        if state.rests:
            moving = [c for c in commands if isinstance(c, Show) and not c.as_still]
            assert not [c for c in moving if c.item in state.material.clips]
            assert not [c for c in commands if isinstance(c, WarmUpVideo)]
            assert state.last_clip is None
        wakes = [c.instant for c in commands if isinstance(c, WakeAt)]
        assert all(at(second) < instant <= at(second) + REARM for instant in wakes)


@given(told=happenings)
def test_whatever_happened_a_free_screen_shows_the_slot_of_the_instant(
    told: Sequence[tuple[str, int, Rung]],
) -> None:
    state, second = State(), 0
    for kind, seconds, rung in told:
        second += seconds
        state, _ = step(state, _event(kind, second, rung, state.showing))
    for rung in Rung:
        state, _ = step(state, Released(rung, at(second)))
    state, _ = step(state, PackTaken(Cycle("ab"), Material("other"), at(second)))
    assert state.slot == Cycle("ab").slot_at(at(second))


@pytest.mark.parametrize("rung", list(Rung))
@pytest.mark.parametrize("event", [Claimed, Released])
def test_screen_without_a_pack_keeps_its_builtin_page(
    rung: Rung, event: type[Claimed | Released]
) -> None:
    state, _ = step(State(), PackLost(START))
    _, commands = step(state, event(rung, at(5)))
    assert not [c for c in commands if isinstance(c, Show | ShowBuiltin)]
