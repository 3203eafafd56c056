"""What a process leaves when it dies on the spot: tracebacks in a bounded folder, no words in them.

Two kinds of files: ``fatal.txt``, open from the beginning, into which the interpreter itself writes
where each thread stood when a signal ended it; and one for each place of the code that raised what
nobody caught. Both hold names of files and functions and line numbers, never a value, a message or
a text: a traveller's words may be in those. The next start keeps the first kind under its time.
"""

import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from player import clock
from player.store.durable import make_folder

if TYPE_CHECKING:
    from io import BufferedWriter

logger = logging.getLogger(__name__)

MOST_PLACES: Final = 200
MOST_FILES: Final = 20
MOST_BYTES: Final = 1_000_000
EACH_BYTES: Final = 40_000
FATAL: Final = "fatal.txt"


def bare_traceback(error: BaseException) -> str:
    """Return where an exception was raised and what it came of, without what any of them says."""
    parts: list[str] = []
    told: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in told:
        told.add(id(link))
        name = f"{type(link).__module__}.{type(link).__qualname__}"
        frames = traceback.extract_tb(link.__traceback__)
        calls = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        parts.append("\n".join((name, *calls)))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\nwhile handling\n".join(parts)


class Crashes:
    """The folder of one home."""

    def __init__(self, folder: Path) -> None:
        """Write nothing yet.

        Args:
            folder: need not exist.
        """
        self._folder = folder
        self._fatal: BufferedWriter | None = None
        self._places: set[tuple[str, int | None]] = set()

    def adopt(self) -> str:
        """Keep what the process before left, under its time; return it, empty: nothing."""
        path = self._folder / FATAL
        try:
            raw = path.read_bytes()[:EACH_BYTES]
            if raw:
                at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                path.replace(self._folder / f"{at:%Y%m%dT%H%M%S}-fatal.txt")
        except OSError:
            return ""
        self.prune()
        text = raw.decode("utf-8", "replace")
        if text:
            logger.error("the player before ended on the spot", extra={"traceback": text})
        return text

    def open(self) -> None:
        """Have the interpreter write where it stood when a signal ends it."""
        try:
            make_folder(self._folder)
            self._fatal = (self._folder / FATAL).open("wb")
        except OSError as e:
            logger.info("no traceback can be kept", extra={"reason": str(e)})
            return
        faulthandler.enable(self._fatal)

    def close(self) -> None:
        """Let go; a process that ends well leaves no file."""
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            self._fatal = None
            (self._folder / FATAL).unlink(missing_ok=True)

    def keep(self, error: BaseException) -> None:
        """Log what nobody caught, and keep it; each place of the code once.

        Qt calls us and goes on after an exception: one in a slot that runs per frame would else
        fill log and folder.
        """
        frames = traceback.extract_tb(error.__traceback__)
        place = (frames[-1].filename, frames[-1].lineno) if frames else (type(error).__name__, None)
        if place in self._places or len(self._places) >= MOST_PLACES:
            return
        self._places.add(place)
        text = bare_traceback(error)
        logger.critical("unexpected", extra={"traceback": text})
        name = f"{clock.now():%Y%m%dT%H%M%S}-{os.getpid()}-{len(self._places)}.txt"
        try:
            make_folder(self._folder)
            (self._folder / name).write_text(text[:EACH_BYTES], "utf-8")
        except OSError as e:
            logger.info("no traceback can be kept", extra={"reason": str(e)})
        self.prune()

    def prune(self) -> None:
        """Remove the oldest until the folder is within its bounds."""
        try:
            files = sorted(path for path in self._folder.iterdir() if path.name != FATAL)
            sizes = [path.stat().st_size for path in files]
            while files and (len(files) > MOST_FILES - 1 or sum(sizes) > MOST_BYTES - EACH_BYTES):
                files.pop(0).unlink()
                sizes.pop(0)
        except OSError as e:
            logger.debug("tracebacks cannot be counted", extra={"reason": str(e)})


@contextmanager
def kept_crashes(crashes: Crashes) -> Iterator[None]:
    """Have ``crashes`` hear of everything that nobody catches, on any thread."""

    def hook(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        crashes.keep(error)

    def thread_hook(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            crashes.keep(told.exc_value)

    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = hook, thread_hook
    crashes.open()
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before
        crashes.close()
