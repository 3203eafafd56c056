"""A configuration that was written is read again as what it was, with every key explained."""

import tomllib
from pathlib import Path

import pytest

from player.config.commented import commented
from player.config.load import ROLES, load_screen, role_example
from player.config.screen import Keypad, Panel, Power, Screen


def example(role: str) -> Screen:
    return load_screen(role_example(role), "en")


@pytest.mark.parametrize("role", ROLES)
def test_example_is_read_again_as_it_was(role: str, tmp_path: Path) -> None:
    written = tmp_path / "screen.toml"
    written.write_text(commented(example(role)), "utf-8")
    assert load_screen(written, "en") == example(role)


def test_values_stand_where_the_examples_were_and_comments_stay() -> None:
    screen = example("kiosk").model_copy(update={"id": "ma-chua-kiosk-07", "gate": "ma-chua"})
    text = commented(screen)
    assert 'id = "ma-chua-kiosk-07"' in text
    assert "hn-kiosk-01" not in text
    kept = role_example("kiosk").read_text("utf-8").splitlines()[10:]
    assert [line for line in kept if line.startswith("#")] == [
        line for line in text.splitlines()[4:] if line.startswith("#")
    ]


def test_everything_that_may_stand_in_a_file_is_read_again(tmp_path: Path) -> None:
    screen = example("kiosk").model_copy(
        update={
            "audience": ("driver", "visitor"),
            "languages": ("vi", "zh-Hant"),
            "home": Path('/srv/a "quoted" \\ place'),
            "panel": Panel(keys=()),
            "keypad": Keypad(needs_pin=False, keys={"*": "pause", "F1": "language:zh"}),
            "power": Power(on_command=("/usr/bin/cec", "--on"), off_command=("/usr/bin/cec", "é")),
        }
    )
    written = tmp_path / "screen.toml"
    written.write_text(commented(screen), "utf-8")
    assert load_screen(written, "en") == screen
    assert tomllib.loads(written.read_text("utf-8"))["keypad"]["keys"]["*"] == "pause"


def test_head_says_who_wrote_it_and_not_to_copy_it() -> None:
    head = commented(example("hall-tv")).split("\n\n")[0]
    assert "gate-player configure --check" in head
    assert "/etc/gate-player/screen.toml" not in head
