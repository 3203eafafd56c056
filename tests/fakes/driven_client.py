"""A video client whose clock and workers are a test's."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from player.video.client import VideoClient
from player.video.frames import FrameRing
from player.video.protocol import Opened, Ready
from tests.fakes.video_worker import FakeLaunch, FakeWorker

FILM: Final = Path("/film.mp4")
SIZE: Final = (16, 8)
RED: Final = b"\x00\x00\xff\xff"
BLUE: Final = b"\xff\x00\x00\xff"


@dataclass
class Scene:
    """A client, its clock and its workers."""

    launch: FakeLaunch = field(default_factory=FakeLaunch)
    now: float = 100.0

    def __post_init__(self) -> None:
        ring = FrameRing.create(64 * 8)
        self.client = VideoClient(ring, self.launch, lambda: self.now)

    @property
    def worker(self) -> FakeWorker:
        """The newest worker."""
        return self.launch.worker

    def play(self) -> int:
        """Begin a clip whose worker is ready and has opened it."""
        clip = self.client.play(FILM, SIZE)
        self.worker.say(Ready())
        self.client.read_events()
        self.worker.say(Opened(clip, *SIZE))
        self.client.read_events()
        return clip

    def draw(self, clip: int, pixel: bytes = RED) -> bytes | None:
        """Have a frame made and take it; its first pixel."""
        self.worker.show_frame(clip, pixel, SIZE)
        self.client.read_events()
        frame = self.client.latest_frame(clip)
        return None if frame is None else bytes(frame.pixels[:4])
