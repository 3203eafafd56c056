"""What moves: boats, lorries, coaches, people on foot."""

from typing import Final

from PySide6.QtGui import QPainter

from artwork.palette import (
    BARK,
    CREAM,
    DEEP,
    GOLD,
    INK,
    MOSS,
    OCHRE,
    SLATE,
    SOIL,
    STRAW,
    TEAL,
    VERMILION,
    mix,
)
from artwork.shape import area, block, blot, disc, line, moved, oval

_SKIN: Final = mix(SOIL, STRAW, 0.45)


def boat(
    p: QPainter,
    x: float,
    y: float,
    scale: float,
    *,
    hull: str = BARK,
    shirt: str = DEEP,
    pole: float = 0.0,
) -> None:
    """Draw a narrow boat with a standing boatman, 200 units long at ``scale`` 1.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of the waterline.
        scale: 1 is 200 units long.
        hull: ink of the boat.
        shirt: ink of the boatman's clothes.
        pole: degrees the pole leans.
    """
    under, deck = ((-60, 8, 0, 9), (64, 8, 112, -26)), ((60, -8, 0, -8), (-60, -8, -108, -22))
    with moved(p, x, y, scale=scale):
        blot(p, hull, (-108, -22), *under, *deck)
        rail = ((-104, -20), (-58, -7), (0, -7), (58, -7), (108, -23))
        line(p, mix(hull, OCHRE, 0.5), 3, *rail)
        blot(p, mix(OCHRE, hull, 0.3), (-44, -8), (-42, -50, 24, -50, 26, -8))
        for rib in (-26, -8, 10):
            line(p, mix(OCHRE, hull, 0.65), 2, (rib, -9), (rib + 1, -38))
        _boatman(p, shirt, pole)


def _boatman(p: QPainter, shirt: str, pole: float) -> None:
    with moved(p, 66, -8):
        area(p, shirt, (-9, 0), (-11, -44), (9, -46), (10, 0))
        line(p, mix(shirt, INK, 0.2), 6, (-4, -38), (14, -28), (20, -36))
        disc(p, 0, -54, 8, _SKIN)
        blot(p, STRAW, (-22, -54), (-4, -66, 0, -74), (6, -66, 24, -55), (0, -50, -22, -54))
        with moved(p, 20, -34, turn=pole + 12):
            line(p, mix(OCHRE, BARK, 0.4), 3, (0, -44), (0, 62))


def _wheel(p: QPainter, x: float, y: float, radius: float) -> None:
    disc(p, x, y, radius, INK)
    disc(p, x, y, radius * 0.52, SLATE)
    disc(p, x, y, radius * 0.2, INK)


def truck(p: QPainter, x: float, y: float, scale: float, *, cab: str, load: str) -> None:
    """Draw a lorry seen from its side, heading left, 260 units long at ``scale`` 1.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of the road.
        scale: 1 is 260 units long.
        cab: ink of the cab.
        load: ink of the box.
    """
    with moved(p, x, y, scale=scale):
        oval(p, 0, 0, 140, 7, INK, 0.3)
        block(p, -62, -112, 190, 92, load, 5)
        block(p, -62, -112, 190, 12, mix(load, CREAM, 0.4), 5)
        block(p, -62, -36, 190, 16, mix(load, INK, 0.3))
        for rib in range(7):
            block(p, -48 + rib * 26, -98, 4, 60, mix(load, INK, 0.14))
        area(p, cab, (-128, -22), (-128, -58), (-112, -98), (-70, -98), (-70, -22))
        area(p, mix(DEEP, CREAM, 0.55), (-122, -58), (-108, -90), (-84, -90), (-84, -58))
        block(p, -128, -36, 58, 14, mix(cab, INK, 0.3))
        block(p, -132, -44, 8, 10, GOLD, 2)
        block(p, -128, -22, 256, 10, INK, 2)
        for wheel in (-98, 52, 96):
            _wheel(p, wheel, -14, 19)


def bus_front(p: QPainter, x: float, y: float, scale: float, *, body: str, band: str) -> None:
    """Draw a coach coming down the road, 110 units wide at ``scale`` 1."""
    with moved(p, x, y, scale=scale):
        oval(p, 6, 2, 68, 8, INK, 0.3)
        block(p, -48, -20, 20, 22, INK, 3)
        block(p, 28, -20, 20, 22, INK, 3)
        block(p, -55, -140, 110, 126, body, 14)
        block(p, -46, -128, 92, 14, mix(band, INK, 0.2), 4)
        block(p, -48, -110, 96, 52, mix(DEEP, CREAM, 0.4), 8)
        area(p, CREAM, (-30, -110), (-4, -110), (-34, -58), (-48, -58), (-48, -80), alpha=0.25)
        block(p, -1, -110, 2.5, 52, mix(body, INK, 0.35))
        block(p, -55, -50, 110, 10, band)
        for side in (-1, 1):
            disc(p, side * 38, -30, 8, STRAW)
            line(p, INK, 5, (side * 55, -108), (side * 66, -104), (side * 66, -88))
        block(p, -20, -32, 40, 8, mix(body, INK, 0.3), 3)
        block(p, -52, -20, 104, 7, mix(body, INK, 0.45), 3)


def truck_rear(p: QPainter, x: float, y: float, scale: float, *, load: str) -> None:
    """Draw a lorry going away up the road, 100 units wide at ``scale`` 1."""
    with moved(p, x, y, scale=scale):
        oval(p, 6, 2, 62, 8, INK, 0.3)
        block(p, -44, -22, 20, 24, INK, 3)
        block(p, 24, -22, 20, 24, INK, 3)
        block(p, -50, -116, 100, 100, load, 4)
        block(p, 20, -116, 30, 100, mix(load, INK, 0.2), 4)
        block(p, -50, -116, 100, 9, mix(load, CREAM, 0.45), 4)
        block(p, -2, -108, 3, 88, mix(load, INK, 0.3))
        block(p, -48, -26, 96, 8, mix(load, INK, 0.45))
        block(p, -44, -34, 12, 6, VERMILION, 2)
        block(p, 32, -34, 12, 6, VERMILION, 2)


def walker(
    p: QPainter,
    x: float,
    y: float,
    scale: float,
    *,
    cloth: str,
    hat: str = STRAW,
    baskets: bool = False,
) -> None:
    """Draw someone in a conical hat, 100 units tall at ``scale`` 1; ``baskets`` on a pole."""
    legs = ((-9, -34), (-12, 0), (-5, 0), (0, -28), (6, 0), (13, 0), (9, -34))
    with moved(p, x, y, scale=scale):
        oval(p, 2, 0, 22, 4, INK, 0.25)
        area(p, mix(cloth, INK, 0.45), *legs)
        blot(p, cloth, (-12, -72), (0, -78, 12, -72), (14, -30), (-14, -30))
        disc(p, 0, -82, 9, _SKIN)
        blot(p, hat, (-24, -82), (-4, -94, 0, -104), (6, -94, 26, -83), (0, -78, -24, -82))
        if baskets:
            _yoke(p)


def _yoke(p: QPainter) -> None:
    line(p, BARK, 3, (-52, -62), (0, -74), (52, -62))
    for x in (-52, 52):
        line(p, BARK, 1.6, (x - 12, -26), (x, -62), (x + 12, -26))
        area(p, OCHRE, (x - 17, -28), (x + 17, -28), (x + 12, -8), (x - 12, -8))


def officer(p: QPainter, x: float, y: float, scale: float) -> None:
    """Draw an officer in a peaked cap, one hand showing the way, 110 units tall at ``scale`` 1."""
    cloth = mix(MOSS, TEAL, 0.4)
    dark = mix(cloth, INK, 0.45)
    with moved(p, x, y, scale=scale):
        oval(p, 2, 0, 24, 4, INK, 0.25)
        area(p, dark, (-11, -46), (-11, 0), (-2, 0), (0, -40), (3, 0), (12, 0), (11, -46))
        blot(p, cloth, (-14, -82), (0, -88, 14, -82), (13, -40), (-13, -40))
        block(p, -13, -50, 26, 5, dark)
        line(p, cloth, 8, (10, -78), (30, -70), (50, -74))
        disc(p, 52, -75, 4.5, _SKIN)
        line(p, cloth, 8, (-11, -78), (-17, -60), (-14, -44))
        disc(p, 0, -95, 10, _SKIN)
        blot(p, dark, (-15, -100), (0, -118, 16, -101), (0, -96, -15, -100))
        block(p, -11, -102, 24, 5, mix(dark, INK, 0.4), 2)
        disc(p, 2, -106, 2.4, GOLD)
