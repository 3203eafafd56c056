"""When the agent asks, and how fast it takes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.refresh.pace import FIRST_S, LONGEST_S, Backoff, DownloadHours, TokenBucket, jittered

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        """Return its time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.now += seconds


@given(st.floats(0, 1e6), st.floats(0, 1), st.floats(0, 1))
def test_jitter_stays_within_its_share(seconds: float, chance: float, share: float) -> None:
    slack = 1e-6 * (1 + seconds)
    got = jittered(seconds, chance, share)
    assert seconds * (1 - share) - slack <= got <= seconds * (1 + share) + slack


def test_backoff_doubles_up_to_a_quarter_of_an_hour() -> None:
    backoff, delays = Backoff(), []
    for _ in range(8):
        backoff = backoff.failed()
        delays.append(backoff.delay_s(0.5))
    assert delays == [30, 60, 120, 240, 480, 900, 900, 900]


def test_no_failure_means_no_delay() -> None:
    assert Backoff().delay_s(1.0) == 0


@given(st.integers(1, 100_000), st.floats(0, 1))
def test_backoff_never_passes_its_bounds(failures: int, chance: float) -> None:
    delay = Backoff(failures=min(failures, 30)).failed().delay_s(chance)
    assert FIRST_S * 0.8 <= delay <= LONGEST_S * 1.2


@pytest.mark.parametrize(
    ("local", "open_"),
    [
        ("21:59", False),
        ("22:00", True),
        ("23:59", True),
        ("00:00", True),
        ("04:59", True),
        ("05:00", False),
        ("12:00", False),
    ],
)
def test_hours_cross_midnight_in_the_zone_of_the_gate(local: str, open_: bool) -> None:
    hours = DownloadHours.parse(("22:00-05:00",), HANOI)
    day = datetime.combine(datetime(2026, 11, 26, tzinfo=HANOI), time.fromisoformat(local), HANOI)
    assert hours.are_open(day.astimezone(UTC)) is open_


def test_no_hours_mean_any_time() -> None:
    assert DownloadHours.parse((), HANOI).are_open(datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("text", ["", "22:00", "22:00-", "25:00-05:00", "22:00+07:00-05:00"])
def test_hours_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        DownloadHours.parse((text,), HANOI)


@given(st.times(), st.times(), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_window_and_its_complement_share_the_day(begin: time, end: time, at: datetime) -> None:
    instant = at.replace(tzinfo=UTC)
    here = DownloadHours(((begin, end),), UTC).are_open(instant)
    there = DownloadHours(((end, begin),), UTC).are_open(instant)
    assert here != there or begin == end


@given(
    st.floats(100, 1e8),
    st.lists(st.tuples(st.integers(1, 65_536), st.floats(0, 2)), min_size=1, max_size=60),
)
def test_bucket_never_gives_more_than_its_rate(rate: float, takes: list[tuple[int, float]]) -> None:
    clock = Clock()
    bucket = TokenBucket(rate, clock.monotonic, clock.sleep)
    given_bytes, begun = 0, clock.now
    for count, pause in takes:
        bucket.take(count)
        given_bytes += count
        assert given_bytes <= rate * (clock.now - begun + 0.5) * 1.001 + 1
        clock.sleep(pause)


def test_bucket_without_a_cap_never_waits() -> None:
    clock = Clock()
    TokenBucket(0, clock.monotonic, clock.sleep).take(10**12)
    assert clock.now == 1000.0


def test_bucket_that_is_never_idle_gives_all_of_its_rate() -> None:
    clock = Clock()
    bucket = TokenBucket(1000, clock.monotonic, clock.sleep)
    for _ in range(100):
        bucket.take(100)
    assert timedelta(seconds=clock.now - 1000) <= timedelta(seconds=10.01)
