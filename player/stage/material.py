"""What a pack's items are made of, as far as it may fail: files, by their digests.

What fails is a file and not the item that shows it: another item with the same file fails too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from player.pack.content import Content
from player.pack.item import Clip, Item, Recording


@dataclass(frozen=True, slots=True)
class Material:
    """The files that the items of one pack need.

    Attributes:
        pack: digest of the pack.
        pictures: item -> digest of the picture it needs; items without one are absent.
        clips: item -> digest of the file that the video worker must play; of an item with several
            recordings, of all of them.
    """

    pack: str = ""
    pictures: Mapping[str, str] = field(default_factory=dict)
    clips: Mapping[str, str] = field(default_factory=dict)


def material_of(pack: str, content: Content, *, is_heard: bool) -> Material:
    """Return what the items of ``content`` are made of.

    Args:
        pack: digest of the pack.
        content: built.
        is_heard: whether the screen plays sound.
    """
    pictures = {item.id: digest for item in content.items if (digest := _picture(item))}
    clips = {
        item.id: digest for item in content.items if (digest := _clip(item, is_heard=is_heard))
    }
    return Material(pack, pictures, clips)


def _picture(item: Item) -> str | None:
    picture = item.video.poster if isinstance(item, Clip) else item.picture and item.picture.file
    return picture.sha256 if picture else None


def _clip(item: Item, *, is_heard: bool) -> str:
    match item:
        case Clip():
            return item.video.file.sha256 if item.video.file else ""
        case Recording() if is_heard:
            files = (audio.file for audio in item.audio.values())
            return "+".join(sorted({file.sha256 for file in files if file}))
    return ""
