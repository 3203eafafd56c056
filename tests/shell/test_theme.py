"""Every pair of letters and ground reaches 7:1, on the pages and on the built-in page."""

from typing import Final

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine

from player import resources
from player.shell import alarm_paint, builtin_page

LEAST: Final = 7.0
"""The target for public screens (WCAG 1.4.6)."""

PAIRS: Final = (
    ("groundInk", "ground"),
    ("groundQuiet", "ground"),
    ("gold", "ground"),
    ("paperInk", "paper"),
    ("paperQuiet", "paper"),
    ("markInk", "mark"),
    ("cautionInk", "caution"),
    ("caution", "cautionInk"),
    ("markInk", "groundInk"),
    ("openInk", "open"),
    ("shutInk", "shut"),
    ("lacquer", "paper"),
    ("paperInk", "groundQuiet"),
    ("day", "danger"),
    ("day", "safe"),
    ("drillInk", "day"),
    ("day", "drill"),
    ("cautionInk", "level1"),
    ("cautionInk", "level2"),
    ("cautionInk", "level3"),
    ("day", "level5"),
    ("groundInk", "duskCard"),
    ("groundQuiet", "duskCard"),
    ("gold", "duskCard"),
    ("markInk", "gold"),
    ("groundInk", "lacquer"),
)


@pytest.fixture(scope="module")
def theme(qapp: object) -> QObject:
    del qapp
    engine = QQmlEngine()
    engine.addImportPath(str(resources.layouts()))
    component = QQmlComponent(engine)
    component.setData(
        b"import QtQml\nimport GatePlayer.Theme\nQtObject { property QtObject theme: Theme }",
        QUrl(),
    )
    holder = component.create()
    found = holder.property("theme")
    assert isinstance(found, QObject)
    theme.engine = (engine, holder)  # type: ignore[attr-defined] # lives as long as the fixture
    return found


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_letters_stand_out(ink: str, ground: str, theme: QObject) -> None:
    assert contrast(theme.property(ink), theme.property(ground)) >= LEAST


def test_accent_on_paper_stands_out_as_a_shape(theme: QObject) -> None:
    """WCAG 1.4.11 asks 3:1 of shapes."""
    assert contrast(theme.property("lacquer"), theme.property("paper")) >= 3


@pytest.mark.parametrize("ink", [builtin_page.INK, builtin_page.QUIET, builtin_page.GOLD])
def test_builtin_page_stands_out(ink: str) -> None:
    assert contrast(QColor(ink), QColor(builtin_page.GROUND)) >= LEAST


def test_builtin_page_wears_the_colours_of_the_house(theme: QObject) -> None:
    worn = (builtin_page.GROUND, builtin_page.INK, builtin_page.QUIET, builtin_page.GOLD)
    names = ("ground", "groundInk", "groundQuiet", "gold")
    assert [QColor(colour) for colour in worn] == [theme.property(name) for name in names]


def test_plain_window_wears_the_colours_of_an_emergency(theme: QObject) -> None:
    worn = {
        "danger": alarm_paint.DANGER,
        "safe": alarm_paint.SAFE,
        "caution": alarm_paint.CAUTION,
        "cautionInk": alarm_paint.CAUTION_INK,
        "day": alarm_paint.DAY,
        "drill": alarm_paint.DRILL,
        "drillPale": alarm_paint.DRILL_PALE,
        "drillInk": alarm_paint.DRILL_INK,
        "level1": alarm_paint.LEVEL_GROUNDS[1],
        "level2": alarm_paint.LEVEL_GROUNDS[2],
        "level3": alarm_paint.LEVEL_GROUNDS[3],
        "level5": alarm_paint.LEVEL_GROUNDS[5],
    }
    assert {name: QColor(colour) for name, colour in worn.items()} == {
        name: theme.property(name) for name in worn
    }
