"""The clock is set as it was said at the screen, and by nothing that cannot be the time."""

import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from deb import set_clock as program
from deb.set_clock import LONGEST_S, WishError, battery_time, wanted

from player.stage.panel.clock_digits import CLOCK_YEARS
from player.store.clock_wish import wish_clock
from player.store.layout import Home
from player.store.recovery import Moment

NOON: Final = datetime(2026, 11, 27, 5, tzinfo=UTC)
HERE: Final = Moment(at=NOON, boot="here", up_s=100.0)


def wish(folder: Path, moment: Moment = HERE) -> Path:
    """Wish for a time as the player does; return the file."""
    home = Home(folder)
    wish_clock(home, moment)
    return home.clock_wish


def test_time_that_passed_since_is_counted(tmp_path: Path) -> None:
    raw = wish(tmp_path).read_bytes()
    assert wanted(raw, "here", 102.5) == NOON + timedelta(seconds=2.5)


@pytest.mark.parametrize(
    ("moment", "up_s"),
    [
        (HERE.model_copy(update={"boot": "before"}), 101),
        (HERE, 100 + LONGEST_S + 1),
        (HERE, 99),
        (HERE.model_copy(update={"at": datetime(1970, 1, 1, tzinfo=UTC)}), 101),
        (HERE.model_copy(update={"at": datetime(2100, 1, 1, tzinfo=UTC)}), 101),
    ],
)
def test_old_or_impossible_wish_is_dropped(tmp_path: Path, moment: Moment, up_s: float) -> None:
    raw = wish(tmp_path, moment).read_bytes()
    with pytest.raises(WishError):
        wanted(raw, "here", up_s)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b'{"wish": {"at": 5, "boot": "here", "up_s": 100}}',
        b'{"wish": {"at": "2026-11-27T05:00:00", "boot": "here", "up_s": 100}}',
        b'{"wish": {"at": "2026-11-27T05:00:00+00:00", "boot": "here", "up_s": NaN}}',
        b"[" * 9000,
    ],
)
def test_what_is_no_wish_is_dropped(raw: bytes) -> None:
    with pytest.raises(WishError):
        wanted(raw, "here", 101)


def test_years_are_those_that_can_be_typed() -> None:
    assert (program.EARLIEST.year, program.LATEST.year - 1) == CLOCK_YEARS


def test_battery_clock_is_told_utc() -> None:
    told = struct.unpack("9i", battery_time(NOON))
    assert told[:6] == (0, 0, 5, 27, 10, 126)


@pytest.fixture
def clocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Return what the clocks were set to; nothing of this machine is."""
    told: list[datetime] = []
    boot = tmp_path / "boot_id"
    boot.write_text("here\n", "ascii")
    monkeypatch.setattr(program, "WISH", Home(tmp_path).clock_wish)
    monkeypatch.setattr(program, "BOOT", boot)
    monkeypatch.setattr(program, "set_clocks", told.append)
    return told


def test_wish_is_granted_once(tmp_path: Path, clocks: list[datetime]) -> None:
    now_s = time.monotonic()
    file = wish(tmp_path, HERE.model_copy(update={"up_s": now_s}))
    assert program.main() == 0
    assert [at - NOON < timedelta(seconds=30) for at in clocks] == [True]
    assert not file.exists()


def test_wish_that_cannot_be_granted_is_gone(tmp_path: Path, clocks: list[datetime]) -> None:
    file = wish(tmp_path, HERE.model_copy(update={"boot": "before"}))
    assert (program.main(), clocks) == (1, [])
    assert not file.exists()


def test_link_is_not_followed(tmp_path: Path, clocks: list[datetime]) -> None:
    file = wish(tmp_path, HERE.model_copy(update={"up_s": time.monotonic()}))
    elsewhere = file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(elsewhere)
    assert (program.main(), clocks) == (1, [])
    assert elsewhere.exists()
    assert not file.is_symlink()


def test_machine_that_refuses_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clocks: list[datetime],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    del clocks

    def refuse(_: datetime) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(program, "set_clocks", refuse)
    file = wish(tmp_path, HERE.model_copy(update={"up_s": time.monotonic()}))
    assert program.main() == 1
    assert "not permitted" in capsys.readouterr().err
    assert not file.exists()
