"""How a table is set: columns as wide as their words need, rows in pages that fit.

Pure: lengths of words come from a ``Ruler``. Everything is in pixels unless named otherwise.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import Protocol

from player.stage.scene import CellWords, TableColumn


@dataclass(frozen=True, slots=True)
class Extent:
    """How wide words are: on one line, and broken at every place they may be."""

    natural: float
    least: float


class Ruler(Protocol):
    """Measures words in letters of one size."""

    def extent(self, words: CellWords, *, strong: bool) -> Extent:
        """Return how wide ``words`` are."""
        ...

    def height(self, words: CellWords, width: float, *, strong: bool) -> float:
        """Return how high ``words`` are in lines of ``width``; at least one line."""
        ...


@dataclass(frozen=True, slots=True)
class Gaps:
    """Distances inside a table.

    Attributes:
        across: between neighbouring columns, and at both ends.
        down: above and below the words of a row.
    """

    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Place:
    """From where, and how far."""

    start: float
    length: float


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table set at one size.

    Attributes:
        width: of the whole.
        columns: of the words of each, from the left edge.
        header: height of the row of headings; 0 without headings.
        rows: height of each.
    """

    width: float
    columns: tuple[Place, ...]
    header: float
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        """Height of the whole table, on one page."""
        return self.header + sum(self.rows)

    def pages(self, room: float) -> tuple[range, ...]:
        """Return the rows of each page when a page has ``room``, the header included.

        The pages are as even as they can be, so that none holds a single last row. None at all:
        a row is higher than a page.
        """
        free = room - self.header
        if not self.rows or max(self.rows) > free:
            return ()
        fewest = len(_fill(self.rows, free))
        ends = tuple(accumulate(self.rows, initial=0.0))
        heights = sorted({end - start for start, end in combinations(ends, 2)})
        least = bisect_left(heights, True, key=lambda room: _suffices(self.rows, room, fewest))  # noqa: FBT003  (what is sought)
        return _fill(self.rows, heights[least])


def plan_table(
    columns: Sequence[TableColumn],
    rows: Sequence[Sequence[CellWords]],
    width: float,
    gaps: Gaps,
    ruler: Ruler,
) -> TablePlan | None:
    """Set a table in ``width``; None when its longest words do not fit beside one another."""
    headings = [column.heading for column in columns]
    extents = [
        _column_extent(heading, [row[at] for row in rows], ruler)
        for at, heading in enumerate(headings)
    ]
    free = width - gaps.across * (len(columns) + 1)
    widths = _widths(extents, free)
    if widths is None:
        return None
    starts = accumulate((each + gaps.across for each in widths[:-1]), initial=gaps.across)
    has_header = any(heading.text for heading in headings)
    return TablePlan(
        sum(widths) + gaps.across * (len(columns) + 1),
        tuple(Place(start, length) for start, length in zip(starts, widths, strict=True)),
        _row_height(headings, widths, gaps, ruler, strong=True) if has_header else 0,
        tuple(_row_height(row, widths, gaps, ruler, strong=False) for row in rows),
    )


def _column_extent(heading: CellWords, cells: Sequence[CellWords], ruler: Ruler) -> Extent:
    found = [ruler.extent(heading, strong=True)]
    found += (ruler.extent(cell, strong=False) for cell in cells)
    return Extent(max(each.natural for each in found), max(each.least for each in found))


def _widths(extents: Sequence[Extent], free: float) -> list[float] | None:
    """Share ``free`` out: what a column must have, then what it would like, then air."""
    least = sum(extent.least for extent in extents)
    natural = sum(extent.natural for extent in extents)
    if least > free:
        return None
    if natural <= free:
        return [extent.natural + (free - natural) / len(extents) for extent in extents]
    return _shared(extents, free)


def _shared(extents: Sequence[Extent], free: float) -> list[float]:
    """Give short columns what they need, and let the long ones share what is left by wrapping."""
    widths = [extent.least for extent in extents]
    left = free
    by_length = sorted(range(len(extents)), key=lambda at: extents[at].natural)
    for done, at in enumerate(by_length):
        reserved = sum(extents[other].least for other in by_length[done + 1 :])
        share = max(extents[at].least, left / (len(extents) - done))
        widths[at] = min(extents[at].natural, share, left - reserved)
        left -= widths[at]
    return widths


def _row_height(
    cells: Sequence[CellWords], widths: Sequence[float], gaps: Gaps, ruler: Ruler, *, strong: bool
) -> float:
    heights = (
        ruler.height(cell, width, strong=strong) for cell, width in zip(cells, widths, strict=True)
    )
    return max(heights) + 2 * gaps.down


def _suffices(rows: Sequence[float], room: float, pages: int) -> bool:
    return max(rows) <= room and len(_fill(rows, room)) <= pages


def _fill(rows: Sequence[float], room: float) -> tuple[range, ...]:
    """Return pages filled one after another; each row is at most as high as ``room``."""
    pages: list[range] = []
    first, used = 0, 0.0
    for at, height in enumerate(rows):
        if at > first and used + height > room:
            pages.append(range(first, at))
            first, used = at, 0.0
        used += height
    return (*pages, range(first, len(rows)))
