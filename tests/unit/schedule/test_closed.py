"""The page of a closed gate: its languages take turns by the gate's clock."""

from typing import Final
from zoneinfo import ZoneInfo

import pytest

from player.schedule.closed import ClosedProgramme
from player.schedule.slot import CLOSED_PAGE
from tests.fakes.content import GATE_ZONE
from tests.fakes.programme import local

ZONE: Final = ZoneInfo(GATE_ZONE)


@pytest.mark.parametrize(
    ("at", "language", "start", "end"),
    [
        ("2026-11-23T00:00", "vi", "00:00:00", "00:00:12"),
        ("2026-11-23T00:00:11.999", "vi", "00:00:00", "00:00:12"),
        ("2026-11-23T00:00:12", "en", "00:00:12", "00:00:24"),
        ("2026-11-23T00:00:36", "vi", "00:00:36", "00:00:48"),
        ("2026-11-23T23:59:59", "zh", "23:59:48", "00:00:00"),
    ],
)
def test_turn_is_counted_from_midnight(at: str, language: str, start: str, end: str) -> None:
    slot = ClosedProgramme(ZONE, ("vi", "en", "zh")).slot_at(local(at))
    assert (slot.item, slot.language, slot.shown_in) == (CLOSED_PAGE, language, language)
    assert (f"{slot.start:%H:%M:%S}", f"{slot.end:%H:%M:%S}") == (start, end)
    assert slot.start <= local(at) < slot.end


def test_turn_over_a_change_of_clocks_follows_the_one_before() -> None:
    paris = ClosedProgramme(ZoneInfo("Europe/Paris"), ("vi", "en"))
    slot = paris.slot_at(local("2026-10-25T02:59:59", "Europe/Paris"))
    assert paris.slot_at(slot.end).start == slot.end
