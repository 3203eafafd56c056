"""The director: every event in every state, and what holds whatever happens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.schedule.slot import DEFAULT_GATE_PAGE, Slot
from player.stage.director import (
    REARM,
    STRIKES,
    WARM_UP,
    Command,
    Event,
    Failed,
    PackLost,
    PackTaken,
    RetireVideo,
    Show,
    ShowBuiltin,
    State,
    Tick,
    WakeAt,
    WarmUpVideo,
    step,
)

START: Final = datetime(2026, 11, 23, 6, tzinfo=UTC)
ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
LATER: Final = START + timedelta(days=1)
SLOT_S: Final = 20


@dataclass(frozen=True)
class Cycle:
    """A schedule that repeats ``items``, each for ``SLOT_S``, before and after ``START``."""

    items: Sequence[str]

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot on screen at ``instant``."""
        number = (instant - START) // timedelta(seconds=SLOT_S)
        start = START + number * timedelta(seconds=SLOT_S)
        end = start + timedelta(seconds=SLOT_S)
        item = self.items[number % len(self.items)]
        return Slot(start.astimezone(ZONE), end.astimezone(ZONE), item, "vi", "vi", "test")


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


@dataclass
class Stage:
    """Feeds a director and tells what it said, in words; a time is seconds after ``START``."""

    items: Sequence[str] = ("a", "b", "c")
    clips: frozenset[str] = frozenset()
    state: State = field(default_factory=State)

    def send(self, event: Event) -> list[str]:
        """Send one event; return the commands but for the next wake-up."""
        self.state, commands = step(self.state, event)
        return [_said(command) for command in commands if not isinstance(command, WakeAt)]

    def take(self, second: float = 0) -> list[str]:
        """Put the pack on."""
        return self.send(PackTaken(Cycle(self.items), self.clips, at(second)))

    def tick(self, second: float) -> list[str]:
        """Let the timer go off."""
        return self.send(Tick(at(second)))

    def fail(self, item: str, second: float) -> list[str]:
        """Say that ``item`` cannot be shown."""
        return self.send(Failed(item, at(second)))

    def lose(self, second: float) -> list[str]:
        """Take the pack away."""
        return self.send(PackLost(at(second)))


def _said(command: Command) -> str:
    match command:
        case Show(slot, item):
            return item if item == slot.item else f"{item} for {slot.item}"
        case ShowBuiltin():
            return "builtin"
        case WarmUpVideo():
            return "warm up"
        case RetireVideo():
            return "retire"
        case WakeAt(instant):
            return f"wake {(instant - START).total_seconds():g}"


# --- every event in every state ---


def nothing_yet() -> Stage:
    return Stage()


def no_pack() -> Stage:
    stage = Stage()
    stage.lose(0)
    return stage


def item_on() -> Stage:
    stage = Stage()
    stage.take()
    return stage


def substitute_on() -> Stage:
    stage = item_on()
    stage.fail("a", 1)
    return stage


def gate_page_on() -> Stage:
    stage = Stage(items=("a",))
    stage.take()
    stage.fail("a", 1)
    return stage


def builtin_for_gate_page() -> Stage:
    stage = gate_page_on()
    stage.fail(DEFAULT_GATE_PAGE, 2)
    return stage


TABLE: Final = [
    (nothing_yet, Stage.take, 5, ["a"]),
    (nothing_yet, Stage.lose, 5, ["builtin", "retire"]),
    (nothing_yet, Stage.tick, 5, []),
    (no_pack, Stage.take, 5, ["a"]),
    (no_pack, Stage.lose, 5, ["builtin", "retire"]),
    (no_pack, Stage.tick, 5, []),
    (item_on, Stage.take, 5, ["a"]),
    (item_on, Stage.lose, 5, ["builtin", "retire"]),
    (item_on, Stage.tick, 5, []),
    (item_on, Stage.tick, 20, ["b"]),
    (item_on, Stage.tick, 65, ["a"]),
    (item_on, Stage.tick, -30, ["b"]),
    (substitute_on, Stage.take, 5, ["a"]),
    (substitute_on, Stage.lose, 5, ["builtin", "retire"]),
    (substitute_on, Stage.tick, 5, []),
    (substitute_on, Stage.tick, 20, ["b"]),
    (gate_page_on, Stage.take, 5, ["a"]),
    (gate_page_on, Stage.lose, 5, ["builtin", "retire"]),
    (gate_page_on, Stage.tick, 5, []),
    (gate_page_on, Stage.tick, 20, ["a"]),
    (builtin_for_gate_page, Stage.take, 5, ["a"]),
    (builtin_for_gate_page, Stage.lose, 5, ["builtin", "retire"]),
    (builtin_for_gate_page, Stage.tick, 5, []),
    (builtin_for_gate_page, Stage.tick, 20, ["a"]),
]


@pytest.mark.parametrize(("begin", "act", "second", "expected"), TABLE)
def test_event_in_state_is_answered(
    begin: Callable[[], Stage],
    act: Callable[[Stage, float], list[str]],
    second: float,
    expected: list[str],
) -> None:
    assert act(begin(), second) == expected


FAILURES: Final = [
    (nothing_yet, "a", []),
    (no_pack, "a", []),
    (item_on, "a", ["b for a"]),
    (item_on, "b", []),
    (substitute_on, "b", ["c for a"]),
    (substitute_on, "a", []),
    (gate_page_on, DEFAULT_GATE_PAGE, ["builtin"]),
    (gate_page_on, "a", []),
    (builtin_for_gate_page, DEFAULT_GATE_PAGE, []),
    (builtin_for_gate_page, "a", []),
]


@pytest.mark.parametrize(("begin", "item", "expected"), FAILURES)
def test_failure_counts_only_for_what_is_on_stage(
    begin: Callable[[], Stage], item: str, expected: list[str]
) -> None:
    assert begin().fail(item, 5) == expected


def test_what_is_no_event_is_a_defect_told_at_once() -> None:
    @dataclass
    class Stranger:
        now: datetime = START

    with pytest.raises(AssertionError):
        step(State(), Stranger())  # type: ignore[arg-type]


# --- failures ---


def test_following_slots_stay_where_they_were_after_a_failure() -> None:
    whole, broken = item_on(), substitute_on()
    seconds = range(20, 200, 7)
    assert [broken.tick(s) for s in seconds] == [whole.tick(s) for s in seconds]


def test_failed_item_is_tried_again_at_its_next_turn_until_the_third_strike() -> None:
    stage = Stage()
    shown = [stage.take(0), stage.fail("a", 1)]
    for begin in (60, 120):
        shown += [stage.tick(begin), stage.fail("a", begin + 1)]
    struck_out = stage.tick(180)
    assert shown == [["a"], ["b for a"]] * STRIKES
    assert struck_out == ["b for a"]


def test_new_pack_forgets_strikes() -> None:
    stage = Stage(state=State(strikes={"a": STRIKES}))
    assert stage.take() == ["a"]


def test_item_that_failed_once_does_not_stand_in_for_another() -> None:
    stage = item_on()
    stage.tick(20)
    stage.fail("b", 21)
    stage.tick(60)
    assert stage.fail("a", 61) == ["c for a"]


def test_clip_never_stands_in() -> None:
    stage = Stage(items=("a", "clip", "c"), clips=frozenset({"clip"}))
    stage.take()
    assert stage.fail("a", 1) == ["c for a"]


def test_gate_page_that_failed_often_gives_way_to_the_builtin_page_at_once() -> None:
    stage = Stage(items=("a",))
    stage.take()
    for begin in range(0, SLOT_S * STRIKES, SLOT_S):
        stage.tick(begin)
        stage.fail("a", begin + 1)
        stage.fail(DEFAULT_GATE_PAGE, begin + 2)
    assert stage.tick(SLOT_S * STRIKES) == ["builtin"]
    assert stage.tick(SLOT_S * STRIKES + 5) == []


def test_scheduled_gate_page_that_cannot_be_shown_gives_way_to_the_builtin_page() -> None:
    stage = Stage(items=(DEFAULT_GATE_PAGE, "b"))
    stage.take()
    assert stage.fail(DEFAULT_GATE_PAGE, 1) == ["builtin"]
    assert stage.tick(20) == ["b"]


@pytest.mark.parametrize("second", [25, -5], ids=["late", "clock stepped back"])
def test_failure_told_outside_its_slot_brings_the_slot_of_now(second: float) -> None:
    stage = item_on()
    expected = item_on().tick(second)
    assert stage.fail("a", second) == expected


def test_failure_leaves_the_state_it_was_given_untouched() -> None:
    before = item_on().state
    step(before, Failed("a", at(1)))
    assert before.strikes == {}


# --- time ---


def wake(stage: Stage, event: Event) -> float:
    _, commands = step(stage.state, event)
    (instant,) = (command.instant for command in commands if isinstance(command, WakeAt))
    return (instant - START).total_seconds()


@pytest.mark.parametrize(
    ("items", "clips", "second", "expected"),
    [
        (("a", "b"), (), 3, 20),
        (("a", "clip"), ("clip",), 3, 10),
        (("a", "clip"), ("clip",), 12, 20),
        (("a", "b", "c", "clip"), ("clip",), 15, 20),
    ],
    ids=["slot ends", "clip comes", "clip is near", "slot ends before a clip comes"],
)
def test_timer_is_set_for_the_next_thing_to_do(
    items: Sequence[str], clips: Sequence[str], second: float, expected: float
) -> None:
    stage = Stage(items, frozenset(clips))
    stage.take()
    assert wake(stage, Tick(at(second))) == expected


def test_timer_is_set_a_minute_ahead_where_nothing_ends_sooner() -> None:
    assert wake(Stage(), PackLost(at(3))) == 63
    assert wake(Stage(), Tick(at(3))) == 63
    long = Slot(at(-1000), at(1000), "a", "vi", "vi", "test")

    class Standing:
        def slot_at(self, instant: datetime) -> Slot:
            return long if long.start <= instant < long.end else Cycle("b").slot_at(instant)

    assert wake(Stage(), PackTaken(Standing(), frozenset(), at(3))) == 63


@pytest.mark.parametrize("step_s", [-7200, -61, -1, 86_400 * 400])
def test_stepped_clock_brings_the_slot_of_the_new_time(step_s: int) -> None:
    stage = item_on()
    stage.tick(5 + step_s)
    assert stage.state.slot == Cycle(stage.items).slot_at(at(5 + step_s))


def test_pack_taken_amid_a_slot_shows_the_rest_of_it() -> None:
    _, commands = step(State(), PackTaken(Cycle("ab"), frozenset(), at(33)))
    assert commands[0] == Show(Cycle("ab").slot_at(at(20)), "b")


def test_clip_after_a_change_to_summer_time_is_still_announced_in_time() -> None:
    """Clocks jump from 2:00 to 3:00; ten seconds before 3:00:05 do not exist on the wall."""
    paris = ZoneInfo("Europe/Paris")
    jump = datetime(2027, 3, 28, 1, tzinfo=UTC)
    due = jump + timedelta(seconds=5)

    class Two:
        def slot_at(self, instant: datetime) -> Slot:
            begin, end, item = (
                (due - timedelta(seconds=30), due, "a")
                if instant < due
                else (due, due + timedelta(seconds=99), "clip")
            )
            return Slot(begin.astimezone(paris), end.astimezone(paris), item, "vi", "vi", "")

    now = (jump - timedelta(seconds=20)).astimezone(paris)
    _, commands = step(State(), PackTaken(Two(), frozenset({"clip"}), now))
    assert commands[-1] == WakeAt(due - timedelta(seconds=10))


# --- the video worker ---


def test_worker_is_warmed_ten_seconds_before_a_clip_and_once() -> None:
    stage = Stage(items=("a", "clip"), clips=frozenset({"clip"}))
    stage.take()
    assert [stage.tick(s) for s in (9, 10, 15, 20, 30)] == [[], ["warm up"], [], ["clip"], []]


def test_worker_is_warmed_at_once_where_a_pack_begins_with_a_clip() -> None:
    assert Stage(items=("clip", "b"), clips=frozenset({"clip"})).take() == ["clip", "warm up"]


def test_worker_is_retired_ten_minutes_after_it_was_last_needed() -> None:
    stage = Stage(items=("clip", *("abcde" * 40)), clips=frozenset({"clip"}))
    stage.take()
    said = {s: stage.tick(s) for s in range(10, 700, 10)}
    assert [s for s, commands in said.items() if "retire" in commands] == [10 + 600]


def test_worker_is_not_warmed_for_a_clip_that_is_struck_out() -> None:
    stage = Stage(items=("a", "clip"), clips=frozenset({"clip"}))
    stage.take()
    stage.state = replace(stage.state, strikes={"clip": STRIKES})
    assert [stage.tick(s) for s in (10, 20)] == [[], ["a for clip"]]


def test_worker_is_kept_over_a_new_pack_and_retired_later() -> None:
    stage = Stage(items=("clip",), clips=frozenset({"clip"}))
    stage.take()
    stage.items, stage.clips = "ab", frozenset()
    assert stage.take(30) == ["b"]
    assert stage.tick(601) == ["a", "retire"]


def test_worker_is_retired_when_the_clock_steps_back_behind_its_last_clip() -> None:
    stage = Stage(items=("clip", *("abcde" * 40)), clips=frozenset({"clip"}))
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
            return PackTaken(Cycle(playlist), frozenset({"clip"}), now)
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
            on_stage = _said(shows[0])
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
        if state.showing is not None:
            assert before.strikes.get(state.showing, 0) < STRIKES or not shows


def _expected_on_stage(state: State) -> str:
    if state.slot is None or state.showing is None:
        return "builtin"
    return _said(Show(state.slot, state.showing))


@given(playlist=playlists)
def test_timer_that_keeps_its_word_shows_every_slot_and_warms_every_clip(
    playlist: Sequence[str],
) -> None:
    state, commands = step(State(), PackTaken(Cycle(playlist), frozenset({"clip"}), START))
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
