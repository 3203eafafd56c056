"""Qt's own messages, sent where all others go."""

import logging
import re
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

logger = logging.getLogger("qt")

LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

EXPECTED: Final = (
    # The first Khmer or Lao letter is tried in a Latin face before the right one is found.
    re.compile(r"^OpenType support missing for "),
    # A damaged picture: the stage reports it with the name of the item.
    re.compile(r"Error decoding: "),
    re.compile(r"^libpng |^Corrupt JPEG data|^Invalid JPEG file|^JPEG datastream|unknown JFIF"),
    # Screens without a desktop have no portal to ask for colours and settings.
    re.compile(r"org\.freedesktop\.portal"),
)
"""Messages that say nothing new, each with the reason above it; kept at debug level."""


def level_of(kind: QtMsgType, text: str) -> int:
    """Return the level at which a message of Qt is worth logging."""
    if any(pattern.search(text) for pattern in EXPECTED):
        return logging.DEBUG
    return LEVELS.get(kind, logging.WARNING)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Log one message of Qt."""
    logger.log(level_of(kind, text), text, extra={"category": context.category})


def route_qt_messages() -> None:
    """Send Qt's messages of this process into ``logging`` from now on."""
    qInstallMessageHandler(log_qt_message)
