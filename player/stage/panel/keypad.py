"""What keys of a keypad mean: the combination that calls the PIN pad, and orders; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from player.config.screen import LANGUAGE_KEY, PAUSE_KEY, Keypad
from player.store.gate_orders import (
    ON_STAGE,
    AnyOrder,
    GateDay,
    HoldOrder,
    LanguageOrder,
)

WITHIN_S: Final = 2.0
"""The keys of a combination are pressed one after another, without a thought between."""


@dataclass(frozen=True, slots=True)
class SwitchLanguage:
    """Show this language."""

    tag: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold the page, or let the programme go on where it is held."""


KeypadOrder = SwitchLanguage | Pause


def meanings(keypad: Keypad) -> Mapping[str, KeypadOrder]:
    """Return key -> what it orders."""
    return {key: _meaning(said) for key, said in keypad.keys.items()}


def _meaning(said: str) -> KeypadOrder:
    return Pause() if said == PAUSE_KEY else SwitchLanguage(said.removeprefix(LANGUAGE_KEY))


@dataclass(frozen=True, slots=True)
class Combination:
    """Keys to be pressed one after another, and those that were pressed last.

    Attributes:
        keys: none: no combination is ever complete.
        latest: (key, seconds) of as many presses as ``keys`` has, the latest last.
    """

    keys: Sequence[str]
    latest: tuple[tuple[str, float], ...] = ()

    def press(self, key: str, seconds: float) -> "Combination":
        """Return the combination after a press of ``key``."""
        latest = (*self.latest, (key, seconds))[-len(self.keys) :] if self.keys else ()
        return Combination(self.keys, latest)

    @property
    def is_complete(self) -> bool:
        """Whether all keys were pressed, and soon enough."""
        if not self.keys or [key for key, _ in self.latest] != list(self.keys):
            return False
        return self.latest[-1][1] - self.latest[0][1] <= WITHIN_S

    @property
    def forgotten(self) -> "Combination":
        """The same, of which nothing was pressed."""
        return Combination(self.keys)


def order_of(
    wish: KeypadOrder, who: Mapping[str, object], day: GateDay, languages: Sequence[str]
) -> AnyOrder:
    """Return the order that a key gives.

    Args:
        wish: what the key means.
        who: what every order says.
        day: in force: a page that is held is let go.
        languages: of the screen, in order; the one that is wished for comes first.
    """
    if isinstance(wish, SwitchLanguage):
        others = [tag for tag in languages if tag != wish.tag]
        return LanguageOrder.model_validate({**who, "languages": (wish.tag, *others)})
    if day.hold is not None:
        return HoldOrder.model_validate(who)
    return HoldOrder.model_validate({**who, "item": ON_STAGE})
