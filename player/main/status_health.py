"""What ``status`` says of the player's health: starts, ends, remedies, faults, memory."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from player.health.ladder import Remedy
from player.health.memory import held_bytes
from player.health.starts import SAFE_S
from player.store.layout import Home
from player.store.lock import holder
from player.store.recovery import Moment, Recovery, Trouble, read_recovery

HOUR: Final = timedelta(hours=1)
WORKER: Final = b"player.main.worker"
SHOWN: Final = 5
"""How many faults that are over are told in words."""


def health_document(home: Home, now: datetime) -> dict[str, object]:
    """Return how the player has fared; instants are ISO 8601, what is unknown is None.

    Args:
        home: of the screen.
        now: the wall clock, aware.
    """
    recovery = read_recovery(home)
    show, agent = holder(home.lock), holder(home.agent_lock)
    worker = _worker_of(show) if show is not None else None
    safety = recovery.safety
    return {
        "running": show is not None,
        "starts_last_hour": sum(now - each.begun.at <= HOUR for each in recovery.starts),
        "last_end": _last_end(recovery),
        "remedy": _remedy(recovery),
        "safe_mode_until": _iso(safety.begun.at + timedelta(seconds=SAFE_S)) if safety else None,
        "safe_mode_reason": safety.reason if safety else None,
        "only_proved_packs": recovery.is_careful,
        "faults": [_trouble(each) for each in recovery.troubles],
        "memory": {
            name: held_bytes(pid) if pid is not None else None
            for name, pid in (("show", show), ("worker", worker), ("agent", agent))
        },
        "crashes": _crashes(home),
    }


def health_faults(health: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong now, in words."""
    end = health["last_end"]
    if not health["running"] and isinstance(end, dict) and end["how"] is None:
        yield "the player does not run, and did not say why"
    if health["safe_mode_until"]:
        yield f"safe mode: the built-in page is shown: {health['safe_mode_reason']}"
    if not health["running"]:
        return
    for each in _rows(health["faults"]):
        if each["over"] is None:
            yield f"{each['fault']}, since {each['begun']}{_done(each)}"


def health_rows(health: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the health in words: what, and how it is."""
    end = health["last_end"]
    starts = f"{health['starts_last_hour']} in the last hour"
    if isinstance(end, dict) and end["how"]:
        reason = f" ({end['reason']})" if end["reason"] else ""
        starts += f"; the last end was {end['at']}: {end['how']}{reason}"
    yield "starts", starts
    if health["safe_mode_until"]:
        yield "safe mode", f"until {health['safe_mode_until']}"
    if health["remedy"]:
        yield "remedy", str(health["remedy"])
    if health["only_proved_packs"]:
        yield "careful", "only a pack that has proved itself is shown, for ten quiet minutes"
    memory = health["memory"]
    if isinstance(memory, dict):
        held = (f"{name} {_megabytes(count)}" for name, count in memory.items())
        yield "processes", ", ".join(held)
    for each in [each for each in _rows(health["faults"]) if each["over"]][-SHOWN:]:
        yield "was", f"{each['fault']}, {each['begun']} to {each['over']}{_done(each)}"
    if health["crashes"]:
        yield "crashes", f"{health['crashes']} tracebacks in state/crashes"


def _last_end(recovery: Recovery) -> Mapping[str, object] | None:
    """Return how the player ended last; of one that runs, how the one before did."""
    for start in reversed(recovery.starts):
        if start.end is not None:
            at = _iso(start.ended.at) if start.ended else None
            return {"how": start.end.value, "at": at, "reason": start.reason or None}
    if recovery.starts:
        return {"how": None, "at": None, "reason": None}
    return None


def _remedy(recovery: Recovery) -> str | None:
    """Return the rung of the ladder that the player stands on."""
    name = recovery.climb.taken[-1] if recovery.climb.taken else ""
    remedy = Remedy.__members__.get(name)
    return remedy.value if remedy else None


def _trouble(trouble: Trouble) -> Mapping[str, object]:
    over = trouble.over
    return {
        "fault": trouble.fault,
        "begun": _moment(trouble.begun),
        "over": _moment(over) if over else None,
        "remedies": list(trouble.remedies),
    }


def _worker_of(show: int) -> int | None:
    with suppress(OSError, ValueError):
        children = Path(f"/proc/{show}/task/{show}/children").read_text("ascii")
        for pid in map(int, children.split()):
            if WORKER in Path(f"/proc/{pid}/cmdline").read_bytes():
                return pid
    return None


def _crashes(home: Home) -> int:
    try:
        return sum(path.stat().st_size > 0 for path in home.crashes.iterdir())
    except OSError:
        return 0


def _rows(found: object) -> list[Mapping[str, object]]:
    return found if isinstance(found, list) else []


def _done(row: Mapping[str, object]) -> str:
    remedies = row["remedies"]
    return f": {', '.join(remedies)}" if isinstance(remedies, list) and remedies else ""


def _megabytes(count: object) -> str:
    return f"{count / 1e6:.0f} MB" if isinstance(count, int) else "does not run"


def _moment(moment: Moment) -> str:
    return _iso(moment.at)


def _iso(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="seconds")
