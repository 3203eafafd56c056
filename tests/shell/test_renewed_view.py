"""The view made anew: another window, the same page, and what watched the old one is let go."""

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from player.shell.application import Application
from player.shell.stage_view import Phase
from tests.fakes.scenes import gate_page
from tests.shell.conftest import OpenApplication


def pixels(application: Application) -> QImage:
    """Return what stands in the window."""
    window = application.window
    assert isinstance(window, QQuickWindow)
    return window.grabWindow()


def comes(application: Application, image: QImage) -> Callable[[], bool]:
    return lambda: pixels(application) == image


def test_new_view_shows_the_page_that_was_seen(
    qtbot: QtBot, open_application: OpenApplication
) -> None:
    application = open_application()
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(gate_page("vi"))
    before, old = pixels(application), application.window
    with qtbot.waitSignal(application.renewed):
        application.renew()
    assert application.window is not old
    qtbot.waitUntil(comes(application, before))


def test_new_view_shows_what_comes_next(qtbot: QtBot, open_application: OpenApplication) -> None:
    application = open_application()
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(gate_page("en"))
    qtbot.waitUntil(lambda: not pixels(application).isNull())
    english = pixels(application)
    application.renew()
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(gate_page("vi"))
    assert pixels(application) != english
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(gate_page("en"))
    qtbot.waitUntil(comes(application, english))


def test_view_is_made_anew_in_the_middle_of_a_change(
    qtbot: QtBot, open_application: OpenApplication
) -> None:
    application = open_application(fade_ms=1_500)
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(gate_page("vi"))
    application.stage.show(gate_page("en"))
    stage = application.stage
    qtbot.waitUntil(lambda: stage._phase is Phase.RISING)
    application.renew()
    with qtbot.waitSignal(application.stage.painted):
        pass
    assert application.stage.scene == gate_page("en")
