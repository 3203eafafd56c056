"""From a source folder to a contact sheet that shows all of it, written whole or not at all.

The source is checked and made into a draft in a folder of its own; a renderer lent by the caller
draws it. Faults do not stop the drawing: they are what the sheet is for.
"""

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PIL import Image

from player.errors import AssetMismatchError
from player.publish.build import Refused
from player.publish.catalogue import Catalogue
from player.publish.check import Report, check_source
from player.publish.codes import Code
from player.publish.draft import Draft, make_draft
from player.publish.finding import Finding
from player.publish.progress import Progress
from player.publish.sheet import (
    SHAPES,
    Pixels,
    Renderer,
    Sheet,
    SheetPicture,
    SheetShape,
    Undrawn,
    Wanted,
)
from player.publish.sheet_index import GENERATOR, index_page
from player.publish.sheet_layout import Layout
from player.publish.sheet_pages import PageWriter, thumb_size
from player.publish.staging import staged
from player.publish.subject import BuildTools

INDEX: Final = "index.html"
PICTURES, THUMBS, PAGES = "pictures", "thumbs", "pages"
COMPRESSION: Final = 2
"""Of PNG: a tenth larger than the default, in a third of the time."""

_HEAD_BYTES: Final = 1000
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9-]+")
_MAX_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Previewed:
    """The sheet was written.

    Attributes:
        report: of the check.
        sheet: what it shows.
        pages: how many PNG pages it has.
    """

    report: Report
    sheet: Sheet
    pages: int


@dataclass(frozen=True, slots=True)
class Studio:
    """What drawing a sheet takes.

    Attributes:
        tools: of the ``[publish]`` extra.
        renderer: the player's own.
        fonts: folder of the bundled fonts, for the labels.
        lang: tag of the catalogue's language.
        catalogue: of the reader's language.
        progress: told after each piece of work.
    """

    tools: BuildTools
    renderer: Renderer
    fonts: Path
    lang: str
    catalogue: Catalogue
    progress: Progress


def make_preview(root: Path, out: Path, today: date, studio: Studio) -> Previewed | Refused:
    """Check the source in ``root`` and draw all of it into ``out``.

    Args:
        root: the source folder.
        out: absent, empty, or an earlier contact sheet, which is replaced only on success.
        today: local day, for the check and for the pages.
        studio: what drawing takes.
    """
    target = out.resolve()
    refusal = _judge_target(root.resolve(), target)
    if refusal is not None:
        return Refused((refusal,))
    report = check_source(root, today, studio.tools, studio.progress)
    try:
        with tempfile.TemporaryDirectory(prefix="gate-player-preview-") as folder:
            draft = make_draft(report, Path(folder), studio.tools, studio.progress)
            if not draft.content.items:
                return Refused(report.findings)
            with staged(target) as stage:
                return _write(stage, report, draft, today, studio)
    except AssetMismatchError as e:
        return Refused((Finding(e.path, Code.SOURCE_CHANGED),))
    except BlockingIOError:
        return Refused((Finding(str(out), Code.TARGET_BUSY),))
    except OSError as e:
        reason = {"reason": e.strerror or str(e)}
        return Refused((Finding(str(out), Code.TARGET_UNWRITABLE, values=reason),))


def _judge_target(root: Path, target: Path) -> Finding | None:
    if target.is_relative_to(root) or root.is_relative_to(target):
        return Finding(str(target), Code.TARGET_OVERLAPS, values={"source": str(root)})
    is_free = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    return None if is_free or _is_sheet(target) else Finding(str(target), Code.TARGET_NOT_A_SHEET)


def _is_sheet(target: Path) -> bool:
    try:
        with (target / INDEX).open("rb") as file:
            return GENERATOR.encode() in file.read(_HEAD_BYTES)
    except OSError:
        return False


def _write(stage: Path, report: Report, draft: Draft, today: date, studio: Studio) -> Previewed:
    pictures = _draw(stage, draft, today, studio.renderer, studio.progress)
    sheet = Layout(report, draft, pictures).sheet(today)
    pages = PageWriter(stage, studio.fonts, studio.catalogue).write(sheet, PAGES)
    page = index_page(sheet, pages, studio.lang, studio.catalogue)
    (stage / INDEX).write_text(page, "utf-8")
    return Previewed(report, sheet, len(pages))


def _draw(
    stage: Path, draft: Draft, today: date, renderer: Renderer, progress: Progress
) -> Mapping[Wanted, tuple[SheetPicture, ...]]:
    for name in (PICTURES, THUMBS):
        (stage / name).mkdir()
    wanted = [(item.id, tag) for item in draft.content.items for tag in draft.languages(item.id)]
    drawn: dict[Wanted, tuple[SheetPicture, ...]] = dict.fromkeys(wanted, ())
    total = len(wanted) * len(SHAPES)
    for round_, shape in enumerate(SHAPES):
        made = renderer.draw(draft, today, shape, wanted)
        for done, (each, page) in enumerate(zip(wanted, made, strict=True), start=1):
            drawn[each] = (*drawn[each], _keep(stage, _name(draft, each, shape), shape, page))
            progress("draw", round_ * len(wanted) + done, total)
    return drawn


def _keep(stage: Path, name: str, shape: SheetShape, page: Pixels | Undrawn) -> SheetPicture:
    if isinstance(page, Undrawn):
        return SheetPicture(shape, reason=page.reason)
    full, thumb = f"{PICTURES}/{name}.png", f"{THUMBS}/{name}.jpg"
    size = (page.width, page.height)
    image = Image.frombuffer("RGB", size, page.rgb, "raw", "RGB", page.stride, 1)
    image.save(stage / full, compress_level=COMPRESSION)
    small = image.resize(thumb_size(*size), Image.Resampling.LANCZOS, reducing_gap=3)
    small.save(stage / thumb, quality=88)
    return SheetPicture(shape, full, thumb, pages=page.pages)


def _name(draft: Draft, wanted: Wanted, shape: SheetShape) -> str:
    # The number makes it unique; the rest is for people, in signs every file system takes.
    key, language = wanted
    number = key.removeprefix("item-")
    plain = _NOT_IN_NAMES.sub("-", draft.ids[key])[:_MAX_NAME]
    return f"{number}-{plain}.{language}.{shape.name}"
