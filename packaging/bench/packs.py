"""The two packs that are shown: a carousel of posters, and a single clip; a ticker under both.

Made from the demo gate on the Chinese border: its paintings, its titles and the lines of its
ticker in five languages.
Bodies are left out, so that a poster stays for the shortest time the player allows.
"""

import json
import shutil
import subprocess
import tomllib
from collections.abc import Container, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from bench.clip import make_clip
from player.store.install import install
from player.store.layout import Home

ROOT: Final = Path(__file__).resolve().parents[2]
DEMO: Final = ROOT / "assets" / "demo" / "huu-nghi"
PLAYER: Final = ROOT / ".venv" / "bin" / "gate-player"

Document = dict[str, Any]
"""A table of TOML, as it is read."""

POSTERS: Final = 6
RIGHTS: Final = {"credit": "Gate Player", "licence": "Own work"}


def toml_value(value: object) -> str:
    """Return a value as TOML, tables inline."""
    match value:
        case Mapping():
            return (
                f"{{ {', '.join(f'{name} = {toml_value(each)}' for name, each in value.items())} }}"
            )
        case list():
            return f"[{', '.join(map(toml_value, value))}]"
        case date():
            return value.isoformat()
        case _:
            # Strings, numbers and booleans of JSON are those of TOML.
            return json.dumps(value, ensure_ascii=False)


def make_carousel(work: Path, name: str = "carousel", least_s: int = 0) -> Path:
    """Make the home of a player that shows posters in five languages, 8 s each.

    Args:
        work: folder for what is made.
        name: of the pack.
        least_s: longer than 8: each stays for so long.

    Returns:
        The home folder.
    """
    source = _source(work / name)
    chosen = list(_pictured())[:POSTERS]
    for slide in chosen:
        path = slide["picture"]["path"]
        shutil.copyfile(DEMO / path, source / path)
        titles = {tag: {"title": text["title"]} for tag, text in slide["text"].items()}
        fields = {"picture": slide["picture"], "min_duration_s": least_s, "text": titles}
        _write_item(source, "poster", slide["id"], fields)
    ids = [slide["id"] for slide in chosen]
    return _install(source, work, ids, _demo()["languages"])


def make_screening(work: Path) -> Path:
    """Make the home of a player that shows nothing but one clip, in one language.

    Args:
        work: folder for what is made.

    Returns:
        The home folder.
    """
    source = _source(work / "screening")
    slide = next(_pictured())
    make_clip(DEMO / slide["picture"]["path"], source / "media" / "clip.mp4")
    video = {"path": "media/clip.mp4", "rights": RIGHTS, "alt": slide["picture"]["alt"]}
    titles = {"vi": {"title": slide["text"]["vi"]["title"]}}
    _write_item(source, "video", "clip", {"video": video, "text": titles})
    return _install(source, work, ["clip"], [{"tag": "vi", "required": True}])


def _pictured() -> Iterator[Document]:
    for file in sorted((DEMO / "slides").glob("*.toml")):
        slide = tomllib.loads(file.read_text("utf-8"))
        if "picture" in slide:
            yield slide


def _demo() -> Document:
    return tomllib.loads((DEMO / "pack.toml").read_text("utf-8"))


def _lines(tags: Container[str]) -> Iterator[Document]:
    for line in tomllib.loads((DEMO / "ticker.toml").read_text("utf-8"))["ticker"]:
        yield {**line, "text": {tag: text for tag, text in line["text"].items() if tag in tags}}


def _source(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("slides", "media"):
        (folder / name).mkdir(parents=True)
    return folder


def _write_item(source: Path, kind: str, id_: str, fields: Mapping[str, object]) -> None:
    item = {"kind": kind, "id": id_, "category": "C12", "sample": True, "lasting": True, **fields}
    _write(source / "slides" / f"{id_}.toml", item)


def _write(file: Path, document: Mapping[str, object]) -> None:
    lines = [f"{name} = {toml_value(value)}\n" for name, value in document.items()]
    file.write_text("".join(lines), "utf-8")


def _install(source: Path, work: Path, ids: list[str], languages: list[Document]) -> Path:
    """Build the pack in ``source`` and put it into a home of its own."""
    head = {"format": "1.0", "pack": f"bench/{source.name}", "sequence": 1}
    _write(source / "pack.toml", {**head, "gate": _demo()["gate"], "languages": languages})
    _write(source / "ticker.toml", {"ticker": list(_lines({each["tag"] for each in languages}))})
    playlist = {"id": "all", "default": True, "items": ids}
    _write(source / "playlists.toml", {"playlists": [playlist]})
    built, home = work / f"{source.name}-built", work / f"{source.name}-home"
    shutil.rmtree(home, ignore_errors=True)
    command = [str(PLAYER), "pack", "build", str(source), "--out", str(built)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    install(built, Home(home))
    return home
