"""Stilt houses and stupas."""

from PySide6.QtGui import QPainter

from artwork.palette import BARK, BRICK, CREAM, GOLD, INK, OCHRE, mix
from artwork.shape import area, block, blot, fill, line, moved, outline, oval, within


def stilt_house(
    p: QPainter,
    x: float,
    base: float,
    scale: float,
    *,
    thatch: str = OCHRE,
    wall: str = BARK,
    lit: bool = False,
) -> None:
    """Draw a house on stilts under a deep thatched roof, 260 units wide at ``scale`` 1."""
    window = GOLD if lit else mix(wall, CREAM, 0.35)
    with moved(p, x, base, scale=scale):
        for post in range(6):
            block(p, -104 + post * 40, -60, 7, 62, mix(wall, INK, 0.35))
        block(p, -116, -118, 232, 60, wall)
        block(p, 52, -118, 64, 60, mix(wall, INK, 0.25))
        block(p, -122, -64, 244, 9, mix(wall, CREAM, 0.2))
        for pane in (-88, -30, 12):
            block(p, pane, -108, 26, 34, window, 2)
        area(p, mix(wall, INK, 0.2), (128, 0), (96, -60), (104, -60), (140, 0))
        _thatch(p, thatch, wall)


def _thatch(p: QPainter, thatch: str, wall: str) -> None:
    slopes = ((-96, -150, -78, -204), (78, -204), (96, -150, 150, -108), (0, -122, -150, -108))
    roof = outline((-150, -108), *slopes)
    fill(p, roof, thatch)
    with within(p, roof):
        for step in range(5):
            y = -192 + step * 20
            course = ((-150, y + 10), (-40, y), (60, y), (150, y + 10))
            line(p, mix(thatch, wall, 0.4), 2.4, *course)
        area(p, mix(thatch, wall, 0.35), (60, -210), (160, -210), (160, -100), (96, -100))
    block(p, -82, -210, 164, 10, mix(thatch, wall, 0.55), 4)


def stupa(p: QPainter, x: float, base: float, scale: float, gold: str = GOLD) -> None:
    """Draw a golden stupa with a lotus-bud spire, 300 units tall at ``scale`` 1."""
    shade, light = mix(gold, BRICK, 0.4), mix(gold, CREAM, 0.4)
    with moved(p, x, base, scale=scale):
        for wide, y in ((300, -26), (250, -52), (196, -78)):
            _tier(p, wide, y, gold, shade, light)
        for side in (-86, -60, 60, 86):
            area(p, shade if side > 0 else light, (side - 8, -78), (side, -136), (side + 8, -78))
        right = ((14, -214), (22, -170, 86, -150, 58, -78))
        blot(p, gold, (-58, -78), (-86, -150, -22, -170, -14, -214), (0, -300), *right)
        blot(p, shade, (10, -78), (30, -150, 16, -170, 6, -214), (0, -300), *right)
        line(p, light, 6, (-44, -100), (-40, -140), (-14, -184))
        block(p, -22, -216, 44, 8, light, 3)


def _tier(p: QPainter, wide: float, y: float, gold: str, shade: str, light: str) -> None:
    block(p, -wide / 2, y, wide, 26, gold)
    block(p, wide * 0.16, y, wide * 0.34, 26, shade)
    block(p, -wide / 2, y, wide, 5, light)
    for step in range(int(wide / 20)):
        petal = shade if step * 20 > wide * 0.62 else gold
        oval(p, -wide / 2 + 10 + step * 20, y + 1, 6, 8, petal)
