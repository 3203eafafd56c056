"""What a pack's items are made of, as far as it may fail: files, by their digests.

What fails is a file and not the item that shows it: another item with the same file fails too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from player.pack.content import Content
from player.pack.item import Clip, Item


@dataclass(frozen=True, slots=True)
class Material:
    """The files that the items of one pack need.

    Attributes:
        pack: digest of the pack.
        pictures: item -> digest of the picture it needs; items without one are absent.
        clips: item -> digest of the file that the video worker must play.
    """

    pack: str = ""
    pictures: Mapping[str, str] = field(default_factory=dict)
    clips: Mapping[str, str] = field(default_factory=dict)


def material_of(pack: str, content: Content) -> Material:
    """Return what the items of ``content`` are made of.

    Args:
        pack: digest of the pack.
        content: built.
    """
    pictures = {item.id: digest for item in content.items if (digest := _picture(item))}
    clips = {
        item.id: item.video.file.sha256
        for item in content.items
        if isinstance(item, Clip) and item.video.file is not None
    }
    return Material(pack, pictures, clips)


def _picture(item: Item) -> str | None:
    picture = item.video.poster if isinstance(item, Clip) else item.picture and item.picture.file
    return picture.sha256 if picture else None
