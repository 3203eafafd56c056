"""``status`` tells how the player has fared, in words and as values."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from player.health.ladder import judge
from player.health.starts import Ending, begin, end, rest
from player.health.watch import Fault
from player.main.status import status
from player.main.status_health import health_document, health_faults, health_rows
from player.store.layout import Home
from player.store.lock import locked
from player.store.recovery import End, Recovery, write_recovery
from tests.fakes.moments import NOON, at
from tests.fakes.scenes import HALL

BLACK = frozenset({Fault.BLACK})
SEGV = "Fatal Python error: Segmentation fault"


def told(home: Home, recovery: Recovery) -> dict[str, Any]:
    """Return the health of a home that remembers this, an hour after its boot."""
    write_recovery(home, recovery)
    return health_document(home, NOON + timedelta(hours=1))


def words(health: dict[str, Any]) -> str:
    return "\n".join(f"{name}: {said}" for name, said in health_rows(health))


def test_home_that_was_never_played_has_nothing_to_tell(tmp_path: Path) -> None:
    health = health_document(Home(tmp_path), NOON)
    assert (health["starts_last_hour"], health["last_end"], health["faults"]) == (0, None, [])
    assert list(health_faults(health)) == []
    assert "show does not run" in words(health)


def test_crash_is_told_with_its_signal_and_instant(tmp_path: Path) -> None:
    health = told(Home(tmp_path), begin(begin(Recovery(), at(10)), at(30), SEGV))
    assert health["starts_last_hour"] == 2
    assert health["last_end"] == {
        "how": "crash",
        "at": "2026-11-23T05:00:30+00:00",
        "reason": "Segmentation fault",
    }
    assert "2 in the last hour; the last end was" in words(health)


def test_starts_of_more_than_an_hour_ago_are_not_counted(tmp_path: Path) -> None:
    old = begin(Recovery(), at(-100))
    assert told(Home(tmp_path), begin(old, at(30)))["starts_last_hour"] == 1


def test_safe_mode_is_a_fault_with_its_end_and_reason(tmp_path: Path) -> None:
    health = told(Home(tmp_path), rest(begin(Recovery(), at(5)), at(60), "5 starts"))
    assert health["safe_mode_until"] == "2026-11-23T05:11:00+00:00"
    assert "safe mode: the built-in page is shown: 5 starts" in list(health_faults(health))
    assert "safe mode: until 2026-11-23T05:11:00" in words(health)


def test_fault_that_lasts_is_one_of_now_and_one_that_is_over_is_told_as_past(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    lasting = judge(begin(Recovery(), at(5)), at(60), BLACK).recovery
    with locked(home):
        health = told(home, lasting)
        (fault,) = health_faults(health)
        assert fault == f"{Fault.BLACK.value}, since 2026-11-23T05:01:00+00:00: set the page again"
        assert health["remedy"] == "set the page again"
        assert health["running"]
        assert health["memory"]["show"] > 1_000_000
        past = told(home, judge(lasting, at(70), frozenset()).recovery)
        assert list(health_faults(past)) == []
        assert f"was: {Fault.BLACK.value}, 2026-11-23T05:01:00+00:00 to" in words(past)


def test_player_that_is_gone_without_a_word_is_a_fault(tmp_path: Path) -> None:
    begun = begin(Recovery(), at(5))
    assert list(health_faults(told(Home(tmp_path), begun)))
    ended = end(begun, at(9), Ending(End.PLANNED))
    assert list(health_faults(told(Home(tmp_path), ended))) == []


@pytest.mark.parametrize("as_json", [False, True])
def test_status_holds_the_health(tmp_path: Path, as_json: bool) -> None:
    screen = HALL.model_copy(update={"home": tmp_path})
    write_recovery(Home(tmp_path), begin(Recovery(), at(10)))
    said = status(screen, as_json=as_json)
    if as_json:
        assert json.loads(said)["health"]["running"] is False
    else:
        assert "\nprocesses  show does not run, worker does not run, agent does not run" in said
        assert "FAULT      the player does not run" in said
