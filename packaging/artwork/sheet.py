"""The sheet a scene is drawn on, and the press: size, smooth edges, paper grain, saving.

Scenes know only units: 1600 wide, 900 high, whatever the pixels.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import shake_256
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QImage, QPainter

from player.shell.immortal import keep_constants

WIDTH: Final = 1600.0
HEIGHT: Final = 900.0
SHEET: Final = QRectF(0, 0, WIDTH, HEIGHT)

Scene = Callable[[QPainter], None]

_GRAIN_SIDE = 512
_GRAIN_DEPTH = 9
"""How far grain moves a pixel at most, of 255; more is seen as noise and costs bytes."""


@cache
def _grain() -> QImage:
    """Return a tile of paper grain: grey around the middle, for soft-light printing."""
    chance = shake_256(b"paper").digest(_GRAIN_SIDE * _GRAIN_SIDE)
    grey = bytes(128 + (value - 128) * _GRAIN_DEPTH // 128 for value in chance)
    tile = QImage(grey, _GRAIN_SIDE, _GRAIN_SIDE, _GRAIN_SIDE, QImage.Format.Format_Grayscale8)
    return tile.convertToFormat(QImage.Format.Format_RGB32)


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """Yield a painter with smooth edges on ``image``; it is closed whatever happens.

    Qt ends the process when an image goes away while it is painted on.
    """
    keep_constants()
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    try:
        yield painter
    finally:
        painter.end()


def press(scene: Scene, width: int, height: int) -> QImage:
    """Return ``scene`` printed at ``width`` x ``height`` pixels on paper with a fine grain."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    with painting(image) as painter:
        painter.scale(width / WIDTH, height / HEIGHT)
        scene(painter)
        painter.resetTransform()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Overlay)
        painter.fillRect(image.rect(), QBrush(_grain()))
    return image
