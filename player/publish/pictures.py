"""Pictures of a source: looked into before they are decoded, then decoded whole once.

The limits are read from the header, so that a small file that unfolds to gigabytes is refused
before it does.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final, cast

from PIL import Image, ImageCms, ImageOps
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from player.pack.file_kind import UNKNOWN
from player.pack.media import MAX_PICTURE_SIDE_PX, PictureType
from player.publish.codes import Code
from player.publish.media_facts import Converted, Fault, Faults, PictureFacts
from player.publish.sniff import PICTURE_TYPES, sniff, type_of_name

MAX_SIDE_PX: Final = 12_000
MAX_PIXELS: Final = 40_000_000
MAX_BYTES: Final = 20_000_000
MAX_PROFILE_BYTES: Final = 2_000_000
QUALITY: Final = 92
_ORIENTATION: Final = 0x0112
_DEPTH_AT: Final = 24  # of bits per sample, in a PNG's first chunk
_SCREEN_DEPTH_BITS: Final = 8
_PNG_END: Final = b"IEND\xaeB`\x82"
_READERS: Final[Mapping[str, type[ImageFile]]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/webp": WebPImageFile,
}
_PLAIN_MODES: Final = frozenset({"L", "LA", "P", "RGB", "RGBA"})
_DEEP_MODES: Final = frozenset({"I", "I;16", "I;16B", "I;16L"})
_BROKEN: Final = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, OverflowError),
    *(MemoryError, struct.error, zlib.error),
)
"""What Pillow raises for files that are not what they seem."""


def probe_picture(path: Path) -> PictureFacts | Faults:
    """Return what a picture is, or everything that is wrong with it.

    Args:
        path: of a plain file.
    """
    size = path.stat().st_size
    if size == 0:
        return (Fault(Code.MEDIA_EMPTY),)
    kind, promised = sniff(path), type_of_name(path)
    names = {"promised": path.suffix, "found": kind}
    if kind not in PICTURE_TYPES:
        is_lie = promised in PICTURE_TYPES and kind != UNKNOWN
        is_noise = promised in PICTURE_TYPES and kind == UNKNOWN
        code = Code.MEDIA_DISGUISED if is_lie else Code.PICTURE_TYPE
        return (Fault(Code.PICTURE_UNREADABLE) if is_noise else Fault(code, names),)
    lies = () if kind == promised else (Fault(Code.MEDIA_DISGUISED, names),)
    if size > MAX_BYTES:
        values = {"size": f"{size / 1e6:.1f}", "limit": f"{MAX_BYTES / 1e6:.0f}"}
        return (*lies, Fault(Code.PICTURE_TOO_HEAVY, values))
    seen = _look(path.read_bytes(), cast("PictureType", kind))
    if isinstance(seen, PictureFacts):
        return lies or seen
    return (*lies, *seen)


def convert_picture(content: bytes, kind: PictureType) -> Converted:
    """Return a picture upright, in 8-bit sRGB and no larger than the pack's limit.

    Args:
        content: of a picture whose probe found no fault.
        kind: its media type.
    """
    with _opened(content, kind) as image:
        upright = ImageOps.exif_transpose(image)
        plain = _to_srgb(upright, cast("bytes", image.info.get("icc_profile", b"")))
    plain.thumbnail((MAX_PICTURE_SIDE_PX, MAX_PICTURE_SIDE_PX), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    if plain.mode == "RGBA":
        plain.save(file, "WEBP", quality=QUALITY, method=4)
        return Converted(file.getvalue(), "image/webp", *plain.size)
    plain.save(file, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return Converted(file.getvalue(), "image/jpeg", *plain.size)


@contextmanager
def _opened(content: bytes, kind: PictureType) -> Iterator[ImageFile]:
    # By its own reader and not by Image.open: no other format is ever tried on the bytes.
    with warnings.catch_warnings(), io.BytesIO(content) as file:
        warnings.simplefilter("ignore")
        yield _READERS[kind](file)


def _look(content: bytes, kind: PictureType) -> PictureFacts | Faults:
    if _is_cut_short(content, kind):
        return (Fault(Code.PICTURE_CUT_SHORT),)
    try:
        with _opened(content, kind) as image:
            width, height = image.size
            if max(image.size) > MAX_SIDE_PX or width * height > MAX_PIXELS:
                return (_too_large(width, height),)
            if getattr(image, "is_animated", False):
                frames = str(getattr(image, "n_frames", 2))
                return (Fault(Code.PICTURE_ANIMATED, {"frames": frames}),)
            image.load()
            is_ready = _is_ready(image, content, kind)
            width, height = ImageOps.exif_transpose(image).size
    except _BROKEN as e:
        cut = "truncated" in str(e).casefold()
        return (Fault(Code.PICTURE_CUT_SHORT if cut else Code.PICTURE_UNREADABLE),)
    return PictureFacts(sha256(content).hexdigest(), kind, width, height, is_ready)


def _is_cut_short(content: bytes, kind: PictureType) -> bool:
    if kind == "image/png":
        return _PNG_END not in content
    if kind == "image/webp":
        return int.from_bytes(content[4:8], "little") + 8 > len(content)
    return False


def _too_large(width: int, height: int) -> Fault:
    values = {
        "width": str(width),
        "height": str(height),
        "side": str(MAX_SIDE_PX),
        "megapixels": f"{MAX_PIXELS / 1e6:.0f}",
    }
    return Fault(Code.PICTURE_TOO_LARGE, values)


def _is_ready(image: ImageFile, content: bytes, kind: PictureType) -> bool:
    return (
        image.mode in _PLAIN_MODES
        and max(image.size) <= MAX_PICTURE_SIDE_PX
        and image.getexif().get(_ORIENTATION, 1) == 1
        and not (kind == "image/png" and content[_DEPTH_AT] > _SCREEN_DEPTH_BITS)
        and _is_srgb(cast("bytes", image.info.get("icc_profile", b"")))
    )


def _is_srgb(profile: bytes) -> bool:
    if not profile:
        return True
    try:
        described = ImageCms.getProfileDescription(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        return False
    return "srgb" in described.casefold()


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    if image.mode in _DEEP_MODES:
        image = image.convert("I").point([value >> 8 for value in range(1 << 16)], "L")
    has_alpha = image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info
    mode = "RGBA" if has_alpha else "RGB"
    if image.mode not in {"CMYK", "L"} or not profile:
        image = image.convert(mode)
    if not _is_srgb(profile) and len(profile) <= MAX_PROFILE_BYTES:
        try:
            screen = ImageCms.createProfile("sRGB")
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            changed = ImageCms.profileToProfile(image, source, screen, outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            changed = None  # a broken or foreign profile: the numbers are taken as sRGB
        image = changed or image
    return image.convert(mode)
