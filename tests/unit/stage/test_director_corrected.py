"""The director: a pack that is corrected while it plays goes on where it is."""

from player.stage.cues import Corrected
from player.stage.rungs import Rung
from tests.fakes.directed_stage import Cycle, Stage, at, clips


def on_stage(*items: str) -> Stage:
    stage = Stage(items or ("a", "b", "c"))
    stage.take()
    return stage


def correct(stage: Stage, second: float, *, differs: bool = False) -> list[str]:
    return stage.send(Corrected(Cycle(stage.items), stage.material, at(second), differs=differs))


def test_what_reads_the_same_stays_on_stage() -> None:
    stage = on_stage()
    assert correct(stage, 5) == []
    assert [stage.tick(second) for second in (19, 20)] == [[], ["b"]]


def test_what_reads_otherwise_is_worded_anew_in_its_slot() -> None:
    stage = on_stage()
    assert correct(stage, 5, differs=True) == ["a"]
    assert [stage.tick(second) for second in (6, 19, 20)] == [[], [], ["b"]]


def test_film_goes_on() -> None:
    stage = Stage(("film", "b"), clips("film"))
    stage.take()
    assert correct(stage, 5) == []


def test_page_that_failed_thrice_is_not_tried_again() -> None:
    stage = on_stage("a", "b")
    for second in (1, 41, 81):
        stage.tick(second)
        stage.fail("a", second)
    assert correct(stage, 85) == []
    assert stage.tick(121) == ["b for a"]


def test_nothing_is_shown_below_what_covers_the_programme() -> None:
    stage = on_stage()
    stage.claim(Rung.SESSION, 1)
    assert correct(stage, 5, differs=True) == []
    assert stage.release(Rung.SESSION, 6) == ["a"]
