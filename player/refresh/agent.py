"""The agent's work: what each of its jobs does. When they run is ``main.agent``'s business.

``look`` asks the source whether anything changed, with one small conditional request, and runs a
whole cycle when it did, or when the last one is a quarter of an hour ago. ``heed`` acts on what
show tells: a pack that proved itself, one that failed, a blob that is damaged. ``tend`` reads
every blob at night. Each cycle leaves one line in the log and one report for show and ``status``.
"""

import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from player import RELEASED, clock
from player.errors import FetchError, FetchInterruptedError, PackError, PlayerError, StoreError
from player.refresh.blobs import Downloader, Progress
from player.refresh.cycle import Activated, AlreadyCurrent, Cycle, Failed, Outcome, Wanted, repair
from player.refresh.news import MAX_TIMESTAMP_BYTES, TIMESTAMP, News
from player.refresh.origin import Origin
from player.refresh.pace import Backoff, DownloadHours, TokenBucket
from player.refresh.trust import METADATA, TARGETS, Place, Trust, Vouched
from player.store.anchor import is_root
from player.store.indexing import Indexing
from player.store.judgement import clock_state, faults
from player.store.layout import Home
from player.store.lock import writing
from player.store.prune import prune
from player.store.reader import open_installed
from player.store.report import (
    AgentReport,
    ClockReport,
    HeldPack,
    RefreshReport,
    StickReport,
    TrustReport,
    floor_of,
    read_report,
    write_report,
)
from player.store.reset import clear_store, wanted_reset
from player.store.scribe import Scribe
from player.store.settle import settle
from player.store.verify import damaged_blobs, reported_damaged

logger = logging.getLogger(__name__)

FULL_EVERY_S: Final = 900.0
MAX_PROBLEMS: Final = 100
MAX_PROBLEM: Final = 300
"""How many faults of notices are kept for ``status``, and how many characters of each."""


def no_progress(_here: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an agent works for.

    Attributes:
        home: of the screen.
        gate: id of the gate.
        pack: ``province/gate/channel``; empty: the one the home holds, else the gate's only one.
        anchor: file of the root metadata this screen believes.
        hours: when large files may be fetched.
        rate_bytes_per_s: cap on large files; 0: none.
        indexing: makes the index to search a pack with.
    """

    home: Home
    gate: str
    pack: str
    anchor: Path
    hours: DownloadHours = field(default_factory=lambda: DownloadHours((), UTC))
    rate_bytes_per_s: float = 0.0
    indexing: Indexing = field(default_factory=Indexing)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a cycle, and what it took."""

    outcome: Outcome
    requests: int
    bytes: int


class Agent:
    """Brings packs from one origin into one home.

    Args:
        setting: what it works for.
        origin: where packs usually come from; None: only sticks are looked at.
        now: the wall clock, aware.
        monotonic: seconds of a clock that never steps.
        chance: 0 to 1, at random.
    """

    def __init__(
        self,
        setting: Setting,
        origin: Origin | None,
        now: Callable[[], datetime] = clock.now,
        monotonic: Callable[[], float] = clock.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._setting = setting
        self._origin = origin
        self._now = now
        self._monotonic = monotonic
        self._chance = chance
        self._bucket = TokenBucket(setting.rate_bytes_per_s, monotonic, _sleep)
        self._backoff = Backoff()
        self._resume_at = 0.0
        self._full_at: float | None = None
        self._scribe = Scribe("the report")
        self._last_error = ""
        self._unheeded = ""

    @property
    def home(self) -> Home:
        """Whose store it writes."""
        return self._setting.home

    def look(self) -> Told | None:
        """Ask whether anything changed; return what came of it, None when nothing was to do."""
        if self._origin is None or self._monotonic() < self._resume_at:
            return None
        if wanted_reset(self.home) is not None:
            return None  # what is brought now would be taken away again
        is_due = self._full_at is None or self._monotonic() - self._full_at >= FULL_EVERY_S
        try:
            news = self._origin.changed(TIMESTAMP, MAX_TIMESTAMP_BYTES)
        except FetchError as e:
            told = Told(Failed(e), 1, 0)
            self._attempted(told.outcome, self._origin)
            self._log(told, self._origin)
            return told
        if news is None and not is_due:
            return None
        self._full_at = self._monotonic()
        return self.cycle(self._origin, no_progress)

    def cycle(self, origin: Origin, progress: Progress, *, heeds_hours: bool = True) -> Told:
        """Run one whole cycle from ``origin``; never raises what is foreseen."""
        requests, received = origin.meter.requests, origin.meter.bytes
        try:
            with writing(self.home):
                settle(self.home, self._now())
                outcome = self._run(origin, progress, heeds_hours=heeds_hours)
                while isinstance(outcome, Failed) and isinstance(
                    outcome.error, FetchInterruptedError
                ):
                    outcome = self._run(origin, progress, heeds_hours=heeds_hours)
                self._attempted(outcome, origin)
        except OSError as e:
            outcome = Failed(StoreError(f"{e.filename or self.home.store}: {e.strerror or e}"))
        except PlayerError as e:
            outcome = Failed(e)
        if isinstance(outcome, Failed):
            # What was news is not news any more, and yet not here: the next look is a whole cycle.
            self._full_at = None
        told = Told(outcome, origin.meter.requests - requests, origin.meter.bytes - received)
        self._log(told, origin)
        return told

    def heed(self) -> None:
        """Act on what show tells; a damaged blob makes the next look a whole cycle."""
        try:
            with writing(self.home):
                settled = settle(self.home, self._now())
                self._reset()
        except (OSError, StoreError) as e:
            if str(e) != self._unheeded:
                logger.warning("what show says cannot be acted on", extra={"reason": str(e)})
            self._unheeded = str(e)
            return
        self._unheeded = ""
        if settled is not None:
            logger.info("trial ended", extra={"what": settled.value})
        if damaged_blobs(self.home, reported_damaged(self.home)):
            self._full_at = None

    def _reset(self) -> None:
        """Do the agent's part of a reset that a technician wants; then the next look is a cycle."""
        wanted = wanted_reset(self.home)
        if wanted is not None and clear_store(self.home, wanted, self._now()):
            logger.warning("the store is as on its first day", extra={"by": wanted.by})
            self._full_at, self._resume_at, self._backoff = None, 0.0, Backoff()

    def tend(self) -> None:
        """Read every blob, fetch again what is damaged, take away what nobody needs."""
        try:
            with writing(self.home):
                if self._origin is not None:
                    downloader = Downloader(self._origin, self.home, self._bucket)
                    mended = repair(self.home, downloader, no_progress)
                    logger.info("verified", extra={"repaired": mended})
                prune(self.home, self._now())
        except (OSError, PlayerError) as e:
            logger.warning("the store cannot be tended", extra={"reason": str(e)})

    def note_stick(self, outcome: str, reason: str) -> None:
        """Keep what came of a stick, for ``status``."""
        stick = StickReport(at=self._now(), outcome=outcome, reason=reason)
        self._write(read_report(self.home).model_copy(update={"stick": stick}))

    def _run(self, origin: Origin, progress: Progress, *, heeds_hours: bool) -> Outcome:
        may_download = not heeds_hours or self._setting.hours.are_open(self._now())
        try:
            trust = self._trust(origin)
        except PlayerError as e:
            return Failed(e)
        news = News(origin, self._monotonic)
        downloader = Downloader(origin, self.home, self._bucket, between=news.heed)
        held = read_report(self.home).held
        cycle = Cycle(
            self.home,
            trust,
            downloader,
            self._vouched,
            held,
            self._holds,
            self._now,
            self._doubts,
            self._setting.indexing,
        )
        pack = self._setting.pack or (held.pack if held else self._installed_pack())
        return cycle.run(Wanted(self._setting.gate, pack, may_download, progress))

    def _installed_pack(self) -> str:
        try:
            return open_installed(self.home.current, self.home).manifest.pack
        except (PackError, StoreError):
            return ""

    def _trust(self, origin: Origin) -> Trust:
        try:
            anchor = self._setting.anchor.read_bytes()
        except OSError as e:
            raise PackError(
                f"{self._setting.anchor}: no root of trust ({e.strerror}); put the file that the "
                "content team gave there, or name it with --trust"
            ) from e
        if not is_root(anchor):
            raise PackError(
                f"{self._setting.anchor}: this is no root of trust; put the file that the content "
                "team gave in its place"
            )
        floor = self.floor()
        return Trust(
            self.home.trust,
            Place(origin, METADATA),
            Place(origin, TARGETS),
            anchor,
            max(self._now(), floor),
        )

    def floor(self) -> datetime:
        """Return an instant known to have passed."""
        return floor_of(read_report(self.home))

    def _vouched(self, vouched: Vouched) -> None:
        """Keep what the metadata says; the floor only ever rises, and never by the clock."""
        report = read_report(self.home)
        floor = max(floor_of(report), vouched.issued or RELEASED)
        trust = TrustReport(
            root=vouched.root,
            is_trial=vouched.is_trial,
            timestamp_issued=vouched.issued,
            floor=floor,
            expires=vouched.expires,
        )
        if trust != report.trust:
            self._write(report.model_copy(update={"trust": trust}))

    def _holds(self, held: HeldPack) -> None:
        report = read_report(self.home)
        if report.held != held:
            self._write(report.model_copy(update={"held": held}))

    def _doubts(self, problems: Sequence[str]) -> None:
        """Keep what is wrong with the notices that are signed, for ``status``."""
        report = read_report(self.home)
        told = tuple(problem[:MAX_PROBLEM] for problem in problems[:MAX_PROBLEMS])
        if tuple(report.notices) != told:
            self._write(report.model_copy(update={"notices": told}))

    def _attempted(self, outcome: Outcome, origin: Origin) -> None:
        now = self._now()
        error = str(outcome.error) if isinstance(outcome, Failed) else ""
        self._backoff = self._backoff.failed() if error else Backoff()
        self._resume_at = self._monotonic() + self._backoff.delay_s(self._chance())
        report = read_report(self.home)
        refresh = RefreshReport(
            last_success=report.refresh.last_success if error else now,
            last_attempt=now,
            error=error,
            source=origin.name,
        )
        report = report.model_copy(
            update={"refresh": refresh, "clock": self._clock(origin, floor_of(report))}
        )
        self._write(report.model_copy(update={"faults": faults(report, now)}))

    def _clock(self, origin: Origin, floor: datetime) -> ClockReport:
        now, server = self._now(), origin.server_time
        offset = None if server is None else round((now - server).total_seconds(), 1)
        return ClockReport(state=clock_state(now, floor), offset_s=offset)

    def _write(self, report: AgentReport) -> None:
        self._scribe.write(partial(write_report, self.home, report), self.home.report)

    def _log(self, told: Told, origin: Origin) -> None:
        outcome = told.outcome
        said = {"source": origin.name, "requests": told.requests, "bytes": told.bytes}
        match outcome:
            case Activated(pack, sequence):
                logger.info("activated", extra={"pack": pack, "sequence": sequence, **said})
            case AlreadyCurrent(pack, sequence, waits):
                logger.info(
                    "current", extra={"pack": pack, "sequence": sequence, "waits": waits, **said}
                )
            case Failed(error) if str(error) == self._last_error:
                logger.debug("refused again", extra={"reason": str(error)})
            case Failed(error):
                level = logging.INFO if isinstance(error, FetchError) else logging.ERROR
                logger.log(level, "refused", extra={"reason": str(error), **said})
        self._last_error = str(outcome.error) if isinstance(outcome, Failed) else ""


def _sleep(seconds: float) -> None:
    time.sleep(seconds)
