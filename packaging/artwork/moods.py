"""Rocks and trees in the lights the scenes share."""

from typing import Final

from PySide6.QtGui import QPainter

from artwork.air import veil
from artwork.land import ridge
from artwork.palette import (
    BARK,
    CREAM,
    DAWN,
    DEEP,
    DUSK,
    FOREST,
    GOLD,
    INDIGO,
    JADE,
    JADE_PALE,
    LAKE,
    MIST,
    MOSS,
    NIGHT,
    PEACH,
    PINE,
    ROSE,
    SKY,
    TEAL,
    mix,
)
from artwork.rock import Rock

DAWN_ROCK: Final = Rock(mix(JADE, DAWN, 0.35), mix(TEAL, DAWN, 0.4), mix(JADE, DAWN, 0.2), DAWN)
JADE_ROCK: Final = Rock(TEAL, DEEP, PINE, JADE_PALE)
BLUE_ROCK: Final = Rock(mix(LAKE, SKY, 0.35), mix(INDIGO, LAKE, 0.4), LAKE, MIST)
NIGHT_ROCK: Final = Rock(
    mix(INDIGO, DUSK, 0.3), NIGHT, mix(NIGHT, INDIGO, 0.4), mix(DUSK, INDIGO, 0.4)
)
TREES: Final = (MOSS, FOREST, BARK)
CHAMPA: Final = (CREAM, mix(CREAM, PEACH, 0.35), GOLD)
ROSE_CHAMPA: Final = (mix(ROSE, CREAM, 0.35), ROSE, GOLD)


def hills(
    p: QPainter,
    seed: int,
    level: float,
    far: str,
    near: str,
    air: str,
    *,
    count: int = 4,
    step: float = 46.0,
) -> None:
    """Draw rounded forest ranges one behind the other, paler with distance."""
    for index in range(count):
        share = index / max(1, count - 1)
        y = level + step * index
        ridge(
            p,
            seed + index * 3,
            y,
            92 - 12 * index,
            mix(far, near, share),
            grain=330 - 20 * index,
            foot=mix(far, air, 0.55),
        )
        veil(p, y + 120, 90, air, alpha=0.35)
