"""The item that draws a clip, in a real window, and the player behind it; the worker is played."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow, QSGTexture
from pytestqt.qtbot import QtBot

from player.health.watch import Fault
from player.shell.sampler import Sampler
from player.shell.video_item import VideoItem, placed
from player.shell.video_player import VideoPlayer
from player.video.client import VideoClient
from player.video.frames import FrameRing
from player.video.protocol import Ended, Opened, Play, Ready
from tests.fakes.frozen_window import FrozenWindow
from tests.fakes.video_worker import FakeLaunch, FakeWorker

FILM = Path("/film.mp4")
FRAME = (64, 32)
RED, BLUE, GREEN = b"\x00\x00\xff\xff", b"\xff\x00\x00\xff", b"\x00\xff\x00\xff"
GROUND = "#808080"
PAGE = b"""
import QtQuick
import GatePlayer

Window {
    id: root

    required property VideoPlayer player

    color: "#808080"
    height: 64
    visible: true
    width: 128

    VideoItem {
        objectName: "left"
        frameSource: root.player
        height: 64
        width: 64
    }

    VideoItem {
        fillMode: VideoItem.Crop
        frameSource: root.player
        height: 64
        objectName: "right"
        width: 64
        x: 64
    }
}
"""


class Wall:
    """A window with two items that fit and crop, on one player."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.launch = FakeLaunch()
        self.now = 100.0
        ring = FrameRing.create(1 << 20)
        client = VideoClient(ring, self.launch, lambda: self.now)
        self.player = VideoPlayer(client, lambda: self.now)
        self.told: list[str] = []
        self.player.opened.connect(lambda width, height: self.told.append(f"{width}x{height}"))
        self.player.firstFrame.connect(lambda: self.told.append("first frame"))
        self.player.ended.connect(lambda: self.told.append("ended"))
        self.player.failed.connect(lambda reason: self.told.append(f"failed: {reason}"))
        self.engine = QQmlEngine()
        # Kept: what it has made goes with it.
        self.component = QQmlComponent(self.engine)
        self.component.setData(PAGE, QUrl())
        window = self.component.createWithInitialProperties({"player": self.player})
        assert isinstance(window, QQuickWindow), self.component.errorString()
        self.window = window
        self.left, self.right = self.item("left"), self.item("right")

    @property
    def worker(self) -> FakeWorker:
        """The newest worker."""
        return self.launch.worker

    def item(self, name: str) -> VideoItem:
        """Return one of the items."""
        item = self.window.findChild(VideoItem, name)
        assert isinstance(item, VideoItem)
        return item

    def begin(self, item: VideoItem) -> int:
        """Play a clip in an item; its worker has opened it."""
        clip = self.player.play(FILM, item.place_size())
        item.set_clip_id(clip)
        self.worker.say(Ready(), Opened(clip, *FRAME))
        return clip

    def show(self, item: VideoItem, pixel: bytes, size: tuple[int, int] = FRAME) -> None:
        """Have a frame made and wait until it is drawn."""
        drawn = item.frames_drawn
        assert self.worker.show_frame(item.clip_id(), pixel, size) is not None
        self.qtbot.waitUntil(lambda: item.frames_drawn > drawn)

    def colour(self, x: int, y: int) -> str:
        """Return what is seen at a point."""
        return QColor(self.window.grabWindow().pixel(x, y)).name()

    def close(self) -> None:
        """Take everything down, the engine first."""
        for thing in (self.window, self.component, self.engine):
            if shiboken6.isValid(thing):
                shiboken6.delete(thing)
        self.player.close()


@pytest.fixture
def wall(qtbot: QtBot) -> Iterator[Wall]:
    """Return a window on which nothing is played."""
    wall = Wall(qtbot)
    yield wall
    wall.close()


def test_nothing_is_drawn_before_the_first_frame(wall: Wall) -> None:
    wall.begin(wall.left)
    wall.qtbot.waitUntil(lambda: wall.told == ["64x32"])
    assert wall.colour(32, 32) == GROUND
    wall.show(wall.left, RED)
    assert wall.colour(32, 32) == "#ff0000"


def test_frame_is_drawn_whole_or_covers_the_item(wall: Wall) -> None:
    wall.begin(wall.left)
    wall.show(wall.left, RED)
    assert [wall.colour(32, y) for y in (8, 32, 56)] == [GROUND, "#ff0000", GROUND]
    wall.begin(wall.right)
    wall.show(wall.right, BLUE)
    assert [wall.colour(96, y) for y in (8, 32, 56)] == ["#0000ff"] * 3


def test_each_new_frame_is_drawn(wall: Wall) -> None:
    wall.begin(wall.left)
    for pixel, name in ((RED, "#ff0000"), (GREEN, "#00ff00"), (BLUE, "#0000ff")):
        wall.show(wall.left, pixel)
        assert wall.colour(32, 32) == name


def test_last_frame_stays_where_it_is_while_the_next_clip_plays(wall: Wall) -> None:
    """The page that fades out must not show the clip that fades in."""
    wall.begin(wall.left)
    wall.show(wall.left, RED)
    wall.begin(wall.right)
    for _ in range(6):
        wall.show(wall.right, BLUE)
    assert (wall.colour(32, 32), wall.colour(96, 32)) == ("#ff0000", "#0000ff")


def test_item_with_another_clip_draws_nothing_until_its_first_frame(wall: Wall) -> None:
    wall.begin(wall.left)
    wall.show(wall.left, RED)
    wall.begin(wall.left)
    assert wall.colour(32, 32) == GROUND
    wall.show(wall.left, GREEN)
    assert wall.colour(32, 32) == "#00ff00"


@pytest.mark.allow_log("player.shell.video_player: video worker gone")
def test_last_frame_outlives_its_worker(wall: Wall) -> None:
    wall.begin(wall.left)
    wall.show(wall.left, RED)
    wall.worker.die(1)
    wall.qtbot.waitUntil(lambda: wall.told[-1] == "failed: the worker died: exit 1")
    assert wall.colour(32, 32) == "#ff0000"


def test_signals_follow_the_clip(wall: Wall) -> None:
    clip = wall.begin(wall.left)
    for pixel in (RED, GREEN, BLUE):
        wall.show(wall.left, pixel)
    wall.worker.say(Ended(clip))
    wall.qtbot.waitUntil(lambda: wall.told == ["64x32", "first frame", "ended"])


@pytest.mark.allow_log("player.shell.video_player: video worker gone")
def test_worker_that_hangs_is_noticed_without_any_event(wall: Wall) -> None:
    wall.player.play(FILM, FRAME)
    wall.now += 11
    wall.qtbot.waitUntil(lambda: wall.told == ["failed: the worker did not start within 10 s"])


@pytest.mark.allow_log("player.shell.video_player: video worker gone")
def test_worker_that_cannot_be_started_is_told_after_play_has_returned(wall: Wall) -> None:
    wall.launch.error = OSError("no memory")
    wall.player.play(FILM, FRAME)
    assert wall.told == []
    wall.qtbot.waitUntil(lambda: wall.told == ["failed: no worker can be started: no memory"])


def test_retired_worker_is_not_watched(wall: Wall) -> None:
    wall.player.prepare()
    wall.player.retire()
    assert wall.worker.status == -9
    wall.player.prepare()
    assert len(wall.launch.workers) == 2


def test_qml_plays_a_clip_at_the_size_of_its_item(wall: Wall) -> None:
    wall.right.play(QUrl.fromLocalFile(str(FILM)), 30, 1500)
    assert wall.worker.heard() == [Play(1, str(FILM), 64, 64, "crop", 30, 1500)]
    wall.left.play(QUrl.fromLocalFile(str(FILM)), -1, 0)
    assert wall.worker.heard() == [Play(2, str(FILM), 64, 64, "fit", None, 0)]
    assert (wall.right.clip_id(), wall.left.clip_id()) == (1, 2)


def test_frames_drawn_leave_no_memory(wall: Wall) -> None:
    def private_kb() -> int:
        gc.collect()
        lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("Private_Dirty")))

    def show_many(count: int) -> int:
        for _ in range(count):
            wall.show(wall.left, RED, (480, 270))
        return private_kb()

    wall.begin(wall.left)
    warm = show_many(30)
    assert show_many(90) - warm < 5_000


def test_frames_drawn_leave_no_wrapper(wall: Wall) -> None:
    wall.begin(wall.left)
    for pixel in (RED, BLUE, GREEN) * 4:
        wall.show(wall.left, pixel)
    left = [each for each in gc.get_objects() if type(each) is QSGTexture]
    assert not left


@pytest.mark.parametrize("first", ["engine", "player", "item"])
def test_whatever_goes_first_nothing_falls(wall: Wall, first: str) -> None:
    wall.begin(wall.left)
    wall.show(wall.left, RED)
    if first == "engine":
        shiboken6.delete(wall.engine)
    elif first == "player":
        wall.player.close()
    else:
        wall.left.deleteLater()
        wall.qtbot.waitUntil(lambda: not shiboken6.isValid(wall.left))
        assert wall.colour(32, 32) == GROUND


@pytest.mark.parametrize(
    ("image", "item", "fill", "drawn", "seen"),
    [
        ((1920, 1080), (1920, 1080), 0, (0, 0, 1920, 1080), (0, 0, 1920, 1080)),
        ((1920, 1080), (1080, 1920), 0, (0, 656, 1080, 607.5), (0, 0, 1920, 1080)),
        ((1080, 606), (1080, 1920), 0, (0, 657, 1080, 606), (0, 0, 1080, 606)),
        ((64, 32), (64, 64), 1, (0, 0, 64, 64), (16, 0, 32, 32)),
        ((32, 64), (64, 64), 1, (0, 0, 64, 64), (0, 16, 32, 32)),
    ],
)
def test_picture_is_placed_by_its_shape(
    image: tuple[int, int],
    item: tuple[int, int],
    fill: int,
    drawn: tuple[float, ...],
    seen: tuple[float, ...],
) -> None:
    rectangles = placed(QSizeF(*image), QSizeF(*item), VideoItem.FillMode(fill))
    assert [rectangle.getRect() for rectangle in rectangles] == [drawn, seen]


@pytest.mark.allow_log("ERROR player.shell.sampler: fault")
def test_frames_that_nobody_sees_are_found_in_the_pixels(wall: Wall) -> None:
    sampler = Sampler(wall.window, lambda: "film", lambda: False)

    def look(pixel: bytes) -> frozenset[Fault]:
        wall.show(wall.left, pixel)
        sampler.look()
        return sampler.faults

    wall.begin(wall.left)
    assert [look(pixel) for pixel in (RED, BLUE, GREEN)] == [frozenset()] * 3
    vars(sampler)["_window"] = FrozenWindow(wall.window)
    assert [look(pixel) for pixel in (RED, BLUE, GREEN)][-1] == {Fault.CLIP_STILL}
