"""What a page loses on a screen that nobody touches, and for how long its sheets stand."""

import pytest

from player.stage.session.page import Line, LineKind, Page
from player.stage.session.untouched import LEAST_SHEET_S, as_read, sheet_s


def kinds(*given: LineKind, is_low: bool = False) -> list[LineKind]:
    page = Page("Answer", "vi", lines=tuple(Line(kind, kind) for kind in given))
    return [line.kind for line in as_read(page, is_low=is_low).lines]


@pytest.mark.parametrize("kind", ["choices", "topic", "listen"])
def test_what_is_only_there_to_be_touched_is_left_out(kind: LineKind) -> None:
    assert kinds("paragraph", kind, "origin") == ["paragraph", "origin"]


def test_code_for_telephones_stays() -> None:
    assert kinds("paragraph", "link", "origin") == ["paragraph", "link", "origin"]


def test_heading_of_nothing_but_what_was_left_out_goes_with_it() -> None:
    assert kinds("paragraph", "heading", "topic", "topic") == ["paragraph"]


def test_heading_keeps_what_else_stands_below_it() -> None:
    assert kinds("heading", "choices", "step", "step") == ["heading", "step", "step"]


def test_headings_that_never_had_anything_below_them_stay() -> None:
    assert kinds("heading", "heading", "paragraph") == ["heading", "heading", "paragraph"]


@pytest.mark.parametrize(("is_low", "left"), [(False, ["plan", "step"]), (True, ["step"])])
def test_plan_goes_where_it_is_too_low_for_one(is_low: bool, left: list[LineKind]) -> None:
    assert kinds("plan", "step", is_low=is_low) == left


def test_short_sheet_stands_long_enough_to_be_found() -> None:
    assert sheet_s([Line("paragraph", "Đi thẳng.")]) == LEAST_SHEET_S


def test_long_sheet_stands_for_as_long_as_it_takes_to_read() -> None:
    words = Line("paragraph", "a" * 200, note="b" * 100)
    assert sheet_s([words]) == pytest.approx(3 + 0.1 * 301)
