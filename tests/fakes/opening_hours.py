"""Opening hours made to measure: a road that serves passengers and freight, twice a day."""

from collections.abc import Sequence
from typing import Final

from player.pack.hours import Hours
from tests.fakes.content import Document

REGULAR: Final = {"windows": ["07:00-11:30", "13:30-17:00"]}


def make_hours(
    openings: Sequence[Document] = (REGULAR,),
    exceptions: Sequence[Document] = (),
    lanes: Sequence[str | Document] = ("road",),
) -> Hours:
    """Return hours of ``lanes``, all of which serve passengers and freight."""
    return Hours.model_validate(
        {
            "lanes": list(lanes),
            "activities": ["passenger", "freight"],
            "openings": list(openings),
            "exceptions": list(exceptions),
        }
    )
