"""What the long runs are made of, and what their newest claims are judged by."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from torture import blows, display_blows, fleet, long_runs, syscalls
from torture.claim import Claim
from torture.fleet import IDLE_ROUNDS, Measured, judged
from torture.polling import POLL_S, Look
from torture.syscalls import Attempt

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
PLAYERS = 100
QUIET_S = IDLE_ROUNDS * POLL_S
BETWEEN = (
    *("_nothing_grows", "_mishaps_leave_nothing", "_changes", "_hands", "_strikes"),
    *("_clock", "_full_disk"),
)


def named(what: str, *, is_one: bool) -> object:
    """Return a run that makes one claim of that name."""
    claim = Claim(what, "", holds=True)
    return lambda *_: claim if is_one else iter([claim])


@pytest.fixture
def named_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each run claim nothing but its name."""
    ones = {"_nothing_grows", "_clock", "_full_disk"}
    for name in BETWEEN:
        monkeypatch.setattr(long_runs, name, named("between", is_one=name in ones))
    monkeypatch.setattr(syscalls, "claim", named("calls", is_one=True))
    for module in (fleet, blows, display_blows):
        monkeypatch.setattr(module, "claims", named(module.__name__, is_one=False))


@pytest.mark.usefixtures("named_runs")
def test_runs_that_fork_come_before_anything_of_qt(tmp_path: Path) -> None:
    made = [claim.what for claim in long_runs.claims(tmp_path, 0)]
    assert made[:2] == ["calls", "torture.fleet"]
    assert made[-2:] == ["torture.blows", "torture.display_blows"]
    assert made[2:-2] == ["between"] * len(BETWEEN)


@pytest.mark.parametrize("script", ["torture.sh", "soak.sh"])
def test_script_has_its_servers_and_tools_installed(script: str) -> None:
    assert "source packaging/torture/environment.sh\n" in (PACKAGING / script).read_text("utf-8")
    environment = (PACKAGING / "torture" / "environment.sh").read_text("utf-8")
    assert "bash packaging/setup.sh servers\n" in environment


@pytest.mark.parametrize("package", ["nginx-light", "strace", "x11-xserver-utils"])
def test_set_up_for_servers_installs_what_the_runs_need(package: str) -> None:
    text = (PACKAGING / "setup.sh").read_text("utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith('[ "${1:-}" != servers ]')]
    assert package in line.partition("+=(")[2].rstrip(")").split()


@pytest.mark.parametrize(("wrong", "holds"), [("", True), ("sequence 3", False)])
def test_refresh_that_leaves_neither_pack_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str, holds: bool
) -> None:
    made = [
        Attempt("fsync", "error=EIO", number, was_reached=True, wrong=wrong) for number in (1, 2)
    ]

    def attempts(_: object) -> Iterator[Attempt]:
        yield from made

    monkeypatch.setattr(syscalls.Bench, "prepare", lambda _: None)
    monkeypatch.setattr(syscalls, "attempts", attempts)
    claim = syscalls.claim(tmp_path / "calls")
    assert (claim.holds, claim.figure.startswith("2 refreshes")) == (holds, True)


def fleet_of(
    looks: int, news: int, *, has_failed: bool = False, server_share: float = 0.03
) -> Measured:
    """Return a fleet that made so many looks in vain, and of which so many have the news."""
    idle = [Look(at * QUIET_S / looks, 0.0, has_failed, has_news=False) for at in range(looks)]
    late = [Look(QUIET_S + 1, QUIET_S + 2, failed=False, has_news=True)] * news
    return Measured(PLAYERS, [*idle, *late], QUIET_S, QUIET_S, server_share, 12.0)


@pytest.mark.parametrize(
    ("found", "failing"),
    [
        (fleet_of(200, PLAYERS), []),
        (fleet_of(150, PLAYERS), ["poll", "small"]),
        (fleet_of(200, PLAYERS, has_failed=True), ["refused"]),
        (fleet_of(200, PLAYERS, server_share=0.5), ["small"]),
        (fleet_of(200, PLAYERS - 1), ["reaches"]),
        (fleet_of(200, 0), ["reaches"]),
    ],
    ids=["well", "behind its pace", "refused", "a busy server", "one without news", "no news"],
)
def test_fleet_is_judged_by_looks_answers_server_and_news(
    found: Measured, failing: list[str]
) -> None:
    failed = [claim.what for claim in judged(found) if not claim.holds]
    assert len(failed) == len(failing)
    assert all(word in what for word, what in zip(failing, failed, strict=True))
