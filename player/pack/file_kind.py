"""What a file is by its first bytes, whatever it is called."""

import re
from typing import Final

HEAD_BYTES: Final = 512
UNKNOWN: Final = "application/octet-stream"
_SIGNATURES: Final = (
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "image/bmp"),
    (re.compile(rb"(II\*\0|MM\0\*)"), "image/tiff"),
    (re.compile(rb".{4}ftyp(heic|heix|mif1|hevc)", re.DOTALL), "image/heic"),
    (re.compile(rb".{4}ftypavi[fs]", re.DOTALL), "image/avif"),
    (re.compile(rb".{4}ftypM4[ABP] ", re.DOTALL), "audio/mp4"),
    (re.compile(rb".{4}ftypqt  ", re.DOTALL), "video/quicktime"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "video/mp4"),
    (re.compile(rb".{4}(moov|mdat|wide|free)", re.DOTALL), "video/quicktime"),
    (re.compile(rb"\x1a\x45\xdf\xa3"), "video/webm"),
    (re.compile(rb"RIFF.{4}AVI ", re.DOTALL), "video/avi"),
    (re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"), "audio/mpeg"),
    (re.compile(rb"OggS"), "audio/ogg"),
    (re.compile(rb"fLaC"), "audio/flac"),
    (re.compile(rb"#!AMR"), "audio/amr"),
    (re.compile(rb"RIFF.{4}WAVE", re.DOTALL), "audio/wav"),
    (re.compile(rb"%PDF-"), "application/pdf"),
    (re.compile(rb"PK\x03\x04"), "application/zip"),
    (re.compile(rb"#EXTM3U|ffconcat"), "text/playlist"),
    (re.compile(rb"\s*(<\?xml.*?)?<svg", re.DOTALL), "image/svg+xml"),
    (re.compile(rb"\s*<(!doctype|html|\?xml)", re.IGNORECASE), "text/html"),
)


def kind_of(head: bytes) -> str:
    """Return the media type of a file that begins with ``head``; ``UNKNOWN`` when it tells none.

    Args:
        head: its first ``HEAD_BYTES`` bytes, or all of it.
    """
    return next((kind for mark, kind in _SIGNATURES if mark.match(head)), UNKNOWN)
