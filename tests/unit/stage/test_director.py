"""The director: every event in every state, failures, and time that steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from player.schedule.slot import DEFAULT_GATE_PAGE, Slot
from player.stage.cues import Event, Failed, PackLost, PackTaken, Show, Tick, WakeAt
from player.stage.director import STRIKES, State, step
from player.stage.material import Material
from tests.fakes.directed_stage import SLOT_S, START, Cycle, Stage, at, clips

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


# --- quarantine ---

SHARED: Final = Material("pack", pictures={"a": "hills", "c": "hills", "b": "gate"})
FILMS: Final = Material("pack", clips={"a": "film", "c": "film"})


def three_strikes(stage: Stage, item: str, media: str) -> Stage:
    for begin in range(0, 180, 60):
        stage.take(begin)
        stage.fail(item, begin + 1, media)
    return stage


def test_picture_that_keeps_failing_is_barred_from_every_item_that_has_it() -> None:
    stage = three_strikes(Stage(material=SHARED), "a", "hills")
    assert [stage.tick(180 + s) for s in (0, 20, 40)] == [["b for a"], ["b"], ["b for c"]]


def test_item_that_keeps_failing_by_itself_bars_no_other_with_its_picture() -> None:
    stage = Stage(material=SHARED)
    for begin in (0, 60, 120):
        stage.take(begin)
        stage.fail("a", begin + 1)
    assert [stage.tick(180 + s) for s in (0, 20, 40)] == [["b for a"], ["b"], ["c"]]


def test_words_that_do_not_fit_in_one_language_bar_no_other() -> None:
    stage = Stage(items=("a", "b", "c"), languages=("km", "vi"))
    for begin in range(0, 360, 120):
        assert stage.take(begin) == ["a"]
        stage.fail("a", begin + 1)
    assert [stage.tick(360 + s) for s in (0, 60)] == [["b for a"], ["a"]]


def test_item_whose_picture_failed_once_in_another_does_not_stand_in() -> None:
    stage = Stage(items=("b", "c", "d", "a"), material=SHARED)
    stage.take(60)
    stage.fail("a", 61, "hills")
    stage.tick(80)
    assert stage.fail("b", 81, "gate") == ["d for b"]


def test_clip_that_keeps_failing_is_shown_as_its_picture_in_every_item_that_has_it() -> None:
    stage = Stage(material=FILMS)
    stage.take(0)
    assert [stage.fail_clip("film", s) for s in (1, 2, 3)] == [[], [], []]
    assert [stage.tick(s)[:1] for s in (20, 40, 60)] == [["b"], ["c as still"], ["a as still"]]


def test_strikes_outlast_a_change_of_programme_and_end_with_their_pack() -> None:
    stage = three_strikes(Stage(material=SHARED), "a", "hills")
    stage.fail_clip("film", 125)
    kept = stage.state.clip_strikes
    assert stage.take(180) == ["b for a"]
    assert stage.state.clip_strikes == kept
    stage.material = Material("another pack", SHARED.pictures)
    assert stage.take(185) == ["a"]
    assert stage.state.clip_strikes == {}


def test_item_that_failed_once_does_not_stand_in_for_another() -> None:
    stage = item_on()
    stage.tick(20)
    stage.fail("b", 21)
    stage.tick(60)
    assert stage.fail("a", 61) == ["c for a"]


def test_clip_never_stands_in() -> None:
    stage = Stage(items=("a", "clip", "c"), material=clips("clip"))
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


@pytest.mark.parametrize("second", [20, 25, -5], ids=["at its end", "late", "clock stepped back"])
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
    ("items", "films", "second", "expected"),
    [
        (("a", "b"), (), 3, 20),
        (("a", "clip"), ("clip",), 3, 10),
        (("a", "clip"), ("clip",), 12, 20),
        (("a", "b", "c", "clip"), ("clip",), 15, 20),
    ],
    ids=["slot ends", "clip comes", "clip is near", "slot ends before a clip comes"],
)
def test_timer_is_set_for_the_next_thing_to_do(
    items: Sequence[str], films: Sequence[str], second: float, expected: float
) -> None:
    stage = Stage(items, clips(*films))
    stage.take()
    assert wake(stage, Tick(at(second))) == expected


def test_timer_is_set_a_minute_ahead_where_nothing_ends_sooner() -> None:
    assert wake(Stage(), PackLost(at(3))) == 63
    assert wake(Stage(), Tick(at(3))) == 63
    long = Slot(at(-1000), at(1000), "a", "vi", "vi", "test")

    class Standing(Cycle):
        def slot_at(self, instant: datetime) -> Slot:
            return long if long.start <= instant < long.end else Cycle("b").slot_at(instant)

    assert wake(Stage(), PackTaken(Standing("b"), Material(), at(3))) == 63


@pytest.mark.parametrize("step_s", [-7200, -61, -1, 86_400 * 400])
def test_stepped_clock_brings_the_slot_of_the_new_time(step_s: int) -> None:
    stage = item_on()
    stage.tick(5 + step_s)
    assert stage.state.slot == Cycle(stage.items).slot_at(at(5 + step_s))


def test_pack_taken_amid_a_slot_shows_the_rest_of_it() -> None:
    _, commands = step(State(), PackTaken(Cycle("ab"), Material(), at(33)))
    assert commands[0] == Show(Cycle("ab").slot_at(at(20)), "b")


def test_clip_after_a_change_to_summer_time_is_still_announced_in_time() -> None:
    """Clocks jump from 2:00 to 3:00; ten seconds before 3:00:05 do not exist on the wall."""
    paris = ZoneInfo("Europe/Paris")
    jump = datetime(2027, 3, 28, 1, tzinfo=UTC)
    due = jump + timedelta(seconds=5)

    class Two(Cycle):
        def slot_at(self, instant: datetime) -> Slot:
            begin, end, item = (
                (due - timedelta(seconds=30), due, "a")
                if instant < due
                else (due, due + timedelta(seconds=99), "clip")
            )
            return Slot(begin.astimezone(paris), end.astimezone(paris), item, "vi", "vi", "")

    now = (jump - timedelta(seconds=20)).astimezone(paris)
    _, commands = step(State(), PackTaken(Two("a"), clips("clip"), now))
    assert commands[-1] == WakeAt(due - timedelta(seconds=10))


def test_what_is_not_for_now_does_not_stand_in() -> None:
    """Mourning holds until the next slot; what comes then is festive."""
    stage = Stage(items=("a", "festival", "c"), refused=frozenset({"festival"}))
    stage.take()
    assert stage.fail("a", 1) == ["c for a"]
