"""The digits of a PIN while they are typed.

Not a value like the rest of the stage: each change of a value would leave one more copy of the
digits in memory. They stand in one place that is overwritten, and only their number gets out.
"""

from typing import Final

from player.config.officers import LONGEST, SHORTEST

BACK: Final = "back"
CLEAR: Final = "clear"
ENTER: Final = "enter"
DIGITS: Final = frozenset("0123456789")
KEYS: Final = DIGITS | {BACK, CLEAR, ENTER}


class PinPad:
    """Takes digits, and hands them over once."""

    def __init__(self) -> None:
        # Of its full length from the start: one that grows is moved, and leaves itself behind.
        self._digits = bytearray(LONGEST)
        self._count = 0

    def __repr__(self) -> str:
        return f"PinPad(count={self._count})"

    @property
    def count(self) -> int:
        """How many digits were typed."""
        return self._count

    @property
    def is_enough(self) -> bool:
        """Whether as many were typed as a PIN has at least."""
        return self._count >= SHORTEST

    def press(self, key: str) -> None:
        """Take a digit, ``BACK`` or ``CLEAR``; a digit too many is not taken.

        Raises:
            ValueError: there is no such key.
        """
        if key == CLEAR:
            self._wipe(0)
        elif key == BACK:
            self._wipe(max(0, self._count - 1))
        elif key not in DIGITS:
            raise ValueError("no key of a PIN pad")
        elif self._count < LONGEST:
            self._digits[self._count] = ord(key)
            self._count += 1

    def take(self) -> bytearray:
        """Return the digits, and forget them; whoever has them overwrites them."""
        taken = self._digits[: self._count]
        self._wipe(0)
        return taken

    def _wipe(self, kept: int) -> None:
        self._count = kept
        wipe(self._digits, kept)


def wipe(digits: bytearray, kept: int = 0) -> None:
    """Overwrite ``digits`` but for the first ``kept``."""
    digits[kept:] = bytes(len(digits) - kept)
