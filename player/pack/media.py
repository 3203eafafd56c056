"""Pictures, clips and recordings: what the editor declares, and what the build found out."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from player.pack.language import Words
from player.pack.model import PackModel

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
PictureType = Literal["image/jpeg", "image/png", "image/webp"]
VideoType = Literal["video/mp4"]
SoundType = Literal["audio/mp4", "audio/mpeg"]
MediaType = PictureType | VideoType | SoundType | Literal["application/json"]

MAX_PICTURE_SIDE_PX = 3840
MAX_VIDEO_WIDTH_PX, MAX_VIDEO_HEIGHT_PX = 1920, 1920


class BuiltFile(PackModel):
    """One file of the built pack, by content.

    Attributes:
        sha256: hex digest, and the file's name in the store.
        size: bytes.
        type: media type, established from the bytes and not from the name.
    """

    sha256: Sha256
    size: int = Field(ge=1)
    type: MediaType


class MediaFile(BuiltFile):
    """A picture or a clip.

    Attributes:
        width, height: pixels as shown (after rotation).
        duration_ms: of a clip; None for a picture.
    """

    width: int = Field(ge=1)
    height: int = Field(ge=1)
    duration_ms: int | None = Field(default=None, ge=1)


class SoundFile(BuiltFile):
    """A recording."""

    type: SoundType
    duration_ms: int = Field(ge=1)


class SignOff(PackModel):
    """A named person's approval of a sensitive picture."""

    name: str = Field(min_length=1)
    office: str = Field(min_length=1)
    day: date


class Rights(PackModel):
    """Whose work it is, under which licence, and until when it may be shown.

    Attributes:
        until: last day of the licence, included; None: no end.
        shown: whether the credit is to be read on screen.
    """

    credit: str = Field(min_length=1)
    licence: str = Field(min_length=1)
    shown: bool = True
    until: date | None = None


class Medium(PackModel):
    """Something an item shows or plays.

    Attributes:
        path: relative to the pack's source folder, e.g. ``media/gate.webp``.
    """

    path: str = Field(min_length=1, max_length=255)
    rights: Rights

    def built(self) -> Iterator[BuiltFile | None]:
        """Yield the files the build makes of it; None for each one it has not made."""
        raise NotImplementedError


class Picture(Medium):
    """A picture.

    Attributes:
        alt: what it shows, for those who cannot see it.
        focus_x, focus_y: the point, 0..1 of width and height, that must stay in view when
            the layout crops.
        tags: ``map`` demands ``sign_off``.
        file: set by the build.
    """

    alt: Words = Field(default_factory=dict)
    focus_x: float = Field(default=0.5, ge=0, le=1)
    focus_y: float = Field(default=0.5, ge=0, le=1)
    tags: tuple[str, ...] = ()
    sign_off: SignOff | None = None
    file: MediaFile | None = None

    def built(self) -> Iterator[BuiltFile | None]:
        """Yield its file."""
        yield self.file


class Video(Medium):
    """A clip; ``file`` and ``poster`` (a picture of it, shown before and instead) by the build."""

    alt: Words = Field(default_factory=dict)
    file: MediaFile | None = None
    poster: MediaFile | None = None

    def built(self) -> Iterator[BuiltFile | None]:
        """Yield its file, and the picture that stands for it."""
        yield self.file
        yield self.poster


class Audio(Medium):
    """A recording in one language; its transcript is the item's text. ``file`` by the build.

    Attributes:
        of: stamp of the reference text it says; not in a built pack.
    """

    of: str = Field(default="", max_length=40)
    file: SoundFile | None = None

    def built(self) -> Iterator[BuiltFile | None]:
        """Yield its file."""
        yield self.file
