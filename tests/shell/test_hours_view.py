"""A page of opening hours on a real stage: told by the clock, and told anew within its slot."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtTest import QAbstractItemModelTester

from player.pack.content import parse_content
from player.publish.built_content import encode
from player.shell.hours_view import HoursModel, Role
from player.stage.scene import HoursRow, HoursScene, Scene, Wording
from tests.fakes.content import Document, content_document, item_document
from tests.fakes.house import House, repertoire, stored

SEVEN: Final = datetime(2026, 11, 23, 0, tzinfo=UTC)
"""07:00 at the gate."""

HOURS: Final[Document] = {
    "lanes": [{"id": "road", "name": {"vi": "Đường bộ"}, "activities": ["passenger"]}],
    "activities": [{"id": "passenger", "name": {"vi": "Hành khách"}}],
    "openings": [{"windows": ["07:00-11:30"]}],
}


def hours_pack() -> Document:
    """Return a pack that shows nothing but the hours of its gate, a slot of 30 seconds each."""
    item = item_document("hours", duration_s=30, kind="hours")
    del item["issued"]
    document = content_document([item])
    document["gate"]["hours"] = HOURS
    assert parse_content(encode(document)).items
    return document


def row_of(scene: Scene) -> HoursRow:
    assert isinstance(scene, HoursScene)
    return scene.rows[0]


def test_a_page_turns_from_closed_to_open_at_seven_without_a_touch(
    house: House, tmp_path: Path
) -> None:
    slot_start = SEVEN - timedelta(seconds=5)
    house.now = slot_start
    house.performance.take(repertoire(stored(tmp_path / "pack", hours_pack())))
    before = house.wait_for(lambda scene: isinstance(scene, HoursScene))
    assert row_of(before).status == "closed"
    house.now = SEVEN - timedelta(milliseconds=1)
    house.performance.tick()
    house.now = SEVEN
    house.performance.tick()
    house.wait_for(lambda scene: row_of(scene).status == "open")
    assert [row_of(scene).status for scene in house.painted] == ["closed", "open"]


def test_minutes_are_counted_down_while_the_page_stands(house: House, tmp_path: Path) -> None:
    house.now = SEVEN - timedelta(minutes=10, seconds=1)
    house.performance.take(repertoire(stored(tmp_path / "pack", hours_pack())))
    first = house.wait_for(lambda scene: isinstance(scene, HoursScene))
    assert isinstance(first, HoursScene)
    assert first.words.fresh_until == SEVEN - timedelta(minutes=10)


def test_rows_are_a_list_to_qml(qtmodeltester: object) -> None:
    del qtmodeltester
    model = HoursModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = (
        HoursRow("Road", "Passengers", "open", "Open", "closes at", ("11:30", "12:30"), "in 1 h"),
        HoursRow("Rail", "Passengers", "unknown", "Ask", reason="Storm"),
    )
    model.fold(HoursScene("hours", Wording("en"), ("Hà Nội", "Beijing"), rows))
    assert model.rowCount() == len(rows)
    assert model.data(model.index(0), Role.TIMES) == ["11:30", "12:30"]
    assert model.data(model.index(1), Role.REASON) == "Storm"
    assert model.data(model.index(0), 0) is None
    assert model.data(model.index(9), Role.LANE) is None
    model.fold(None)
    assert model.rowCount() == 0
