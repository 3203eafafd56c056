"""The completeness of a pack as people and programs read it: an aligned table, and a document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from player.publish.catalogue import Catalogue, show_value
from player.publish.completeness import Completeness, State, per_cent

MOST_ROWS: Final = 60
"""A pack of more entries is listed by its gaps alone: nobody reads hundreds of rows."""

_GAP: Final = "  "


def matrix_lines(found: Completeness, catalogue: Catalogue) -> Iterator[str]:
    """Yield the table: how entries stand in each language, then its shares in per cent.

    Args:
        found: of a pack; without entries there is nothing to say.
        catalogue: of the reader's language.
    """
    if not found.rows:
        return
    listed = [row for row in found.rows if row.has_gap or len(found.rows) <= MOST_ROWS]
    yield catalogue.say("matrix", count=str(len(found.rows)))
    body = [
        [
            show_value(row.entry.name),
            row.entry.stamp,
            *(catalogue.say(f"state_{row.states[tag]}") for tag in found.languages),
        ]
        for row in listed
    ]
    head = ["", "of" if listed else "", *found.languages]
    yield from _aligned([head, *body, *_totals(found, catalogue)])
    if len(listed) < len(found.rows):
        hidden = str(len(found.rows) - len(listed))
        yield catalogue.say("matrix_rest", count=hidden, total=str(len(found.rows)))
    mark = next((row.entry.stamp for row in listed if row.entry.stamp), "")
    if mark:
        yield catalogue.say("matrix_of", stamp=mark)


def matrix_document(found: Completeness) -> Mapping[str, object]:
    """Return the same for other programs, with every entry."""
    return {
        "languages": {
            tag: {
                "wanted": found.wanted(tag),
                "translated": found.translated(tag),
                "per_cent": per_cent(found.translated(tag), found.wanted(tag)),
                **{state.value: count for state, count in found.counts(tag).items()},
            }
            for tag in found.languages
        },
        "entries": [
            {
                "file": row.entry.file,
                "name": row.entry.name,
                "of": row.entry.stamp,
                "languages": {tag: state.value for tag, state in row.states.items()},
            }
            for row in found.rows
        ],
    }


def _totals(found: Completeness, catalogue: Catalogue) -> Iterator[list[str]]:
    """Yield the share that is translated, then that of each state there is any of."""
    translated = [found.translated(tag) for tag in found.languages]
    yield [catalogue.say("matrix_translated"), "", *_shares(found, translated)]
    for state in State:
        counts = [found.counts(tag)[state] for tag in found.languages]
        if any(counts) and state is not State.NOT_WANTED:
            yield [catalogue.say(f"state_{state}"), "", *_shares(found, counts)]


def _shares(found: Completeness, parts: Sequence[int]) -> Iterator[str]:
    for tag, part in zip(found.languages, parts, strict=True):
        whole = found.wanted(tag)
        yield f"{per_cent(part, whole)} %" if whole else "–"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"{_GAP}{_GAP.join(cells)}".rstrip()
