"""``status`` tells what gate staff ordered of a screen, as long as it is in force."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from player.main.status import status_document
from player.stage.gate.obey import Obeyed, obey
from player.store.gate_orders import GateDay, HoldOrder
from player.store.layout import Home
from player.store.records import write_record
from tests.fakes.gate_orders import GRAVE, after, post, setting, who


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home whose staff hold an item, and cancelled one of two notices, at noon."""
    day = GateDay()
    end: dict[str, Any] = {"message": "cancel", "references": ["queue"], "text": {}}
    orders = (
        HoldOrder(**who("hold"), item="map", minutes=10),
        post("queue"),
        post("fire", **GRAVE),
        post("end", **end),
    )
    for order in orders:
        outcome = obey(day, order, setting())
        assert isinstance(outcome, Obeyed)
        day = outcome.day
    home = Home(tmp_path)
    write_record(home.gate_day, day)
    return home


def told(home: Home, now: datetime) -> tuple[list[str], bool]:
    """Return the notices that stand, and whether an item is held."""
    gate = status_document(home, now)["gate"]
    assert isinstance(gate, dict)
    return [each["id"] for each in gate["notices"]], "hold" in gate


def test_status_tells_what_is_in_force(home: Home) -> None:
    assert told(home, after(1)) == (["fire"], True)


def test_status_tells_nothing_that_is_over(home: Home) -> None:
    assert told(home, after(10)) == (["fire"], False)
    assert told(home, after(13 * 60)) == ([], False)
