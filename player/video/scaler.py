"""From a decoder's picture to the screen's: planar YUV to BGRA at the asked size, by libswscale.

libvlc could do this, with the same library and for the same time, but it always takes standard
definition's colour matrix (BT.601): a clip's red 200,16,46 came out as 184,0,44. Nor does it say
which matrix a file names, so the usual rule for files that name none is applied: high definition
is BT.709. (Measured on libvlc 3.0.24; 1080p30 20 % of a core either way.)
"""

import ctypes
import mmap
from dataclasses import dataclass
from typing import Final

from player.video.geometry import STRIDE_ALIGNMENT, stride_of

PLANES: Final = 3
HD_ROWS: Final = 720
HD_COLUMNS: Final = 1280
_LIBRARIES: Final = tuple(f"libswscale.so.{version}" for version in (6, 7, 8, 9, 5))
"""Debian 12 has 6 (FFmpeg 5.1); libvlc's own converter depends on it, so it is always there."""
_YUV420P: Final = 0
_BGRA: Final = 28
_BILINEAR: Final = 2
_BT709: Final = 1
_BT601: Final = 5
_UNIT: Final = 1 << 16
_OVERREAD_BYTES: Final = 64
"""libswscale reads a little past the end of the last row."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is made of what.

    Attributes:
        stored: width and height of the decoder's pictures.
        full_range: they use 0 to 255 for brightness, not 16 to 235.
        size: width and height of the frames.
    """

    stored: tuple[int, int]
    full_range: bool
    size: tuple[int, int]


class Scaler:
    """Memory for one picture of the decoder, and the way from there to a frame."""

    def __init__(self, conversion: Conversion) -> None:
        """Set up a conversion.

        Raises:
            OSError: libswscale is not installed.
            ValueError: it cannot convert these sizes.
        """
        self.conversion: Final = conversion
        width, height = conversion.stored
        pitch = -(-width // (2 * STRIDE_ALIGNMENT)) * 2 * STRIDE_ALIGNMENT
        self.pitches: Final = (pitch, pitch // 2, pitch // 2)
        self.rows: Final = (height, (height + 1) // 2, (height + 1) // 2)
        sizes = [pitch * rows for pitch, rows in zip(self.pitches, self.rows, strict=True)]
        self._memory: Final = mmap.mmap(-1, sum(sizes) + _OVERREAD_BYTES)
        start = ctypes.addressof(ctypes.c_char.from_buffer(self._memory))
        self.addresses: Final = (start, start + sizes[0], start + sizes[0] + sizes[1])
        self._library: Final = _library()
        self._context: Final = _context(self._library, conversion)
        self._source: Final = (ctypes.c_void_p * 4)(*self.addresses)
        self._source_pitches: Final = (ctypes.c_int * 4)(*self.pitches)
        self._frame_pitches: Final = (ctypes.c_int * 4)(stride_of(conversion.size[0]))

    def convert(self, address: int) -> None:
        """Make a frame of the picture in memory.

        Args:
            address: of ``geometry.frame_bytes(*size)`` bytes.
        """
        frame = (ctypes.c_void_p * 4)(address)
        rows = self.conversion.stored[1]
        self._library.sws_scale(
            self._context, self._source, self._source_pitches, 0, rows, frame, self._frame_pitches
        )

    def close(self) -> None:
        """Free what libswscale holds; the scaler cannot be used again."""
        self._library.sws_freeContext(self._context)


def _library() -> ctypes.CDLL:
    for name in _LIBRARIES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.sws_getContext.restype = ctypes.c_void_p
        library.sws_getCoefficients.restype = ctypes.c_void_p
        return library
    raise OSError(f"none of {', '.join(_LIBRARIES)} is installed")


def _context(library: ctypes.CDLL, conversion: Conversion) -> ctypes.c_void_p:
    stored = (*conversion.stored, _YUV420P)
    made = (*conversion.size, _BGRA)
    pointer = library.sws_getContext(*stored, *made, _BILINEAR, None, None, None)
    if not pointer:
        raise ValueError(f"libswscale cannot convert {conversion}")
    context = ctypes.c_void_p(pointer)
    is_hd = conversion.stored[1] >= HD_ROWS or conversion.stored[0] >= HD_COLUMNS
    matrix = ctypes.c_void_p(library.sws_getCoefficients(_BT709 if is_hd else _BT601))
    library.sws_setColorspaceDetails(
        context, matrix, int(conversion.full_range), matrix, 1, 0, _UNIT, _UNIT
    )
    return context
