"""A source as it would be built, faults and all, so that it can be looked at.

What a build refuses is mended for the eye alone: the reader's stand-ins for faulty fields, a grey
picture for a missing one. Every such place has its finding; a draft never becomes a pack.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PIL import Image

from player.pack.content import Content
from player.pack.item import media_of
from player.pack.language import REFERENCE, PackLanguage
from player.pack.media import Audio
from player.publish.blobs import BlobWriter
from player.publish.built_content import BuiltMedium, compose
from player.publish.check import Report
from player.publish.check_media import medium_path, used_media
from player.publish.media_facts import Converted
from player.publish.mend import mend
from player.publish.progress import Progress
from player.publish.source import Header, PackSource
from player.publish.subject import BuildTools

GREY: Final = (112, 112, 112)
GREY_SIZE: Final = (1600, 900)


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be drawn of a source.

    Attributes:
        content: as a player would get it; each item's id is a key of its own, for ids of a faulty
            source may repeat.
        blobs: folder of the media.
        files: key -> the item's file in the source.
        ids: key -> the item's id as written.
        stand_ins: keys of the items whose picture or clip is grey.
    """

    content: Content
    blobs: Path
    files: Mapping[str, str]
    ids: Mapping[str, str]
    stand_ins: frozenset[str]

    def languages(self, key: str) -> tuple[str, ...]:
        """Return the pack's languages, then those an item has besides."""
        spoken = self.content.item_by_id[key].text
        return tuple(dict.fromkeys((*self.content.language_by_tag, *sorted(spoken))))


def make_draft(report: Report, blobs: Path, tools: BuildTools, progress: Progress) -> Draft:
    """Write the media of a checked source into ``blobs`` and return what can be drawn.

    Raises:
        AssetMismatchError: a file changed since it was checked.
        OSError: the disk refused.
    """
    source, header = report.source, report.source.header or _stand_in_header(report.source)
    writer = BlobWriter(blobs)
    media: dict[str, BuiltMedium] = writer.add_media(report, tools, progress)
    # A recording that is missing is not drawn: its page is silent.
    wanting = {
        path
        for path, medium in used_media(source).items()
        if path not in media and not isinstance(medium, Audio)
    }
    if wanting:
        media |= dict.fromkeys(wanting, _grey(writer))
    keyed = {
        f"item-{number:03}": entry
        for number, entry in enumerate(source.items, start=1)
        if entry.item is not None and entry.item.text
    }
    renamed = tuple(
        replace(entry, item=entry.item.model_copy(update={"id": key}))
        for key, entry in keyed.items()
        if entry.item is not None
    )
    return Draft(
        compose(replace(source, items=renamed), header, media, tools),
        blobs,
        {key: source.folder.shown_name(entry.file) for key, entry in keyed.items()},
        {key: entry.item.id for key, entry in keyed.items() if entry.item is not None},
        frozenset(
            key
            for key, entry in keyed.items()
            if entry.item is not None
            and any(medium_path(medium) in wanting for _, medium in media_of(entry.item))
        ),
    )


def _stand_in_header(source: PackSource) -> Header:
    """Return a header for a source whose own cannot be read: the languages its items speak."""
    spoken = dict.fromkeys(
        [REFERENCE, *(tag for entry in source.items if entry.item for tag in entry.item.text)]
    )
    languages = [PackLanguage(tag=tag) for tag in spoken]
    header = mend(Header, {}).value
    assert header is not None  # noqa: S101  (every required field has a stand-in)
    return header.model_copy(update={"languages": languages})


def _grey(writer: BlobWriter) -> BuiltMedium:
    file = io.BytesIO()
    Image.new("RGB", GREY_SIZE, GREY).save(file, "PNG")
    made = writer.add("grey.png", Converted(file.getvalue(), "image/png", *GREY_SIZE))
    return BuiltMedium(made, made)
