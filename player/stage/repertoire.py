"""What can be performed on a screen."""

from collections.abc import Callable
from dataclasses import dataclass

from player.pack.lookup import Lookup
from player.schedule.profile import ScreenProfile
from player.stage.compose import Composer


def _no_lookup() -> Lookup | None:
    return None


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What can be performed: one pack on one screen.

    Attributes:
        pack: digest of the pack.
        composer: words its scenes.
        profile: the screen, to the programme.
        read_lookup: reads what the pack answers; None: nothing. Takes a while.
    """

    pack: str
    composer: Composer
    profile: ScreenProfile
    read_lookup: Callable[[], Lookup | None] = _no_lookup
