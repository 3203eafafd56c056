"""Whether anything newer is signed: one small conditional request."""

import threading
from collections.abc import Callable
from typing import Final

from player.errors import FetchError, FetchInterruptedError
from player.refresh.origin import Origin
from player.refresh.trust import METADATA

TIMESTAMP: Final = f"{METADATA}timestamp.json"
MAX_TIMESTAMP_BYTES: Final = 16_384
ASK_EVERY_S: Final = 30.0


class News:
    """Ends a long download when something newer is signed: a stop must not wait for it.

    Args:
        origin: asked.
        monotonic: seconds of a clock that never steps.
    """

    def __init__(self, origin: Origin, monotonic: Callable[[], float]) -> None:
        self._origin = origin
        self._monotonic = monotonic
        self._asked_at = monotonic()
        self._asking = threading.Lock()

    def heed(self) -> None:
        """Ask once in half a minute; any thread may call it as often as it likes.

        Raises:
            FetchInterruptedError: there is something newer.
        """
        if self._monotonic() - self._asked_at < ASK_EVERY_S:
            return
        if not self._asking.acquire(blocking=False):
            return
        try:
            self._asked_at = self._monotonic()
            news = self._origin.changed(TIMESTAMP, MAX_TIMESTAMP_BYTES)
        except FetchError:
            return  # the download itself will tell
        finally:
            self._asking.release()
        if news is not None:
            raise FetchInterruptedError("something newer was signed meanwhile")
