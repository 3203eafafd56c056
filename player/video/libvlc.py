"""libvlc behind the calls of ``ClipPlayer``; nothing else touches it.

The callbacks run on libvlc's threads; they call the writer and the listener and never libvlc.
"""

import ctypes
from collections import deque
from collections.abc import Sequence
from functools import partial
from queue import Empty, SimpleQueue
from typing import Final, Protocol

import vlc

from player.errors import PlaybackError
from player.video.admission import Playback, Track
from player.video.vlc_abi import Log, Parsed, Untyped, connect, tracks_of, when_parsed
from player.video.writer import FrameWriter

OPTIONS: Final = (
    "--ignore-config",
    "--no-lua",  # no script fetches or parses anything
    "--no-metadata-network-access",
    "--no-auto-preparse",
    "--no-interact",
    "--no-sub-autodetect-file",  # it would read every file beside the video
    "--no-mkv-preload-local-dir",  # the same, for linked Matroska segments
    "--no-spu",
    "--no-osd",
    "--no-video-title-show",
    "--no-snapshot-preview",
    "--no-disable-screensaver",  # talks to the desktop; that is show's business
    "--vout=vmem",
    "--avcodec-hw=none",  # frames must come to memory anyway, and drivers crash
)
PARSE_TIMEOUT_MS: Final = 1500
_ERROR_LEVEL: Final = 4
_A_DAY_MS: Final = 86_400_000
_COMPLAINTS_KEPT: Final = 3
_COMPLAINT_BYTES: Final = 200


class Listener(Protocol):
    """Whoever is told what becomes of a clip; called from threads of libvlc."""

    def note_begin(self) -> None:
        """Take note that the clip has begun."""

    def note_end(self, *, failed: bool) -> None:
        """Take note that the clip is over."""


class VlcPlayer:
    """One libvlc instance and one player, used for clip after clip.

    A player for each clip would leak (parklez/twitch-bot issue 1).
    """

    def __init__(
        self, writer: FrameWriter, listener: Listener, more_options: Sequence[str] = ()
    ) -> None:
        """Start libvlc.

        Args:
            writer: where pictures go.
            listener: is told when a clip begins and ends.
            more_options: of libvlc, e.g. ``--aout=dummy``.

        Raises:
            PlaybackError: libvlc refuses its options.
        """
        instance = vlc.Instance([*OPTIONS, *more_options])
        if instance is None:
            raise PlaybackError("libvlc", "does not start with its options")
        self._instance: Final = instance
        self._complaints: Final = deque[str](maxlen=_COMPLAINTS_KEPT)
        self._format_c: Final = ctypes.CDLL(None).vsnprintf
        self._format_c.argtypes = (
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_void_p,
        )
        self._log: Final = Log(self._on_log)
        vlc.dll.libvlc_log_set(instance, self._log, None)
        self._asked = 0
        self._parsed: Final = SimpleQueue[int]()
        self._parsed_c: Final = Parsed(lambda _event, number: self._parsed.put(number))
        self._player: Final = instance.media_player_new()
        self._callbacks: Final = connect(self._player, writer)
        self._events: Final = self._player.event_manager()
        kinds = vlc.EventType
        for kind, note in (
            (kinds.MediaPlayerPlaying, listener.note_begin),
            (kinds.MediaPlayerEndReached, partial(listener.note_end, failed=False)),
            (kinds.MediaPlayerEncounteredError, partial(listener.note_end, failed=True)),
        ):
            self._events.event_attach(kind, lambda _event, note: note(), note)

    def tracks(self, fd: int, demuxer: str) -> tuple[Track, ...]:
        """Read what a file says of its tracks, without decoding anything.

        Args:
            fd: of the open file.
            demuxer: the only one allowed to read it.

        Returns:
            The tracks in order; none when the file cannot be read in time.
        """
        media = self._media(fd, demuxer)
        self._asked += 1
        when_parsed(media, self._parsed_c, self._asked)
        try:
            media.parse_with_options(vlc.MediaParseFlag.local, PARSE_TIMEOUT_MS)
            # One that was given up before may be told late.
            while self._parsed.get(timeout=PARSE_TIMEOUT_MS / 1000) != self._asked:
                continue
            return tracks_of(media)
        except Empty:
            return ()
        finally:
            media.parse_stop()
            media.release()

    def play(self, fd: int, demuxer: str, how: Playback) -> None:
        """Start a file; nothing may be playing.

        Args:
            fd: of the open file; must stay open until ``stop``.
            demuxer: the only one allowed to read it.
            how: to play it.

        Raises:
            PlaybackError: libvlc does not even begin.
        """
        media = self._media(fd, demuxer)
        if how.threads is None:
            media.add_option(":no-video")
        else:
            media.add_option(f":avcodec-threads={how.threads}")
        if how.start_ms:
            media.add_option(f":start-time={how.start_ms / 1000:.3f}")
        if how.volume is None:
            media.add_option(":no-audio")
        else:
            self.set_volume(how.volume)
        self._player.set_media(media)
        media.release()
        if self._player.play() != 0:
            raise PlaybackError("libvlc", "does not begin to play")

    def decoded(self) -> int:
        """Return how many pictures of the clip that plays have been decoded so far.

        libvlc shows the last picture again and again while no new one comes, so that frames are
        no sign of progress. Counted four times a second.
        """
        return int(self._counts().decoded_video)

    def heard(self) -> int:
        """Return how many blocks of sound of the clip were given to the loudspeaker so far.

        The position is no sign of progress: that of a file that cannot be decoded goes on all the
        same. Counted four times a second, and a last time by ``stop``.
        """
        return int(self._counts().played_abuffers)

    def left_ms(self) -> int:
        """Return how much of the clip is still to come; a day where nobody knows."""
        length_ms, at_ms = self._player.get_length(), self._player.get_time()
        return max(0, length_ms - at_ms) if length_ms > 0 and at_ms >= 0 else _A_DAY_MS

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to 100; on libvlc's own scale, 50 is an eighth of the amplitude.

        Before a clip has begun only a player's first clip takes it; a later one begins, for a
        fifth of a second, as loud as the one before. So it is set before and when it has begun.
        """
        self._player.audio_set_volume(volume)

    def stop(self) -> None:
        """Stop playing. Can hang for ever (oaubert/python-vlc issue 74); show kills the worker."""
        self._player.stop()

    def complaints(self) -> str:
        """Return libvlc's latest error messages since the last call, in one line."""
        said = "; ".join(self._complaints)
        self._complaints.clear()
        return said

    def _counts(self) -> Untyped:
        counts = vlc.MediaStats()
        media = self._player.get_media()
        if media is not None:
            media.get_stats(ctypes.byref(counts))
            media.release()
        return counts

    def _media(self, fd: int, demuxer: str) -> Untyped:
        media = self._instance.media_new_path(f"/proc/self/fd/{fd}")
        media.add_option(f":demux={demuxer}")
        return media

    def _on_log(self, _own: object, level: int, _context: object, text: int, args: int) -> None:
        if level < _ERROR_LEVEL:
            return
        line = ctypes.create_string_buffer(_COMPLAINT_BYTES)
        self._format_c(line, _COMPLAINT_BYTES, text, args)
        self._complaints.append(line.value.decode("utf-8", "replace"))
