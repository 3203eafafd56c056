"""Writes what a set-up came to: the configuration, and the acceptance sheet."""

from pathlib import Path
from typing import Any

from player.config.commented import commented
from player.config.load import load_screen, role_example, screen_of
from player.config.screen import Screen
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.store.durable import make_folder, write_file
from player.store.layout import Home
from player.store.setup import Answers, SetupRecord

BEFORE = ".before"
"""Ends the name of the configuration that another one replaced."""


def base_screen(config: Path, home: Path, answers: Answers) -> Screen:
    """Return what is not asked about: as the configuration there has it, else as shipped.

    Args:
        config: path of the configuration.
        home: folder of packs and state.
        answers: say which role.

    Raises:
        ConfigError: there is one, and it cannot be used.
    """
    if config.exists():
        return load_screen(config, answers.lang)
    example = load_screen(role_example(answers.role), answers.lang)
    # Of another screen: where it hangs, who stands before it.
    elsewhere = {"place": "", "exit_direction": "none", "audience": (), "languages": ()}
    return example.model_copy(update={**elsewhere, "home": home})


def screen_of_answers(base: Screen, answers: Answers, facts: Facts, config: Path) -> Screen:
    """Return the screen that was answered for.

    Raises:
        ConfigError: the answers cannot be true together.
    """
    document = _document(base)
    width, height = told.picture_size(answers, facts)
    document |= {
        "id": told.id_of(answers),
        "gate": answers.gate,
        "role": answers.role,
        "time_zone": answers.time_zone,
    }
    document["display"] |= {
        "size": {"width": width, "height": height},
        "orientation": told.orientation_of(answers, facts),
        "overscan_percent": answers.overscan_percent,
        "width_mm": told.width_mm(answers, facts),
        "viewing_distance_mm": answers.viewing_distance_mm,
        "mounting_height_mm": answers.mounting_height_mm,
    }
    document["sound"] |= {
        "policy": "clips" if answers.plays_sound else "muted",
        "volume_percent": answers.volume_percent,
        "alarm": "on-order" if answers.alarm_sounds else "never",
        "alarm_percent": answers.volume_percent,
    }
    document["content"] |= {
        "source": answers.source,
        "pack": answers.pack,
        "proxy": answers.proxy,
        "sticks": (base.content.sticks or "/media") if answers.reads_sticks else "",
        "fingerprint": answers.fingerprint,
    }
    return screen_of(document, config, answers.lang)


def answers_of(screen: Screen, lang: str) -> Answers:
    """Return the answers that lead to ``screen``: what a set-up of it begins with."""
    display, content, sound = screen.display, screen.content, screen.sound
    return Answers(
        lang="vi" if lang.startswith("vi") else "en",
        id=screen.id,
        gate=screen.gate,
        pack=content.pack,
        role=screen.role,
        orientation=display.orientation,
        width_mm=display.width_mm,
        viewing_distance_mm=display.viewing_distance_mm,
        mounting_height_mm=display.mounting_height_mm,
        overscan_percent=display.overscan_percent,
        plays_sound=sound.policy == "clips",
        alarm_sounds=sound.alarm == "on-order",
        volume_percent=sound.volume_percent,
        source=content.source,
        proxy=content.proxy,
        reads_sticks=bool(content.sticks),
        time_zone=screen.time_zone,
        trust="typed" if content.fingerprint else "",
        fingerprint=content.fingerprint,
    )


def write_screen(config: Path, screen: Screen) -> None:
    """Write the configuration, durably; the one it replaces is kept beside it.

    Raises:
        OSError: the disk refused.
    """
    raw = commented(screen).encode()
    if config.exists():
        known = config.read_bytes()
        if known == raw:
            return
        write_file(config.with_name(config.name + BEFORE), known)
    make_folder(config.parent)
    write_file(config, raw)


def touch_owed(screen: Screen, lang: str) -> SetupRecord:
    """Return the record by which the next start of the player asks for the touch check only."""
    answers = answers_of(screen, lang)
    return SetupRecord(step="touch", answers=answers, only_touch=True)


def sheet_name(screen_id: str, stamp: str) -> str:
    """Return the name of an acceptance sheet's file; ``stamp``: when, as digits."""
    return f"acceptance-{screen_id}-{stamp}.txt"


def sheet_path(home: Home, screen_id: str, stamp: str) -> Path:
    """Return where the sheet is kept on the machine."""
    return home.state / sheet_name(screen_id, stamp)


def _document(screen: Screen) -> dict[str, Any]:
    """Return a screen as its file has it."""
    return screen.model_dump(mode="json")
