"""The refresh against a real web server, in a process of its own: one JSON object per reading.

A pack of ten thousand small files, and one of twenty large ones; beside each load the same bytes
are copied, hashed and forced to the disk by the shortest program that does so.
"""

import hashlib
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from player import clock
from player.refresh.agent import Agent, Setting, no_progress
from player.refresh.cycle import Activated
from player.refresh.http_origin import HttpOrigin
from player.store.layout import Home
from tests.fakes.built_pack import poster
from tests.fakes.content import content_document
from tests.fakes.nginx import Nginx, serving
from tests.fakes.signed_repository import PACK, SignedRepository, webp

T = TypeVar("T")

FILES: Final = 10_000
FILE_BYTES: Final = 4_000
LARGE: Final = 20
LARGE_BYTES: Final = 10_000_000


def blobs(count: int, size: int, mark: str) -> list[bytes]:
    """Return ``count`` files of ``size`` bytes that begin like pictures, each its own."""
    return [webp(f"{mark} {n} ") + os.urandom(size - 64) for n in range(count)]


def publish(repository: SignedRepository, sequence: int, files: Sequence[bytes]) -> None:
    """Publish a pack of these files; its one item shows the first."""
    document = content_document([poster("welcome", files[0])])
    repository.publish(sequence, document, files)


def yardstick(folder: Path, files: Sequence[bytes]) -> float:
    """Return the seconds it takes to write, hash and force each of ``files`` to the disk."""
    began = time.perf_counter()
    folder.mkdir()
    for number, raw in enumerate(files):
        path = folder / f"{number}.part"
        with path.open("wb") as out:
            hashlib.sha256(raw).hexdigest()
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        path.rename(folder / str(number))
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
    return time.perf_counter() - began


def timed(act: Callable[[], T]) -> tuple[float, float, T]:
    """Return seconds, processor seconds of this process, and what ``act`` gave."""
    began, used = time.perf_counter(), time.process_time()
    told = act()
    return time.perf_counter() - began, time.process_time() - used, told


def activation(agent: Agent, origin: HttpOrigin) -> tuple[float, int]:
    """Run a cycle that must end in a new pack; return its seconds and bytes."""
    seconds, _, told = timed(lambda: agent.cycle(origin, no_progress))
    if not isinstance(told.outcome, Activated):
        raise TypeError(f"no activation, but {told.outcome}")
    return seconds, told.bytes


def measure(work: Path, server: Nginx) -> dict[str, float]:
    """Return one reading of everything."""
    repository = SignedRepository(server.root / "centre", clock.now())
    origin = HttpOrigin(f"{server.url}centre/repo")
    home = Home(work / "home")
    agent = Agent(Setting(home, "huu-nghi", PACK, repository.root), origin)
    small = blobs(FILES, FILE_BYTES, "small")
    publish(repository, 1, small)
    reading: dict[str, float] = {}
    seconds, _ = activation(agent, origin)
    reading |= {"first_load": seconds, "first_load_yardstick": yardstick(work / "y1", small)}
    agent.look()
    calls = origin.meter.requests, origin.meter.bytes
    _, used, _ = timed(agent.look)
    reading |= {
        "look_cpu": used,
        "look_requests": origin.meter.requests - calls[0],
        "look_bytes": origin.meter.bytes - calls[1],
    }
    _, used, told = timed(lambda: agent.cycle(origin, no_progress))
    reading |= {
        "cycle_cpu": used,
        "cycle_requests": told.requests,
        "cycle_bytes": told.bytes,
    }
    changed = [*small[:-1], *blobs(1, FILE_BYTES, "changed")]
    publish(repository, 2, changed)
    seconds, received = activation(agent, origin)
    files = FILE_BYTES + len((home.current / "content.json").read_bytes())
    reading |= {"one_file": seconds, "one_file_bytes": received - files}
    large = blobs(LARGE, LARGE_BYTES, "large")
    publish(repository, 3, large)
    seconds, _ = activation(agent, origin)
    return reading | {"large": seconds, "large_yardstick": yardstick(work / "y2", large)}


def main() -> None:
    """Print a reading per line."""
    logging.disable(logging.WARNING)
    for _ in range(int(sys.argv[1])):
        work = Path(tempfile.mkdtemp(prefix="gate-player-bench-"))
        try:
            with serving(work) as server:
                print(json.dumps(measure(work, server)), flush=True)
        finally:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
