"""The files of a pack source, read without trusting one of them.

Only plain files count: a link could lead anywhere and a pipe would never end. Names are compared
in NFC, because some machines write ``ề`` as two characters and others as one.
"""

import os
import re
import stat
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from player.pack.manifest import check_path
from player.publish.codes import Code
from player.publish.finding import Finding

PACK_FILE: Final = "pack.toml"
PLAYLISTS_FILE: Final = "playlists.toml"
HOURS_FILE: Final = "hours.toml"
NOTICES_FILE: Final = "notices.toml"
TICKER_FILE: Final = "ticker.toml"
SLIDES: Final = "slides"
MEDIA: Final = "media"
MAX_TEXT_BYTES: Final = 2_000_000
_LEFT_BY_MACHINES: Final = frozenset({"thumbs.db", "desktop.ini"})
_NOTES: Final = (".md", ".txt")
_WHERE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")
_REPEATED: Final = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline")


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """What lies in a source folder.

    Attributes:
        root: the folder itself.
        slides: relative paths of the item files, sorted.
        media: relative path in NFC -> file.
        others: relative path in NFC -> every other file.
        findings: about files as such.
    """

    root: Path
    slides: tuple[str, ...]
    media: Mapping[str, Path]
    others: Mapping[str, Path]
    findings: tuple[Finding, ...]


def scan(root: Path) -> SourceFolder:
    """Return the files under ``root``; hidden ones and notes are passed over."""
    findings: list[Finding] = []
    found: dict[str, Path] = {}
    for path in _walk(root):
        name = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
        complaint = _complain_of(path, name)
        if complaint is not None:
            findings.append(complaint)
        elif name in found:
            findings.append(Finding(name, Code.PATH_TWINS, values={"other": name}))
        else:
            found[name] = path
    findings += _twins(found)
    slides = tuple(name for name in found if _is_slide(name))
    media = {name: path for name, path in found.items() if name.startswith(f"{MEDIA}/")}
    lists = {PLAYLISTS_FILE, NOTICES_FILE, TICKER_FILE}
    read = {PACK_FILE, HOURS_FILE, *lists, *slides, *media}
    others = {name: path for name, path in found.items() if name not in media}
    findings += (
        Finding(name, Code.FILE_UNUSED)
        for name in others
        if name not in read and not name.casefold().endswith(_NOTES)
    )
    return SourceFolder(root, slides, media, others, tuple(findings))


def read_document(
    folder: SourceFolder, name: str
) -> tuple[Mapping[str, object] | None, tuple[Finding, ...]]:
    """Return what a TOML file says, or None and why it cannot be read.

    Args:
        folder: the scanned source.
        name: relative path of the file, in NFC.
    """
    path = folder.others.get(name)
    if path is None:
        already_told = any(finding.file == name for finding in folder.findings)
        return None, () if already_told else (Finding(name, Code.FILE_MISSING),)
    raw = _read(path, name)
    if isinstance(raw, Finding):
        return None, (raw,)
    try:
        text = raw.decode("utf-8-sig")  # some editors begin a file with a byte order mark
    except UnicodeDecodeError as e:
        line = raw[: e.start].count(b"\n") + 1
        return None, (Finding(name, Code.NOT_UTF8, values={"line": str(line)}),)
    try:
        return tomllib.loads(text), ()
    except (tomllib.TOMLDecodeError, RecursionError) as e:
        return None, (_explain_syntax(name, text, str(e)),)


def _read(path: Path, name: str) -> bytes | Finding:
    try:
        size = path.stat().st_size
        if size > MAX_TEXT_BYTES:
            values = {"bytes": str(size), "limit": str(MAX_TEXT_BYTES)}
            return Finding(name, Code.FILE_TOO_LARGE, values=values)
        return path.read_bytes()
    except OSError as e:
        return Finding(name, Code.FILE_UNREADABLE, values={"reason": e.strerror or str(e)})


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and name not in links)
        yield from (here / name for name in sorted([*names, *links]) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _LEFT_BY_MACHINES


def _is_slide(name: str) -> bool:
    parts = name.split("/")
    return len(parts) == len((SLIDES, "name")) and parts[0] == SLIDES and name.endswith(".toml")


def _complain_of(path: Path, name: str) -> Finding | None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return Finding(name, Code.NOT_PLAIN_FILE)
    try:
        check_path(name)
    except PydanticCustomError:
        return Finding(name, Code.PATH_UNSAFE, values={"path": name})
    return None


def _twins(found: Mapping[str, Path]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for name in found:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            yield Finding(name, Code.PATH_TWINS, values={"other": other})


def _explain_syntax(name: str, text: str, reason: str) -> Finding:
    where = _WHERE.search(reason)
    lines = text.splitlines()
    line = int(where[1]) if where else max(len(lines), 1)
    column = where[2] if where else "1"
    said = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    repeated = reason.startswith(_REPEATED)
    code = Code.TOML_REPEATED_KEY if repeated else Code.TOML_SYNTAX
    return Finding(name, code, values={"line": str(line), "column": column, "text": said})
