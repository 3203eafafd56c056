"""Writing where a disk that refuses must stop nothing, and is told of once, not every second."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

logger = logging.getLogger(__name__)


class Scribe:
    """Writes things of one kind, and keeps in mind whether the disk takes them."""

    def __init__(self, what: str) -> None:
        """Take the disk for willing.

        Args:
            what: is written, as the log is to call it, such as ``a record``.
        """
        self._what: Final = what
        self._refusals = 0

    def write(self, write: Callable[[], object], file: Path | None = None) -> bool:
        """Call ``write``, and return whether the disk took it.

        Args:
            write: whose ``OSError`` goes no further.
            file: that it writes; an error does not always name it. None: it always does.
        """
        try:
            write()
        except OSError as e:
            self._refusals += 1
            if self._refusals == 1:
                reason = f"{file}: {e.strerror or e}" if file else str(e)
                logger.warning("%s cannot be written", self._what, extra={"reason": reason})
            return False
        if self._refusals:
            told = {"refusals": self._refusals}
            logger.info("%s could be written again", self._what, extra=told)
            self._refusals = 0
        return True
