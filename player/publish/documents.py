"""Documents of the library: a PDF, or pictures of its pages in a folder."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from player.pack.library import MOST_PAGES
from player.publish.codes import Code
from player.publish.media_facts import DocumentFacts, Fault, Faults, PictureFacts
from player.publish.pdfs import SUFFIX, probe_pdf
from player.publish.pictures import probe_picture

SMALL_PAGE_PX: Final = 1000
"""A page with a shorter long side cannot be read when it is enlarged."""


def is_pdf(name: str) -> bool:
    """Whether a file is a PDF by its name."""
    return name.casefold().endswith(SUFFIX)


def probe_document(files: Sequence[Path], fonts: Path) -> DocumentFacts | Faults:
    """Return what a document in one language is, or everything that is wrong with it.

    Args:
        files: one PDF, or pictures of its pages in reading order; plain files.
        fonts: folder of the bundled fonts.
    """
    if is_pdf(files[0].name):
        return probe_pdf(files[0], fonts)
    if len(files) > MOST_PAGES:
        values = {"count": str(len(files)), "limit": str(MOST_PAGES)}
        return (Fault(Code.PAGES_TOO_MANY, values),)
    return _probe_pictures(files)


def _probe_pictures(files: Sequence[Path]) -> DocumentFacts | Faults:
    pictures: list[PictureFacts] = []
    faults: list[Fault] = []
    remarks: list[Fault] = []
    for file in files:
        page = {"path": f"{file.parent.name}/{file.name}"}
        found = probe_picture(file)
        if not isinstance(found, PictureFacts):
            faults += (Fault(fault.code, {**fault.values, **page}) for fault in found)
            continue
        pictures.append(found)
        if max(found.width, found.height) < SMALL_PAGE_PX:
            size = {"width": str(found.width), "height": str(found.height)}
            remarks.append(
                Fault(Code.PICTURE_SMALL, {**size, **page, "wanted": str(SMALL_PAGE_PX)})
            )
    if faults:
        return tuple(faults)
    whole = sha256("".join(each.sha256 for each in pictures).encode()).hexdigest()
    sizes = tuple((each.width, each.height) for each in pictures)
    return DocumentFacts(whole, sizes, tuple(pictures), tuple(remarks))
