"""What a touch makes of a field."""

from datetime import datetime

import pytest

from player.stage.panel.fields import (
    Span,
    clock_minute,
    dialled_span,
    edited,
    spans_of,
    spans_text,
    with_span,
)
from player.stage.panel.forms import FieldKind

NOW = datetime(2026, 11, 27, 23, 43)  # noqa: DTZ001  (a wall clock is all that is read)


@pytest.mark.parametrize(
    ("kind", "value", "how", "after"),
    [
        ("lane", "", "~b", "b"),
        ("lane", "b", "~a", "b,a"),
        ("lane", "b,a", "~b", "a"),
        ("windows", "", "now60", "23:40-00:40"),
        ("windows", "07:00-10:00", "0f+15", "07:15-10:00"),
        ("windows", "07:00-10:00", "0t-60", "07:00-09:00"),
        ("windows", "00:00-00:30", "0f-15", "23:45-00:30"),
        ("windows", "07:00-07:15", "0f+15", "07:00-07:15"),
        ("windows", "07:00-10:00, 15:30-17:30", "drop0", "15:30-17:30"),
        ("windows", "07:00-10:00, 15:30-17:30", "1d", "today 07:00-10:00, tomorrow 15:30-17:30"),
        ("windows", "2026-11-28 07:00-10:00", "0d", "07:00-10:00"),
        ("windows", "07:00-10:00", "3f+15", "07:00-10:00"),
        ("time", "23:50", "+15", "00:05"),
        ("minutes", "45", "+5", "50"),
        ("minutes", "5", "-5", "5"),
        ("minutes", "x", "+5", "5"),
        ("minutes", "45", "=90", "90"),
        ("choice", "a", "=b", "b"),
        ("text", "as it is", "nonsense", "as it is"),
    ],
)
def test_touch(kind: FieldKind, value: str, how: str, after: str) -> None:
    assert edited(kind, value, how, NOW) == after


def test_kept_windows_of_several_days_read_back() -> None:
    kept = "2026-11-27 07:00-10:00, 15:30-17:30; 2026-11-28 11:30-14:00"
    spans = spans_of(kept)
    assert [span.day for span in spans] == ["2026-11-27", "2026-11-27", "2026-11-28"]
    assert spans_of(spans_text(spans)) == spans


@pytest.mark.parametrize("digits", ["25001000", "07001060", "07000700", "0700", ""])
def test_digits_that_are_no_window(digits: str) -> None:
    assert dialled_span(digits) is None


def test_window_is_put_in_its_place() -> None:
    assert dialled_span("07001000") == Span(420, 600)
    assert with_span("07:00-10:00", 1, Span(930, 1050)) == "07:00-10:00, 15:30-17:30"
    assert with_span("07:00-10:00", 0, Span(930, 1050)) == "15:30-17:30"


@pytest.mark.parametrize(("text", "minute"), [("07:00", 420), ("0700", 420), ("7:00", None)])
def test_clock(text: str, minute: int | None) -> None:
    assert clock_minute(text) == minute
