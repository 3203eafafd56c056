"""Finding a server's addresses within a time.

The system's resolver takes as long as its name servers let it, and nothing can interrupt it: it
runs aside, and is left alone when the time is over.
"""

import socket
import threading
from itertools import chain, zip_longest
from typing import Final

TRIED: Final = 4
"""More addresses of one server are not worth the time."""


def addresses(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """Return numeric addresses of ``host``, IPv6 and IPv4 in turn, at most ``TRIED``.

    In turn, because a network that swallows one of the two must not take the time of the other.

    Raises:
        OSError: the name is unknown (``socket.gaierror``).
        UnicodeError: it is none.
        TimeoutError: nobody answered in time.
    """
    found: list[tuple[str, ...] | Exception] = []

    def ask() -> None:
        try:
            found.append(_asked(host, port))
        except Exception as e:  # noqa: BLE001  (raised again by the thread that waits)
            found.append(e)

    asking = threading.Thread(target=ask, name="resolve", daemon=True)
    asking.start()
    asking.join(seconds)
    if not found:
        raise TimeoutError("no name server answered")
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]


def _asked(host: str, port: int) -> tuple[str, ...]:
    entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    six = [str(entry[4][0]) for entry in entries if entry[0] == socket.AF_INET6]
    four = [str(entry[4][0]) for entry in entries if entry[0] == socket.AF_INET]
    paired = chain.from_iterable(zip_longest(six, four))
    return tuple(address for address in paired if address is not None)[:TRIED]
