"""Root of the refresh agent: sources, sticks, and when each job runs. Network; no Qt.

All jobs share one worker, so that none meets another in the store; a second agent is refused.
"""

import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TransferSpeedColumn

from player import clock
from player.config.fingerprint import digest_of, digits_of
from player.config.screen import Screen
from player.errors import FetchError, PackError, PlayerError, StoreError
from player.health.limits import AGENT_BYTES, is_too_heavy
from player.health.pulse import AGENT_S
from player.lookup.builder import PackIndex
from player.main.heartbeat import Heartbeat
from player.main.life import own_weight
from player.main.logs import set_up_logging
from player.main.metrics import EVERY_S, MetricsFile
from player.main.service import AGAIN, Service, begin_again
from player.refresh.agent import Agent, Setting, Told, no_progress
from player.refresh.blobs import Progress as Tell
from player.refresh.cycle import Activated, AlreadyCurrent, Failed, Outcome
from player.refresh.folder_origin import FolderOrigin
from player.refresh.http_origin import HttpOrigin
from player.refresh.origin import Origin
from player.refresh.pace import SHARE, DownloadHours
from player.refresh.sticks import sticks
from player.store.anchor import believe, is_root
from player.store.indexing import Indexing
from player.store.layout import Home
from player.store.lock import running_agent

logger = logging.getLogger(__name__)

HEED_S: Final = 5
WEIGH_S: Final = 60
NIGHT: Final = 3
"""Local hour in which every blob is read."""

BITS: Final = 8
EXIT_DONE: Final = 0
EXIT_REFUSED: Final = 1


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asked of ``gate-player refresh``.

    Attributes:
        source: a URL or folder instead of the configured one.
        trust: root metadata to believe from now on; only where none was believed before.
        as_json: print one JSON document and nothing else.
    """

    source: str | None = None
    trust: Path | None = None
    as_json: bool = False


def refresh_once(screen: Screen, order: Order) -> int:
    """Run one cycle and say what came of it; return the exit code."""
    _quiet_libraries()
    agent, origin = _agent(screen, order)
    if origin is None:
        raise PackError("no source: write content.source in the configuration, or say --from")
    if isinstance(origin, FolderOrigin) and not Path(origin.name).is_dir():
        raise FetchError(f"{origin.name}: there is no such folder; is the stick mounted?")
    with _progress(quiet=order.as_json) as tell, _unlogged():
        told = agent.cycle(origin, tell, heeds_hours=False)
    if order.as_json:
        sys.stdout.write(f"{json.dumps(_document(told), ensure_ascii=False)}\n")
    else:
        Console(stderr=isinstance(told.outcome, Failed)).print(
            _sentence(told, origin.name), markup=False, highlight=False, soft_wrap=True
        )
    return EXIT_REFUSED if isinstance(told.outcome, Failed) else EXIT_DONE


def run_agent(screen: Screen, order: Order) -> NoReturn:
    """Refresh until asked to end; the process ends with it.

    Raises:
        StoreError: another agent works for this home.
    """
    set_up_logging()
    service = Service(os.environ)
    _quiet_libraries()
    agent, origin = _agent(screen, order)
    with running_agent(agent.home):
        scheduler = _scheduler(agent, screen)
        count = (lambda: origin.meter.bytes) if origin else (lambda: 0)
        heart = Heartbeat(service, AGENT_S, clock.monotonic, count)
        scheduler.add_listener(lambda _: heart.tick(), EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)
        is_heavy = threading.Event()

        def weigh() -> None:
            # A job like the others, so that no other runs when the process ends because of it.
            if is_too_heavy(own_weight(), AGENT_BYTES):
                logger.warning("too much memory is held")
                is_heavy.set()
                scheduler.shutdown(wait=False)

        scheduler.add_job(weigh, "interval", seconds=WEIGH_S)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: scheduler.shutdown(wait=False))
        logger.info("agent", extra={"home": str(agent.home.folder), "pack": screen.content.pack})
        service.ready()
        heart.begin()
        scheduler.start()
        heart.end()
        if is_heavy.is_set() and not service.is_there:
            begin_again(os.environ)
        # Not by returning: the interpreter would wait for the download that is under way, for hours
        # maybe. What a cycle leaves when it is cut off is what a power cut leaves: a whole pack.
        logging.shutdown()
        os._exit(AGAIN if is_heavy.is_set() else EXIT_DONE)


def main() -> None:
    """Refresh for the screen whose configuration, as JSON, the first word names; never returns."""
    screen = Screen.model_validate_json(Path(sys.argv[1]).read_bytes(), strict=False)
    try:
        run_agent(screen, Order())
    except PlayerError as e:
        sys.stderr.write(f"gate-player: {e}\n")
        sys.exit(EXIT_REFUSED)


def origin_of(source: str, screen: Screen) -> Origin | None:
    """Return the origin that a URL or folder names, None for an empty one.

    Raises:
        PackError: it is a URL of another kind.
    """
    if not source:
        return None
    if source.startswith(("http://", "https://")):
        content = screen.content
        ca_file = Path(content.ca_file) if content.ca_file else None
        return HttpOrigin(source, proxy=content.proxy, ca_file=ca_file)
    if source.startswith("file://"):
        return FolderOrigin(Path(unquote(urlsplit(source).path)))
    if "://" in source:
        raise PackError(f"{source}: content comes by http, https or file, or from a folder")
    return FolderOrigin(Path(source).absolute())


def _agent(screen: Screen, order: Order) -> tuple[Agent, Origin | None]:
    content, home = screen.content, Home(screen.home)
    if order.trust is not None:
        _believe(order.trust, home)
    zone = ZoneInfo(screen.time_zone)
    anchor = Path(content.trust) if content.trust and order.trust is None else home.anchor
    _check_fingerprint(anchor, content.fingerprint)
    setting = Setting(
        home=home,
        gate=screen.gate,
        pack=content.pack,
        anchor=anchor,
        hours=DownloadHours.parse(content.download_hours, zone),
        rate_bytes_per_s=content.max_kbit_s * 1000 / BITS,
        indexing=Indexing(PackIndex()),
    )
    origin = origin_of(content.source if order.source is None else order.source, screen)
    return Agent(setting, origin), origin


def _quiet_libraries() -> None:
    """Leave one line of a cycle: ours."""
    for name in ("apscheduler", "tuf", "urllib3"):
        logging.getLogger(name).setLevel(logging.WARNING)


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep back the agent's own line of a cycle: who asked for one is told in a sentence."""
    talker = logging.getLogger(Agent.__module__)
    before = talker.level
    talker.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        talker.setLevel(before)


def _believe(root: Path, home: Home) -> None:
    """Make ``root`` the home's anchor of trust, unless it has another."""
    try:
        raw = root.read_bytes()
        if not is_root(raw):
            raise PackError(
                f"{root}: this is no root of trust; a repository has it as metadata/1.root.json"
            )
        believe(home, raw)
    except OSError as e:
        raise StoreError(f"{e.filename or root}: {e.strerror or e}") from e


def _check_fingerprint(anchor: Path, compared: str) -> None:
    """Refuse to work by another root than the one a person compared when the screen was set up."""
    if not compared:
        return
    try:
        found = digits_of(digest_of(anchor.read_bytes()))
    except OSError:
        return  # there is none yet: nothing is believed, and the cycle says so
    if found != compared:
        raise PackError(
            f"{anchor}: its fingerprint is {found}, not {compared} as content.fingerprint has it; "
            "put the right file there, or compare anew with gate-player configure"
        )


def _scheduler(agent: Agent, screen: Screen) -> BlockingScheduler:
    # One worker; the default grace of a second would skip a look on a busy machine.
    scheduler = BlockingScheduler(
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        timezone=screen.time_zone,
    )
    poll_s, soon = screen.content.poll_s, clock.now() + timedelta(seconds=1)
    jitter = max(1, round(poll_s * SHARE))
    scheduler.add_job(agent.look, "interval", seconds=poll_s, jitter=jitter, next_run_time=soon)
    scheduler.add_job(agent.heed, "interval", seconds=HEED_S)
    scheduler.add_job(agent.tend, "cron", hour=NIGHT, jitter=1800)
    if screen.content.sticks:
        watch = StickWatch(agent, Path(screen.content.sticks))
        scheduler.add_job(watch.look, "interval", seconds=HEED_S)
    if screen.report.metrics_file:
        figures = MetricsFile(screen, clock.now)
        scheduler.add_job(figures.write, "interval", seconds=EVERY_S, next_run_time=soon)
    return scheduler


class StickWatch:
    """Imports each offline edition once."""

    def __init__(self, agent: Agent, mounts: Path) -> None:
        self._agent = agent
        self._mounts = mounts
        self._seen: frozenset[str] = frozenset()

    def look(self) -> None:
        """Import what has been put in since."""
        found = sticks(self._mounts)
        for stick in found:
            if stick.mark in self._seen:
                continue
            logger.info("stick", extra={"folder": str(stick.folder)})
            with _progress(quiet=False) as tell:
                told = self._agent.cycle(FolderOrigin(stick.folder), tell, heeds_hours=False)
            outcome, why = _outcome(told), _sentence(told, str(stick.folder))
            self._agent.note_stick(outcome, why)
            logger.info("stick done", extra={"outcome": outcome, "why": why})
        self._seen = frozenset(stick.mark for stick in found)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Tell]:
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield no_progress
        return
    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("download", total=None)
        yield lambda here, total: bar.update(task, completed=here, total=total)


def _outcome(told: Told) -> str:
    match told.outcome:
        case Activated():
            return "activated"
        case AlreadyCurrent():
            return "current"
        case Failed():
            return "refused"


def _document(told: Told) -> Mapping[str, object]:
    outcome = told.outcome
    return {
        "outcome": _outcome(told),
        "pack": None if isinstance(outcome, Failed) else outcome.pack,
        "sequence": None if isinstance(outcome, Failed) else outcome.sequence,
        "reason": _reason(outcome),
        "requests": told.requests,
        "bytes": told.bytes,
    }


def _reason(outcome: Outcome) -> str:
    match outcome:
        case Failed(error):
            return str(error)
        case AlreadyCurrent(waits=waits):
            return waits
        case Activated():
            return ""


def _sentence(told: Told, source: str) -> str:
    match told.outcome:
        case Activated(pack, sequence):
            return f"activated {pack}, sequence {sequence}"
        case AlreadyCurrent(pack, sequence, waits):
            why = f"; new content waits: {waits}" if waits else ""
            return f"{pack}, sequence {sequence}, is current{why}"
        case Failed(FetchError() as error):
            return f"gate-player: {source}: {error}"
        case Failed(error):
            return f"gate-player: {error}"


if __name__ == "__main__":
    main()
