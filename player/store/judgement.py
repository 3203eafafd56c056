"""What an agent's report amounts to: the time floor, the clock, and what is wrong. Pure."""

from datetime import datetime, timedelta
from typing import Final

from player import clock
from player.store.report import AgentReport, ClockState

SKEW: Final = timedelta(minutes=5)
"""A clock this far from the server's is worth telling a technician."""

STALE: Final = timedelta(hours=24)
"""Content whose timestamp is older than this has not been vouched for lately."""

TOLD_NOTICES: Final = 5
"""How many faults of signed notices are told in full."""


def clock_state(now: datetime, floor: datetime) -> ClockState:
    """Say whether ``now`` can be the true time."""
    if now < floor:
        return "behind"
    return "suspect" if now > floor + clock.HORIZON else "trusted"


def faults(report: AgentReport, now: datetime) -> dict[str, str]:
    """Return what is wrong by a report: code -> one sentence."""
    found: dict[str, str] = {}
    if report.refresh.error:
        found["refresh"] = report.refresh.error
    expires, issued = report.trust.expires, report.trust.timestamp_issued
    if expires is not None and now > expires and report.clock.state == "trusted":
        found["expired"] = (
            f"what vouches for the content ended on {expires:%Y-%m-%d %H:%M} UTC: "
            "it stays on screen, and nothing new is taken"
        )
    if issued is not None and now - issued > STALE and report.clock.state == "trusted":
        found["stale"] = f"nobody has vouched for the content since {issued:%Y-%m-%d %H:%M} UTC"
    if report.clock.state != "trusted":
        found["clock"] = f"the clock shows {now:%Y-%m-%d %H:%M} UTC, which cannot be: set it"
    elif report.clock.offset_s is not None and abs(report.clock.offset_s) > SKEW.total_seconds():
        found["clock"] = f"the clock is {report.clock.offset_s:+.0f} s from the server's: set it"
    if report.notices:
        told = "; ".join(report.notices[:TOLD_NOTICES])
        more = len(report.notices) - TOLD_NOTICES
        found["notices"] = f"signed notices: {told}{f'; and {more} more' if more > 0 else ''}"
    return found
