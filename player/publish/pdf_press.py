"""Presses the pages of one PDF into pictures, in a process of its own and with little to spare.

    python -I -m player.publish.pdf_press look|press MOST_PAGES CPU_S FONTS < document.pdf > answer

A PDF is a program from anywhere, and what runs it is a large library: memory, time and output
are bounded by the kernel, and whatever happens here ends this process alone. Only ``pdfs.py``
starts it, and reads the answer: lines of JSON, after each page of ``press`` its bytes.
"""

import ctypes
import io
import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import pypdfium2
from pypdfium2 import raw
from pypdfium2._library_scope import destroy_lib
from pypdfium2.internal import bases

from player.publish.codes import Code

LOOK_PX: Final = 500
PAGE_PX: Final = 2000
"""Long side of a page: 10-point letters are 24 pixels tall, and bear to be enlarged twice."""

QUALITY: Final = 90
MAX_SIDE_MM: Final = 2200
MIN_SIDE_MM: Final = 25
MAX_RATIO: Final = 5
MEMORY_BYTES: Final = 1_500_000_000
ANSWER_BYTES: Final = 400_000_000
MAX_NAMED_FONTS: Final = 4
LONGEST_FONT_NAME: Final = 128
MAX_LETTERINGS: Final = 20_000
"""Pieces of lettering of one page that are asked for their font."""

_MM_OF_POINT: Final = 25.4 / 72
_LOCKED: Final = frozenset({raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY})

Answer = dict[str, object]


def main() -> int:
    """Answer about the PDF on standard input and return the exit code."""
    mode, most_pages, cpu_s, fonts = sys.argv[1:]
    confine(int(cpu_s))
    _use_fonts(Path(fonts))
    content = sys.stdin.buffer.read()
    for line, picture in answers(content, int(most_pages), is_look=mode == "look"):
        _write(sys.stdout.buffer, line, picture)
    return 0


def confine(cpu_s: int) -> None:
    """Give up what a renderer needs no more of; cannot be taken back."""
    limits = {
        resource.RLIMIT_AS: (MEMORY_BYTES, MEMORY_BYTES),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_CPU: (cpu_s, cpu_s + 5),
        resource.RLIMIT_FSIZE: (ANSWER_BYTES, ANSWER_BYTES),
    }
    for which, (soft, hard) in limits.items():
        most = resource.getrlimit(which)[1]
        allowed = hard if most == resource.RLIM_INFINITY else min(hard, most)
        resource.setrlimit(which, (min(soft, allowed), allowed))


def answers(content: bytes, most_pages: int, *, is_look: bool) -> Iterator[tuple[Answer, bytes]]:
    """Yield (line, bytes of a page or none): one fault, or every page and then the fonts.

    Args:
        content: of a file that may be anything.
        most_pages: more are a fault.
        is_look: draw small and keep nothing.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as e:
        is_locked = e.err_code in _LOCKED
        yield _fault(Code.PDF_ENCRYPTED if is_locked else Code.PDF_UNREADABLE), b""
        return
    fault = _judge(document, most_pages)
    if fault is not None:
        yield fault, b""
        return
    missing: set[str] = set()
    try:
        for page in document:
            missing.update(_fonts_missing(page))
            yield _press(page, is_look=is_look)
    except pypdfium2.PdfiumError:
        yield _fault(Code.PDF_UNREADABLE), b""
        return
    yield {"fonts": sorted(missing)[:MAX_NAMED_FONTS]}, b""


def _judge(document: Any, most_pages: int) -> Answer | None:  # noqa: ANN401  (it has no types)
    """Return what is wrong with its pages by number and size, before one is drawn."""
    count = len(document)
    if count == 0:
        return _fault(Code.PDF_UNREADABLE)
    if count > most_pages:
        return _fault(Code.PAGES_TOO_MANY, count=str(count), limit=str(most_pages))
    for place in range(count):
        width, height = (side * _MM_OF_POINT for side in document.get_page_size(place))
        short, long = sorted((width, height))
        if not MIN_SIDE_MM <= short <= long <= min(MAX_SIDE_MM, short * MAX_RATIO):
            size = {"width": f"{width:.0f}", "height": f"{height:.0f}"}
            limits = {"least": str(MIN_SIDE_MM), "most": str(MAX_SIDE_MM), "ratio": str(MAX_RATIO)}
            return _fault(Code.PDF_PAGE_SIZE, page=str(place + 1), **size, **limits)
    return None


def _press(page: Any, *, is_look: bool) -> tuple[Answer, bytes]:  # noqa: ANN401
    scale = (LOOK_PX if is_look else PAGE_PX) / max(page.get_size())
    picture = page.render(scale=scale, fill_color=(255, 255, 255, 255)).to_pil().convert("RGB")
    file = io.BytesIO()
    if not is_look:
        picture.save(file, "WEBP", quality=QUALITY, method=4)
    return {"width": picture.width, "height": picture.height}, file.getvalue()


def _fonts_missing(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the names of fonts a page is lettered in and does not bring along."""
    lettering = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=6)
    for _, piece in zip(range(MAX_LETTERINGS), lettering, strict=False):
        font = piece.get_font()
        if raw.FPDFFont_GetIsEmbedded(font) == 0:
            name = ctypes.create_string_buffer(LONGEST_FONT_NAME)
            raw.FPDFFont_GetBaseFontName(font, name, LONGEST_FONT_NAME)
            yield name.value.decode(errors="replace") or "?"


def _use_fonts(folder: Path) -> None:
    """Let the library fall back on the bundled fonts alone, so that every machine draws alike."""
    paths = [str(path).encode() for path in sorted(folder.iterdir()) if path.is_dir()]
    ends = (ctypes.c_char_p * (len(paths) + 1))(*paths, None)
    found = ctypes.cast(ends, ctypes.POINTER(ctypes.POINTER(ctypes.c_char)))
    destroy_lib()
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=found))
    bases.LIBRARY_AVAILABLE = True


def _fault(code: Code, **values: str) -> Answer:
    return {"fault": code.value, "values": values}


def _write(out: BinaryIO, line: Answer, picture: bytes) -> None:
    out.write(json.dumps({**line, "bytes": len(picture)}).encode() + b"\n")
    out.write(picture)


if __name__ == "__main__":
    sys.exit(main())
