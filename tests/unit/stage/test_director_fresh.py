"""The director: words that hold for a while only, and are said anew within their slot."""

from datetime import UTC, datetime

from player.stage.cues import Show, Tick, WakeAt, Worded
from player.stage.director import REARM, step
from tests.fakes.directed_stage import Stage, at


def worded(stage: Stage, item: str, until: float, now: float) -> list[str]:
    """Say that ``item`` is worded at second ``now`` for as long as until second ``until``."""
    return stage.send(Worded(item, at(until), at(now)))


def on_stage() -> Stage:
    stage = Stage()
    stage.take()
    return stage


def wake(stage: Stage, event: Worded) -> datetime:
    _, commands = step(stage.state, event)
    (found,) = (each.instant for each in commands if isinstance(each, WakeAt))
    return found.astimezone(UTC)


def on_tick(stage: Stage, second: float) -> Show:
    stage.state, commands = step(stage.state, Tick(at(second)))
    (show,) = (each for each in commands if isinstance(each, Show))
    return show


def test_words_are_said_anew_at_their_instant_and_not_before() -> None:
    stage = on_stage()
    assert worded(stage, "a", until=10, now=0) == []
    assert [stage.tick(second) for second in (5, 9.999, 10)] == [[], [], ["a"]]


def test_words_that_were_said_anew_hold_until_told_otherwise() -> None:
    stage = on_stage()
    worded(stage, "a", until=10, now=0)
    assert [stage.tick(second) for second in (10, 11, 12)] == [["a"], [], []]
    worded(stage, "a", until=13, now=12)
    assert stage.tick(13) == ["a"]


def test_a_page_said_anew_is_known_as_such() -> None:
    stage = on_stage()
    worded(stage, "a", until=10, now=0)
    assert [on_tick(stage, second).anew for second in (10, 20)] == [True, False]


def test_the_timer_is_set_for_the_instant_the_words_change() -> None:
    assert wake(on_stage(), Worded("a", at(7), at(0))) == at(7)


def test_words_that_outlast_their_slot_change_with_it() -> None:
    assert wake(on_stage(), Worded("a", at(50), at(0))) == at(20)
    stage = on_stage()
    worded(stage, "a", until=50, now=0)
    assert [stage.tick(second) for second in (20, 50)] == [["b"], ["c"]]


def test_words_are_said_anew_when_the_clock_steps_back_within_the_slot() -> None:
    stage = on_stage()
    stage.tick(6)
    worded(stage, "a", until=10, now=6)
    assert stage.tick(3) == ["a"]


def test_words_of_something_no_longer_on_stage_are_nothing() -> None:
    stage = on_stage()
    assert worded(stage, "b", until=5, now=0) == []
    assert stage.tick(5) == []


def test_words_that_were_stale_before_they_were_said_are_not_said_in_a_circle() -> None:
    stage = on_stage()
    assert worded(stage, "a", until=0, now=0) == []
    assert stage.tick(1) == []


def test_a_substitute_is_said_anew_as_well() -> None:
    stage = on_stage()
    stage.fail("a", 1)
    worded(stage, "b", until=10, now=1)
    assert stage.tick(10) == ["b for a"]


def test_a_stepped_clock_is_noticed_within_a_minute_however_long_words_hold() -> None:
    stage = Stage(items=("a",))
    stage.take()
    assert wake(stage, Worded("a", at(4000), at(0))) <= at(0) + REARM
