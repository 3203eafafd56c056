"""The inks every picture is printed with, and how two of them mix.

One short list for all gates keeps pictures that hang side by side in one family; a scene picks
some of them and their mixtures.
"""

from typing import Final

from PySide6.QtGui import QColor

PAPER: Final = "#F4EBDC"
CREAM: Final = "#FBF4E6"
MIST: Final = "#E6E8DF"

STRAW: Final = "#EDD596"
GOLD: Final = "#E5B44F"
OCHRE: Final = "#C68B3B"
DAWN: Final = "#F6D0AA"
PEACH: Final = "#F0AC85"
PERSIMMON: Final = "#E2703F"
VERMILION: Final = "#C9442E"
BRICK: Final = "#93352A"

JADE_PALE: Final = "#C2D8CB"
JADE: Final = "#84B3A0"
TEAL: Final = "#42827D"
PINE: Final = "#215856"
DEEP: Final = "#12393E"

RICE: Final = "#CFC96F"
LEAF: Final = "#93AE55"
MOSS: Final = "#587A3D"
FOREST: Final = "#2C5136"

SKY: Final = "#B4D2D6"
RIVER: Final = "#77ABB2"
LAKE: Final = "#3D7687"
INDIGO: Final = "#263F69"
NIGHT: Final = "#14263E"

LILAC: Final = "#B3A3C0"
DUSK: Final = "#5A5689"
PLUM: Final = "#6A3A57"
ROSE: Final = "#DF97A0"

STONE: Final = "#B3AFA1"
SLATE: Final = "#5B666B"
LATERITE: Final = "#B65B3B"
SOIL: Final = "#8F5438"
BARK: Final = "#4B3429"
INK: Final = "#18232C"


def ink(name: str, alpha: float = 1.0) -> QColor:
    """Return the colour ``name`` (``#RRGGBB``), ``alpha`` 0..1 opaque."""
    colour = QColor(name)
    colour.setAlphaF(alpha)
    return colour


def mix(one: str, other: str, share: float) -> str:
    """Return the ink between ``one`` (``share`` 0) and ``other`` (``share`` 1), as ``#RRGGBB``."""
    a, b = QColor(one), QColor(other)
    parts = (
        round(x + (y - x) * share)
        for x, y in zip((a.red(), a.green(), a.blue()), (b.red(), b.green(), b.blue()), strict=True)
    )
    return "#{:02X}{:02X}{:02X}".format(*parts)
