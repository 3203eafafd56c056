"""A reset takes away what was brought and ordered, and keeps who the screen is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from player.store.layout import Home
from player.store.records import write_record
from player.store.report import AgentReport, RefreshReport, TrustReport, read_report, write_report
from player.store.reset import (
    PATIENCE,
    Reset,
    clear_state,
    clear_store,
    want_reset,
    wanted_reset,
)
from player.store.trial import Lease

NOON: Final = datetime(2026, 11, 27, 5, tzinfo=UTC)
WISH: Final = Reset(id="one", at=NOON, by="Kỹ thuật")
PACKS: Final = ("a" * 64, "b" * 64)


def lay(*paths: Path) -> None:
    """Put a small file at each of ``paths``."""
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home that has been in use."""
    home = Home(tmp_path)
    lay(home.gate_day, home.trial, home.misses, home.damaged, home.inbox / "1-x.json")
    lay(home.shift_log, home.attempts, home.obeyed, home.anchor)
    lay(home.trust / "timestamp.json", home.orders / "stop.json")
    lay(*(home.packs / name / "pack.json" for name in PACKS))
    lay(home.blobs / "cc" / ("c" * 64), home.partial / "part", home.quarantine / "q.json")
    home.current.symlink_to(f"packs/{PACKS[0]}")
    home.last_good.symlink_to(f"packs/{PACKS[1]}")
    trust = TrustReport(root=3, floor=NOON)
    write_report(home, AgentReport(trust=trust, refresh=RefreshReport(last_success=NOON)))
    return home


def test_nothing_is_wanted_before_somebody_asks(home: Home) -> None:
    assert wanted_reset(home) is None
    want_reset(home, WISH)
    assert wanted_reset(home) == WISH


def test_state_of_the_gate_goes_and_the_log_and_the_lockout_stay(home: Home) -> None:
    clear_state(home)
    clear_state(home)
    gone = (home.gate_day, home.trial, home.misses, home.damaged, home.inbox / "1-x.json")
    assert [path for path in gone if path.exists()] == []
    assert all(path.exists() for path in (home.shift_log, home.attempts, home.obeyed))


def test_store_goes_and_trust_and_orders_of_the_centre_stay(home: Home) -> None:
    home.trial.unlink()
    want_reset(home, WISH)
    assert clear_store(home, WISH, NOON)
    gone = (home.current, home.last_good, home.blobs, home.partial, home.quarantine)
    assert [path for path in gone if path.exists() or path.is_symlink()] == []
    assert list(home.packs.iterdir()) == []
    kept = (home.anchor, home.trust / "timestamp.json", home.orders / "stop.json")
    assert all(path.exists() for path in kept)
    report = read_report(home)
    assert (report.trust.root, report.trust.floor) == (3, NOON)
    assert report.refresh == RefreshReport()
    assert wanted_reset(home) is None


def test_pack_that_show_holds_is_left_until_it_lets_go(home: Home) -> None:
    home.trial.unlink()
    write_record(home.lease, Lease(packs=PACKS[:1]))
    want_reset(home, WISH)
    assert not clear_store(home, WISH, NOON + timedelta(seconds=5))
    assert [path.name for path in home.packs.iterdir()] == list(PACKS[:1])
    assert home.blobs.exists()
    assert not home.current.is_symlink()
    assert wanted_reset(home) == WISH
    write_record(home.lease, Lease())
    assert clear_store(home, WISH, NOON + timedelta(seconds=10))
    assert not home.blobs.exists()


@pytest.mark.parametrize("waited", [PATIENCE, -timedelta(hours=1)])
def test_agent_does_not_wait_for_ever(waited: timedelta, home: Home) -> None:
    """Nor for a clock that was set back."""
    write_record(home.lease, Lease(packs=PACKS[:1]))
    home.trial.unlink()
    want_reset(home, WISH)
    assert clear_store(home, WISH, NOON + waited)
    assert wanted_reset(home) is None


def test_reset_of_an_empty_home_is_done_at_once(tmp_path: Path) -> None:
    home = Home(tmp_path)
    want_reset(home, WISH)
    home.store.mkdir()
    clear_state(home)
    assert clear_store(home, WISH, NOON)
