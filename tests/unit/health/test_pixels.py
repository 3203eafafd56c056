"""What points of the window prove, and what they do not."""

from dataclasses import replace

import pytest

from player.health.pixels import DARK, Sight, Suspicion, differ, seen
from player.health.watch import Fault

ONE, OTHER = bytes(range(96)), bytes(range(95, -1, -1))
TAPE, FILM = bytes(range(24)), bytes(range(100, 124))
FRAMES = [bytes((number * 60 % 256,)) * 24 for number in range(4)]
PLAIN = b"\x40\x50\x60" * 8
BLACK = bytes((DARK,)) * 96


def after(*sights: Sight) -> frozenset[Fault]:
    """Return what is wrong after these looks."""
    suspicion = Suspicion()
    for sight in sights:
        suspicion = seen(suspicion, sight)
    return suspicion.faults


def test_black_picture_is_a_fault_when_it_is_seen_twice() -> None:
    assert after(Sight(BLACK)) == frozenset()
    assert after(Sight(BLACK), Sight(BLACK)) == {Fault.BLACK}
    assert after(Sight(BLACK), Sight(BLACK), Sight(ONE)) == frozenset()


@pytest.mark.parametrize(
    ("last", "is_urgent"),
    [
        (Sight(BLACK), True),
        (Sight(ONE, strip=TAPE), True),
        (Sight(ONE, page="b"), False),
        (Sight(OTHER), False),
    ],
)
def test_only_what_another_look_can_settle_is_urgent(last: Sight, *, is_urgent: bool) -> None:
    suspicion = seen(Suspicion(), Sight(ONE, strip=TAPE, page="a"))
    assert not suspicion.is_urgent
    assert seen(suspicion, last).is_urgent is is_urgent


def test_black_that_is_meant_is_none() -> None:
    dark = Sight(BLACK, is_dark=True)
    assert after(dark, dark, dark) == frozenset()


def test_one_bright_point_is_no_black() -> None:
    almost = Sight(BLACK[:-1] + bytes((DARK + 1,)))
    assert after(almost, almost, almost) == frozenset()


def test_picture_that_stays_while_items_follow_one_another_is_a_fault() -> None:
    pages = [Sight(ONE, page=page) for page in ("a", "b", "c", "d")]
    assert after(*pages[:2]) == frozenset()
    assert after(*pages[:3]) == {Fault.PICTURE_STILL}
    assert after(*pages[:3], pages[2]) == {Fault.PICTURE_STILL}
    assert after(*pages[:3], Sight(OTHER, page="d")) == frozenset()


@pytest.mark.parametrize("page", ["a", ""])
def test_picture_that_stays_with_its_item_or_below_a_session_is_none(page: str) -> None:
    assert after(*[Sight(ONE, page=page)] * 50) == frozenset()


def test_item_that_came_back_between_two_looks_is_none() -> None:
    assert after(*(Sight(ONE, page="a"), Sight(OTHER, page="b")) * 20) == frozenset()


def test_session_between_two_items_is_none() -> None:
    looks = (Sight(ONE, page="a"), Sight(ONE, page=""), Sight(ONE, page="b"))
    assert after(*looks, *looks) == frozenset()


def test_tape_that_stands_is_a_fault() -> None:
    stands = [Sight(ONE, strip=TAPE, page="a")] * 3
    assert after(*stands[:2]) == frozenset()
    assert after(*stands) == {Fault.TICKER_STILL}
    assert after(*stands, replace(stands[0], strip=TAPE[::-1])) == frozenset()


@pytest.mark.parametrize("strip", [b"", PLAIN])
def test_no_tape_and_the_gap_between_two_rounds_are_none(strip: bytes) -> None:
    assert after(*[Sight(ONE, strip=strip, page="a")] * 9) == frozenset()


def test_film_that_stays_while_its_frames_change_is_a_fault() -> None:
    looks = [Sight(ONE, film=FILM, frame=frame) for frame in FRAMES]
    assert after(*looks[:2]) == frozenset()
    assert after(*looks[:3]) == {Fault.CLIP_STILL}


def test_film_of_a_still_landscape_is_none() -> None:
    assert after(*[Sight(ONE, film=FILM, frame=FRAMES[1])] * 9) == frozenset()


def test_window_of_another_size_is_looked_at_anew() -> None:
    assert after(*[Sight(ONE, strip=TAPE)] * 2, Sight(ONE * 2, strip=TAPE)) == frozenset()


def test_frames_differ_when_a_twentieth_of_them_does() -> None:
    before = bytes(100)
    assert not differ(before, bytes((255,) * 5) + bytes(95))
    assert differ(before, bytes((255,) * 6) + bytes(94))
    assert not differ(before, bytes((20,)) * 100)
