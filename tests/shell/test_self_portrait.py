"""The player's picture of itself: what its window shows, and nothing of a traveller."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from player.shell import self_portrait
from player.shell.application import Application
from player.shell.plain_window import PlainWindow
from player.shell.self_portrait import PATCHES, SelfPortrait, coarse, grabbed, png_of
from player.shell.snapshot import settle
from player.shell.workshop import Workshop
from player.stage.scene import BuiltinScene
from player.store.layout import Home
from player.store.picture import answer_to, ask, questions
from tests.fakes.panel import MORNING
from tests.shell.conftest import OpenApplication


@pytest.fixture
def application(open_application: OpenApplication) -> Application:
    """Return an application that shows the built-in page."""
    application = open_application()
    application.stage.show(BuiltinScene())
    settle()
    return application


@pytest.fixture
def portrait(application: Application, tmp_path: Path) -> SelfPortrait:
    """Return what answers questions in an empty home."""
    shop = Workshop(is_threaded=False)
    portrait = SelfPortrait(Home(tmp_path), lambda: application.window, shop, lambda: MORNING)
    portrait.end()
    return portrait


def colours(image: QImage) -> int:
    """Return how many colours a picture has."""
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_picture_is_what_the_window_shows(
    application: Application, portrait: SelfPortrait, tmp_path: Path
) -> None:
    home = Home(tmp_path)
    question = ask(home)
    assert answer_to(home, question) is None
    portrait.look()
    taken = answer_to(home, question)
    assert taken is not None
    assert (taken.at, taken.is_coarse, taken.problem) == (MORNING, False, "")
    window = application.window
    assert isinstance(window, QQuickWindow)
    seen = QImage(str(home.picture))
    assert seen.size().toTuple() == taken.size == (window.width(), window.height())
    assert seen == window.grabWindow().convertToFormat(seen.format())
    assert questions(home) == ()


def test_one_picture_answers_all_who_ask(portrait: SelfPortrait, tmp_path: Path) -> None:
    home = Home(tmp_path)
    asked = [ask(home) for _ in range(3)]
    portrait.look()
    assert {answer_to(home, each) for each in asked} == {answer_to(home, asked[0])}
    assert answer_to(home, "another") is None


def test_nothing_can_be_read_while_a_traveller_uses_the_screen(
    portrait: SelfPortrait, tmp_path: Path
) -> None:
    home = Home(tmp_path)
    portrait.is_private = lambda: True
    question = ask(home)
    portrait.look()
    taken = answer_to(home, question)
    assert taken is not None
    assert taken.is_coarse
    image = QImage(str(home.picture))
    assert image.size().toTuple() == taken.size
    assert 1 < colours(image) <= PATCHES.width() * PATCHES.height()


def test_coarse_picture_of_nothing_is_nothing() -> None:
    assert coarse(QImage()).isNull()
    assert png_of(QImage()) == b""
    assert grabbed(None).isNull()


def test_window_that_is_gone_is_said_to_be(tmp_path: Path, qtbot: object) -> None:
    del qtbot
    home = Home(tmp_path)
    portrait = SelfPortrait(home, lambda: None, Workshop(is_threaded=False), lambda: MORNING)
    question = ask(home)
    portrait.look()
    taken = answer_to(home, question)
    assert taken is not None
    assert taken.problem
    assert not home.picture.exists()


def test_plain_window_with_the_built_in_page_is_seen_too(
    application: Application,
) -> None:
    plain = PlainWindow(application.typefaces, application.alarm, application.metrics)
    plain.resize(320, 180)
    plain.show()
    settle()
    assert colours(grabbed(plain)) > 1
    plain.close()


@pytest.mark.allow_log(r"player\.shell\.self_portrait: a picture cannot be written")
def test_disk_that_refuses_is_not_asked_twice_a_second(
    portrait: SelfPortrait,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ask(Home(tmp_path))

    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(self_portrait, "answer", refuse)
    for _ in range(3):
        portrait.look()
    assert [each.message for each in caplog.records] == ["a picture cannot be written"]
