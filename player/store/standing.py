"""Where show stands between its packs: what the store offers now, seen as one value."""

from dataclasses import dataclass

from player.errors import PackError
from player.pack.orders import MAX_STOP_BYTES, STOP, parse_stop
from player.store.layout import Home
from player.store.opening import open_below
from player.store.orders import Mark, order_marks
from player.store.reader import linked_pack


@dataclass(frozen=True, slots=True)
class Standing:
    """What the agent offers; another value when show has to think again.

    Attributes:
        current: digest of the current pack, None: there is none.
        last_good: digest of the last good pack, None: there is none.
        is_stopped: whether the built-in page is ordered.
        report: changes when the agent's report does.
        problem: why a stop cannot be read; empty: it can, or there is none.
        orders: changes when an order does.
    """

    current: str | None
    last_good: str | None
    is_stopped: bool
    report: tuple[int, ...]
    problem: str = ""
    orders: tuple[Mark, ...] = ()

    @property
    def offer(self) -> tuple[str | None, str | None, bool]:
        """What decides which pack is on stage."""
        return self.current, self.last_good, self.is_stopped

    @property
    def candidate(self) -> str | None:
        """The pack that has yet to prove itself, None when there is none."""
        return None if self.current == self.last_good else self.current


def standing(home: Home) -> Standing:
    """Return what the store of ``home`` offers now; a few microseconds, no pack is read."""
    try:
        found = home.report.stat()
        report: tuple[int, ...] = (found.st_ino, found.st_mtime_ns)
    except OSError:
        report = ()
    is_stopped, problem = _stop(home)
    links = linked_pack(home.current), linked_pack(home.last_good)
    return Standing(*links, is_stopped, report, problem, order_marks(home))


def _stop(home: Home) -> tuple[bool, str]:
    """Return whether the order verified last says stop, and why it cannot be read, if so."""
    try:
        with open_below(home.orders, STOP) as file:
            return parse_stop(file.read(MAX_STOP_BYTES + 1)).stop, ""
    except (FileNotFoundError, NotADirectoryError):
        return False, ""
    except (OSError, PackError) as e:
        return False, str(e)
