"""Where the keys stand: a keyboard set in as many columns and rows as a screen has room for.

The rows of the national standard where they fit; else the same keys in the same order, re-flowed
into shorter rows, and into several sheets that the "more keys" key goes through. The last row of a
sheet holds the keys that write nothing. A column is never narrower than a finger wants: how many
there are is for the caller to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import ceil
from typing import Final, cast, get_args

from player.lookup.keyboard.layout import Key, Kind, Layout, PageName, Rows, text_key

LEAST_COLUMNS: Final = 6
"""The last row's keys side by side: shift, symbols, more, space, clear, backspace."""

LEAST_ROWS: Final = 2
STANDARD_ROWS: Final = 5
ROOMY: Final = 12
"""From so many columns on, the keys pressed most beside the letters are two wide."""

PAGES: Final = cast("tuple[PageName, ...]", get_args(PageName))

Sheet = tuple[tuple[Key, ...], ...]
"""Rows of keys, the last row of those that write nothing."""


@dataclass(frozen=True, slots=True)
class Board:
    """A keyboard as it stands on one screen.

    Attributes:
        columns: of the widest row; each row is this wide or narrower.
        lines: rows of the highest sheet, the last row included.
        sheets: page -> its sheets, at least one each.
    """

    columns: int
    lines: int
    sheets: Mapping[PageName, tuple[Sheet, ...]]


def board_for(layout: Layout, columns: int, rows: int = STANDARD_ROWS) -> Board:
    """Set ``layout`` on a screen.

    Args:
        layout: the keyboard.
        columns: how many keys fit side by side; fewer than ``LEAST_COLUMNS`` are taken as that.
        rows: how many fit above one another; fewer than ``LEAST_ROWS`` are taken as that.
    """
    columns, rows = max(columns, LEAST_COLUMNS), max(rows, LEAST_ROWS)
    parts: Mapping[PageName, tuple[Rows, ...]] = {
        "letters": (*_sheets(layout.letters, columns, rows), *_sheets(layout.extra, columns, rows)),
        "shift": _sheets(layout.shift, columns, rows),
        "symbols": _sheets(layout.symbols, columns, rows),
    }
    every = tuple(chain.from_iterable(parts.values()))
    wide = max(LEAST_COLUMNS, *(len(row) for sheet in every for row in sheet))
    sheets = {
        page: tuple(
            (*_keyed(sheet), _last_row(layout, page, wide, has_more=len(found) > 1))
            for sheet in found
        )
        for page, found in parts.items()
    }
    return Board(wide, max(map(len, every)) + 1, sheets)


def rows_for(
    layout: Layout, page: PageName, columns: int, rows: int = STANDARD_ROWS
) -> tuple[Sheet, ...]:
    """Return the sheets of one page; see ``board_for``."""
    return board_for(layout, columns, rows).sheets[page]


def keys_of(layout: Layout) -> Mapping[str, Key]:
    """Return id -> key, of every key the keyboard has on any page."""
    texts = [text_key(signs) for signs in layout.signs()]
    others = [Key(kind) for kind in cast("tuple[Kind, ...]", get_args(Kind)) if kind != "text"]
    return {key.id: key for key in (*texts, *others)}


def _keyed(sheet: Rows) -> Sheet:
    return tuple(tuple(map(text_key, row)) for row in sheet)


def _sheets(rows: Rows, columns: int, most_rows: int) -> tuple[Rows, ...]:
    """Return the rows in sheets of at most ``columns`` x (``most_rows`` - 1) keys."""
    room = most_rows - 1
    if not rows:
        return ()
    if len(rows) <= room and max(map(len, rows)) <= columns:
        return (rows,)
    signs = tuple(chain.from_iterable(rows))
    sheets = _shared(signs, ceil(len(signs) / (columns * room)))
    return tuple(_shared(sheet, ceil(len(sheet) / columns)) for sheet in sheets)


def _shared(signs: Sequence[str], parts: int) -> Rows:
    """Return ``signs`` in order in ``parts`` parts, the first at most one longer than the last."""
    least, longer = divmod(len(signs), parts)
    ends = [part * least + min(part, longer) for part in range(parts + 1)]
    return tuple(tuple(signs[ends[at] : ends[at + 1]]) for at in range(parts))


def _last_row(layout: Layout, page: PageName, wide: int, *, has_more: bool) -> tuple[Key, ...]:
    two = 2 if wide >= ROOMY else 1
    before = [
        Key("shift", span=two),
        Key("symbols", label=layout.symbols_label, span=two),
    ]
    if page == "symbols":
        before = [Key("letters", label=layout.letters_label, span=two)]
    if has_more:
        before.append(Key("more"))
    after = [Key("clear"), Key("backspace", span=two)]
    taken = sum(key.span for key in (*before, *after))
    return (*before, replace(Key("space"), span=wide - taken), *after)
