"""The files of a pack source, read without trusting one of them.

Only plain files count: a link could lead anywhere and a pipe would never end. Names are compared
in NFC, because some machines write ``ề`` as two characters and others as one.

A source may stand on another folder, its *base*: what is the same at every gate. A file of its own
takes the place of the base's file of that name, a topic that of the base's whole topic.
"""

import os
import re
import stat
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from player.config.naming import TAG_PATTERN
from player.pack.manifest import check_path
from player.publish.codes import Code
from player.publish.finding import Finding

PACK_FILE: Final = "pack.toml"
PLAYLISTS_FILE: Final = "playlists.toml"
HOURS_FILE: Final = "hours.toml"
NOTICES_FILE: Final = "notices.toml"
TICKER_FILE: Final = "ticker.toml"
OCCASIONS_FILE: Final = "occasions.toml"
FACTS_FILE: Final = "local-facts.toml"
LOOKUP_FILE: Final = "lookup.toml"
PLAN_FILE: Final = "plan.toml"
SLIDES: Final = "slides"
TOPICS: Final = "topics"
TOPIC_FILE: Final = "topic.toml"
CONTACTS: Final = "contacts"
LIBRARY: Final = "library"
ENTRY_FILE: Final = "entry.toml"
NOTICE_TEMPLATES: Final = "notice-templates"
MEDIA: Final = "media"
MAX_TEXT_BYTES: Final = 2_000_000
_LEFT_BY_MACHINES: Final = frozenset({"thumbs.db", "desktop.ini"})
_NOTES: Final = (".md", ".txt")
_SHARED: Final = frozenset({SLIDES, TOPICS, CONTACTS, LIBRARY, NOTICE_TEMPLATES, MEDIA})
_FOLDERS: Final = frozenset({TOPICS, LIBRARY})
"""Their folders are replaced whole."""

_PDF: Final = ".pdf"
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp")
_BODY: Final = ".md"
_LISTS: Final = frozenset(
    {
        *(PACK_FILE, PLAYLISTS_FILE, HOURS_FILE, NOTICES_FILE, TICKER_FILE, OCCASIONS_FILE),
        *(FACTS_FILE, LOOKUP_FILE, PLAN_FILE),
    }
)
_SHARED_LISTS: Final = frozenset({LOOKUP_FILE, OCCASIONS_FILE})
_WHERE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")
_REPEATED: Final = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline")


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """What lies in a source folder.

    Attributes:
        root: the folder itself.
        base: of the files it shares with others, as the source names it; empty without one.
        inherited: relative paths of the files that lie in the base.
        slides: relative paths of the item files, sorted.
        media: relative path in NFC -> file.
        others: relative path in NFC -> every other file.
        findings: about files as such.
    """

    root: Path
    base: str
    inherited: frozenset[str]
    slides: tuple[str, ...]
    media: Mapping[str, Path]
    others: Mapping[str, Path]
    findings: tuple[Finding, ...]

    def topics(self) -> Mapping[str, Mapping[str, str]]:
        """Return folder of a topic -> language -> relative path of its text, both sorted."""
        found: dict[str, dict[str, str]] = {}
        for name in self.others:
            match name.split("/"):
                case [root, topic, file] if root == TOPICS:
                    texts = found.setdefault(f"{TOPICS}/{topic}", {})
                    if file.endswith(_BODY):
                        texts[file.removesuffix(_BODY)] = name
        return found

    def contacts(self) -> tuple[str, ...]:
        """Return the relative paths of the contact files, sorted."""
        return tuple(name for name in self.others if _is_entry_of(CONTACTS, name))

    def notice_templates(self) -> tuple[str, ...]:
        """Return the relative paths of the templates of notices, sorted."""
        return tuple(name for name in self.others if _is_entry_of(NOTICE_TEMPLATES, name))

    def library(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Return folder of an entry -> path of a document -> relative paths of its files.

        A document is one PDF, whose path is its own, or a folder of pictures of its pages, in
        the order of the numbers in their names.
        """
        found: dict[str, dict[str, list[str]]] = {}
        for name in self.others:
            match name.split("/"):
                case [root, entry, file] if root == LIBRARY:
                    documents = found.setdefault(f"{LIBRARY}/{entry}", {})
                    if is_document(file):
                        documents[name] = [name]
                case [root, entry, tag, page] if root == LIBRARY and _is_page(tag, page):
                    documents = found.setdefault(f"{LIBRARY}/{entry}", {})
                    documents.setdefault(f"{LIBRARY}/{entry}/{tag}", []).append(name)
        return {
            folder: {path: tuple(sorted(files, key=_by_number)) for path, files in each.items()}
            for folder, each in found.items()
        }

    def shown_name(self, name: str) -> str:
        """Return how an editor finds a file: one of the base with the way to the base."""
        return f"{self.base}/{name}" if name in self.inherited else name


def scan(root: Path, base: str = "") -> SourceFolder:
    """Return the files under ``root``; hidden ones and notes are passed over.

    Args:
        root: the folder of the source.
        base: way from there to the folder it stands on; empty: none.
    """
    found, findings = _survey(root)
    inherited: dict[str, Path] = {}
    if base:
        below, more = _survey(root / base)
        own = {_unit(name) for name in found}
        shared = {name: path for name, path in below.items() if _is_shared(name)}
        inherited = {name: path for name, path in shared.items() if _unit(name) not in own}
        found = dict(sorted({**inherited, **found}.items()))
        findings += (replace(each, file=f"{base}/{each.file}") for each in more)
    slides = tuple(name for name in found if _is_entry_of(SLIDES, name))
    media = {name: path for name, path in found.items() if name.startswith(f"{MEDIA}/")}
    others = {name: path for name, path in found.items() if name not in media}
    findings += (
        Finding(name, Code.FILE_UNUSED)
        for name in others
        if name not in _LISTS and not _is_read(name) and not name.casefold().endswith(_NOTES)
    )
    return SourceFolder(root, base, frozenset(inherited), slides, media, others, tuple(findings))


def _survey(root: Path) -> tuple[dict[str, Path], list[Finding]]:
    """Return relative path in NFC -> plain file, and what is wrong with the others."""
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
    return found, findings


def read_document(
    folder: SourceFolder, name: str
) -> tuple[Mapping[str, object] | None, tuple[Finding, ...]]:
    """Return what a TOML file says, or None and why it cannot be read.

    Args:
        folder: the scanned source.
        name: relative path of the file, in NFC.
    """
    text, findings = read_text(folder, name)
    if text is None:
        return None, findings
    try:
        return tomllib.loads(text), ()
    except (tomllib.TOMLDecodeError, RecursionError) as e:
        return None, (_explain_syntax(name, text, str(e)),)


def read_text(folder: SourceFolder, name: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text of a file, or None and why it cannot be read.

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
        return raw.decode("utf-8-sig"), ()  # some editors begin a file with a byte order mark
    except UnicodeDecodeError as e:
        line = raw[: e.start].count(b"\n") + 1
        return None, (Finding(name, Code.NOT_UTF8, values={"line": str(line)}),)


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


def _is_entry_of(folder: str, name: str) -> bool:
    """Whether a path is that of a TOML file directly in ``folder``."""
    first, _, rest = name.partition("/")
    return first == folder and "/" not in rest and rest.endswith(".toml")


def _is_read(name: str) -> bool:
    match name.split("/"):
        case [root, _, file] if root == TOPICS:
            return file == TOPIC_FILE or file.endswith(_BODY)
        case [root, _, file] if root == LIBRARY:
            return file == ENTRY_FILE or is_document(file)
        case [root, _, tag, page] if root == LIBRARY:
            return _is_page(tag, page)
        case _:
            listed = (SLIDES, CONTACTS, NOTICE_TEMPLATES)
            return any(_is_entry_of(folder, name) for folder in listed)


def is_document(file: str) -> bool:
    """Whether a file is a PDF named for a language, e.g. ``vi.pdf``."""
    stem, dot, suffix = file.rpartition(".")
    return f"{dot}{suffix}".casefold() == _PDF and re.fullmatch(TAG_PATTERN, stem) is not None


def _is_page(tag: str, file: str) -> bool:
    return re.fullmatch(TAG_PATTERN, tag) is not None and file.casefold().endswith(_PICTURES)


def _by_number(name: str) -> list[tuple[int, str]]:
    """Return what sorts ``9.png`` before ``10.png``."""
    return [(int(digits or 0), text) for text, digits in re.findall(r"(\D*)(\d*)", name)]


def _is_shared(name: str) -> bool:
    """Whether a file may be taken from a base: what is said at a gate, never what the gate is."""
    return name in _SHARED_LISTS or name.partition("/")[0] in _SHARED


def _unit(name: str) -> str:
    """Return what is replaced as one: a file, but a topic or library entry with all its files."""
    match name.split("/"):
        case [root, folder, _, *_] if root in _FOLDERS:
            return f"{root}/{folder}"
        case _:
            return name


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
