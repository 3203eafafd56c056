"""Which moments the run without a display waits for, and what it calls the same picture."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import capture
import pytest
from PIL import Image
from programme_slots import Programme, Slot

BEGIN: Final = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def programme(*slots: tuple[str, int]) -> Programme:
    """Return a programme of slots (item, length in seconds) from BEGIN on."""
    made = []
    start = BEGIN
    for item, seconds in slots:
        end = start + timedelta(seconds=seconds)
        made.append(Slot(start, end, item, "vi"))
        start = end
    return Programme(tuple(made), ("vi",))


@pytest.mark.parametrize(
    ("slots", "seconds"),
    [
        ([("a", 5), ("b", 5), ("c", 5), ("d", 5)], 30),
        ([("a", 20), ("b", 20), ("c", 20)], 60),
        ([("a", 20), ("a", 20), ("b", 20), ("c", 20)], 80),
    ],
    ids=["half a minute at least", "until the third has gone", "one item twice counts once"],
)
def test_capture_lasts_until_three_items_were_on(
    slots: list[tuple[str, int]], seconds: int
) -> None:
    end = capture.end_of_capture(programme(*slots), BEGIN)
    assert end == BEGIN + timedelta(seconds=seconds)


def test_item_that_is_half_over_does_not_count() -> None:
    begin = BEGIN + timedelta(seconds=15)
    slots = programme(("a", 20), ("b", 20), ("c", 20), ("d", 20))
    assert capture.end_of_capture(slots, begin) == BEGIN + timedelta(seconds=80)


def test_programme_of_two_items_is_refused() -> None:
    with pytest.raises(RuntimeError, match="fewer than 3 items"):
        capture.end_of_capture(programme(("a", 20), ("b", 20)), BEGIN)


def painted(**boxes: tuple[int, int, int, int]) -> Image.Image:
    """Return a white screen with boxes in the colours named."""
    picture = Image.new("RGB", (1920, 1080), "white")
    for colour, box in boxes.items():
        picture.paste(colour, box)
    return picture


def test_clock_that_ticks_is_the_same_picture() -> None:
    tick = painted(black=(1800, 20, 1840, 60))
    assert capture.share_changed(painted(), tick) < capture.SAME


def test_another_headline_is_another_picture() -> None:
    headline = painted(black=(200, 400, 900, 480))
    assert capture.share_changed(painted(), headline) > capture.SAME


@pytest.mark.parametrize(
    ("screens", "complaint"),
    [
        ([painted(), painted(black=(0, 0, 900, 900))], "showed nothing for a"),
        ([painted(red=(0, 0, 900, 900)), painted(red=(0, 0, 900, 900))], "the same for a and b"),
    ],
)
def test_window_that_does_not_show_the_programme_fails(
    screens: Sequence[Image.Image],
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(capture, "OUT", tmp_path)
    slots = programme(("a", 20), ("b", 20)).slots
    with pytest.raises(RuntimeError, match=complaint):
        capture.save(dict(zip(slots, screens, strict=True)), painted())
