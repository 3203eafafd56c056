"""The page Chromium shows: the player's own scenes, fonts, dwell times, fade, clocks and ticker.

A picture with a few large words, or a clip with words beside it, laid out as the player does. The
ticker is what a browser does best: one layer, moved by its compositor.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Final

from player.pack.gate import Gate
from player.stage.announce import RunningWords
from player.stage.scene import PictureRef, PosterScene, VideoScene

TEMPLATE: Final = Path(__file__).with_name("page.html")
SUFFIXES: Final = {b"\xff\xd8\xff": ".jpg", b"RIFF": ".webp", b"\x89PNG": ".png"}


@dataclass(frozen=True, slots=True)
class Turn:
    """A scene and how long it stays, in seconds."""

    scene: PosterScene | VideoScene
    seconds: float


@dataclass(frozen=True, slots=True)
class Strip:
    """What runs along the foot, how high that strip is and how large its letters are, pixels."""

    lines: Sequence[RunningWords]
    height: int
    letters: int


@dataclass(frozen=True, slots=True)
class Show:
    """What is shown: scenes in order (after the last comes the first), ticker, whose clocks."""

    turns: Sequence[Turn]
    strip: Strip
    gate: Gate


def write_page(folder: Path, show: Show, fonts: Path) -> str:
    """Write the page.

    Args:
        folder: made if absent; media are copied into it, with names a browser knows.
        show: what is on it.
        fonts: folder of ``fonts.toml`` and the faces.

    Returns:
        Its address.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = tomllib.loads((fonts / "fonts.toml").read_text("utf-8"))["languages"]
    strip = show.strip
    tags = {turn.scene.words.language for turn in show.turns}
    tags |= {line.language for line in strip.lines}
    deck = {
        "families": {tag: ", ".join(f'"{name}"' for name in wanted[tag]) for tag in tags},
        "slides": [_slide(turn, folder) for turn in show.turns],
        "zones": [show.gate.time_zone, show.gate.neighbour.time_zone],
        "ticker": {
            "height": strip.height,
            "letters": strip.letters,
            "lines": [asdict(line) for line in strip.lines],
        },
    }
    # A closing tag inside a text would end the script element.
    text = json.dumps(deck, ensure_ascii=False).replace("</", "<\\/")
    names = {name for tag in tags for name in wanted[tag]}
    page = Template(TEMPLATE.read_text("utf-8")).substitute(deck=text, faces=_faces(fonts, names))
    file = folder / "index.html"
    file.write_text(page, "utf-8")
    return file.as_uri()


def _slide(turn: Turn, folder: Path) -> Mapping[str, object]:
    scene, words = turn.scene, turn.scene.words
    picture = scene.poster if isinstance(scene, VideoScene) else scene.picture
    return {
        "seconds": turn.seconds,
        "language": words.language,
        "languageName": words.language_name,
        "gate": words.gate,
        "places": [words.own_place, words.neighbour_place],
        "marks": words.marks,
        "title": words.title,
        "origin": words.origin,
        "picture": _bring(picture.path, folder, _suffix(picture)),
        "focusX": picture.focus_x,
        "focusY": picture.focus_y,
        "clip": _bring(scene.clip, folder, ".mp4") if isinstance(scene, VideoScene) else "",
    }


def _bring(file: Path, folder: Path, suffix: str) -> str:
    target = folder / f"{file.name}{suffix}"
    if not target.exists():
        target.write_bytes(file.read_bytes())
    return target.name


def _suffix(picture: PictureRef) -> str:
    head = picture.path.read_bytes()[:4]
    return next(suffix for magic, suffix in SUFFIXES.items() if head.startswith(magic))


def _faces(fonts: Path, names: Iterable[str]) -> str:
    """Return the style rules that bind the families to the bundled files."""
    rules = []
    for name in sorted(names):
        for file in sorted((fonts / name.lower().replace(" ", "-")).glob("*.ttf")):
            weight = 700 if file.stem.endswith("Bold") else 400
            face = f'font-family: "{name}"; font-weight: {weight}; src: url("{file.as_uri()}")'
            rules.append(f"@font-face {{ {face}; }}")
    return "\n".join(rules)
