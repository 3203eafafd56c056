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
from player.shell.type_setter import TypeSetter
from player.shell.typefaces import load_fonts, read_typefaces

FONTS: Final = resources.assets() / "fonts"


class LeafSetup(QObject):
    """Gives the tests what Python owns: faces, and a picture."""

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:  # noqa: N802 # Qt's name
        """Prepare the engine of one file."""
        load_fonts(FONTS)
        engine.addImportPath(str(resources.layouts()))
        self.type_setter = TypeSetter(read_typefaces(FONTS))
        context = engine.rootContext()
        context.setContextProperty("givenTypeSetter", self.type_setter)
        context.setContextProperty("givenPicture", QUrl.fromLocalFile(sys.argv[2]))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("leaf", LeafSetup, [sys.argv[0]], str(folder)))
