"""Where the lines of an answer stand: sheet, column and height. Pure arithmetic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

SOURCE_SHARE: Final = 1 / 3
"""Of a column: a line higher than this, with its source, would leave too much of one empty."""


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


def with_sources(
    lines: Sequence[Measured], are_sources: Sequence[bool], room: float
) -> Iterator[Measured]:
    """Yield ``lines``, a short one above a source leading on to it: alone it says nothing.

    Args:
        lines: in reading order.
        are_sources: as many; which of them say where the line above is from.
        room: height of a column.
    """
    for number, line in enumerate(lines):
        after = number + 1
        is_above = after < len(lines) and are_sources[after] and not are_sources[number]
        is_short = is_above and line.height + lines[after].height <= room * SOURCE_SHARE
        yield replace(line, leads_on=line.leads_on or is_short)


def _needed(lines: Sequence[Measured], number: int, gap: float) -> float:
    """Return the height of a line and of those it must not be parted from."""
    height = lines[number].height
    while lines[number].leads_on and number + 1 < len(lines):
        number += 1
        height += gap + lines[number].height
    return height
