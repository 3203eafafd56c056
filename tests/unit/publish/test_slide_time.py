"""How long slides stay."""

import pytest

from player.pack.reading import reading_s
from player.publish.slide_time import slide_s


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("", 3.0),
        ("Xin chào", 3.0 + 8 * 0.10),
        ("Xin cha\u0300o", 3.0 + 8 * 0.10),
        ("欢迎", 3.0 + 2 * 0.35),
        ("欢迎 A1", 3.0 + 2 * 0.35 + 3 * 0.10),
        ("ດີ", 3.0 + 1 * 0.12),
        ("ນ້ຳ", 3.0 + 1 * 0.12),
        ("ສະ\u200bບາຍ", 3.0 + 5 * 0.12),
        ("ស្វា", 3.0 + 1 * 0.12),
        ("one\n\ntwo", 3.0 + 6 * 0.10),
    ],
)
def test_each_script_takes_its_own_time(words: str, seconds: float) -> None:
    assert reading_s(words) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("letters", "wish_s", "clip_ms", "seconds"),
    [
        (1, 0, 0, 8),
        (51, 0, 0, 9),
        (1000, 0, 0, 40),
        (1, 25, 0, 25),
        (200, 5, 0, 23),
        (1, 0, 12_001, 13),
        (200, 0, 12_000, 23),
        (1000, 0, 90_000, 90),
        (1000, 100, 0, 100),
    ],
)
def test_a_slide_stays_for_reading_wish_and_clip(
    letters: int, wish_s: int, clip_ms: int, seconds: int
) -> None:
    assert slide_s("a" * letters, wish_s, clip_ms) == seconds
