"""Which screen is meant: options beat the configuration, a demo brings its own home."""

from pathlib import Path
from typing import Final

import pytest

from player.config.load import role_example
from player.config.load_officers import demo_officers, load_officers
from player.config.screen import OFFICERS
from player.errors import ConfigError
from player.main import selection
from player.main.demo import demo_home
from player.main.selection import Choice, select

KIOSK: Final = role_example("kiosk")


@pytest.mark.parametrize(
    ("choice", "role"),
    [
        (Choice(screen="kiosk"), "kiosk"),
        (Choice(screen=str(KIOSK)), "kiosk"),
        (Choice(config=KIOSK), "kiosk"),
        (Choice(screen="counter", config=KIOSK), "counter"),
        (Choice(demo="lao-bao"), "hall-tv"),
        (Choice(demo="lao-bao", screen="kiosk"), "kiosk"),
        (Choice(demo="lao-bao", config=KIOSK), "kiosk"),
    ],
)
def test_screen_is_the_one_named_first(choice: Choice, role: str) -> None:
    assert select(choice, "en").role == role


def test_without_a_word_the_configuration_of_this_machine_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(selection, "SYSTEM_CONFIG", KIOSK)
    assert select(Choice(), "en").role == "kiosk"


def test_demo_plays_in_its_own_home_and_in_the_languages_of_its_pack() -> None:
    screen = select(Choice(demo="lao-bao", screen="kiosk"), "en")
    assert (screen.gate, screen.languages) == ("lao-bao", ())
    assert screen.home == demo_home("lao-bao")


def test_only_a_demo_takes_the_pins_of_a_demo(tmp_path: Path) -> None:
    assert load_officers(select(Choice(demo="lao-bao"), "en").officers, "en").demo
    assert select(Choice(screen="kiosk"), "en").officers == OFFICERS
    named = tmp_path / "screen.toml"
    named.write_text(KIOSK.read_text("utf-8").replace(str(OFFICERS), str(demo_officers())), "utf-8")
    with pytest.raises(ConfigError, match="known to everybody"):
        select(Choice(config=named), "en")


@pytest.mark.parametrize(("demo", "commands"), [(None, ["/bin/on", "/bin/off"]), ("lao-bao", [])])
def test_demo_runs_no_command(demo: str | None, commands: list[str], tmp_path: Path) -> None:
    file = tmp_path / "screen.toml"
    said = KIOSK.read_text("utf-8").replace("on_command = []", 'on_command = ["/bin/on"]')
    file.write_text(said.replace("off_command = []", 'off_command = ["/bin/off"]'), "utf-8")
    power = select(Choice(demo=demo, config=file), "en").power
    assert [*power.on_command, *power.off_command] == commands


@pytest.mark.parametrize("demo", [None, "lao-bao"])
def test_home_said_beats_every_other(
    demo: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    screen = select(Choice(demo=demo, screen="kiosk", home=Path("here")), "en")
    assert screen.home == tmp_path / "here"


def test_configuration_that_is_not_there_is_told_in_the_language_asked_for(
    tmp_path: Path,
) -> None:
    told = {}
    for lang in ("vi", "en"):
        with pytest.raises(ConfigError) as refused:
            select(Choice(config=tmp_path / "screen.toml"), lang)
        told[lang] = str(refused.value)
    assert told["vi"] != told["en"]
