"""Where the lines of an answer stand: sheet, column and height. Pure arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands: sheet and column from 0, ``y`` pixels below the column's head."""

    sheet: int
    column: int
    y: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A line as set: its height in pixels, and whether it must not end a column."""

    height: float
    leads_on: bool = False


def flow(lines: Sequence[Measured], room: float, gap: float, columns: int) -> tuple[Spot, ...]:
    """Return where each line stands, in order, column after column, sheet after sheet.

    A line that leads on goes to the next column together with the line after it. One that is
    higher than a column stands at the head of one of its own.

    Args:
        lines: in reading order.
        room: height of a column.
        gap: between two lines.
        columns: of a sheet, at least 1.
    """
    spots: list[Spot] = []
    column, y = 0, 0.0
    for number, line in enumerate(lines):
        if y > 0 and y + _needed(lines, number, gap) > room:
            column, y = column + 1, 0.0
        spots.append(Spot(column // columns, column % columns, y))
        y += line.height + gap
    return tuple(spots)


def _needed(lines: Sequence[Measured], number: int, gap: float) -> float:
    """Return the height of a line and of those it must not be parted from."""
    height = lines[number].height
    while lines[number].leads_on and number + 1 < len(lines):
        number += 1
        height += gap + lines[number].height
    return height
