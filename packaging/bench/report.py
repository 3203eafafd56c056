"""The table people read, the same on the terminal and in ``BENCH.md``."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from bench.figures import Figure, Goal, Readings

HEADINGS = ("figure", "of", "unit", "player", "Chromium", "ratio", "goal", "")
NONE = "–"


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table whose columns also stand straight on a terminal."""
    rows = [HEADINGS, *(_row(figure) for figure in figures)]
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    lines = [_line(row, widths) for row in rows]
    rule = f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    return "\n".join((lines[0], rule, *lines[1:]))


def document(
    figures: Sequence[Figure],
    facts: Mapping[str, str],
    remarks: Mapping[str, str],
    method: str,
) -> str:
    """Return the whole of ``BENCH.md``.

    Args:
        figures: in order.
        facts: name -> what the machine is.
        remarks: key of a figure -> why its goal is missed, or what else one must know.
        method: how it was measured, Markdown.
    """
    missed = [figure for figure in figures if figure.verdict == "missed"]
    parts = [
        "# Figures",
        "Written by `bash packaging/bench.sh`; not edited by hand.",
        table(figures),
        "## Goals missed",
        "\n".join(_explained(figure, remarks) for figure in missed) or "None.",
        "## Remarks",
        "\n".join(
            f"- **{figure.title}.** {remarks[figure.key]}"
            for figure in figures
            if figure.key in remarks and figure not in missed
        ),
        method.strip(),
        "## Machine",
        "\n".join(f"- {name}: {value}" for name, value in facts.items()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _explained(figure: Figure, remarks: Mapping[str, str]) -> str:
    why = remarks.get(figure.key, "Not explained yet: measure where it goes.")
    return f"- **{figure.title}** ({_goal(figure.goal)}). {why}"


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.title,
        figure.measured,
        figure.unit,
        _readings(figure.player, figure.digits),
        _readings(figure.chromium, figure.digits),
        NONE if figure.ratio is None else f"{figure.ratio:.2f}",
        _goal(figure.goal),
        figure.verdict,
    )


def _readings(readings: Readings | None, digits: int) -> str:
    if readings is None:
        return NONE
    least, most = readings.spread
    return f"{readings.median:.{digits}f} ({least:.{digits}f}–{most:.{digits}f})"


def _goal(goal: Goal | None) -> str:
    if goal is None:
        return NONE
    sign = ">=" if goal.at_least else "<="
    return f"{sign} {goal.limit:g}{' of Chromium' if goal.of_chromium else ''}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
