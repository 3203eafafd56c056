"""Birds in flight."""

from PySide6.QtGui import QPainter

from artwork.shape import blot, line, moved


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
