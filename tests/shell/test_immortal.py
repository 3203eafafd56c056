"""The three constants survive a binding that gives them away."""

import sys

from PySide6.QtCore import QObject

from player.shell.immortal import CONSTANTS, keep_constants


def test_twenty_thousand_calls_into_qt_end_well() -> None:
    """Without the rescue 6.12.0 ends the process after five thousand."""
    target = QObject()
    for _ in range(20_000):
        target.setObjectName("x")
    assert target.objectName() == "x"


def test_rescue_is_given_once() -> None:
    before = [sys.getrefcount(constant) for constant in CONSTANTS]
    keep_constants()
    after = [sys.getrefcount(constant) for constant in CONSTANTS]
    assert all(abs(new - old) < 1000 for new, old in zip(after, before, strict=True))


def test_constants_have_references_to_spare() -> None:
    assert all(sys.getrefcount(constant) > 1_000_000 for constant in CONSTANTS)
