"""What looking into a media file can tell: what it is, or what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from player.pack.media import PictureType, SoundType
from player.publish.codes import Code


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a media file; becomes a finding of every item that uses it."""

    code: Code
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture that can be shown.

    Attributes:
        sha256: of the file as it lies in the source.
        type: media type, from the bytes.
        width, height: pixels as shown, before any scaling.
        is_ready: may go into the pack byte for byte.
    """

    sha256: str
    type: PictureType
    width: int
    height: int
    is_ready: bool


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """A clip that can be shown.

    Attributes:
        sha256: of the file.
        width, height: pixels.
        duration_ms: until the end of its last picture.
        has_sound: whether it carries audio.
    """

    sha256: str
    width: int
    height: int
    duration_ms: int
    has_sound: bool


@dataclass(frozen=True, slots=True)
class SoundFacts:
    """A recording that can be played.

    Attributes:
        sha256: of the file.
        type: media type, from the bytes.
        duration_ms: of what was decoded.
        remarks: what an editor should hear about it, though it can be played.
    """

    sha256: str
    type: SoundType
    duration_ms: int
    remarks: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document of the library, in one language, that can be shown page by page.

    Attributes:
        sha256: of the PDF, or over those of the pictures.
        sizes: (width, height) of each page; of a PDF, of small ones the check has drawn.
        pictures: its pages where they are pictures; empty for a PDF.
        remarks: what an editor should hear about it, though it can be shown.
    """

    sha256: str
    sizes: tuple[tuple[int, int], ...]
    pictures: tuple[PictureFacts, ...] = ()
    remarks: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """A picture made fit for the pack.

    Attributes:
        content: the bytes of its file.
        type: media type of these.
        width, height: pixels.
    """

    content: bytes
    type: PictureType
    width: int
    height: int


MediaFacts = PictureFacts | ClipFacts | SoundFacts
Faults = tuple[Fault, ...]
