"""Pages that show their buttons sheet by sheet: which of them a sheet shows. Pure."""

from collections.abc import Sequence
from typing import Final, Protocol

from player.stage.session.page import Button

SLICED: Final = frozenset({"Languages", "Topics", "Search", "Library", "Cards"})


class Sliced(Protocol):
    """A page with buttons to choose from."""

    @property
    def template(self) -> str:
        """How it is drawn."""

    @property
    def buttons(self) -> Sequence[Button]:
        """All of them."""


def is_sliced(page: Sliced) -> bool:
    """Whether a sheet of ``page`` shows some of its buttons only."""
    return page.template in SLICED


class Slices:
    """How many buttons a sheet has room for, by kind of page; one until somebody has measured."""

    def __init__(self) -> None:
        self._room: dict[str, tuple[int, int]] = {}

    def note(self, template: str, whole: int, turned: int) -> None:
        """Take note of the room of a sheet.

        Args:
            template: of such pages.
            whole: if all buttons fit one sheet.
            turned: beside the buttons that turn sheets.
        """
        self._room[template] = (max(1, whole), max(1, turned))

    def capacity(self, page: Sliced) -> int:
        """Return how many buttons a sheet of ``page`` has room for."""
        whole, turned = self._room.get(page.template, (1, 1))
        return whole if len(page.buttons) <= whole else turned

    def sheets(self, page: Sliced) -> int:
        """Return how many sheets its buttons need."""
        return max(1, -(-len(page.buttons) // self.capacity(page)))

    def shown(self, page: Sliced, sheet: int) -> Sequence[Button]:
        """Return the buttons on a sheet of ``page``, from 0."""
        if not is_sliced(page):
            return page.buttons
        count = self.capacity(page)
        return page.buttons[sheet * count : (sheet + 1) * count]
