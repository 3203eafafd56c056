"""How far the picture is turned inside the window.

Displays hung upright are usually turned by the display server; where they are not, the window
arrives with the wrong shape and we turn the picture ourselves.
"""

from typing import Literal

from player.config.screen import Orientation

Turn = Literal[0, 90, 180, 270]


def turn_for(orientation: Orientation, width: int, height: int) -> Turn:
    """Return the clockwise turn, in degrees, that makes the picture stand upright.

    A display server that turned the picture already shows in the window's shape, except upside
    down, which no shape tells: ``landscape-flipped`` is always turned here, and is written only
    where the server does not do it.

    Args:
        orientation: how the panel hangs.
        width: of the window, pixels.
        height: of the window, pixels.
    """
    match orientation:
        case "landscape":
            return 90 if height > width else 0
        case "landscape-flipped":
            return 270 if height > width else 180
        case "portrait":
            return 90 if width > height else 0
        case "portrait-flipped":
            return 270 if width > height else 0


def upright(turn: Turn, width: int, height: int) -> tuple[int, int]:
    """Return the width and height people see when a window is turned by ``turn``."""
    return (height, width) if turn in {90, 270} else (width, height)


def to_picture(turn: Turn, width: int, height: int, x: float, y: float) -> tuple[float, float]:
    """Return where a place of the window is in the picture as people see it.

    Args:
        turn: of the picture inside the window.
        width: of the window, pixels.
        height: of the window, pixels.
        x: of the place in the window, pixels from its left edge.
        y: of the place in the window, pixels from its upper edge.
    """
    match turn:
        case 0:
            return x, y
        case 90:
            return y, width - x
        case 180:
            return width - x, height - y
        case 270:
            return height - y, x
