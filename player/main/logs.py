"""Where log lines go: short lines on a terminal, one JSON object per line otherwise."""

import json
import logging
import sys
from collections import deque
from typing import Final

TAIL: Final = 300
"""Lines kept for technicians, in memory: at 500 characters each at most 150 kB."""

LONGEST_LINE: Final = 500
_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object per record, its ``extra`` fields beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON on one line."""
        line: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        # What the record itself says is not to be overwritten by a field of the same name.
        return json.dumps(line | _extra(record) | line, ensure_ascii=False, default=str)


class TerminalLines(logging.Formatter):
    """``LEVEL logger: message key=value``, for a person watching."""

    def __init__(self) -> None:
        super().__init__("%(levelname)-7s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line, a traceback below it."""
        said = "".join(f" {name}={value}" for name, value in _extra(record).items())
        first, *rest = super().format(record).split("\n")
        return "\n".join((first + said, *rest))


def set_up_logging(level: int = logging.INFO) -> None:
    """Send every record of this process to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(TerminalLines() if sys.stderr.isatty() else JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)


class Tail(logging.Handler):
    """Keeps the last lines of this process; what no log may say is in none of them, either."""

    def __init__(self, most: int = TAIL) -> None:
        """Keep nothing yet.

        Args:
            most: lines; whoever logs without end takes the place of what is older.
        """
        super().__init__(logging.INFO)
        self._words = TerminalLines()
        self._lines: deque[str] = deque(maxlen=most)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        try:
            at = self._words.formatTime(record, "%Y-%m-%d %H:%M:%S")
            self._lines.append(f"{at} {self._words.format(record)}"[:LONGEST_LINE])
        except Exception:  # noqa: BLE001  (as every handler: a line that cannot be written stops nobody)
            self.handleError(record)

    def lines(self) -> tuple[str, ...]:
        """Return what is kept, the earliest first."""
        # Copied at once: other threads log meanwhile.
        return tuple(self._lines.copy())


def keep_tail() -> Tail:
    """Keep the last lines of this process from now on."""
    tail = Tail()
    logging.getLogger().addHandler(tail)
    return tail


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}
