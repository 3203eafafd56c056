"""What the service manager is told, and when it may be told that all is well.

Source: sd_notify(3): datagrams of ``NAME=value`` lines.
"""

from dataclasses import dataclass
from typing import Final

READY: Final = b"READY=1"
ALIVE: Final = b"WATCHDOG=1"
STOPPING: Final = b"STOPPING=1"

FRAME_S: Final = 5.0
GIVE_UP_S: Final = 90.0
"""The ladder has restarted the player before; if it has not, it is in trouble itself."""

TURN_S: Final = 15.0
"""How long show may be busy with one thing: the digest of a film of two gigabytes."""

AGENT_S: Final = 900.0
"""A job that neither ends nor brings a byte for so long hangs: no request waits half of it."""

MOST_SIGNS: Final = 200
HALF: Final = 2


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a player fares; seconds.

    Attributes:
        frame_s: for how long a frame that was asked for has not come; 0: it came.
        is_exposed: whether there is a display to bring it to.
        stuck_s: for how long the oldest fault of the programme has lasted; 0: there is none.
        has_drawn: whether any frame has come yet.
    """

    frame_s: float = 0.0
    is_exposed: bool = True
    stuck_s: float = 0.0
    has_drawn: bool = False


def is_alive(pulse: Pulse) -> bool:
    """Whether frames come and the programme goes on.

    A display that is unplugged takes no frames, and no restart helps against that.
    """
    has_frames = pulse.frame_s <= FRAME_S or not pulse.is_exposed
    return has_frames and pulse.stuck_s <= GIVE_UP_S


def status(sentence: str) -> bytes:
    """Return the message that tells people how the process fares."""
    return f"STATUS={' '.join(sentence.split())[:MOST_SIGNS]}".encode()


def watchdog_s(usec: str, pid: str, own_pid: int) -> float | None:
    """Return how often the watchdog is to be told that all is well, in seconds.

    Args:
        usec: ``WATCHDOG_USEC``, within which it wants to hear; may be empty.
        pid: ``WATCHDOG_PID``, of whom; empty: of whoever asks.
        own_pid: of this process.

    Returns:
        Half of that time; None: no watchdog waits for this process.
    """
    if not usec.isascii() or not usec.isdecimal() or int(usec) == 0:
        return None
    if pid and pid != str(own_pid):
        return None
    return int(usec) / 1e6 / HALF


def address(socket: str) -> str | None:
    """Return the address that ``NOTIFY_SOCKET`` names; None: none that can be spoken to.

    A name that begins with an at sign is an abstract one: no file.
    """
    if socket.startswith("@"):
        return f"\0{socket[1:]}"
    return socket if socket.startswith("/") else None
