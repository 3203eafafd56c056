"""Birds in flight."""

from PySide6.QtGui import QPainter

from artwork.palette import INK, SLATE, mix
from artwork.shape import blot, line, moved, oval


def swallow(
    p: QPainter, x: float, y: float, size: float, colour: str, *, turn: float = 0.0
) -> None:
    """Draw a swallow in flight, ``size`` units from the middle to a wing tip."""
    with moved(p, x, y, turn=turn, scale=size / 100):
        blot(
            p,
            colour,
            (-100, -38),
            (-30, -46, 0, -6),
            (34, -58, 104, -62),
            (48, -30, 14, 16),
            (-40, -20, -100, -38),
        )
        blot(p, colour, (26, -18), (0, 4, -34, 46), (-20, 30), (-14, 52), (12, 20, 26, -18))


def egret(
    p: QPainter, x: float, y: float, size: float, colour: str, bill: str, beat: float
) -> None:
    """Draw a flying egret; ``beat`` -1..1 is the wing from below to above."""
    with moved(p, x, y, scale=size / 100):
        line(p, bill, 4, (-30, 6), (-70, 14), (-112, 16))
        lift = -70 * beat
        blot(p, colour, (-26, 2), (-30, lift * 0.6, -8, lift - 18), (16, lift * 0.5, 24, 0))
        blot(p, colour, (-46, 8), (0, -16, 46, -2), (0, 22, -46, 8))
        line(p, colour, 8, (40, 0), (60, 8), (72, -6), (84, -12))
        line(p, bill, 5, (86, -12), (108, -8))


def dove(
    p: QPainter,
    x: float,
    y: float,
    size: float,
    colour: str,
    shade: str,
    beat: float,
    *,
    flip: bool = False,
) -> None:
    """Draw a flying dove, head to the left unless ``flip``; ``beat`` -1..1 is the wing."""
    with moved(p, x, y, scale=size / 100):
        if flip:
            p.scale(-1, 1)
        lift = -112 * beat
        far = ((14, lift * 0.5 - 20, 44, lift - 34), (34, lift * 0.4, 22, 4))
        blot(p, shade, (-8, 0), *far)
        blot(
            p,
            shade,
            (38, 2),
            (76, -12, 104, -6),
            (96, 4, 108, 12),
            (88, 14, 96, 26),
            (60, 22, 36, 12),
        )
        blot(p, colour, (-66, -8), (-62, -28, -44, -22), (-20, -16, 10, -12), (40, -8, 52, 4))
        blot(p, colour, (-66, -8), (-52, 26, 0, 24), (34, 22, 54, 4), (0, -8, -66, -8))
        near = ((-34, lift * 0.7 - 6, -6, lift - 26), (0, lift * 0.8, 14, lift - 12))
        blot(p, colour, (-26, -4), *near, (16, lift * 0.6, 34, lift * 0.8), (34, lift * 0.3, 24, 4))
        blot(p, mix(SLATE, INK, 0.2), (-64, -12), (-74, -10), (-63, -6))
        oval(p, -55, -13, 2.6, 2.6, INK)
