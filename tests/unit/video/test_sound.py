"""Whether there is anything to play sound on."""

from pathlib import Path

import pytest

from player.video.sound import SILENT, sound_options


@pytest.mark.parametrize(
    ("listed", "options"),
    [
        (None, SILENT),
        ("--- no soundcards ---\n", SILENT),
        (" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", ()),
    ],
)
def test_sound_goes_nowhere_without_a_card(
    tmp_path: Path, listed: str | None, options: tuple[str, ...]
) -> None:
    cards = tmp_path / "cards"
    if listed is not None:
        cards.write_text(listed, encoding="utf-8")
    assert sound_options(cards) == options
