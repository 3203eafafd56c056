"""libvlc's binary interface where python-vlc declares it wrong or not at all.

Wrong in python-vlc 3.0.21203: the chroma of the format callback is a string, which cannot be
written; the union in a track's description is three pointers in a row, so that whatever is read
of a track lies past its end. Its event managers keep 1.7 kB of every media for good.
"""

import ctypes
from collections.abc import Callable
from typing import Any, Final, Protocol

import vlc

from player.video.admission import MAX_PIXELS, OtherTrack, SoundTrack, Track, VideoTrack
from player.video.scaler import PLANES
from player.video.writer import FULL_RANGE_CHROMA, FrameWriter

CHROMA: Final = b"I420"
_SOUND, _VIDEO = 0, 1
_FIRST_TURNED: Final = 4  # libvlc_video_orient_left_top; this and the later ones lie on a side

_Pointers = ctypes.POINTER(ctypes.c_void_p)
_Numbers = ctypes.POINTER(ctypes.c_uint)
_Letters = ctypes.POINTER(ctypes.c_ubyte)
Setup: Final = ctypes.CFUNCTYPE(
    ctypes.c_uint, _Pointers, _Letters, _Numbers, _Numbers, _Numbers, _Numbers
)
Cleanup: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
Lock: Final = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, _Pointers)
Unlock: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, _Pointers)
Display: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
Parsed: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
Log: Final = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)

Untyped = Any  # an object of python-vlc, which ships no types


class _Cells(Protocol):
    """A pointer to numbers of libvlc's."""

    def __getitem__(self, index: int, /) -> int: ...

    def __setitem__(self, index: int, value: int, /) -> None: ...


class _Video(ctypes.Structure):
    """``libvlc_video_track_t``, as far as it is read."""

    _fields_ = tuple(
        (name, ctypes.c_uint)
        for name in ("height", "width", "sar_num", "sar_den", "rate_num", "rate_den", "orientation")
    )


class _Sound(ctypes.Structure):
    """``libvlc_audio_track_t``."""

    _fields_ = (("channels", ctypes.c_uint), ("rate", ctypes.c_uint))


class _Detail(ctypes.Union):
    """What belongs to a track of one type."""

    _fields_ = (("sound", ctypes.POINTER(_Sound)), ("video", ctypes.POINTER(_Video)))


class _Track(ctypes.Structure):
    """``libvlc_media_track_t``, as far as it is read."""

    _fields_ = (
        ("codec", ctypes.c_uint32),
        ("original_fourcc", ctypes.c_uint32),
        ("id", ctypes.c_int),
        ("type", ctypes.c_int),
        ("profile", ctypes.c_int),
        ("level", ctypes.c_int),
        ("detail", _Detail),
    )


def connect(player: Untyped, writer: FrameWriter) -> tuple[object, ...]:
    """Have a player deliver its pictures to ``writer``, as planar 4:2:0 at their stored size.

    Returns:
        What libvlc knows by address only; keep it as long as the player.
    """
    set_up, lock = Setup(_setup_of(writer)), Lock(_lock_of(writer))
    clean_up = Cleanup(lambda _opaque: None)
    unlock = Unlock(lambda _opaque, _picture, _planes: writer.convert())
    display = Display(lambda _opaque, _picture: writer.display())
    vlc.dll.libvlc_video_set_format_callbacks(player, set_up, clean_up)
    vlc.dll.libvlc_video_set_callbacks(player, lock, unlock, display, None)
    return set_up, clean_up, lock, unlock, display


def when_parsed(media: Untyped, call: object, number: int) -> None:
    """Have ``call``, a ``Parsed`` that outlives ``media``, told ``number`` when it is parsed."""
    events = vlc.libvlc_media_event_manager(media)
    vlc.dll.libvlc_event_attach(
        events, vlc.EventType.MediaParsedChanged.value, call, ctypes.c_void_p(number)
    )


def tracks_of(media: Untyped) -> tuple[Track, ...]:
    """Return what a parsed media says of its tracks, in order."""
    found = ctypes.POINTER(ctypes.POINTER(_Track))()
    count = vlc.dll.libvlc_media_tracks_get(media, ctypes.byref(found))
    try:
        return tuple(_track(found[index].contents) for index in range(count))
    finally:
        vlc.dll.libvlc_media_tracks_release(found, count)


def _setup_of(writer: FrameWriter) -> Callable[..., int]:
    def set_up(  # the signature is libvlc_video_format_cb's
        _opaque: object, chroma: _Cells, width: _Cells, height: _Cells, pitch: _Cells, rows: _Cells
    ) -> int:
        if width[0] * height[0] > MAX_PIXELS:
            return 0  # its container has lied
        # Called several times: libvlc first offers the chromas of graphics hardware.
        offered = bytes(chroma[index] for index in range(len(CHROMA)))
        taken = FULL_RANGE_CHROMA if offered == FULL_RANGE_CHROMA else CHROMA
        picture = writer.layout(taken)
        for index, letter in enumerate(taken):
            chroma[index] = letter
        width[0], height[0] = picture.conversion.stored
        for plane in range(PLANES):
            pitch[plane], rows[plane] = picture.pitches[plane], picture.rows[plane]
        return 1

    return set_up


def _lock_of(writer: FrameWriter) -> Callable[..., None]:
    def lock(_opaque: object, planes: _Cells) -> None:
        for plane, address in enumerate(writer.planes):
            planes[plane] = address

    return lock


def _track(track: _Track) -> Track:
    codec = track.codec.to_bytes(4, "little").decode("ascii", "replace")
    if track.type == _SOUND:
        sound = track.detail.sound.contents
        return SoundTrack(codec, sound.channels, sound.rate)
    if track.type != _VIDEO:
        return OtherTrack()
    video = track.detail.video.contents
    return VideoTrack(
        codec=codec,
        width=video.width,
        height=video.height,
        sample_ratio=(video.sar_num, video.sar_den),
        frame_rate=video.rate_num / video.rate_den if video.rate_den else None,
        turned=video.orientation >= _FIRST_TURNED,
    )
