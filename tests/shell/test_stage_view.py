"""Scenes come on the stage, one after another, and none is ever lost, half shown or blank."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot
from torture.matching import OUTLIERS, Page, share_off

from player.config.screen import Orientation
from player.shell.application import Application
from player.shell.builtin_page import BuiltinPage
from player.shell.slide_view import EMPTY
from player.stage.scene import BuiltinScene, PictureRef, Scene
from player.video.launch import Order, WorkerProcess
from tests.fakes.scenes import HALL, bulletin, every_scene, gate_page, poster, video
from tests.shell.conftest import Answers, OpenApplication

Listen = Callable[[Application], Answers]

SVG: Final = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9'/></svg>"
BMP: Final = b"BM" + struct.pack(
    "<IHHIIiiHHIIiiII", 58, 0, 0, 54, 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0
)
DISGUISED: Final = {
    "svg": SVG,
    "bmp": BMP + b"\0\0\xff\0",
    "ppm": b"P6\n1 1\n255\n\xff\0\0",
    "xpm": b'/* XPM */\nstatic char *x[] = {"1 1 1 1", "a c #ff0000", "a"};\n',
    "gif": b"GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
    "tiff": b"II*\0\x08\0\0\0\0\0",
    "empty": b"",
}


def window(application: Application) -> QQuickWindow:
    found = application.window
    assert isinstance(found, QQuickWindow)
    return found


def pixels(application: Application) -> bytes:
    image = window(application).grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    return bytes(image.constBits())


def some(image: bytes) -> bytes:
    """Return one pixel in 101, three bytes each."""
    return b"".join(image[at : at + 3] for at in range(0, len(image) - 2, 303))


def templates(application: Application) -> set[str]:
    """Return what the two layers hold."""
    return {layer.slide.template for layer in application.stage.layers}


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def show(qtbot: QtBot, application: Application, answers: Answers, scene: Scene) -> str:
    """Show ``scene`` and return how the stage answered it."""
    before = len(answers.all)
    application.stage.show(scene)
    qtbot.waitUntil(lambda: len(answers.all) > before, timeout=5000)
    kind, answered = answers.all[-1]
    assert answered is scene
    return kind


@pytest.mark.parametrize("kind", ["poster", "photo", "bulletin", "video", "audio", "gate-page"])
def test_every_kind_of_scene_is_painted(
    kind: str, qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application(size=(960, 540))
    scene = every_scene("vi", picture)[kind]
    assert show(qtbot, application, listen(application), scene) == "painted"


def test_builtin_page_is_painted(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen
) -> None:
    application = open_application()
    assert show(qtbot, application, listen(application), BuiltinScene()) == "painted"


def test_builtin_page_keeps_no_picture_under_other_pages(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen
) -> None:
    """A painted item holds as many pixels as it has, seen or not: twice 8 MB of full HD."""
    application = open_application()
    answers = listen(application)
    for scene in (BuiltinScene(), gate_page("vi")):
        assert show(qtbot, application, answers, scene) == "painted"
        pages = window(application).findChildren(BuiltinPage)
        sizes = sorted(page.size().toTuple() for page in pages)
        seen = window(application).size().toTuple() if scene == BuiltinScene() else (0, 0)
        assert sizes == [(0, 0), seen]


@pytest.mark.parametrize("kind", sorted(DISGUISED))
def test_disguised_picture_fails_its_scene(
    kind: str,
    qtbot: QtBot,
    open_application: OpenApplication,
    listen: Listen,
    tmp_path: Path,
) -> None:
    file = tmp_path / "named-well.png"
    file.write_bytes(DISGUISED[kind])
    application = open_application()
    answers = listen(application)
    assert show(qtbot, application, answers, poster("vi", PictureRef(file, 9, 9))) == "failed"
    assert answers.reasons == ["picture is neither JPEG, PNG nor WebP"]


def test_damaged_picture_fails_its_scene(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, tmp_path: Path
) -> None:
    file = tmp_path / "cut-off.png"
    header = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"\0\0")
    application = open_application()
    answers = listen(application)
    assert show(qtbot, application, answers, poster("vi", PictureRef(file, 64, 64))) == "failed"
    assert answers.reasons == ["picture cannot be decoded"]


@pytest.mark.parametrize("fade_ms", [0, 300])
def test_page_is_said_to_appear_once_with_its_first_frame_and_before_it_is_painted(
    fade_ms: int,
    qtbot: QtBot,
    open_application: OpenApplication,
    listen: Listen,
    picture: PictureRef,
) -> None:
    application = open_application(fade_ms=fade_ms)
    answers = listen(application)
    orders: list[int] = []
    application.stage.painted.connect(lambda _: orders.append(len(answers.appeared)))
    scenes: list[Scene] = [poster("vi", picture), gate_page("vi"), gate_page("vi")]
    for scene in scenes:
        show(qtbot, application, answers, scene)
    assert answers.appeared == scenes
    assert orders == [1, 2, 3]


def test_failing_scene_never_appears(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    broken = poster("vi", replace(picture, path=Path("/gone.png")))
    assert show(qtbot, application, answers, broken) == "failed"
    qtbot.waitUntil(lambda: application.stage.scene == BuiltinScene())
    assert answers.appeared == []


def test_failing_scene_leaves_the_last_good_one(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    good = poster("vi", picture)
    show(qtbot, application, answers, good)
    seen = pixels(application)
    show(qtbot, application, answers, poster("en", replace(picture, path=Path("/gone.png"))))
    assert application.stage.scene == good
    assert pixels(application) == seen


def test_builtin_page_stands_in_when_nothing_was_ever_shown(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    broken = poster("vi", replace(picture, path=Path("/gone.png")))
    assert show(qtbot, application, answers, broken) == "failed"
    qtbot.waitUntil(lambda: application.stage.scene == BuiltinScene())
    assert answers.all == [("failed", broken)]


def test_newer_scene_replaces_one_still_loading(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    first, second = poster("vi", picture), poster("en", picture)
    application.stage.show(first)
    application.stage.show(second)
    qtbot.waitUntil(lambda: answers.last() == ("painted", second))
    assert answers.all == [("superseded", first), ("painted", second)]


def test_fade_ends_before_the_next_begins_and_only_the_newest_wins(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application(fade_ms=300)
    answers = listen(application)
    show(qtbot, application, answers, poster("vi", picture))
    fading, skipped, last = gate_page("vi"), poster("lo", picture), bulletin("en", picture)
    application.stage.show(fading)
    application.stage.show(skipped)
    application.stage.show(last)
    qtbot.waitUntil(lambda: answers.last() == ("painted", last), timeout=5000)
    assert answers.all[1:] == [("superseded", skipped), ("painted", fading), ("painted", last)]


def test_old_page_lies_opaque_beneath_a_fade(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application(fade_ms=2000)
    show(qtbot, application, listen(application), poster("vi", picture))
    application.stage.show(gate_page("vi"))
    old = next(layer for layer in application.stage.layers if layer.slide.template == "Poster")
    assert (bool(old.raised), bool(old.depth)) == (True, False)


def test_page_fades_in_as_one_picture(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    """Its ground and its parts are not seen through each other: that would darken the change."""
    application = open_application(fade_ms=1000)
    answers = listen(application)
    show(qtbot, application, answers, poster("vi", picture))
    old = some(pixels(application))
    application.stage.show(bulletin("vi", picture))
    seen = [old]
    while len(answers.all) < 2:
        qtbot.wait(50)
        seen.append(some(pixels(application)))
    pages = Page("old", old), Page("new", some(pixels(application)))
    assert len(set(seen)) > 4
    assert [share_off(frame, *pages) for frame in seen if share_off(frame, *pages) > OUTLIERS] == []


def test_scene_already_seen_is_answered_without_a_change(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    show(qtbot, application, answers, poster("vi", picture))
    again = poster("vi", picture)
    application.stage.show(again)
    assert templates(application) == {"Poster", ""}
    qtbot.waitUntil(lambda: answers.last() == ("painted", again))


def test_answers_never_come_from_within_show(
    open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    application.stage.show(gate_page("vi"))
    application.stage.show(poster("vi", replace(picture, path=Path("/gone.png"))))
    assert answers.all == []


def test_window_of_another_size_sets_the_page_again(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    scene = poster("vi", picture)
    show(qtbot, application, answers, scene)

    def steps() -> set[object]:
        return {step for layer in application.stage.layers for step in layer.slide.steps}

    before = steps()
    window(application).resize(640, 480)
    qtbot.waitUntil(lambda: not steps() & before - {EMPTY.steps[0]})
    assert answers.all == [("painted", scene)]


def test_window_resized_during_a_fade_keeps_the_newer_page(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application(fade_ms=300)
    answers = listen(application)
    show(qtbot, application, answers, poster("vi", picture))
    newer = gate_page("vi")
    application.stage.show(newer)
    window(application).resize(640, 480)
    qtbot.waitUntil(lambda: answers.last() == ("painted", newer), timeout=5000)
    qtbot.waitUntil(lambda: templates(application) == {"GatePage", ""}, timeout=5000)
    assert application.stage.scene == newer


def test_same_clip_plays_again(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen, picture: PictureRef
) -> None:
    application = open_application()
    answers = listen(application)
    show(qtbot, application, answers, video("vi", picture))
    before = next(layer for layer in application.stage.layers if layer.slide.clip)
    show(qtbot, application, answers, video("vi", picture))
    assert next(layer for layer in application.stage.layers if layer.slide.clip) is not before


def test_text_that_fits_nowhere_is_told(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen
) -> None:
    application = open_application()
    answers = listen(application)
    scene = bulletin("vi", None)
    long = replace(scene, words=replace(scene.words, body=scene.words.body * 30))
    assert show(qtbot, application, answers, long) == "painted"
    (told,) = answers.paged
    assert told[0] == "border-agreements"
    assert told[1] > 5


@pytest.mark.allow_log("player.shell.video_player: ", "player.video")
def test_clip_begins_when_seen_whole_and_its_picture_stands_if_it_cannot(
    qtbot: QtBot,
    open_application: OpenApplication,
    listen: Listen,
    picture: PictureRef,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[Order] = []

    def refuse(order: Order) -> WorkerProcess:
        started.append(order)
        raise OSError

    monkeypatch.setattr("player.shell.application.launch_worker", refuse)
    application = open_application(plays_clips=True)
    answers = listen(application)
    scene = video("vi", picture)
    with qtbot.waitSignal(application.clips.failed):
        application.stage.show(scene)
        assert started == []
    assert (len(started), answers.all) == (1, [("painted", scene)])


@pytest.mark.parametrize(("orientation", "turn"), [("portrait", 90), ("portrait-flipped", 270)])
def test_picture_is_turned_on_a_panel_hung_upright(
    orientation: Orientation,
    turn: int,
    qtbot: QtBot,
    open_application: OpenApplication,
    listen: Listen,
) -> None:
    """What is at the head of an upright page is at one side of the window."""
    display = HALL.display.model_copy(
        update={"orientation": orientation, "width_mm": 680, "overscan_percent": 5}
    )
    application = open_application(HALL.model_copy(update={"display": display}), size=(480, 270))
    show(qtbot, application, listen(application), bulletin("vi", None))
    image = window(application).grabWindow()
    head, foot = (475, 5) if turn == 90 else (5, 475)
    masthead = image.pixelColor(head - 20 if turn == 90 else head + 20, 135)
    assert image.pixelColor(head, 135) == image.pixelColor(foot, 135) == masthead
    assert image.pixelColor(foot + 30 if turn == 90 else foot - 30, 135) != masthead
