"""A clip that is honest to count: every frame differs from the one before, wherever one looks.

A view that glides over one of the demo gate's paintings, never resting, as heavy to decode as a
filmed clip. The clips of the demo gates are too calm: two of their frames can be the same.
"""

from pathlib import Path
from typing import Final

import av
from PIL import Image

SIZE: Final = (1920, 1080)
RATE: Final = 30
SECONDS: Final = 30
ACROSS_PX, DOWN_PX = 4, 3
PRESET: Final = {"preset": "superfast", "crf": "24", "g": "60"}


def swing(step: int, span: int) -> int:
    """Return where something is that runs to and fro over ``span`` pixels, ``step`` taken."""
    return span - abs(step % (2 * span) - span)


def make_clip(picture: Path, out: Path) -> None:
    """Encode the clip as H.264, 1080p, 30 frames a second.

    Args:
        picture: larger than the clip.
        out: an MP4 file.
    """
    with Image.open(picture) as opened:
        ground = opened.convert("RGB")
    scale = max(1.0, 1.25 * SIZE[0] / ground.width, 1.25 * SIZE[1] / ground.height)
    ground = ground.resize((round(ground.width * scale), round(ground.height * scale)))
    free = (ground.width - SIZE[0], ground.height - SIZE[1])
    with av.open(out, "w", format="mp4", options={"movflags": "faststart"}) as file:
        stream = file.add_stream("libx264", rate=RATE, options=PRESET)
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        for number in range(RATE * SECONDS):
            left, top = swing(number * ACROSS_PX, free[0]), swing(number * DOWN_PX, free[1])
            view = ground.crop((left, top, left + SIZE[0], top + SIZE[1]))
            frame = av.VideoFrame.from_image(view)  # type: ignore[no-untyped-call]
            file.mux(stream.encode(frame))
        file.mux(stream.encode())
