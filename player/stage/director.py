"""The director: what goes on stage, decided from events; no clock, no disk, no Qt.

``step`` folds one event into the state and says what to do about it. A slot is never shortened
or moved: what cannot be shown is replaced inside its own slot, first by what comes next in the
programme, then by the default gate page, last by the built-in page.

While something higher than the programme has the screen (``rungs``) the programme rests: what is
on stage stands still, unseen, and whatever its slot is by then comes on when the screen is free.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final, assert_never

from player.schedule.slot import DEFAULT_GATE_PAGE, Slot
from player.stage.cues import (
    Claimed,
    ClipFailed,
    Command,
    Corrected,
    Event,
    Failed,
    PackLost,
    PackTaken,
    Released,
    Rescheduled,
    RetireVideo,
    Schedule,
    Show,
    ShowBuiltin,
    Tick,
    WakeAt,
    WarmUpVideo,
    Worded,
)
from player.stage.material import Material
from player.stage.rungs import Rung, covers_programme, holder

REARM: Final = timedelta(seconds=60)
"""A timer is set no further ahead than this, so that a stepped clock is soon noticed."""

STRIKES: Final = 3
"""A picture, clip or item that failed this often is not tried again until the pack changes."""

LOOK_AHEAD: Final = timedelta(seconds=70)
WARM_UP: Final = timedelta(seconds=10)
"""The video worker is started this long before a clip is due."""

WORKER_IDLE: Final = timedelta(minutes=10)
"""The video worker is ended after this long without a clip."""

SUBSTITUTES: Final = 40
"""How many slots ahead a substitute is looked for."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything the director remembers.

    Attributes:
        schedule: of the pack on stage; None: no pack.
        material: of its items.
        slot: the one on stage; None: the built-in page or nothing yet.
        showing: item on stage, a substitute if it differs from the slot's.
        strikes: digest of a picture, or page where none is to blame -> failures in this pack.
        clip_strikes: digest of a clip -> the same.
        last_clip: when a clip was last due; None: the worker is not running.
        fresh: between which instants the words on stage are those to be said; None: always.
        claims: who wants the screen, beside the programme.
    """

    schedule: Schedule | None = None
    material: Material = field(default_factory=Material)
    slot: Slot | None = None
    showing: str | None = None
    strikes: Mapping[str, int] = field(default_factory=dict)
    clip_strikes: Mapping[str, int] = field(default_factory=dict)
    last_clip: datetime | None = None
    fresh: tuple[datetime, datetime] | None = None
    claims: frozenset[Rung] = frozenset()

    @property
    def rests(self) -> bool:
        """Whether something higher has the screen."""
        return covers_programme(holder(self.claims))


def step(state: State, event: Event) -> tuple[State, tuple[Command, ...]]:
    """Fold ``event`` into ``state``.

    Returns:
        The new state, and what to do, in order.
    """
    # In UTC: sums and differences within a zone that changes its clocks are an hour out.
    now = event.now.astimezone(UTC)
    match event:
        case PackTaken():
            return _on_time(_taken(state, event), now)
        case PackLost():
            lost = State(claims=state.claims)
            return lost, (ShowBuiltin(), RetireVideo(), WakeAt(now + REARM))
        case Tick() | Rescheduled() | Corrected():
            return _on_time(_rescheduled(state, event, now), now)
        case Failed() | ClipFailed():
            return _on_failure(state, event, now)
        case Worded():
            return _on_worded(state, event, now)
        case Claimed() | Released():
            return _on_claim(state, event, now)
        case _:
            assert_never(event)


def _on_claim(
    state: State, event: Claimed | Released, now: datetime
) -> tuple[State, tuple[Command, ...]]:
    """Have a clip on stage stand still when its page is covered, and go on when it is free.

    Nobody sees a clip meanwhile, however long that is: the worker ends at once.
    """
    did_rest = state.rests
    others = state.claims - {event.rung}
    claims = others | {event.rung} if isinstance(event, Claimed) else others
    state = replace(state, claims=claims)
    if state.rests is did_rest:
        return state, ()
    if not state.rests:
        return _on_time(replace(state, slot=None), now)
    commands: tuple[Command, ...] = ()
    if state.slot is not None and state.showing is not None and _is_clip(state, state.showing):
        commands = (Show(state.slot, state.showing, as_still=True),)
    if state.last_clip is not None:
        state, commands = replace(state, last_clip=None), (*commands, RetireVideo())
    return state, (*commands, WakeAt(now + REARM))


def _rescheduled(state: State, event: Tick | Rescheduled | Corrected, now: datetime) -> State:
    """Return the state under another programme, if there is one; words that differ are stale."""
    match event:
        case Rescheduled():
            return replace(state, schedule=event.schedule)
        case Corrected():
            fresh = (now, now) if event.differs else state.fresh
            return replace(state, schedule=event.schedule, material=event.material, fresh=fresh)
        case _:
            return state


def _is_clip(state: State, item: str) -> bool:
    return item in state.material.clips


def _taken(state: State, event: PackTaken) -> State:
    """Return a fresh state; what failed in this very pack is not forgotten, unless mended."""
    fresh = State(event.schedule, event.material, last_clip=state.last_clip, claims=state.claims)
    if event.forgives or event.material.pack != state.material.pack:
        return fresh
    return replace(fresh, strikes=state.strikes, clip_strikes=state.clip_strikes)


def page(item: str, language: str) -> str:
    """Return the name of an item in a language: words that do not fit bar no other language."""
    return f"{item} {language}"


def _struck(strikes: Mapping[str, int], culprit: str) -> Mapping[str, int]:
    return {**strikes, culprit: strikes.get(culprit, 0) + 1}


def _on_time(state: State, now: datetime) -> tuple[State, tuple[Command, ...]]:
    if state.schedule is None or state.rests:
        return state, (WakeAt(now + REARM),)
    slot = state.schedule.slot_at(now)
    shown: tuple[Command, ...] = ()
    if slot != state.slot:
        item = (
            slot.item
            if _may_show(state, slot.item, slot.language)
            else _substitute(state, state.schedule, slot)
        )
        state, shown = _put_on(state, slot, item)
    elif state.fresh is not None and not state.fresh[0] <= now < state.fresh[1]:
        state, shown = _word_anew(state, slot)
    state, video, wake = _video(state, slot, now)
    stale = state.fresh[1] if state.fresh else now + REARM
    return state, (*shown, *video, WakeAt(min(slot.end, wake, stale, now + REARM)))


def _on_worded(state: State, worded: Worded, now: datetime) -> tuple[State, tuple[Command, ...]]:
    if worded.item != state.showing or worded.fresh_until <= now:
        return state, ()
    return _on_time(replace(state, fresh=(now, worded.fresh_until)), now)


def _word_anew(state: State, slot: Slot) -> tuple[State, tuple[Command, ...]]:
    state, commands = _put_on(state, slot, state.showing)
    return state, tuple(
        replace(command, anew=True) if isinstance(command, Show) else command
        for command in commands
    )


def _on_failure(
    state: State, failed: Failed | ClipFailed, now: datetime
) -> tuple[State, tuple[Command, ...]]:
    if isinstance(failed, ClipFailed):
        return replace(state, clip_strikes=_struck(state.clip_strikes, failed.media)), ()
    schedule, slot, item = state.schedule, state.slot, failed.item
    if schedule is None or slot is None or item != state.showing:
        return state, ()
    state = replace(
        state, strikes=_struck(state.strikes, failed.media or page(item, slot.language))
    )
    if state.rests:
        return state, ()
    if not slot.start <= now < slot.end:
        return _on_time(state, now)
    instead = None if item == DEFAULT_GATE_PAGE else _substitute(state, schedule, slot)
    return _put_on(state, slot, instead)


def _put_on(state: State, slot: Slot, item: str | None) -> tuple[State, tuple[Command, ...]]:
    """Put ``item`` on for the rest of ``slot``; None: the built-in page."""
    state = replace(state, slot=slot, showing=item, fresh=None)
    if item is None:
        return state, (ShowBuiltin(),)
    return state, (Show(slot, item, as_still=not _may_play(state, item)),)


def _failures(state: State, item: str, language: str) -> int:
    """Return how often a page failed, itself or by its picture, in whatever item that was."""
    picture = state.material.pictures.get(item, "")
    return max(state.strikes.get(page(item, language), 0), state.strikes.get(picture, 0))


def _may_show(state: State, item: str, language: str) -> bool:
    return _failures(state, item, language) < STRIKES


def _may_play(state: State, item: str) -> bool:
    return state.clip_strikes.get(state.material.clips.get(item, ""), 0) < STRIKES


def _substitute(state: State, schedule: Schedule, slot: Slot) -> str | None:
    """Return the next item of the programme that never failed; else the default gate page.

    What comes next may not be for now: its day has not come, or mourning holds until then.
    A clip never stands in: it would begin in the middle and end too early. None: the default
    gate page itself has failed too often.
    """
    at = slot
    for _ in range(SUBSTITUTES):
        at = schedule.slot_at(at.end)
        if (
            at.item not in state.material.clips
            and not _failures(state, at.item, slot.language)
            and schedule.may_fill(slot, at.item)
        ):
            return at.item
    return DEFAULT_GATE_PAGE if _may_show(state, DEFAULT_GATE_PAGE, slot.language) else None


def _video(state: State, slot: Slot, now: datetime) -> tuple[State, tuple[Command, ...], datetime]:
    """Return the state, the order to the worker if any, and when to think of it again."""
    due = _next_clip(state, slot, now)
    if due is not None and due - now <= WARM_UP:
        begun = state.last_clip is None
        commands: tuple[Command, ...] = (WarmUpVideo(),) if begun else ()
        return replace(state, last_clip=due), commands, now + REARM
    if state.last_clip is not None and not timedelta() <= now - state.last_clip < WORKER_IDLE:
        return replace(state, last_clip=None), (RetireVideo(),), now + REARM
    return state, (), now + REARM if due is None else due - WARM_UP


def _next_clip(state: State, slot: Slot, now: datetime) -> datetime | None:
    """Return when the next playable clip is due, ``now`` for one on stage, None for none soon."""
    at = slot
    while state.schedule is not None and at.start < now + LOOK_AHEAD:
        is_clip = at.item in state.material.clips
        if is_clip and _may_play(state, at.item) and _may_show(state, at.item, at.language):
            return max(at.start.astimezone(UTC), now)
        at = state.schedule.slot_at(at.end)
    return None
