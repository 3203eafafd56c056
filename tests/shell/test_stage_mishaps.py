"""What befalls a stage from outside its pack: a broken template, a display that draws nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot
from torture.matching import is_uniform

from player import resources
from player.shell import stage_view
from player.shell.application import Application
from player.stage.scene import PictureRef, Scene
from tests.fakes.scenes import bulletin, gate_page, poster
from tests.shell.conftest import Answers, OpenApplication

BROKEN: Final = """
import QtQuick
SlidePage { required property int nobodyGivesThis }
"""
AT_ONCE_MS: Final = 200


@pytest.mark.allow_log("Required property nobodyGivesThis")
@pytest.mark.qt_log_ignore("Required property nobodyGivesThis", extend=True)
def test_template_that_cannot_be_made_fails_its_page_and_no_other(
    *,
    qtbot: QtBot,
    open_application: OpenApplication,
    listen: Callable[[Application], Answers],
    picture: PictureRef,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    layouts = tmp_path / "layouts"
    shutil.copytree(resources.layouts(), layouts)
    (layouts / "GatePlayer/Slides/Bulletin.qml").write_text(BROKEN)
    monkeypatch.setattr(stage_view, "LOAD_LIMIT_MS", AT_ONCE_MS)
    application = open_application(layouts=layouts)
    answers = listen(application)
    for scene in (poster("vi", picture), bulletin("vi", picture), gate_page("vi")):
        before = len(answers.all)
        application.stage.show(scene)
        qtbot.waitUntil(lambda before=before: len(answers.all) > before)  # type: ignore[misc]
    assert [kind for kind, _ in answers.all] == ["painted", "failed", "painted"]
    assert answers.reasons == ["page was not ready in time"]


def test_pages_change_while_no_frame_is_drawn_and_the_last_is_seen_when_one_is(
    qtbot: QtBot,
    open_application: OpenApplication,
    listen: Callable[[Application], Answers],
    picture: PictureRef,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As behind another window, or with the display switched off."""
    monkeypatch.setattr(stage_view, "PAINT_LIMIT_MS", AT_ONCE_MS)
    application = open_application()
    answers = listen(application)
    window = application.window
    assert isinstance(window, QQuickWindow)
    window.hide()
    scenes: list[Scene] = [poster("vi", picture), gate_page("vi"), poster("en", picture)]
    for number, scene in enumerate(scenes):
        application.stage.show(scene)
        qtbot.waitUntil(lambda number=number: len(answers.all) > number)  # type: ignore[misc]
    assert [kind for kind, _ in answers.all] == ["painted"] * 3
    assert answers.appeared == []
    window.show()
    last = gate_page("en")
    application.stage.show(last)
    qtbot.waitUntil(lambda: answers.appeared == [last])
    assert not is_uniform(bytes(window.grabWindow().constBits()))
