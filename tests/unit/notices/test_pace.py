"""How fast a line may run."""

import pytest

from player.notices.pace import passing_s


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("sáu chữ", 7 / 6),
        ("欢迎您", 1),
        ("第5号", 1 / 6 + 2 / 3),
        # Vowels and tone marks above and below take no room of their own.
        ("ສະບາຍດີ", 6 / 6),
        ("ស្វាគមន៍", 5 / 6),
        ("ລາວ\u200bດີ", 4 / 6),
        ("“Áo”", 4 / 6),
    ],
)
def test_letters_pass_six_a_second_and_han_characters_three(text: str, seconds: float) -> None:
    assert passing_s(text) == pytest.approx(seconds)
