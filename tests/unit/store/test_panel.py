"""What show keeps of its touch panel and of searches: counts, and nothing that was typed."""

import json
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from player.store.layout import Home
from player.store.panel import MOST_MONTHS, Misses, Panel, count_miss, report_panel
from player.store.records import read_record

NOVEMBER: Final = date(2026, 11, 30)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return an empty home."""
    return Home(tmp_path)


def written(home: Home) -> object:
    return json.loads(home.misses.read_text("utf-8"))


def test_misses_are_counted_by_month_and_language_and_nothing_else_is_kept(home: Home) -> None:
    for language, day in (
        ("vi", NOVEMBER),
        ("lo", NOVEMBER),
        ("vi", date(2026, 11, 1)),
        ("vi", date(2026, 12, 1)),
    ):
        count_miss(home, language, day)
    assert written(home) == {"months": {"2026-11": {"vi": 2, "lo": 1}, "2026-12": {"vi": 1}}}


def test_months_long_past_are_forgotten(home: Home) -> None:
    for number in range(MOST_MONTHS + 5):
        count_miss(home, "vi", date(2026 + number // 12, number % 12 + 1, 1))
    kept = read_record(home.misses, Misses)
    assert kept is not None
    assert len(kept.months) == MOST_MONTHS
    assert min(kept.months) == "2026-06"


@pytest.mark.parametrize("torn", [b"", b"{", b"[]", b'{"months": 3}', b"\xff"])
def test_counts_that_cannot_be_read_begin_anew(home: Home, torn: bytes) -> None:
    home.misses.parent.mkdir(parents=True, exist_ok=True)
    home.misses.write_bytes(torn)
    count_miss(home, "km", NOVEMBER)
    assert written(home) == {"months": {"2026-11": {"km": 1}}}


def test_counting_leaves_the_counts_it_was_given() -> None:
    before = Misses(months={"2026-11": {"vi": 1}})
    before.counted("vi", NOVEMBER)
    assert before.months == {"2026-11": {"vi": 1}}


@pytest.mark.parametrize("fault", ["a finger is held down", ""])
def test_panel_says_what_is_wrong_with_it(home: Home, fault: str) -> None:
    report_panel(home, "no panel")
    report_panel(home, fault)
    assert read_record(home.panel, Panel) == Panel(fault=fault)
