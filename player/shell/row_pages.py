"""Rows too many for a page, set in as few pages as can be."""

from collections.abc import Sequence


def pages_of(heights: Sequence[float], room: float) -> tuple[int, ...]:
    """Return the page each row stands on, from 0; empty when one row alone is higher than a page.

    Rows keep their order. Pages take about as many pixels each: nobody waits for one last row.

    Args:
        heights: of the rows, pixels; none have no page.
        room: height of a page, pixels.
    """
    if not heights or max(heights) > room:
        return ()
    count = _filled(heights, room)[-1] + 1
    low, high = max(heights), room
    while high - low > 1:
        middle = (low + high) / 2
        if _filled(heights, middle)[-1] + 1 <= count:
            high = middle
        else:
            low = middle
    return _filled(heights, high)


def _filled(heights: Sequence[float], room: float) -> tuple[int, ...]:
    """Return the page of each row when each page takes as many as it can."""
    pages: list[int] = []
    page, used = 0, 0.0
    for height in heights:
        if used and used + height > room:
            page, used = page + 1, 0.0
        used += height
        pages.append(page)
    return tuple(pages)
