"""PDFs of a source: judged by their first and last bytes here, drawn by a process of its own.

What it answers is read as if it came from anywhere: ``pdf_press.py`` ran a stranger's file.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

from player.pack.file_kind import HEAD_BYTES, UNKNOWN, kind_of
from player.pack.library import MOST_PAGES
from player.publish.codes import Code
from player.publish.media_facts import Converted, DocumentFacts, Fault, Faults
from player.publish.sniff import sniff

PDF: Final = "application/pdf"
SUFFIX: Final = ".pdf"
MAX_BYTES: Final = 50_000_000
TAIL_BYTES: Final = 2048
CPU_S: Final[Mapping[str, int]] = {"look": 60, "press": 180}
"""What the process may compute; a page of a book takes a tenth of a second."""

PATIENCE: Final = 4
"""How many times longer it may take by the clock on the wall, on a busy machine."""

_END: Final = b"%%EOF"
_SLOW: Final = -24
"""What a process that the kernel ended for computing too long leaves behind: -SIGXCPU."""

_TOLD: Final = frozenset(
    {Code.PDF_ENCRYPTED, Code.PDF_UNREADABLE, Code.PDF_PAGE_SIZE, Code.PAGES_TOO_MANY}
)
"""Faults the press may tell; anything else it says is no answer."""

Mode = Literal["look", "press"]


@dataclass(frozen=True, slots=True)
class _Page:
    """One page as the press drew it; no bytes of one it only looked at."""

    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class _Drawn:
    pages: tuple[_Page, ...]
    fonts: tuple[str, ...]


def probe_pdf(path: Path, fonts: Path) -> DocumentFacts | Faults:
    """Return what a PDF is, or everything that is wrong with it; every page is drawn once, small.

    Args:
        path: of a plain file.
        fonts: folder of the bundled fonts.
    """
    fault = _refuse(path)
    if fault is not None:
        return (fault,)
    content = path.read_bytes()
    drawn = _run("look", content, fonts)
    if isinstance(drawn, Fault):
        return (drawn,)
    names = {"fonts": ", ".join(drawn.fonts)}
    remarks = (Fault(Code.PDF_FONT_MISSING, names),) if drawn.fonts else ()
    sizes = tuple((page.width, page.height) for page in drawn.pages)
    return DocumentFacts(sha256(content).hexdigest(), sizes, remarks=remarks)


def press_pdf(content: bytes, fonts: Path) -> tuple[Converted, ...] | Fault:
    """Return the pages of a PDF in reading order, or that it takes too long or is damaged.

    Args:
        content: of a PDF whose probe found no fault.
        fonts: folder of the bundled fonts.
    """
    drawn = _run("press", content, fonts)
    if isinstance(drawn, Fault):
        return drawn if drawn.code is Code.PDF_TOO_SLOW else Fault(Code.PDF_UNREADABLE)
    if any(kind_of(page.content[:HEAD_BYTES]) != "image/webp" for page in drawn.pages):
        return Fault(Code.PDF_UNREADABLE)
    return tuple(
        Converted(page.content, "image/webp", page.width, page.height) for page in drawn.pages
    )


def _refuse(path: Path) -> Fault | None:
    size = path.stat().st_size
    if size == 0:
        return Fault(Code.MEDIA_EMPTY)
    if size > MAX_BYTES:
        values = {"size": f"{size / 1e6:.0f}", "limit": f"{MAX_BYTES / 1e6:.0f}"}
        return Fault(Code.PDF_TOO_HEAVY, values)
    kind = sniff(path)
    if kind == UNKNOWN:
        return Fault(Code.PDF_UNREADABLE)
    if kind != PDF:
        return Fault(Code.MEDIA_DISGUISED, {"promised": path.suffix, "found": kind})
    with path.open("rb") as file:
        file.seek(max(size - TAIL_BYTES, 0))
        return None if _END in file.read() else Fault(Code.PDF_CUT_SHORT)


def _run(mode: Mode, content: bytes, fonts: Path) -> _Drawn | Fault:
    # -I: nothing of the surroundings decides what is imported there.
    command = [sys.executable, "-I", "-m", "player.publish.pdf_press"]
    with tempfile.TemporaryFile() as answer:
        try:
            done = subprocess.run(  # noqa: S603  (our own interpreter and module)
                [*command, mode, str(MOST_PAGES), str(CPU_S[mode]), str(fonts)],
                input=content,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                timeout=CPU_S[mode] * PATIENCE,
                check=False,
                env={},
            )
        except subprocess.TimeoutExpired:
            return Fault(Code.PDF_TOO_SLOW)
        if done.returncode != 0:
            return Fault(Code.PDF_TOO_SLOW if done.returncode == _SLOW else Code.PDF_UNREADABLE)
        answer.seek(0)
        return _understand(answer)


def _understand(answer: BinaryIO) -> _Drawn | Fault:
    """Return what the press says; what is no answer, or half of one, is told as a damaged file."""
    pages: list[_Page] = []
    try:
        for line, content in _parts(answer):
            if "fault" in line:
                return _fault(line)
            if "fonts" in line:
                return _Drawn(tuple(pages), tuple(map(str, line["fonts"])))
            pages.append(_Page(int(line["width"]), int(line["height"]), content))
    except (ValueError, KeyError, TypeError):
        pass
    return Fault(Code.PDF_UNREADABLE)


def _parts(answer: BinaryIO) -> Iterator[tuple[dict[str, Any], bytes]]:
    while raw := answer.readline():
        line = json.loads(raw)
        yield line, answer.read(int(line["bytes"]))


def _fault(line: Mapping[str, object]) -> Fault:
    code = Code(str(line["fault"]))
    values = line["values"]
    if code not in _TOLD or not isinstance(values, dict):
        raise ValueError(code)
    return Fault(code, {str(name): str(value) for name, value in values.items()})
