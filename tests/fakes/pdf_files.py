"""PDFs written by hand, so that a test can make one that is wrong in one way."""

from collections.abc import Sequence
from typing import Final

A4: Final = (595, 842)
MM_OF_POINT: Final = 25.4 / 72
LOCK: Final = b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32)
"""Whatever password this is for, it is not the empty one."""


def pdf(
    pages: int = 1,
    *,
    size: tuple[float, float] = A4,
    drawing: bytes = b"0 0.4 0.6 rg 60 600 200 100 re f",
    resources: bytes = b"",
    objects: Sequence[bytes] = (),
    lock: bytes = b"",
) -> bytes:
    """Return a PDF.

    Args:
        pages: how many, all alike.
        size: of each, in points.
        drawing: what is on them.
        resources: what that names.
        objects: numbered from 4 on; 3 is the drawing.
        lock: what it is encrypted by; empty: it is not.
    """
    first = 4 + len(objects)
    kids = b" ".join(b"%d 0 R" % (first + page) for page in range(pages))
    box = b"%g %g" % size
    sheet = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]/Contents 3 0 R/Resources<<%s>>>>"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        stream(drawing),
        *objects,
        *([sheet % (box, resources)] * pages),
    ]
    if lock:
        bodies.append(lock)
    return _written(bodies, b"/Encrypt %d 0 R" % len(bodies) if lock else b"")


def stream(content: bytes, fields: bytes = b"") -> bytes:
    """Return an object that holds ``content``."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (fields, len(content), content)


def lettered(font: bytes) -> bytes:
    """Return a PDF whose words are in a font it does not bring along."""
    face = b"<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding>>" % font
    words = b"BT /F1 40 Tf 60 700 Td (Welcome) Tj ET"
    return pdf(drawing=words, resources=b"/Font<</F1 4 0 R>>", objects=[face])


def endless(depth: int = 12) -> bytes:
    """Return a small PDF that draws ten times what draws ten times what… ``depth`` levels deep."""
    forms = []
    for level in range(depth):
        inner = b"/Resources<</XObject<</X %d 0 R>>>>" % (5 + level)
        fields = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
        is_last = level == depth - 1
        drawn = b"0 0 1 rg 1 1 500 800 re f" if is_last else b"/X Do " * 10
        forms.append(stream(drawn, fields if is_last else fields + inner))
    return pdf(drawing=b"/X Do", resources=b"/XObject<</X 4 0 R>>", objects=forms)


def _written(bodies: Sequence[bytes], trailer: bytes) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, count = len(out), len(bodies) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    name = b"ab" * 16
    ends = b"<</Size %d/Root 1 0 R/ID[<%s><%s>]%s>>" % (count, name, name, trailer)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer%s\n" % (count, table, ends)
    return out + b"startxref\n%d\n%%%%EOF\n" % start
