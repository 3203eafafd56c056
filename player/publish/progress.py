"""How the long steps of check and build say how far they are."""

from typing import Literal, Protocol

Step = Literal["read", "inspect", "open", "judge", "write", "press", "draw"]


class Progress(Protocol):
    """Told after each piece of work; must return quickly."""

    def __call__(self, step: Step, done: int, total: int, /) -> None:
        """Take note that ``done`` of ``total`` pieces of ``step`` are finished."""


def ignore_progress(_step: Step, _done: int, _total: int) -> None:
    """Take no note."""
