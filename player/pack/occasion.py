"""National occasions: hours in which what is festive or promotional gives way to the rest.

One entry of a signed pack, announced days ahead, is the switch. What bears a tone says so itself;
what gives way when is decided here, and loop, library, recordings and ticker all ask here.
Source: Decree 105/2012/NĐ-CP: during national mourning public entertainment stops.
"""

from collections.abc import Sequence
from typing import Final, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from player.clock import ClockTrust
from player.config.naming import Identifier
from player.pack.instants import DAWN, DUSK, Interval, join, validity
from player.pack.language import Words
from player.pack.window import Moment, Validity

Tone = Literal["plain", "festive", "promotional"]
"""``plain`` is as good as nothing said; written, it tells the check that somebody decided."""

GIVES_WAY: Final[frozenset[Tone]] = frozenset({"festive", "promotional"})
"""Tones that are not for hours of mourning."""

OCCASION_KINDS: Final = ("mourning",)


class Occasion(Validity):
    """Hours that an authority has set apart.

    What people read about it is content: a bulletin or a notice of the same pack.

    Attributes:
        start, until: see ``Moment``; always both.
        name: what it is called; told where the programme is asked for, shown on no screen.
        authority, document: who ordered it, and in which document.
    """

    id: Identifier
    kind: Literal["mourning"]
    start: Moment = Field(alias="from")
    until: Moment
    name: Words = Field(min_length=1)
    authority: Words = Field(min_length=1)
    document: str = Field(min_length=1, max_length=120)


def quiet_hours(
    occasions: Sequence[Occasion], zone: ZoneInfo, trust: ClockTrust
) -> Sequence[Interval]:
    """Return when festive and promotional things give way: sorted, disjoint, half-open.

    Args:
        occasions: of the pack.
        zone: the gate's.
        trust: with a clock nobody believes an occasion of the pack may be at any time, so they
            give way all the while: a greeting that is missing harms nobody.
    """
    if trust is ClockTrust.UNTRUSTED and occasions:
        return ((DAWN, DUSK),)
    return join(validity(each, zone) for each in occasions)


def next_edge(intervals: Sequence[Interval], ms: int) -> int | None:
    """Return when the first of ``intervals`` begins or ends after ``ms``; None: none does."""
    edges = (edge for interval in intervals for edge in interval)
    return min((edge for edge in edges if ms < edge < DUSK), default=None)


def is_within(intervals: Sequence[Interval], ms: int) -> bool:
    """Whether the instant ``ms`` lies in one of ``intervals``."""
    return any(start <= ms < end for start, end in intervals)
