"""What is done about a fault, in which order: pure functions of (state, now, faults).

Each remedy gets its time before the next, costlier one. How far the player has climbed outlives
the process, so that a restart which does not help is followed by safe mode and not by another
restart. After ten minutes without a fault all is forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from player.health.starts import forgiven, rest, rested, safe_left_s
from player.health.watch import Fault, is_mendable, of_video
from player.store.recovery import Climb, Moment, Recovery, Trouble

QUIET_S: Final = 600.0
KEPT: Final = 20


class Remedy(Enum):
    """What can be done."""

    SCENE = "set the page again"
    VIEW = "made the view anew"
    WORKER = "restarted the video worker"
    PROCESS = "restarted the player"
    SAFE = "went into safe mode"


LADDER: Final = tuple(Remedy)
VIDEO_LADDER: Final = (Remedy.WORKER, Remedy.SCENE, Remedy.VIEW, Remedy.PROCESS, Remedy.SAFE)

PATIENCE_S: Final[Mapping[Remedy, float]] = {
    Remedy.SCENE: 15.0,
    Remedy.VIEW: 25.0,
    Remedy.WORKER: 25.0,
    Remedy.PROCESS: 30.0,
    Remedy.SAFE: QUIET_S,
}
"""How long each may take to help: a page of eight seconds, and two looks at the pixels."""

BLACK_PATIENCE_S: Final[Mapping[Remedy, float]] = {
    **PATIENCE_S,
    Remedy.SCENE: 5.0,
    Remedy.VIEW: 10.0,
}
"""The same while nothing but black is seen: there is no picture to lose, and each look is soon."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What follows from what was seen.

    Attributes:
        recovery: what is remembered from now on.
        remedy: what is to be done now; None: nothing.
    """

    recovery: Recovery
    remedy: Remedy | None = None


def judge(before: Recovery, now: Moment, faults: frozenset[Fault]) -> Judgement:
    """Return what is remembered and done once ``faults`` are seen, all that there are.

    ``recovery.safety`` says whether the built-in page stands, ``is_careful`` whether a pack that
    has yet to prove itself must wait: whoever asked looks at both.
    """
    noted = _noted(before, now, faults)
    faults = frozenset(filter(is_mendable, faults))
    if noted.safety is not None:
        return Judgement(noted if safe_left_s(noted, now) > 0 else rested(noted))
    if not faults:
        return Judgement(forgiven(noted) if _is_quiet(noted, now) else noted)
    remedy = next_remedy(noted.climb, now, faults)
    if remedy is None:
        return Judgement(noted)
    taken = (*noted.climb.taken, remedy.name)
    after = noted.model_copy(update={"climb": Climb(taken=taken, since=now)})
    after = _treated(after, remedy)
    if remedy is Remedy.SAFE:
        why = "; ".join(sorted(fault.value for fault in faults))
        after = rest(after, now, f"nothing helped against this: {why}")
    return Judgement(after, remedy)


def next_remedy(climb: Climb, now: Moment, faults: frozenset[Fault]) -> Remedy | None:
    """Return the next thing to try; None: the last one has its time still, or all were tried."""
    if climb.since is not None and climb.taken:
        patience_s = BLACK_PATIENCE_S if faults == {Fault.BLACK} else PATIENCE_S
        passed_s = now.since_s(climb.since)
        last = Remedy.__members__.get(climb.taken[-1])
        if passed_s is not None and last is not None and passed_s < patience_s[last]:
            return None
    order = VIDEO_LADDER if all(map(of_video, faults)) else LADDER
    return next((remedy for remedy in order if remedy.name not in climb.taken), None)


def _is_quiet(recovery: Recovery, now: Moment) -> bool:
    """Whether there is something to forget, and nothing has happened for long."""
    counted = any(start.is_counted for start in recovery.starts)
    if not (counted or recovery.climb.taken or recovery.is_careful):
        return False
    since = [recovery.climb.since, *(start.begun for start in recovery.starts[-1:])]
    since += [trouble.over for trouble in recovery.troubles[-1:]]
    passed = (now.since_s(moment) for moment in since if moment is not None)
    return all(seconds is None or seconds >= QUIET_S for seconds in passed)


def _noted(before: Recovery, now: Moment, faults: frozenset[Fault]) -> Recovery:
    """Note which faults began and which are over."""
    words = {fault.value for fault in faults}
    troubles = tuple(
        each.model_copy(update={"over": now}) if _is_over(each, words) else each
        for each in before.troubles
    )
    lasting = {each.fault for each in troubles if each.over is None}
    fresh = tuple(Trouble(fault=word, begun=now) for word in sorted(words - lasting))
    if troubles == before.troubles and not fresh:
        return before
    return before.model_copy(update={"troubles": (*troubles, *fresh)[-KEPT:]})


def _is_over(trouble: Trouble, words: set[str]) -> bool:
    return trouble.over is None and trouble.fault not in words


def _treated(recovery: Recovery, remedy: Remedy) -> Recovery:
    troubles = tuple(
        each
        if each.over is not None
        else each.model_copy(update={"remedies": (*each.remedies, remedy.value)})
        for each in recovery.troubles
    )
    return recovery.model_copy(update={"troubles": troubles})
