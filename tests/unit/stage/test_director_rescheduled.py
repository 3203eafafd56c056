"""Another programme of the pack on stage: what both have stays, what differs is seen at once."""

from player.stage.director import STRIKES
from player.stage.rungs import Rung
from tests.fakes.directed_stage import Stage, clips


def on_stage(*items: str) -> Stage:
    """Return a stage on which the first of ``items`` stands."""
    stage = Stage(items=items)
    stage.take()
    return stage


def test_what_both_programmes_have_in_the_slot_stays_as_it_is() -> None:
    stage = on_stage("a", "b")
    assert stage.reschedule(("a", "notice"), 5) == []
    assert stage.tick(20) == ["notice"]


def test_what_differs_is_seen_at_once() -> None:
    stage = on_stage("a", "b")
    assert stage.reschedule(("notice", "b"), 5) == ["notice"]
    assert stage.reschedule(("a", "b"), 6) == ["a"]


def test_substitute_stays_where_its_slot_does() -> None:
    stage = on_stage("a", "b")
    assert stage.fail("a", 1) == ["b for a"]
    assert stage.reschedule(("a", "c"), 5) == []


def test_what_failed_too_often_is_not_shown_by_another_programme() -> None:
    stage = on_stage("a", "b")
    for second in range(0, STRIKES * 40, 40):
        stage.tick(second)
        stage.fail("a", second + 1)
    assert stage.reschedule(("b", "a"), 125) == ["b"]
    assert stage.tick(140) == ["b for a"]


def test_under_a_claim_nothing_is_shown_until_the_screen_is_free() -> None:
    stage = on_stage("a", "b")
    stage.claim(Rung.EMERGENCY, 1)
    assert stage.reschedule(("notice", "b"), 5) == []
    assert stage.tick(6) == []
    assert stage.release(Rung.EMERGENCY, 7) == ["notice"]


def test_hold_is_seen_at_once_though_it_claims_the_screen() -> None:
    stage = on_stage("a", "b")
    stage.claim(Rung.HOLD, 1)
    assert stage.reschedule(("held",), 1) == ["held"]


def test_clip_of_another_programme_is_made_ready() -> None:
    stage = Stage(items=("a", "b"), material=clips("film"))
    stage.take()
    assert stage.reschedule(("a", "film"), 15) == ["warm up"]
    assert stage.tick(20) == ["film"]
