"""The worker: one thread talks to libvlc, one listens to show.

Decides what happens on each command and at each end of a clip. It does not decide when it has
hung: whatever takes too long here is show's to notice, and the answer is SIGKILL.
"""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, NoReturn

from player.errors import PlaybackError
from player.video.admission import (
    Playback,
    VideoTrack,
    admitted_track,
    check_sound,
    decoder_threads,
    demuxer_for,
    open_clip,
    sound_demuxer_for,
)
from player.video.channel import Channel
from player.video.clip_player import ClipPlayer
from player.video.geometry import Fill
from player.video.protocol import (
    Command,
    Ended,
    Failed,
    Heard,
    Listen,
    Play,
    Ready,
    Shown,
    Stop,
    Stopped,
)
from player.video.slots import SlotLedger
from player.video.writer import FrameWriter, Target

LOOK_S: Final = 0.2
STILL_LOOKS: Final = 6
"""So many looks without a new picture or sound: the clip stands still. With the interval at which
libvlc counts, and the fade, the clip's own picture stands within two seconds."""

TAIL_MS: Final = 2_500
"""Of a recording the last so much has been given to the loudspeaker and plays out: nothing more is
to come, and nothing of it can be missed that matters."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Begun:
    """Says that a clip has begun."""

    clip: int


@dataclass(frozen=True, slots=True)
class Over:
    """Says that libvlc is through with a clip."""

    clip: int
    failed: bool


Order = Play | Listen | Stop | Begun | Over


class Worker:
    """Carries out commands, one after the other."""

    def __init__(self, channel: Channel, ledger: SlotLedger, writer: FrameWriter) -> None:
        self._channel: Final = channel
        self._ledger: Final = ledger
        self._writer: Final = writer
        self._inbox: Final = SimpleQueue[Order]()
        self._playing: Play | Listen | None = None
        self._fd: int | None = None
        self._count = 0
        self._still = 0

    def note_begin(self) -> None:
        """Take note that the clip has begun; from libvlc's thread."""
        if self._playing is not None:
            self._inbox.put(Begun(self._playing.clip))

    def note_end(self, *, failed: bool) -> None:
        """Take note that libvlc is through with the clip; from libvlc's thread."""
        if self._playing is not None:
            self._inbox.put(Over(self._playing.clip, failed))

    def listen(self, leave: Callable[[], None]) -> None:
        """Take commands from show until it closes the socket; a thread of its own.

        Args:
            leave: ends the process without waiting for libvlc, which may hang.
        """
        while True:
            try:
                commands = self._channel.receive()
            except ValueError:
                logger.exception("show sent no command")
                commands = None
            if commands is None:
                leave()
                return
            for command in commands:
                self._take(command)

    def run(self, player: ClipPlayer, leave: Callable[[], None]) -> NoReturn:
        """Carry out commands for ever.

        Args:
            player: libvlc.
            leave: ends the process without waiting for libvlc.
        """
        Thread(target=self.listen, args=(leave,), name="listen", daemon=True).start()
        self._channel.send(Ready())
        while True:
            try:
                order = self._inbox.get(timeout=LOOK_S)
            except Empty:
                self.look(player)
            else:
                self.carry_out(order, player)

    def carry_out(self, order: Order, player: ClipPlayer) -> None:
        """Do one thing."""
        match order:
            case Play() | Listen():
                self._let_go(player)
                self._play(order, player)
            case Stop():
                self._stop(player)
            case Begun() | Over():
                if self._playing is not None and self._playing.clip == order.clip:
                    self._go_on(order, self._playing, player)

    def look(self, player: ClipPlayer) -> None:
        """See whether the clip goes on; one that has stood still for long has failed."""
        match self._playing:
            case Play() as play if self._writer.presented:
                self._judge(play, player.decoded(), "no new picture came", player)
            case Listen() as play if heard := player.heard():
                is_tail = player.left_ms() <= TAIL_MS
                if is_tail or heard > self._count:
                    self._channel.send(Heard(play.clip))
                if not is_tail:
                    self._judge(play, heard, "no more sound came", player)

    def _judge(self, play: Play | Listen, count: int, reason: str, player: ClipPlayer) -> None:
        self._still = self._still + 1 if count == self._count else 0
        self._count = count
        if self._still >= STILL_LOOKS:
            self._fail(play, reason, player)
            self._stop(player)

    def _go_on(self, change: Begun | Over, play: Play | Listen, player: ClipPlayer) -> None:
        if isinstance(change, Over):
            self._finish(player, play, failed=change.failed)
        elif play.volume is not None:
            player.set_volume(play.volume)

    def _play(self, play: Play | Listen, player: ClipPlayer) -> None:
        self._count = self._still = 0
        try:
            fd = self._fd = open_clip(play.path)
            if isinstance(play, Play):
                self._begin_film(play, fd, player)
            else:
                self._begin_recording(play, fd, player)
        except PlaybackError as error:
            self._playing = None
            self._fail(play, error.reason, player)
            self._stop(player)

    def _begin_film(self, play: Play, fd: int, player: ClipPlayer) -> None:
        demuxer = demuxer_for(play.path, fd)
        track = admitted_track(play.path, player.tracks(fd, demuxer))
        self._writer.begin(_target(play, track))
        self._playing = play
        player.play(fd, demuxer, Playback(decoder_threads(track), play.volume, play.start_ms))

    def _begin_recording(self, play: Listen, fd: int, player: ClipPlayer) -> None:
        demuxer = sound_demuxer_for(play.path, fd)
        check_sound(play.path, demuxer, player.tracks(fd, demuxer))
        self._playing = play
        player.play(fd, demuxer, Playback(None, play.volume, play.start_ms))

    def _finish(self, player: ClipPlayer, play: Play | Listen, *, failed: bool) -> None:
        self._playing = None
        if failed or not self._came(player, play):
            self._fail(play, "libvlc cannot play it", player)
        else:
            self._channel.send(Ended(play.clip))
            self._report(play, "played to its end")
        self._stop(player)

    def _came(self, player: ClipPlayer, play: Play | Listen) -> bool:
        """Whether anything was seen or heard at all."""
        if isinstance(play, Play):
            return self._writer.presented > 0
        player.stop()  # only then is all that was heard counted
        return player.heard() > 0

    def _stop(self, player: ClipPlayer) -> None:
        self._let_go(player)
        self._channel.send(Stopped())

    def _let_go(self, player: ClipPlayer) -> None:
        if self._playing is not None:
            self._report(self._playing, "stopped")
            self._playing = None
        player.stop()  # always: libvlc needs it after the end of a clip, too
        player.complaints()  # those of a clip that played, about hardware it did not find
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _report(self, play: Play | Listen, outcome: str) -> None:
        counts = {}
        if isinstance(play, Play):
            counts = {"presented": self._writer.presented, "dropped": self._writer.dropped}
        logger.info("clip over", extra={"path": play.path, "outcome": outcome, **counts})

    def _fail(self, play: Play | Listen, reason: str, player: ClipPlayer) -> None:
        complaints = player.complaints()
        # Show warns, once for each clip; here is what only libvlc knows.
        logger.info(
            "clip failed", extra={"path": play.path, "reason": reason, "libvlc": complaints}
        )
        self._channel.send(Failed(play.clip, reason))

    def _take(self, command: Command) -> None:
        # Slots are handed back at once: the other thread may be waiting for libvlc.
        if isinstance(command, Shown):
            self._ledger.acknowledge(command.held, command.seen)
        else:
            self._inbox.put(command)


def _target(play: Play, track: VideoTrack) -> Target:
    # libvlc turns a picture that lies on its side before it delivers it.
    turn = -1 if track.turned else 1
    stored = (track.width, track.height)[::turn]
    ratio = track.sample_ratio[::turn]
    asked = (play.width, play.height)
    return Target(play.clip, (stored[0], stored[1]), (ratio[0], ratio[1]), asked, Fill(play.fill))
