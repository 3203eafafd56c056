"""What a stretch of programme gives its viewers: who waits how long for what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from player.schedule.slot import Slot


@dataclass(frozen=True, slots=True)
class Absences:
    """Longest stretches without something, and total time with it, in seconds.

    A stretch is counted from the beginning of the report to the first showing, between
    showings, and from the last one to the end.

    Attributes:
        languages, items: tag or id -> longest absence.
        shown_languages: tag -> time in which a text of that very language was shown.
    """

    languages: Mapping[str, float]
    items: Mapping[str, float]
    shown_languages: Mapping[str, float]


def absences(slots: Sequence[Slot], languages: Iterable[str], items: Iterable[str]) -> Absences:
    """Measure ``slots`` (in order, without gap) for the ``languages`` and ``items`` expected."""
    return Absences(
        languages={
            tag: _longest(slots, [s for s in slots if s.language == tag]) for tag in languages
        },
        items={id_: _longest(slots, [s for s in slots if s.item == id_]) for id_ in items},
        shown_languages={
            tag: sum((s.end - s.start).total_seconds() for s in slots if s.shown_in == tag)
            for tag in sorted({s.shown_in for s in slots})
        },
    )


def _longest(slots: Sequence[Slot], showings: Sequence[Slot]) -> float:
    if not slots:
        return 0.0
    begins = [*(slot.start for slot in showings), slots[-1].end]
    ends = [slots[0].start, *(slot.end for slot in showings)]
    return max((begin - end).total_seconds() for begin, end in zip(begins, ends, strict=True))
