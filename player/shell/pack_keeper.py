"""The pack keeper: which pack is on stage, and what becomes of it.

Looks at the store once a second; it and the agent tell each other by files alone. A new pack is
offered to the performance, which takes it when the slot ends, at once if it carries an urgent
notice. While it is on trial the keeper counts its time on stage and has every kind of its pages
drawn in a process of its own, so that one that brings Qt down does not bring the screen down.
Damaged files are reported to the agent; when half of the items lack a file the last good pack
plays until they are mended.

What is recalled is left out of whichever pack is on stage, at once, even in the middle of a slot.
Which orders were obeyed, and when, is noted for ``status``.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from player.pack.content import item_media
from player.pack.orders import RECALL
from player.shell.performance import Performance
from player.stage.repertoire import Repertoire
from player.store.install import is_whole
from player.store.layout import Home
from player.store.orders import Orders, read_orders, read_receipts, recalled_by, received
from player.store.reader import Opened, StoredPack, open_best
from player.store.records import Record, write_record
from player.store.report import AgentReport, read_report
from player.store.scribe import Scribe
from player.store.standing import Standing, standing
from player.store.trial import (
    Lease,
    Proof,
    Trial,
    Verdict,
    begun,
    judged,
    read_trial,
    withdrawn,
)
from player.store.verify import Damaged, blob_mark

logger = logging.getLogger(__name__)

LOOK_MS: Final = 1000
REHEARSE_AFTER_S: Final = 5.0
"""The first pages of a pack are to come on time; its rehearsal takes a core for seconds."""


class Rehearsal(Protocol):
    """Draws every kind of page of a pack, somewhere else."""

    def start(self, pack: str, done: Callable[[bool], None]) -> None:
        """Begin, and say later whether all of them could be drawn."""
        ...


@dataclass(frozen=True, slots=True)
class House:
    """What the keeper works with.

    Attributes:
        home: of this screen.
        factory: folder of the factory pack.
        performance: plays packs.
        prepare: makes a pack ready to be performed.
        is_urgent: whether a pack has an urgent notice on air now.
        rehearsal: draws a pack elsewhere.
        monotonic: seconds of a clock that never steps.
        now: the wall clock, aware.
    """

    home: Home
    factory: Path
    performance: Performance
    prepare: Callable[[StoredPack], Repertoire]
    is_urgent: Callable[[StoredPack], bool]
    rehearsal: Rehearsal
    monotonic: Callable[[], float]
    now: Callable[[], datetime]


class PackKeeper(QObject):
    """Keeps one screen's packs for the life of the process."""

    withdrawn = Signal(object)
    """The ids and digests that are recalled now, all of them: before the stage does without."""

    def __init__(self, house: House, reported: Callable[[AgentReport], None]) -> None:
        """Look at nothing yet.

        Args:
            house: what it works with.
            reported: told what the agent reports, first of all and whenever that changes.
        """
        super().__init__()
        self._house = house
        self._reported = reported
        self._standing: Standing | None = None
        self._opened: Opened | None = None
        self._offered: str | None = None
        self._on_stage: str | None = None
        self._read: str | None = None
        self._held: set[str] | None = None
        self._tried: str | None = None
        self._since_s = 0.0
        self._drawn: bool | None = None
        self._is_rehearsing = False
        self._damaged: dict[str, tuple[int, ...]] = {}
        self._barred: set[str] = set()
        self._scribe = Scribe("a record")
        self._is_resting = self._is_careful = False
        self._recalled = frozenset[str]()
        house.performance.taken.connect(self._taken)
        house.performance.damaged.connect(self._lost)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def opened(self) -> Opened | None:
        """The pack chosen last, None: the built-in page."""
        return self._opened

    def begin(self) -> None:
        """Put the best pack on stage, and look for others from now on."""
        self.look()
        self._timer.start()

    def rest(self, is_resting: bool) -> None:  # noqa: FBT001  (a signal's)
        """Read no pack and show the built-in page, or the best pack again."""
        if is_resting is not self._is_resting:
            self._is_resting = is_resting
            self._choose()

    def trust(self, is_trusting: bool) -> None:  # noqa: FBT001  (a signal's)
        """Show a pack that has yet to prove itself, or only one that has."""
        if self._is_careful is is_trusting:
            self._is_careful = not is_trusting
            if not self._is_resting:
                self._choose()

    def end(self) -> None:
        """Give a try back: the player ends as it was told to."""
        self._timer.stop()
        trial = read_trial(self._house.home)
        if trial is not None and trial.pack == self._on_stage:
            self._write(self._house.home.trial, withdrawn(trial))

    @Slot()
    def look(self) -> None:
        """Look at the store, at the damage and at the trial."""
        home, before = self._house.home, self._standing
        self._standing = found = standing(home)
        if before is None or found.report != before.report:
            self._reported(read_report(home))
        if found.problem and (before is None or found.problem != before.problem):
            logger.warning("an order cannot be read", extra={"reason": found.problem})
        is_ordered = before is None or found.orders != before.orders
        orders = read_orders(home) if is_ordered else None
        has_recalled = orders is not None and self._recall(orders)
        if before is None or found.offer != before.offer or has_recalled:
            self._choose(at_once=has_recalled)
        if orders is not None:
            self._obeyed(orders)
        self._look_at_damage()
        self._look_at_trial()

    def _recall(self, orders: Orders) -> bool:
        """Take note of what is recalled now; return whether that is something else than before."""
        if RECALL in orders.problems:
            why = orders.problems[RECALL]
            logger.warning("an order cannot be read", extra={"reason": why})
        recalled = recalled_by(orders, read_receipts(self._house.home.obeyed))
        if recalled == self._recalled:
            return False
        self._recalled = recalled
        logger.warning("recalled", extra={"things": sorted(recalled)})
        self.withdrawn.emit(recalled)
        return True

    def _obeyed(self, orders: Orders) -> None:
        home = self._house.home
        before = read_receipts(home.obeyed)
        after = received(before, orders, self._house.now())
        if after != before:
            self._write(home.obeyed, after)

    def _choose(self, *, at_once: bool = False) -> None:
        """Put on stage what the store offers, unless it is there; ``at_once``: even if it is."""
        house, found = self._house, self._standing
        if found is None:  # nothing has been looked at: ``begin`` will
            return
        if found.is_stopped or self._is_resting:
            self._opened = None
            if found.is_stopped:
                logger.warning("stopped: the built-in page is ordered")
            self._present(None, at_once=True)
            return
        barred = set(self._barred)
        if found.candidate is not None and self._is_careful:
            barred.add(found.candidate)
        elif found.candidate is not None and found.candidate != self._tried:
            self._try(found.candidate)
        self._opened = open_best(house.home, house.factory, barred)
        pack = self._opened.pack if self._opened else None
        if pack is None or at_once or pack.sha256 not in {self._on_stage, self._offered}:
            self._present(pack, at_once=pack is None or at_once or house.is_urgent(pack))

    def _present(self, pack: StoredPack | None, *, at_once: bool) -> None:
        performance = self._house.performance
        if pack is None:
            self._offered = None
            performance.take(None)
            return
        self._offered = pack.sha256
        self._hold()
        logger.info("pack", extra={"pack": pack.manifest.pack, "sequence": pack.manifest.sequence})
        prepared = self._house.prepare(pack)
        if at_once:
            performance.take(prepared)
        else:
            performance.offer(prepared)

    @Slot(object)
    def _taken(self, repertoire: Repertoire | None) -> None:
        pack = repertoire.pack if repertoire else None
        if pack == self._on_stage:
            return
        self._on_stage, self._offered = pack, None
        self._since_s, self._drawn = self._house.monotonic(), None
        if not self._barred:  # else the agent is mending the pack that is to come back
            self._damaged.clear()
            self._report_damage()
        self._hold()

    def prepare_again(self) -> None:
        """Put the pack on stage anew at once, for it is to be shown otherwise.

        One that waits for its slot was prepared as it is not to be shown any more: it comes now.
        """
        if self._opened is not None and self._is_wanted(self._opened.pack):
            self._house.performance.take(self._house.prepare(self._opened.pack))

    def correct_again(self) -> None:
        """Have the pack on stage say at once what its gate says by now; its slots go on."""
        opened, performance = self._opened, self._house.performance
        if opened is None or not self._is_wanted(opened.pack):
            return
        prepared = self._house.prepare(opened.pack)
        if opened.pack.sha256 == self._on_stage:
            performance.correct(prepared)
        else:
            performance.take(prepared)

    def _is_wanted(self, pack: StoredPack) -> bool:
        return pack.sha256 in {self._on_stage, self._offered}

    def keep_for_reader(self, pack: str | None) -> None:
        """Keep a pack that a touch session reads, whatever comes on stage; None: none is read."""
        self._read = pack
        self._hold()

    def _hold(self) -> None:
        held = {name for name in (self._on_stage, self._offered, self._read) if name}
        # A touch must not wait for the disk: most sessions read what is on stage.
        if held != self._held:
            self._held = held
            self._write(self._house.home.lease, Lease(packs=tuple(sorted(held))))

    def _try(self, candidate: str) -> None:
        """Note a try before the candidate is read: what it brings down is counted, too."""
        home = self._house.home
        self._tried = candidate
        trial = read_trial(home)
        now = begun(candidate, trial)
        if now != trial:
            self._write(home.trial, now)
            logger.info("trial", extra={"pack": candidate, "tries": now.tries, "now": now.verdict})

    def _look_at_trial(self) -> None:
        house, found = self._house, self._standing
        if found is None or found.candidate is None or found.candidate != self._on_stage:
            return
        trial = read_trial(house.home)
        if trial is None or trial.pack != self._on_stage or trial.verdict is not Verdict.TRYING:
            return
        shown_s = house.monotonic() - self._since_s
        if shown_s >= REHEARSE_AFTER_S and self._drawn is None and not self._is_rehearsing:
            self._is_rehearsing = True
            house.rehearsal.start(trial.pack, partial(self._rehearsed, trial.pack))
        self._judge(trial, Proof(shown_s, self._drawn))

    def _judge(self, trial: Trial, proof: Proof) -> None:
        now = judged(trial, proof)
        if now == trial:
            return
        logger.info("verdict", extra={"pack": trial.pack, "verdict": now.verdict.value})
        self._write(self._house.home.trial, now)
        if now.verdict is Verdict.FAILED:
            self._leave()

    def _leave(self) -> None:
        """Take what is on stage down at once, for whatever is better."""
        house = self._house
        self._opened = open_best(house.home, house.factory, self._barred)
        self._present(self._opened.pack if self._opened else None, at_once=True)

    def _rehearsed(self, pack: str, drawn: bool) -> None:  # noqa: FBT001  (called back)
        self._is_rehearsing = False
        if pack == self._on_stage:  # else another has come meanwhile, and has its own to pass
            self._drawn = drawn

    @Slot(str)
    def _lost(self, sha256: str) -> None:
        """Report a damaged file, and leave a pack of which half is damaged."""
        house = self._house
        if self._on_stage is None or sha256 in self._damaged or not _is_digest(sha256):
            return
        self._damaged[sha256] = blob_mark(house.home.blobs, sha256)
        self._report_damage()
        opened = self._opened
        if opened is None or opened.rung != "current" or opened.pack.sha256 != self._on_stage:
            return
        items = opened.pack.content.items
        hurt = sum(any(m.sha256 in self._damaged for m in item_media(item)) for item in items)
        if items and hurt * 2 > len(items):
            logger.error("half of the pack is damaged", extra={"pack": self._on_stage})
            self._barred.add(self._on_stage)
            # After the performance has dealt with the file that told us.
            QTimer.singleShot(0, self, self._leave_if_better)

    @Slot()
    def _leave_if_better(self) -> None:
        best = open_best(self._house.home, self._house.factory, self._barred)
        if best is not None and best.rung == "last-good" and best.pack.sha256 != self._on_stage:
            self._leave()

    def _look_at_damage(self) -> None:
        """Show mended files again."""
        home = self._house.home
        changed = {s for s, mark in self._damaged.items() if blob_mark(home.blobs, s) != mark}
        mended = {sha256 for sha256 in changed if is_whole(home.blobs, sha256)}
        for sha256 in changed:
            self._damaged[sha256] = blob_mark(home.blobs, sha256)
        if not mended:
            return
        for sha256 in mended:
            del self._damaged[sha256]
        self._report_damage()
        was_barred = bool(self._barred)
        self._barred.clear()
        if was_barred:
            self._choose()
            return
        opened = self._opened
        if opened is not None and opened.pack.sha256 == self._on_stage:
            self._house.performance.take(self._house.prepare(opened.pack), forgives=True)

    def _report_damage(self) -> None:
        path = self._house.home.damaged
        if self._damaged or path.exists():
            self._write(path, Damaged(blobs=tuple(sorted(self._damaged))))

    def _write(self, path: Path, record: Record) -> None:
        """Write a record; a disk that refuses is no reason to go dark."""
        self._scribe.write(partial(write_record, path, record), path)


def _is_digest(text: str) -> bool:
    return len(text) == 64 and all(sign in "0123456789abcdef" for sign in text)  # noqa: PLR2004  (sha256)
