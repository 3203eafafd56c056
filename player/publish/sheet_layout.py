"""Puts every finding beside the pictures it concerns, and loses none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from player.pack.item import media_of
from player.pack.language import choose_language
from player.publish.check import Report
from player.publish.check_media import medium_path
from player.publish.draft import Draft
from player.publish.finding import Finding
from player.publish.folder import PLAYLISTS_FILE
from player.publish.sheet import Sheet, SheetItem, SheetPicture, SheetRow, Wanted
from player.publish.source import SourceItem


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet is laid out from.

    Attributes:
        report: of the check.
        draft: that was drawn.
        pictures: made of it.
    """

    report: Report
    draft: Draft
    pictures: Mapping[Wanted, tuple[SheetPicture, ...]]

    def sheet(self, day: date) -> Sheet:
        """Return the sheet; a finding about a playlist or file stands with its items, too."""
        source = self.report.source
        keys = {file: key for key, file in self.draft.files.items()}
        items = tuple(self._item(entry, keys.get(entry.file, "")) for entry in source.items)
        files = {item.file for item in items}
        rest = tuple(finding for finding in self.report.findings if finding.file not in files)
        pack = source.header.pack if source.header else source.folder.root.name
        sequence = str(source.header.sequence) if source.header else "?"
        return Sheet(pack, sequence, day, items, rest)

    def _item(self, entry: SourceItem, key: str) -> SheetItem:
        about = tuple(found for found in self.report.findings if _concerns(found, entry))
        tags = self.draft.languages(key) if key else ()
        stem = PurePosixPath(entry.file).stem
        return SheetItem(
            key=key or f"file-{stem}",
            id=self.draft.ids.get(key, stem),
            file=entry.file,
            has_stand_in=key in self.draft.stand_ins,
            findings=tuple(finding for finding in about if finding.language not in tags),
            rows=tuple(self._row(key, tag, about) for tag in tags),
        )

    def _row(self, key: str, tag: str, about: Sequence[Finding]) -> SheetRow:
        text = self.draft.content.item_by_id[key].text
        known = self.draft.content.language_by_tag.get(tag)
        shown_in = choose_language(text, tag, known.fallback if known else ())
        return SheetRow(
            language=tag,
            shown_in=shown_in,
            is_draft=text[shown_in].review == "draft",
            is_offered=known is not None,
            findings=tuple(finding for finding in about if finding.language == tag),
            pictures=self.pictures[key, tag],
        )


def _concerns(finding: Finding, entry: SourceItem) -> bool:
    if finding.file == entry.file:
        return True
    if entry.item is None:
        return False
    if finding.file == PLAYLISTS_FILE:
        return entry.item.id in finding.values.values()
    return any(finding.file == medium_path(medium) for _, medium in media_of(entry.item))
