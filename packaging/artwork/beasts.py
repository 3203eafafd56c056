"""The saola of the Annamite forest."""

from PySide6.QtGui import QPainter

from artwork.palette import BARK, CREAM, INK, OCHRE, SOIL, mix
from artwork.shape import block, blot, disc, fill, line, moved, outline, oval, within
from artwork.trees import leaf


def saola(p: QPainter, x: float, base: float, scale: float) -> None:
    """Draw a saola: two long straight horns, white marks on a dark face."""
    coat, dark = mix(SOIL, BARK, 0.35), mix(BARK, INK, 0.35)
    with moved(p, x, base, scale=scale):
        oval(p, 0, 2, 140, 12, INK, 0.3)
        for leg, tone in ((-92, dark), (66, dark), (-112, coat), (88, coat)):
            _leg(p, leg, tone, hind=leg < 0)
        _trunk(p, coat, dark)
        for off, tone in ((10, dark), (0, mix(BARK, OCHRE, 0.35))):
            tip = (118 + off, -350, 84 + off * 1.6, -424)
            blot(p, tone, (136 + off, -288), tip, (126 + off, -356, 148 + off, -290))
        _head(p, coat, dark)


def _trunk(p: QPainter, coat: str, dark: str) -> None:
    body = outline(
        (-136, -156),
        (-132, -204, -70, -206, -6, -192),
        (56, -196, 92, -212, 118, -240),
        (146, -232, 146, -172, 124, -130),
        (104, -96, 40, -96, -20, -104),
        (-70, -110, -100, -92, -118, -100),
        (-136, -110, -140, -130, -136, -156),
    )
    fill(p, body, coat)
    with within(p, body):
        oval(p, -10, -84, 120, 34, dark, 0.45)
    line(p, dark, 6, (-130, -172), (-66, -199), (4, -190), (80, -205))
    line(p, dark, 7, (-132, -160), (-146, -128), (-138, -100))
    neck = ((110, -240, 124, -268, 134, -290), (172, -268), (160, -220, 150, -170, 126, -136))
    blot(p, coat, (84, -206), *neck)


def _head(p: QPainter, coat: str, dark: str) -> None:
    blot(
        p,
        dark,
        (128, -288),
        (146, -304, 168, -296, 182, -272),
        (200, -250, 218, -238, 214, -226),
        (208, -216, 186, -220, 164, -232),
        (140, -244, 126, -264, 128, -288),
    )
    leaf(p, 130, -286, 40, 12, 196, coat, dark)
    line(p, CREAM, 5, (158, -288), (174, -276), (186, -262))
    line(p, CREAM, 5, (160, -252), (178, -240), (192, -232))
    line(p, CREAM, 4, (146, -262), (152, -248))
    disc(p, 168, -266, 5, INK)
    disc(p, 167, -267, 1.8, CREAM)
    oval(p, 208, -228, 8, 6, INK)


def _leg(p: QPainter, x: float, tone: str, *, hind: bool) -> None:
    if hind:
        parts: list[tuple[float, ...]] = [
            (x - 20, -96, x + 2, -86, x - 6, -56),
            (x - 2, -40, x + 4, -20, x + 4, -4),
            (x + 19, -4),
            (x + 16, -30, x + 16, -44, x + 14, -58),
            (x + 36, -80, x + 44, -104, x + 40, -132),
        ]
    else:
        parts = [
            (x - 2, -96, x + 2, -70, x + 4, -4),
            (x + 19, -4),
            (x + 20, -60, x + 28, -96, x + 32, -132),
        ]
    blot(p, tone, (x - (14 if hind else 4), -132), *parts)
    block(p, x + 2, -7, 19, 9, INK, 3)
    block(p, x + 5, -22, 14, 7, CREAM, 2)
