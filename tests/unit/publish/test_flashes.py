"""Counting flashes on made-up frames."""

from collections.abc import Callable

import pytest

from player.publish.flashes import COLUMNS, FIELD_COLUMNS, FIELD_ROWS, ROWS, FlashScan

Pixel = tuple[int, int, int]
Paint = Callable[[int, int, int], Pixel]
WHITE, GREY, BLACK, RED = (255, 255, 255), (245, 245, 245), (0, 0, 0), (255, 0, 0)
RATE = 60


def scan(paint: Paint, frames: int = 2 * RATE) -> float | None:
    flashes = FlashScan()
    for number in range(frames):
        cells = (
            paint(number, place % COLUMNS, place // COLUMNS) for place in range(COLUMNS * ROWS)
        )
        flashes.add(b"".join(bytes(cell) for cell in cells), number / RATE)
    return flashes.first_s


def blinking(times_a_second: int, bright: Pixel, dark: Pixel) -> Paint:
    half = RATE // times_a_second // 2
    return lambda number, _column, _row: bright if (number // half) % 2 else dark


@pytest.mark.parametrize(
    ("paint", "flashes"),
    [
        (blinking(3, WHITE, BLACK), False),
        (blinking(5, WHITE, BLACK), True),
        (blinking(15, WHITE, BLACK), True),
        (blinking(5, WHITE, GREY), False),
        (blinking(5, RED, BLACK), True),
        (blinking(5, RED, (90, 90, 90)), True),
        (blinking(5, (60, 60, 60), (40, 40, 40)), False),
        (lambda number, _column, _row: (number, number, number), False),
    ],
    ids=["3 Hz", "5 Hz", "15 Hz", "both bright", "red", "red on grey", "faint", "slow fade"],
)
def test_more_than_three_flashes_a_second_are_found(paint: Paint, *, flashes: bool) -> None:
    assert (scan(paint) is not None) is flashes


@pytest.mark.parametrize(("share", "flashes"), [(4, True), (5, False)])
def test_a_quarter_of_a_third_of_the_picture_is_enough(share: int, *, flashes: bool) -> None:
    cells = FIELD_COLUMNS * FIELD_ROWS // share
    blink = blinking(5, WHITE, BLACK)

    def paint(number: int, column: int, row: int) -> Pixel:
        is_inside = column < FIELD_COLUMNS and row * FIELD_COLUMNS + column < cells
        return blink(number, column, row) if is_inside else BLACK

    assert (scan(paint) is not None) is flashes


def test_scattered_sparkles_are_not_a_flash() -> None:
    blink = blinking(5, WHITE, BLACK)
    sparkles = {(column, row) for column in range(0, COLUMNS, 6) for row in range(0, ROWS, 3)}
    paint: Paint = lambda number, column, row: (  # noqa: E731  (a painter like the others)
        blink(number, column, row) if (column, row) in sparkles else BLACK
    )
    assert scan(paint) is None


def test_it_says_when_the_flashing_began_to_be_too_much() -> None:
    first_s = scan(blinking(5, WHITE, BLACK))
    assert first_s == pytest.approx(0.7)
