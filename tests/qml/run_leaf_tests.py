"""Runs the QML tests of a folder: ``python run_leaf_tests.py FOLDER PICTURE``.

A process of its own, because Qt's test runner makes the application itself.
"""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

from player import resources
from player.config.screen import Display, Screen
from player.notices.pace import passing_s
from player.shell.screen_metrics import ScreenMetrics
from player.shell.ticker_view import TickerViewModel
from player.shell.type_setter import TypeSetter
from player.shell.typefaces import load_fonts, read_typefaces
from player.stage.announce import RunningWords

FONTS: Final = resources.assets() / "fonts"


HALL: Final = Screen(
    id="hall",
    gate="huu-nghi",
    role="hall-tv",
    display=Display(width_mm=1210, viewing_distance_mm=4000),
)
LINES: Final = {
    "vi": "Xin giữ giấy tờ trên tay.",
    "zh": "请手持证件。",
    "en": "Please have your papers in hand.",
    "lo": "ກະລຸນາ\u200bຖື\u200bເອກະສານ\u200bໄວ້\u200bໃນ\u200bມື.",
    "km": "សូម\u200bកាន់\u200bឯកសារ\u200bក្នុង\u200bដៃ។",
}


class LeafSetup(QObject):
    """Gives the tests what Python owns: faces, and a picture."""

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:  # noqa: N802 # Qt's name
        """Prepare the engine of one file."""
        load_fonts(FONTS)
        engine.addImportPath(str(resources.layouts()))
        self.type_setter = TypeSetter(read_typefaces(FONTS))
        self.screen = ScreenMetrics(HALL, 1920, 1080)
        self.ticker = TickerViewModel(fade_ms=0)
        self.ticker.set_height(90)
        rows = [RunningWords(tag, (), text, passing_s(text)) for tag, text in LINES.items()]
        self.ticker.fill(rows, 0)
        context = engine.rootContext()
        context.setContextProperty("givenScreen", self.screen)
        context.setContextProperty("givenTicker", self.ticker)
        context.setContextProperty("givenTypeSetter", self.type_setter)
        context.setContextProperty("givenPicture", QUrl.fromLocalFile(sys.argv[2]))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("leaf", LeafSetup, [sys.argv[0]], str(folder)))
