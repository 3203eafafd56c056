"""The ladder of remedies: one after another, further up each time, forgotten after a quiet time."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from player.health.ladder import KEPT, LADDER, QUIET_S, VIDEO_LADDER, Remedy, judge
from player.health.starts import SAFE_S, Ending, begin, end
from player.health.watch import Fault
from player.store.recovery import Climb, End, Moment, Recovery
from tests.fakes.moments import at

LATE = frozenset({Fault.PAGE_LATE})
CLIP = frozenset({Fault.CLIP_STILL})
BLACK = frozenset({Fault.BLACK})
AWAY = frozenset({Fault.DISPLAY_AWAY})
NONE = frozenset[Fault]()


def second_by_second(
    recovery: Recovery, faults: frozenset[Fault], seconds: int, first: int = 100
) -> Iterator[tuple[int, Remedy | None, Recovery]]:
    """Yield what is done each second while ``faults`` last."""
    for up_s in range(first, first + seconds):
        judgement = judge(recovery, at(up_s), faults)
        recovery = judgement.recovery
        yield up_s, judgement.remedy, recovery


@pytest.mark.parametrize(
    ("faults", "expected"),
    [(LATE, LADDER), (CLIP, VIDEO_LADDER), (LATE | CLIP, LADDER)],
)
def test_fault_that_lasts_is_met_by_one_remedy_after_another(
    faults: frozenset[Fault], expected: tuple[Remedy, ...]
) -> None:
    done = [(s, remedy) for s, remedy, _ in second_by_second(Recovery(), faults, 400) if remedy]
    assert tuple(remedy for _, remedy in done) == expected
    assert done[0][0] == 100
    assert all(later[0] - earlier[0] >= 15 for earlier, later in pairwise(done))


def test_black_that_stays_makes_the_view_anew_within_seconds() -> None:
    steps = second_by_second(Recovery(), BLACK, 400)
    done = [(remedy, s - 100) for s, remedy, _ in steps if remedy]
    assert done[:3] == [(Remedy.SCENE, 0), (Remedy.VIEW, 5), (Remedy.WORKER, 15)]
    assert tuple(remedy for remedy, _ in done) == LADDER


def test_display_that_is_away_is_noted_and_nothing_is_tried_against_it() -> None:
    seconds = list(second_by_second(Recovery(), AWAY, 400))
    assert [remedy for _, remedy, _ in seconds if remedy] == []
    recovery = judge(seconds[-1][2], at(500), NONE).recovery
    assert [(each.fault, each.over) for each in recovery.troubles] == [
        (Fault.DISPLAY_AWAY.value, at(500))
    ]


def test_after_the_last_remedy_the_built_in_page_stands_and_nothing_is_tried() -> None:
    last = list(second_by_second(Recovery(), LATE, 400))[-1][2]
    assert last.safety is not None
    assert Fault.PAGE_LATE.value in last.safety.reason
    after = [remedy for _, remedy, _ in second_by_second(last, LATE, 60, first=500) if remedy]
    assert after == []


def test_rest_is_over_after_ten_minutes_and_the_ladder_begins_at_its_foot() -> None:
    *_, (when, _, resting) = second_by_second(Recovery(), LATE, 400)
    over = judge(resting, at(when + SAFE_S), NONE).recovery
    assert (over.safety, over.is_careful, over.climb) == (None, True, Climb())
    assert judge(over, at(when + SAFE_S + 1), LATE).remedy is Remedy.SCENE


def test_restart_that_does_not_help_is_followed_by_safe_mode() -> None:
    recovery = begin(Recovery(), at(50))
    for up_s, remedy, after in second_by_second(recovery, LATE, 400):
        recovery = after
        if remedy is Remedy.PROCESS:
            recovery = end(recovery, at(up_s + 1), Ending(End.REMEDY))
            recovery = begin(recovery, at(up_s + 2))
            break
    done = [remedy for _, remedy, _ in second_by_second(recovery, LATE, 60, first=200) if remedy]
    assert done == [Remedy.SAFE]


def test_ten_minutes_without_a_fault_are_forgotten_about() -> None:
    climbed = judge(begin(Recovery(), at(50)), at(100), LATE).recovery
    for up_s in (101, 100 + QUIET_S):
        climbed = judge(climbed, at(up_s), NONE).recovery
        assert climbed.climb.taken == ("SCENE",)
    assert judge(climbed, at(102 + QUIET_S), NONE).recovery.climb == Climb()


def test_player_that_has_nothing_to_forget_is_left_as_it_is() -> None:
    recovery = begin(Recovery(), at(50))
    assert judge(recovery, at(5000), NONE).recovery is recovery


def test_starts_are_forgiven_after_ten_quiet_minutes() -> None:
    recovery = begin(begin(Recovery(), at(50)), at(60))
    assert recovery.starts[-1].is_counted
    assert judge(recovery, at(659), NONE).recovery.starts[-1].is_counted
    assert not judge(recovery, at(661), NONE).recovery.starts[-1].is_counted


def test_fault_is_noted_with_its_instants_and_what_was_done() -> None:
    begun = judge(Recovery(), at(100), LATE).recovery
    lasting = judge(begun, at(103), LATE).recovery
    over = judge(lasting, at(104), NONE).recovery
    (trouble,) = over.troubles
    assert (trouble.fault, trouble.begun, trouble.over) == (
        Fault.PAGE_LATE.value,
        at(100),
        at(104),
    )
    assert trouble.remedies == (Remedy.SCENE.value,)


def test_few_faults_are_kept() -> None:
    recovery = Recovery()
    for number in range(100):
        recovery = judge(recovery, at(100 + number), LATE if number % 2 else NONE).recovery
    assert len(recovery.troubles) == KEPT


def test_climb_of_another_boot_counts_from_its_beginning() -> None:
    climbed = judge(begin(Recovery(), at(50)), at(100), LATE).recovery
    other = begin(climbed, Moment(at=at(0).at, boot="second-boot", up_s=5))
    assert other.climb.taken == ("SCENE",)
    assert other.climb.since is not None
    assert other.climb.since.up_s == 5


def test_climb_that_names_an_unknown_remedy_does_no_harm() -> None:
    recovery = Recovery(climb=Climb(taken=("PRAYER",), since=at(99)))
    assert judge(recovery, at(100), LATE).remedy is Remedy.SCENE
