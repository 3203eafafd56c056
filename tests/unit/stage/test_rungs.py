"""Who has the screen: every pair of claims, as design and DECISIONS.md order them."""

from itertools import combinations, product
from typing import Final

import pytest

from player.stage.rungs import ALWAYS, Rung, covers_programme, ends_session, holder

HIGHEST_FIRST: Final = (
    Rung.EMERGENCY,
    Rung.STOP,
    Rung.PANEL,
    Rung.BLANK,
    Rung.SHOWING,
    Rung.HOLD,
    Rung.SESSION,
    Rung.INSERT,
    Rung.SCHEDULE,
    Rung.GATE_PAGE,
)
"""Emergency, stop, panel, hold or blanking, touch session, insert, schedule, gate page."""

COVERING: Final = {
    Rung.EMERGENCY,
    Rung.STOP,
    Rung.PANEL,
    Rung.BLANK,
    Rung.SHOWING,
    Rung.SESSION,
}
ENDING: Final = COVERING - {Rung.SESSION} | {Rung.HOLD}


def test_every_rung_has_its_place_in_the_order() -> None:
    assert set(HIGHEST_FIRST) == set(Rung)


@pytest.mark.parametrize(("higher", "lower"), [*combinations(HIGHEST_FIRST, 2)])
def test_higher_of_two_claims_has_the_screen(higher: Rung, lower: Rung) -> None:
    assert holder((higher, lower)) == holder((lower, higher)) == higher


@pytest.mark.parametrize("rung", HIGHEST_FIRST)
def test_claim_alone_has_the_screen(rung: Rung) -> None:
    assert holder((rung,)) == rung


def test_screen_nobody_claims_shows_the_gate_page() -> None:
    assert holder(()) == ALWAYS == Rung.GATE_PAGE


@pytest.mark.parametrize(("one", "other"), [*product(HIGHEST_FIRST, repeat=2)])
def test_programme_rests_while_the_higher_of_two_claims_covers_it(one: Rung, other: Rung) -> None:
    higher = min(one, other, key=HIGHEST_FIRST.index)
    assert covers_programme(holder((one, other))) == (higher in COVERING)


@pytest.mark.parametrize("rung", HIGHEST_FIRST)
def test_session_ends_for_whatever_is_above_it_and_for_nothing_else(rung: Rung) -> None:
    assert ends_session(holder((Rung.SESSION, rung))) == (rung in ENDING)
