"""Qt's messages are logged at the level they deserve."""

import logging

import pytest
from PySide6.QtCore import QtMsgType

from player.shell.qt_messages import level_of

WARNING = QtMsgType.QtWarningMsg


@pytest.mark.parametrize(
    ("kind", "text", "level"),
    [
        (QtMsgType.QtDebugMsg, "x", logging.DEBUG),
        (QtMsgType.QtInfoMsg, "x", logging.INFO),
        (WARNING, "QObject::connect: no such signal", logging.WARNING),
        (QtMsgType.QtCriticalMsg, "x", logging.ERROR),
        (QtMsgType.QtFatalMsg, "x", logging.CRITICAL),
        (WARNING, 'OpenType support missing for "Noto Sans", script 32', logging.DEBUG),
        (WARNING, "PictureBox.qml:21: QML Image: Error decoding: file:///x", logging.DEBUG),
        (WARNING, "qt.qpa.theme: org.freedesktop.portal.Error", logging.DEBUG),
    ],
)
def test_level_follows_kind_unless_the_message_is_expected(
    kind: QtMsgType, text: str, level: int
) -> None:
    assert level_of(kind, text) == level
