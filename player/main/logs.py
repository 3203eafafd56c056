"""Where log lines go: short lines on a terminal, one JSON object per line otherwise."""

import json
import logging
import sys
from typing import Final

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


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}
