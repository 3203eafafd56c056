"""Pages as they were accepted: at half size, in ``tests/screens/baselines``."""

import os
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

BASELINES: Final = Path(__file__).resolve().parent.parent / "screens" / "baselines"
DIFFERENT: Final = Path(__file__).resolve().parent.parent.parent / "build" / "screens"
ACCEPT: Final = "ACCEPT_PICTURES" in os.environ

MOST_MEAN: Final = 0.6
MOST_PIXELS: Final = 0.004
CLEARLY: Final = 40
"""Other machines smooth letters a little differently: mean difference of 0..255, and the share
of pixels that may differ clearly."""


def half(png: bytes) -> Image.Image:
    """Return a page at half size, as the baselines are."""
    page = QImage.fromData(png)
    small = page.scaled(
        page.size() / 2,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)
    size = (small.width(), small.height())
    return Image.frombytes(
        "RGB", size, bytes(small.constBits()), "raw", "RGB", small.bytesPerLine()
    )


def check(name: str, png: bytes) -> None:
    """Compare a page with the accepted one.

    Raises:
        AssertionError: they differ, or none was accepted yet.
    """
    seen = half(png)
    accepted = BASELINES / f"{name}.png"
    if ACCEPT:
        seen.save(accepted, optimize=True)
    assert accepted.is_file(), f"{name} was never accepted"
    difference = ImageChops.difference(seen, Image.open(accepted).convert("RGB"))
    mean = max(ImageStat.Stat(difference).mean)
    clear = sum(difference.convert("L").histogram()[CLEARLY:]) / (seen.width * seen.height)
    if mean > MOST_MEAN or clear > MOST_PIXELS:
        DIFFERENT.mkdir(parents=True, exist_ok=True)
        seen.save(DIFFERENT / f"{name}.png")
        difference.save(DIFFERENT / f"{name}-difference.png")
    assert (mean <= MOST_MEAN, clear <= MOST_PIXELS) == (True, True), f"see {DIFFERENT}"
