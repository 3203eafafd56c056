"""What the player on screen is made of: versions of Qt, who draws, which signs its fonts have."""

import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFont, QRawFont, QWindow
from PySide6.QtQuick import QQuickWindow

from player import __version__
from player.shell.scenegraph import Graphics
from player.shell.typefaces import Typefaces

MOST_SIGNS: Final = 10
"""Told of each language."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the window is drawn.

    Attributes:
        graphics: as Qt names it, such as ``software`` or ``opengl``; "": no Qt Quick at all.
        renderer: who draws, or why it is drawn so.
        platform: what Qt draws on, such as ``xcb``.
        size: of the window, pixels; None: there is none.
    """

    graphics: str
    renderer: str
    platform: str
    size: tuple[int, int] | None


def versions() -> Mapping[str, str]:
    """Return what this process is made of: name -> version."""
    return {
        "player": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "pyside": PySide6.__version__,
    }


def drawing(window: QWindow | None, chosen: Graphics | None, platform_name: str) -> Drawing:
    """Return how ``window`` is drawn.

    Args:
        window: of the player, opened.
        chosen: how it was to be drawn; None: nobody chose.
        platform_name: Qt's name of what it draws on.
    """
    size = (window.width(), window.height()) if window is not None else None
    graphics = ""
    if isinstance(window, QQuickWindow):
        # What is in use, not what was asked for: Qt falls back without a word.
        graphics = window.rendererInterface().graphicsApi().name.lower()
    return Drawing(graphics, chosen.why if chosen else "", platform_name, size)


def missing_signs(typefaces: Typefaces, texts: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Return the signs that no face of their language has: language -> signs, few of each.

    Args:
        typefaces: families per language.
        texts: language -> what is written in it.
    """
    faces: dict[str, QRawFont] = {}
    found = {
        tag: _missing(_faces(typefaces.families(tag), faces), said) for tag, said in texts.items()
    }
    return {tag: signs for tag, signs in found.items() if signs}


def _faces(families: Iterable[str], known: dict[str, QRawFont]) -> list[QRawFont]:
    for family in families:
        if family not in known:
            known[family] = QRawFont.fromFont(QFont(family, 16))
    return [known[family] for family in families if known[family].familyName() == family]


def _missing(faces: Iterable[QRawFont], texts: Iterable[str]) -> str:
    usable = list(faces)
    signs = sorted({sign for text in texts for sign in text if sign.isprintable()})
    lacking = [
        sign
        for sign in signs
        if not sign.isspace() and not any(face.supportsCharacter(ord(sign)) for face in usable)
    ]
    return "".join(lacking[:MOST_SIGNS])
