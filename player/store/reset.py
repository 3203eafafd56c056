"""A screen as on its first day, and yet the same screen.

Who may write a folder clears it: show its state, the agent the store. The wish stays until the
agent has done its part, so a power cut in between costs a repetition and nothing else.

What stays: the root of trust and the memory of what it vouched for (else an old pack could be
brought again), what the centre ordered (no hand at the screen lifts a stop), the shift log
and the lockout of the PIN pad; and everything in ``/etc``.
"""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from player.store.durable import sync_folder
from player.store.inbox import SUFFIX
from player.store.layout import Home
from player.store.prune import kept_packs
from player.store.records import Record, read_record, write_record
from player.store.report import AgentReport, read_report, write_report

PATIENCE: Final = timedelta(minutes=3)
"""How long the agent waits for show to let go of a pack; what it holds then goes in the night."""


class Reset(Record):
    """A reset that is wanted, or that was done.

    Attributes:
        id: names it.
        at: when it was asked for.
        by: who asked.
    """

    id: str
    at: datetime
    by: str = ""


def want_reset(home: Home, reset: Reset) -> None:
    """Ask for a reset.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.reset_wanted, reset)


def wanted_reset(home: Home) -> Reset | None:
    """Return the reset that is wanted and not done; None: none is."""
    wanted = read_record(home.reset_wanted, Reset)
    done = read_record(home.reset_done, Reset)
    return wanted if wanted is not None and (done is None or done.id != wanted.id) else None


def clear_state(home: Home) -> None:
    """Take away what show keeps, before it plays; harmless when repeated.

    Raises:
        OSError: the disk refused.
    """
    gone = (
        home.gate_day, home.trial, home.lease, home.damaged, home.misses, home.panel, home.picture,
        home.taken_picture, home.graphics,
    )  # fmt: skip
    for path in gone:
        path.unlink(missing_ok=True)
    if home.state.is_dir():
        sync_folder(home.state)
    for order in home.inbox.glob(f"*{SUFFIX}"):
        order.unlink(missing_ok=True)


def clear_store(home: Home, reset: Reset, now: datetime) -> bool:
    """Take away what the agent keeps; the caller holds the store.

    Returns:
        Whether it is done: show holds no pack any more, or has held one for too long.

    Raises:
        OSError: the disk refused.
    """
    for link in (home.current, home.last_good):
        link.unlink(missing_ok=True)
    held = kept_packs(home)
    left = _clear_packs(home, held)
    shutil.rmtree(home.partial, ignore_errors=True)
    shutil.rmtree(home.quarantine, ignore_errors=True)
    if not left:
        shutil.rmtree(home.blobs, ignore_errors=True)
    sync_folder(home.store)
    waited = now - reset.at
    if left and timedelta(0) <= waited < PATIENCE:
        return False
    report = read_report(home)
    # What was held and fetched is gone; what vouched for it is not.
    write_report(home, AgentReport(trust=report.trust, clock=report.clock))
    write_record(home.reset_done, reset)
    return True


def _clear_packs(home: Home, held: frozenset[str] | None) -> bool:
    """Remove the packs that show does not hold; return whether one is left."""
    left = False
    for folder in _folders(home.packs):
        if held is None or folder.name in held:
            left = True
        else:
            shutil.rmtree(folder)
    return left


def _folders(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(each for each in folder.iterdir() if each.is_dir())
    return []
