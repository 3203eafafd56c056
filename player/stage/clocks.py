"""The clocks of a gate: its own time, and its neighbour's where that differs."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.gate import Gate


@dataclass(frozen=True, slots=True)
class ClockTimes:
    """What the clocks show, as ``14:05``; empty: this clock is not shown."""

    own: str = ""
    neighbour: str = ""


def clock_times(gate: Gate, now: datetime, trust: ClockTrust) -> ClockTimes:
    """Return what the gate's clocks show at ``now`` (aware); nothing when it is not believed.

    The neighbour's is shown only where its offset differs at that instant: two clocks that say
    the same would make people look for the difference.
    """
    if trust is ClockTrust.UNTRUSTED:
        return ClockTimes()
    own = now.astimezone(ZoneInfo(gate.time_zone))
    other = now.astimezone(ZoneInfo(gate.neighbour.time_zone))
    differs = own.utcoffset() != other.utcoffset()
    return ClockTimes(f"{own:%H:%M}", f"{other:%H:%M}" if differs else "")
