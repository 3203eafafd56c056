"""Water: what it mirrors, and the glints on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from artwork.noise import between, chance, swell
from artwork.palette import ink
from artwork.sheet import WIDTH

_STRIP = 3.0
"""Units of water that move as one."""


def mirror(
    p: QPainter,
    level: float,
    depth: float,
    *,
    alpha: float = 0.5,
    wave: float = 6.0,
    squash: float = 0.8,
    phase: float = 0.0,
) -> None:
    """Reflect what is drawn above ``level`` in the water below it.

    Args:
        p: painter on an image, in sheet units.
        level: the shore.
        depth: units of water below it.
        alpha: how clear the image is, 0..1.
        wave: units the image is shaken by at the lower edge.
        squash: height of the image of one unit.
        phase: where the waves stand; moving water counts it up.
    """
    image = p.device()
    if not isinstance(image, QImage):
        return
    rise = depth / squash
    unit = image.width() / WIDTH
    box = (0, round((level - rise) * unit), image.width(), round(rise * unit))
    above = image.copy(*box).flipped(Qt.Orientation.Vertical)
    p.save()
    p.setOpacity(alpha)
    for step in range(int(depth / _STRIP)):
        y = step * _STRIP
        shift = wave * (0.25 + y / depth) * swell(11, step * 0.55 + phase)
        source = QRectF(0, y / squash * unit, image.width(), _STRIP / squash * unit)
        p.drawImage(QRectF(shift, level + y, WIDTH, _STRIP + 0.5), above, source)
    p.restore()


def ripples(
    p: QPainter,
    seed: int,
    top: float,
    bottom: float,
    colour: str,
    *,
    count: int = 60,
    alpha: float = 0.5,
    shift: float = 0.0,
) -> None:
    """Draw glints on water: short and fine far away, long and broad near the eye.

    Args:
        p: painter in sheet units.
        seed: series of chance.
        top: level of the furthest.
        bottom: level of the nearest.
        colour: their ink.
        count: how many.
        alpha: opacity of the brightest, 0..1.
        shift: units the nearest have drifted.
    """
    p.setPen(Qt.PenStyle.NoPen)
    for index in range(count):
        s = seed * 19 + index
        near = chance(s, 1) ** 1.4
        y = top + (bottom - top) * near
        long = between(s, 2, 18, 70) * (0.4 + 2.2 * near)
        thick = 1.1 + 3.2 * near
        x = (between(s, 4, 0, WIDTH + 200) + shift) % (WIDTH + 200) - 160
        p.setBrush(ink(colour, alpha * between(s, 3, 0.4, 1.0)))
        p.drawRoundedRect(QRectF(x, y, long, thick), thick / 2, thick / 2)
