"""How a player ended, and whether it is caught in a loop of starts: pure judgements.

A start counts that follows an end nobody asked for. Five within ten minutes are a loop: then the
built-in page stands for ten minutes. Within one boot minutes are those of a clock that never steps.
A start of an earlier boot counts as if it were of now, because nothing says how long the machine
was off; what makes it count no more is ten minutes of quiet play. So no step of the wall clock, in
either direction, makes or breaks a loop.
"""

from dataclasses import dataclass
from typing import Final

from player.store.recovery import End, Moment, Recovery, Safety, Start

WINDOW_S: Final = 600.0
MOST_STARTS: Final = 5
SAFE_S: Final = 600.0
"""How long the built-in page stands."""

KEPT: Final = 20
LOOP: Final = f"{MOST_STARTS} starts within {WINDOW_S / 60:.0f} minutes"
_FATAL: Final = "Fatal Python error: "
_ABORTED: Final = "Aborted"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a player ended, and more about it in a sentence."""

    end: End
    reason: str = ""


def ending(last: Start, now: Moment, crash: str) -> Ending:
    """Judge the end of a player that noted none itself.

    Args:
        last: its start.
        now: of this boot.
        crash: what it left when it died, as ``faulthandler`` writes it; may be empty.
    """
    first = crash.partition("\n")[0].strip()
    if first.startswith(_FATAL):
        what = first.removeprefix(_FATAL)
        return Ending(End.WATCHDOG if what == _ABORTED else End.CRASH, what)
    if crash:
        return Ending(End.CRASH, first)
    return Ending(End.KILLED if last.begun.boot == now.boot else End.POWER)


def begin(before: Recovery, now: Moment, crash: str = "", pid: int = 0) -> Recovery:
    """Return what is remembered once another player begins.

    Args:
        before: what was.
        now: of this start.
        crash: as for ``ending``.
        pid: of the player that begins.
    """
    starts = before.starts
    if starts and starts[-1].end is None:
        how = ending(starts[-1], now, crash)
        starts = (*starts[:-1], _ended(starts[-1], now, how))
    is_counted = bool(starts) and starts[-1].end is not End.PLANNED
    starts = (*starts, Start(begun=now, pid=pid, is_counted=is_counted))[-KEPT:]
    after = _of_this_boot(before, now).model_copy(update={"starts": starts})
    if after.safety is None and is_looping(starts, now):
        return rest(after, now, LOOP)
    return after


def end(before: Recovery, now: Moment, how: Ending) -> Recovery:
    """Return what is remembered once this player ends as ``how`` says."""
    if not before.starts:
        return before
    starts = (*before.starts[:-1], _ended(before.starts[-1], now, how))
    return before.model_copy(update={"starts": starts})


def is_looping(starts: tuple[Start, ...], now: Moment) -> bool:
    """Whether the player has begun too often of late without having been told to end."""
    return sum(each.is_counted and _is_near(each.begun, now) for each in starts) >= MOST_STARTS


def rest(before: Recovery, now: Moment, reason: str) -> Recovery:
    """Return what is remembered once the built-in page stands."""
    return before.model_copy(update={"safety": Safety(begun=now, reason=reason)})


def rested(before: Recovery) -> Recovery:
    """Return what is remembered once that is over: all begins anew, with a pack that is good."""
    return forgiven(before).model_copy(update={"safety": None, "is_careful": True})


def forgiven(before: Recovery) -> Recovery:
    """Return what is remembered after a quiet time: what happened counts no more."""
    starts = tuple(start.model_copy(update={"is_counted": False}) for start in before.starts)
    climb = type(before.climb)()
    return before.model_copy(update={"starts": starts, "climb": climb, "is_careful": False})


def safe_left_s(recovery: Recovery, now: Moment) -> float:
    """Return for how many seconds the built-in page is still to stand; 0: it is not."""
    if recovery.safety is None:
        return 0.0
    passed_s = now.since_s(recovery.safety.begun)
    return SAFE_S if passed_s is None else max(0.0, SAFE_S - passed_s)


def _ended(start: Start, now: Moment, how: Ending) -> Start:
    return start.model_copy(update={"end": how.end, "ended": now, "reason": how.reason})


def _is_near(earlier: Moment, now: Moment) -> bool:
    passed_s = now.since_s(earlier)
    return passed_s is None or passed_s <= WINDOW_S


def _of_this_boot(before: Recovery, now: Moment) -> Recovery:
    """Count from now what began in another boot."""
    safety, climb = before.safety, before.climb
    if safety is not None and now.since_s(safety.begun) is None:
        safety = safety.model_copy(update={"begun": now})
    if climb.since is not None and now.since_s(climb.since) is None:
        climb = climb.model_copy(update={"since": now})
    return before.model_copy(update={"safety": safety, "climb": climb})
