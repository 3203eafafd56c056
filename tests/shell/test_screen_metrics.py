"""QML is told the lengths of the picture as people see it."""

import pytest
from pytestqt.qtbot import QtBot

from player.config.geometry import measure
from player.config.screen import Orientation
from player.shell.screen_metrics import ScreenMetrics
from tests.fakes.scenes import HALL


def test_lengths_are_those_of_the_core(qapp: object) -> None:
    del qapp
    metrics = ScreenMetrics(HALL, 1920, 1080)
    assert metrics.metrics == measure(HALL.display, HALL.role, 1920, 1080)


@pytest.mark.parametrize(
    ("orientation", "window", "seen"),
    [
        ("portrait", (1920, 1080), (1080, 1920)),
        ("portrait", (1080, 1920), (1080, 1920)),
        ("landscape-flipped", (1920, 1080), (1920, 1080)),
    ],
)
def test_picture_is_measured_after_turning(
    orientation: Orientation, window: tuple[int, int], seen: tuple[int, int]
) -> None:
    display = HALL.display.model_copy(update={"orientation": orientation, "width_mm": 680})
    metrics = ScreenMetrics(HALL.model_copy(update={"display": display}), *window).metrics
    assert (metrics.width, metrics.height) == seen


def test_change_is_told_once(qtbot: QtBot) -> None:
    metrics = ScreenMetrics(HALL, 1920, 1080)
    told: list[None] = []
    metrics.changed.connect(lambda: told.append(None))
    metrics.resize(1920, 1080)
    metrics.resize(1280, 720)
    metrics.resize(1280, 720)
    del qtbot
    assert (len(told), metrics.metrics.width) == (1, 1280)


@pytest.mark.parametrize("size", [(0, 0), (1, 1080), (1920, 3)])
def test_window_still_opening_is_not_measured(size: tuple[int, int]) -> None:
    metrics = ScreenMetrics(HALL, 1920, 1080)
    metrics.resize(*size)
    assert metrics.window == (1920, 1080)
