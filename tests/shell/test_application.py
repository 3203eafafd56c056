"""The application opens, ends when asked, and never leaves a screen blank."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from player import resources
from player.shell import builtin_page
from player.shell.application import FAILED, STAND_IN_S, Application, Setup
from player.shell.builtin_page import paint_builtin
from player.shell.plain_window import PlainWindow
from player.shell.timers import LONGEST_S, OneShot
from player.stage.scene import PictureRef
from tests.fakes.scenes import HALL, poster
from tests.shell.conftest import OpenApplication


def test_window_is_the_stage(open_application: OpenApplication) -> None:
    window = open_application(size=(480, 270)).window
    assert isinstance(window, QQuickWindow)
    assert (window.width(), window.height()) == (480, 270)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_it_cleanly(number: int, open_application: OpenApplication) -> None:
    application = open_application()
    OneShot(application, 0, lambda: os.kill(os.getpid(), number))
    assert application.exec() == 0


def test_signal_before_the_loop_runs_is_not_lost(open_application: OpenApplication) -> None:
    application = open_application()
    os.kill(os.getpid(), signal.SIGTERM)
    assert application.exec() == 0


def test_signals_are_given_back(open_application: OpenApplication) -> None:
    before = signal.getsignal(signal.SIGTERM)
    open_application().close()
    assert signal.getsignal(signal.SIGTERM) is before


def test_closing_twice_is_harmless(open_application: OpenApplication) -> None:
    application = open_application()
    application.close()
    application.close()
    assert application.window is None


@pytest.mark.allow_log(r"player\.shell\.application: ")
@pytest.mark.qt_log_ignore("QQmlApplicationEngine failed to load component")
def test_missing_layouts_show_the_builtin_page_and_fail(
    open_application: OpenApplication, tmp_path: Path
) -> None:
    application = open_application(layouts=tmp_path)
    assert isinstance(application.window, PlainWindow)
    OneShot(application, 0, application.quit)
    assert application.exec() == FAILED


@pytest.mark.allow_log(r"player\.shell\.application: ")
@pytest.mark.qt_log_ignore("QQmlApplicationEngine failed to create component")
def test_layout_without_a_window_shows_the_builtin_page(
    open_application: OpenApplication, tmp_path: Path
) -> None:
    main = tmp_path / "GatePlayer" / "Stage" / "Main.qml"
    main.parent.mkdir(parents=True)
    main.write_text("import QtQml\nQtObject { required property int missing }\n")
    assert isinstance(open_application(layouts=tmp_path).window, PlainWindow)


@pytest.mark.allow_log(r"player\.shell\.application: the table of fonts cannot be read$")
def test_missing_fonts_do_not_keep_the_screen_dark(
    open_application: OpenApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "assets", lambda: tmp_path)
    assert open_application().window is not None


def test_builtin_page_stands_until_the_service_manager_starts_anew() -> None:
    """A timer is cut to a minute; the stand-in must end within it."""
    assert STAND_IN_S < LONGEST_S


def test_fullscreen_window_has_neither_frame_nor_cursor(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    application = Application(HALL, Setup(tmp_path, plays_clips=False))
    application.open()
    window = application.window
    assert window is not None
    assert window.visibility() == window.Visibility.FullScreen
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.BlankCursor
    QGuiApplication.restoreOverrideCursor()
    application.close()


def test_timer_calls_back_once(qtbot: QtBot, open_application: OpenApplication) -> None:
    called: list[int] = []
    OneShot(open_application(), 0.01, lambda: called.append(1))
    qtbot.waitUntil(lambda: called == [1])


def test_cancelled_timer_never_calls(qtbot: QtBot, open_application: OpenApplication) -> None:
    application = open_application()
    called: list[str] = []
    OneShot(application, 0, lambda: called.append("cancelled")).cancel()
    OneShot(application, 0.02, lambda: called.append("kept"))
    qtbot.waitUntil(lambda: bool(called))
    assert called == ["kept"]


@pytest.mark.parametrize("seconds", [-5, 86_400 * 30])
def test_timer_takes_any_length(seconds: float, open_application: OpenApplication) -> None:
    """Thirty days of milliseconds are more than Qt counts."""
    OneShot(open_application(), seconds, lambda: None).cancel()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1000, 1000), (1152, 288)])
def test_builtin_page_fills_every_shape_within_its_margins(
    size: tuple[int, int], open_application: OpenApplication
) -> None:
    """Words stay off the edge, and there are words."""
    typefaces = open_application().typefaces
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_builtin(painter, image.size().toSizeF(), typefaces)
    painter.end()
    ground = QColor(builtin_page.GROUND)
    edge = [QPoint(x, y) for x in range(0, size[0], 3) for y in (1, size[1] - 2)]
    middle = [QPoint(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 7)]
    assert all(image.pixelColor(point) == ground for point in edge)
    assert any(image.pixelColor(point) == QColor(builtin_page.INK) for point in middle)


def test_closed_application_waits_for_no_page(
    open_application: OpenApplication, picture: PictureRef
) -> None:
    """What is still loading then would be missed eight seconds later, by nobody."""
    application = open_application()
    failed: list[object] = []
    application.stage.failed.connect(failed.append)
    application.stage.show(poster("vi", picture))
    application.close()
    application.stage._run_out()
    assert (failed, application.stage._limit.isActive()) == ([], False)
