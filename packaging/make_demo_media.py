"""Makes pictures, clips, recordings and booklets of the demo gates and of the factory pack.

    .venv/bin/python packaging/make_demo_media.py

They are not kept in the repository: the scenes in ``artwork/`` are their source, and two runs
make the same bytes. A second run does nothing until a scene changes or a file is missing.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import av
from artwork import (
    booklets,
    chime,
    factory,
    highlands,
    huu_nghi,
    lao_bao,
    night_market,
    plans,
    pluck,
    rivers,
)
from artwork.motion import FRAME_HEIGHT, FRAME_WIDTH, FRAMES_PER_SECOND, SECONDS, UNIT, Moving
from artwork.sheet import Scene, painting, press
from av.video.reformatter import Colorspace
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from array import array

ROOT: Final = Path(__file__).resolve().parent.parent
DRAFTS: Final = ROOT / "build" / "demo-media"
STAMP: Final = DRAFTS / "made.json"
LOCK: Final = DRAFTS / "lock"
PICTURE_WIDTH: Final = 2560
PICTURE_HEIGHT: Final = 1440
PICTURE_QUALITY: Final = 85
"""WebP 0..100; chosen so that no picture exceeds 600 kB and paper grain stays grain."""

OPENING: Final = 0.45
"""Where in its loop a clip begins: the boat is in the middle, as the poster shows it."""

X264: Final = {"preset": "veryfast", "crf": "23", "threads": "1", "keyint": "60", "scenecut": "0"}
"""One thread: the same bytes on every run."""

SOUND_BLOCK: Final = 1024
SOUND_BITS_PER_SECOND: Final = 96_000

_BT709, _LIMITED = 1, 1
"""Codes of ITU-T H.273, tables 2 to 4, and of the video range."""


@dataclass(frozen=True, slots=True)
class Work:
    """One file to make: where, and by whom."""

    target: Path
    make: Callable[[Path], None]


def make_picture(scene: Scene, target: Path) -> None:
    """Print ``scene`` into the WebP file ``target``."""
    image = press(scene, PICTURE_WIDTH, PICTURE_HEIGHT)
    if not image.save(str(target), "webp", PICTURE_QUALITY):  # type: ignore[call-overload]
        raise OSError(f"cannot write {target}")


def make_clip(prepare: Callable[[], Moving], target: Path) -> None:
    """Film one loop of a moving scene into the MP4 file ``target`` (H.264, 8-bit 4:2:0)."""
    draw = prepare()
    count = SECONDS * FRAMES_PER_SECOND
    with av.open(str(target), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=FRAMES_PER_SECOND, options=dict(X264))
        stream.width, stream.height, stream.pix_fmt = FRAME_WIDTH, FRAME_HEIGHT, "yuv420p"
        tag_colours(stream.codec_context)
        for index in range(count):
            container.mux(stream.encode(film(draw, (OPENING + index / count) % 1.0)))
        container.mux(stream.encode(None))


def tag_colours(coder: av.VideoCodecContext) -> None:
    """Say in the file that its colours are BT.709, limited range: a player must not guess."""
    coder.colorspace = _BT709
    coder.color_primaries = _BT709
    coder.color_trc = _BT709
    coder.color_range = _LIMITED


def film(draw: Moving, turn: float) -> av.VideoFrame:
    """Return the video frame at ``turn`` 0..1 of a loop."""
    # The name keeps the image alive: constBits() only points into it.
    image = picture(draw, turn)
    frame = av.VideoFrame(FRAME_WIDTH, FRAME_HEIGHT, "bgra")
    frame.planes[0].update(bytes(image.constBits()))
    return frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709)


def picture(draw: Moving, turn: float) -> QImage:
    """Return the picture at ``turn`` 0..1 of a loop, at frame size."""
    image = QImage(FRAME_WIDTH, FRAME_HEIGHT, QImage.Format.Format_RGB32)
    with painting(image) as painter:
        painter.scale(UNIT, UNIT)
        draw(painter, turn)
    return image


def make_recording(notes: Sequence[chime.Note], target: Path) -> None:
    """Sound ``notes`` into the M4A file ``target``."""
    write_sound(chime.play(notes), target)


def make_phrase(target: Path) -> None:
    """Sound the phrase of the lute into the M4A file ``target``."""
    write_sound(pluck.phrase(), target)


def write_sound(sound: "array[float]", target: Path) -> None:
    """Write the samples ``sound`` into the M4A file ``target`` (AAC, mono)."""
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(target), "w", format="ipod", options=options) as container:
        stream = container.add_stream("aac", rate=chime.RATE)
        stream.layout, stream.bit_rate = "mono", SOUND_BITS_PER_SECOND
        for begin in range(0, len(sound), SOUND_BLOCK):
            block = sound[begin : begin + SOUND_BLOCK]
            frame = av.AudioFrame(format="fltp", layout="mono", samples=len(block))
            plane = frame.planes[0]
            plane.update(block.tobytes().ljust(plane.buffer_size, b"\0"))
            frame.sample_rate, frame.pts = chime.RATE, begin
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def works() -> Iterator[Work]:
    """Yield all that is to be made, the longest first."""
    demo, spare = ROOT / "assets" / "demo", ROOT / "assets" / "factory" / "media"
    north, south = demo / "huu-nghi" / "media", demo / "lao-bao" / "media"
    yield Work(south / "se-pon-river.mp4", partial(make_clip, rivers.se_pon))
    yield Work(south / "khe-sanh-morning.mp4", partial(make_clip, highlands.khe_sanh))
    yield Work(north / "ky-cung-river.mp4", partial(make_clip, rivers.ky_cung))
    yield Work(north / "ky-lua-evening.mp4", partial(make_clip, night_market.night_market))
    yield from (Work(target, make) for target, make in booklets.booklets())
    yield Work(north / "tinh-lute.m4a", make_phrase)
    yield Work(south / "gong-greeting.m4a", partial(make_recording, chime.GREETING))
    yield Work(north / "gate-plan.webp", partial(make_picture, plans.huu_nghi))
    yield Work(south / "gate-plan.webp", partial(make_picture, plans.lao_bao))
    for folder, pictures in (
        (north, huu_nghi.PICTURES),
        (south, lao_bao.PICTURES),
        (spare, factory.PICTURES),
    ):
        for name, scene in pictures.items():
            yield Work(folder / f"{name}.webp", partial(make_picture, scene))


def recipe() -> str:
    """Return a digest of everything the files depend on."""
    here = Path(__file__).resolve().parent
    digest = sha256(f"PySide6 {version('PySide6-Essentials')} av {version('av')}".encode())
    programs = sorted([Path(__file__).resolve(), *(here / "artwork").rglob("*.py")])
    for source in (*programs, *booklets.words()):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def is_made(stamp: Path, wanted: str, targets: Sequence[Path]) -> bool:
    """Return whether ``stamp`` says that this recipe made ``targets``, and they are unchanged."""
    try:
        found = json.loads(stamp.read_text(encoding="utf-8"))
        return bool(found["recipe"] == wanted) and found["files"] == digests(targets)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def digests(targets: Sequence[Path]) -> dict[str, str]:
    """Return path below the checkout -> sha256 of each file.

    Raises:
        OSError: one is missing.
    """
    return {
        target.relative_to(ROOT).as_posix(): sha256(target.read_bytes()).hexdigest()
        for target in targets
    }


def run(work: Work) -> None:
    """Make one file whole or not at all."""
    work.target.parent.mkdir(parents=True, exist_ok=True)
    draft = DRAFTS / f"{sha256(str(work.target).encode()).hexdigest()}{work.target.suffix}"
    work.make(draft)
    draft.replace(work.target)


def main() -> int:
    """Make what is missing and return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    DRAFTS.mkdir(parents=True, exist_ok=True)
    with LOCK.open("w") as lock:
        # A second run, started meanwhile by somebody else, waits and then finds all made.
        flock(lock, LOCK_EX)
        todo = list(works())
        targets = [work.target for work in todo]
        if is_made(STAMP, recipe(), targets):
            return 0
        with ProcessPoolExecutor(max_workers=2) as workers:
            list(workers.map(run, todo))
        stamp = {"recipe": recipe(), "files": digests(targets)}
        STAMP.write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
