"""Lockout: the rule, and that no sequence of errors, restarts and clock steps makes it shorter."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.stage.panel.lockout import Lockout, delay_s, failed, resumed
from player.store.attempts import Attempts, read_attempts, write_attempts
from player.store.layout import Home

NOON: Final = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
YES, NO = ClockTrust.TRUSTED, ClockTrust.UNTRUSTED


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (1000, 900)],
)
def test_delay_grows_to_a_quarter_of_an_hour(wrong: int, seconds: float) -> None:
    assert delay_s(wrong) == seconds


def test_fifth_error_locks_and_time_unlocks() -> None:
    lockout = Lockout()
    for _ in range(4):
        lockout = failed(lockout, NOON, YES, 100)
        assert lockout.remaining_s(100) == 0
    lockout = failed(lockout, NOON, YES, 100)
    assert (lockout.remaining_s(100), lockout.remaining_s(129), lockout.remaining_s(130)) == (
        30,
        1,
        0,
    )


@pytest.mark.parametrize(
    ("now", "trust", "failed_at", "remaining"),
    [
        (NOON + timedelta(seconds=10), YES, NOON, 20),
        (NOON + timedelta(days=1), YES, NOON, 0),
        (NOON - timedelta(days=400), YES, NOON, 30),  # set back
        (NOON + timedelta(days=1), NO, NOON, 30),
        (NOON + timedelta(days=1), YES, None, 30),  # nobody believed the clock then
    ],
)
def test_restart_leaves_what_remains_and_never_more_than_the_delay(
    now: datetime, trust: ClockTrust, failed_at: datetime | None, remaining: float
) -> None:
    lockout = resumed(Attempts(wrong=5, failed_at=failed_at), now, trust, 7)
    assert lockout.remaining_s(7) == remaining


@dataclass
class Screen:
    """A screen in true time, whose clocks are what a test makes of them."""

    true_s: int = 0
    started_s: int = 0
    back_s: int = 0
    trust: ClockTrust = YES
    lockout: Lockout = field(default_factory=Lockout)
    failed_s: int = 0

    @property
    def now(self) -> datetime:
        """The wall clock: late by what it was set back; of no use where nobody believes it."""
        strayed = timedelta(days=1000) if self.trust is NO else timedelta()
        return NOON + timedelta(seconds=self.true_s - self.back_s) + strayed

    @property
    def seconds(self) -> int:
        """The clock that never steps; it begins anew at each start."""
        return self.true_s - self.started_s

    @property
    def locked_s(self) -> float:
        """For how long no PIN is taken."""
        return self.lockout.remaining_s(self.seconds)

    def restart(self, off_s: int) -> None:
        """Pull the plug, and put it back."""
        self.true_s += off_s
        self.started_s = self.true_s
        self.lockout = resumed(self.lockout.attempts, self.now, self.trust, self.seconds)


STEPS: Final = st.one_of(
    st.tuples(st.just("wrong"), st.just(0)),
    st.tuples(st.just("wait"), st.integers(0, 1000)),
    st.tuples(st.just("restart"), st.integers(0, 1000)),
    st.tuples(st.just("back"), st.integers(0, 100_000)),
    st.tuples(st.just("trust"), st.integers(0, 1)),
)


@given(st.lists(STEPS, max_size=60))
def test_no_sequence_makes_it_shorter_or_longer_than_the_rule(steps: list[tuple[str, int]]) -> None:
    screen = Screen()
    for step, number in steps:
        match step:
            case "wrong":
                if screen.locked_s == 0:
                    screen.lockout = failed(
                        screen.lockout, screen.now, screen.trust, screen.seconds
                    )
                    screen.failed_s = screen.true_s
            case "wait":
                screen.true_s += number
            case "restart":
                screen.restart(number)
            case "back":
                screen.back_s += number
            case _:
                screen.trust = YES if number else NO
        rule = delay_s(screen.lockout.attempts.wrong)
        assert screen.locked_s <= rule
        assert screen.locked_s > 0 or screen.true_s - screen.failed_s >= rule


def test_attempts_outlive_the_process(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert read_attempts(home) == Attempts()
    write_attempts(home, Attempts(wrong=6, failed_at=NOON))
    assert read_attempts(home) == Attempts(wrong=6, failed_at=NOON)
