"""Moving pictures: layers printed once and slid past one another; loops end as they began."""

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from artwork.noise import swell
from artwork.sheet import HEIGHT, WIDTH, Scene, painting, press

FRAME_WIDTH: Final = 1920
FRAME_HEIGHT: Final = 1080
FRAMES_PER_SECOND: Final = 30
SECONDS: Final = 14
UNIT: Final = FRAME_WIDTH / WIDTH
"""Pixels of a frame per unit of the sheet."""

MARGIN: Final = 60.0
"""Units a layer reaches beyond the sheet on either side, so that it can slide."""

Moving = Callable[[QPainter, float], None]
"""Draws the frame at ``turn`` 0..1 of the loop; 0 and 1 are the same picture."""


def sway(turn: float, reach: float, lag: float = 0.0) -> float:
    """Return a displacement that swings ``reach`` units once per loop, ``lag`` 0..1 ahead."""
    return reach * sin(2 * pi * (turn + lag))


@dataclass(frozen=True, slots=True)
class Layer:
    """A part of the scene printed once on transparent ground, from row ``top`` of the sheet."""

    image: QImage
    top: float

    def draw(self, p: QPainter, shift: float = 0.0) -> None:
        """Draw the layer, slid ``shift`` units to the right."""
        p.save()
        p.resetTransform()
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.drawImage(QPointF((shift - MARGIN) * UNIT, self.top * UNIT), self.image)
        p.restore()


def layer(scene: Scene, top: float = 0.0, bottom: float = HEIGHT) -> Layer:
    """Return ``scene`` printed for frames; only the rows ``top``..``bottom`` are kept."""
    size = (round((WIDTH + 2 * MARGIN) * UNIT), round((bottom - top) * UNIT))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with painting(image) as p:
        p.scale(UNIT, UNIT)
        p.translate(MARGIN, -top)
        scene(p)
    return Layer(image, top)


def still(*parts: Scene) -> QImage:
    """Return ``parts`` drawn over one another at frame size.

    The paper's grain keeps a graded sky from banding in 8 bits.
    """

    def whole(p: QPainter) -> None:
        for part in parts:
            part(p)

    return press(whole, FRAME_WIDTH, FRAME_HEIGHT)


def paste(p: QPainter, image: QImage) -> None:
    """Fill the frame with a still."""
    p.save()
    p.resetTransform()
    p.drawImage(0, 0, image)
    p.restore()


def shimmer(
    p: QPainter, image: QImage, level: float, turn: float, *, alpha: float, wave: float
) -> None:
    """Draw the reflection of what ``image`` shows above ``level``, its rows swinging like water.

    Args:
        p: painter on a frame, in sheet units.
        image: a still at frame size.
        level: the shore, units.
        turn: 0..1 of the loop.
        alpha: how clear, 0..1.
        wave: units the lowest row swings.
    """
    shore, strip = round(level * UNIT), 4
    depth = FRAME_HEIGHT - shore
    p.save()
    p.resetTransform()
    p.setOpacity(alpha)
    for y in range(0, depth, strip):
        source = max(0.0, shore - (y + strip) * 1.2)
        reach = wave * UNIT * (0.2 + y / depth)
        shift = round(
            reach * (0.6 * sin(2 * pi * (turn * 2 + y * 0.013)) + 0.5 * swell(3, y * 0.09))
        )
        p.drawImage(QPointF(shift, shore + y), image, QRectF(0, source, FRAME_WIDTH, strip))
    p.restore()
