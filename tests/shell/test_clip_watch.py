"""What becomes of the clip on stage, told by a player that does what the test says."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from player.shell.application import Application
from player.shell.clip_watch import ClipWatch
from player.shell.video_player import VideoPlayer
from player.stage.scene import PictureRef, Scene
from tests.fakes.scenes import poster, video


@pytest.mark.parametrize(
    ("times_ms", "failures"),
    [
        ((1_000, 0, 60_000), 1),
        ((57_000, 0, 60_000), 1),
        ((58_500, 0, 60_000), 0),
        ((1_000, 58_500, 60_000), 0),
        ((1_000, 0, 0), 0),
    ],
    ids=["at once", "three seconds early", "a little early", "begun late", "nobody said"],
)
def test_clip_that_ends_long_before_its_time_has_failed(
    *,
    qtbot: QtBot,
    open_application: Callable[..., Application],
    picture: PictureRef,
    monkeypatch: pytest.MonkeyPatch,
    times_ms: tuple[int, int, int],
    failures: int,
) -> None:
    played_ms, offset_ms, lasts_ms = times_ms
    application = open_application()
    watch = ClipWatch(application.stage, application.clips)
    failed = QSignalSpy(watch.failed)
    monkeypatch.setattr(VideoPlayer, "played_ms", played_ms)
    scene = replace(video("vi", picture), offset_ms=offset_ms, lasts_ms=lasts_ms)
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(scene)
    application.clips.ended.emit()
    assert failed.count() == failures


def test_what_a_clip_does_after_its_page_has_gone_is_not_told(
    qtbot: QtBot, open_application: Callable[..., Application], picture: PictureRef
) -> None:
    application = open_application()
    watch = ClipWatch(application.stage, application.clips)
    failed = QSignalSpy(watch.failed)
    scenes: list[Scene] = [video("vi", picture), poster("vi", picture)]
    for scene in scenes:
        with qtbot.waitSignal(application.stage.painted):
            application.stage.show(scene)
    application.clips.failed.emit("late")
    application.clips.ended.emit()
    assert failed.count() == 0
