"""What can be performed on a screen."""

from dataclasses import dataclass

from player.schedule.profile import ScreenProfile
from player.stage.compose import Composer


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What can be performed: one pack on one screen.

    Attributes:
        pack: digest of the pack.
        composer: words its scenes.
        profile: the screen, to the programme.
    """

    pack: str
    composer: Composer
    profile: ScreenProfile
