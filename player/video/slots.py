"""Who owns which slot of the frame ring: the writer's ledger. Pure.

Why no frame is ever torn, without a lock between the processes: a slot has one owner at a time,
and ownership moves only by a message. *Free* slots are the writer's. Publishing a frame offers
its slot to the reader; from then on the writer leaves it alone until the reader says, with
``Shown``, that it holds another frame and has seen this one. So the writer never touches the
frame on screen nor one the reader might be about to take; when both other slots are gone the
new frame is dropped, never an offered one. Qt's software scene graph needs this: it paints
from the slot itself, at any repaint, and a sequence lock would only tell it afterwards.

Three slots are enough: one on screen, one offered, one being written.
"""

from collections.abc import Mapping
from threading import Lock
from typing import Final

SLOTS: Final = 3


class SlotLedger:
    """Keeps whose each slot is; called by the threads of libvlc and of the socket."""

    def __init__(self, held: Mapping[int, int], next_serial: int) -> None:
        """Start with what an earlier worker left on screen.

        Args:
            held: slot -> serial of a frame the reader still shows; usually empty.
            next_serial: of the first frame to be published; larger than any serial before.
        """
        self._offered = dict(held)
        self._next_serial = next_serial
        self._writing: int | None = None
        self._lock: Final = Lock()

    def take(self) -> int | None:
        """Return a slot to write into, or None when the reader owns all the others.

        A slot taken before and never published is handed out again: libvlc may prepare a picture
        and then decide not to show it.
        """
        with self._lock:
            if self._writing is None:
                free = (slot for slot in range(SLOTS) if slot not in self._offered)
                self._writing = next(free, None)
            return self._writing

    def publish(self) -> int:
        """Offer the slot taken last to the reader.

        Returns:
            The serial of its frame: 1, 2, 3 … over the life of the ring.

        Raises:
            ValueError: no slot is taken.
        """
        with self._lock:
            if self._writing is None:
                raise ValueError("no slot is being written")
            serial = self._next_serial
            self._next_serial += 1
            self._offered[self._writing] = serial
            self._writing = None
            return serial

    def acknowledge(self, held: int, seen: int) -> None:
        """Take back the slots of frames up to ``seen``, except the one of frame ``held``."""
        with self._lock:
            self._offered = {
                slot: serial
                for slot, serial in self._offered.items()
                if serial > seen or serial == held
            }
