"""Lines of scripts that stack marks stand far enough apart."""

import pytest

from player.shell.typefaces import LINES

LEAST = 1.5
"""Line height over letter size below which marks above and below may meet (Lao, Khmer, Thai)."""


@pytest.mark.parametrize("language", ["lo", "km", "th", "cjm", "blt"])
def test_stacked_marks_have_room(language: str) -> None:
    assert LINES[language].body >= LEAST
    assert LINES[language].title >= LEAST
