"""The worker: one thread talks to libvlc, one listens to show.

Decides what happens on each command and at each end of a clip. It does not decide when it has
hung: whatever takes too long here is show's to notice, and the answer is SIGKILL.
"""

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Final, NoReturn, Protocol

from player.errors import PlaybackError
from player.video.admission import (
    Playback,
    VideoTrack,
    admitted_track,
    decoder_threads,
    demuxer_for,
    open_clip,
)
from player.video.geometry import Fill
from player.video.protocol import (
    Command,
    Ended,
    Event,
    Failed,
    LineCutter,
    Play,
    Ready,
    Shown,
    Stop,
    Stopped,
    decode_command,
    encode,
)
from player.video.slots import SlotLedger
from player.video.writer import FrameWriter, Target

LOOK_S: Final = 0.2
STILL_LOOKS: Final = 6
"""So many looks without a new picture: the film stands still. With the interval at which libvlc
counts, and the fade, the clip's own picture stands within two seconds."""

_RECEIVE_BYTES: Final = 65_536
logger = logging.getLogger(__name__)


class ClipPlayer(Protocol):
    """What the worker needs of libvlc; documented in ``libvlc.VlcPlayer``."""

    def tracks(self, fd: int, demuxer: str) -> tuple[VideoTrack, ...]:
        """Read what the file says of its video tracks."""

    def play(self, fd: int, demuxer: str, how: Playback) -> None:
        """Start the file."""

    def decoded(self) -> int:
        """Return how many pictures have been decoded."""

    def set_volume(self, volume: int) -> None:
        """Set the volume of the clip that has begun."""

    def stop(self) -> None:
        """Stop whatever plays."""

    def complaints(self) -> str:
        """Return the latest error messages and forget them."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Says that a clip has begun."""

    clip: int


@dataclass(frozen=True, slots=True)
class Over:
    """Says that libvlc is through with a clip."""

    clip: int
    failed: bool


class Channel:
    """The worker's end of the socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection: Final = connection
        self._cutter: Final = LineCutter()
        self._lock: Final = Lock()

    def send(self, event: Event) -> None:
        """Send one event, whole; any thread. An event show will never read is dropped."""
        try:
            with self._lock:
                self._connection.sendall(encode(event), socket.MSG_NOSIGNAL)
        except OSError:
            # Show is gone; the listening thread sees that too and ends the process.
            logger.debug("event not sent", exc_info=True)

    def receive(self) -> tuple[Command, ...] | None:
        """Wait for commands.

        Returns:
            None when show has closed the socket.

        Raises:
            ValueError: what came is no command.
        """
        try:
            received = self._connection.recv(_RECEIVE_BYTES)
        except OSError:
            return None
        if not received:
            return None
        return tuple(map(decode_command, self._cutter.cut(received)))


class Worker:
    """Carries out commands, one after the other."""

    def __init__(self, channel: Channel, ledger: SlotLedger, writer: FrameWriter) -> None:
        self._channel: Final = channel
        self._ledger: Final = ledger
        self._writer: Final = writer
        self._inbox: Final = SimpleQueue[Play | Stop | Begun | Over]()
        self._playing: Play | None = None
        self._fd: int | None = None
        self._decoded = 0
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

    def carry_out(self, order: Play | Stop | Begun | Over, player: ClipPlayer) -> None:
        """Do one thing."""
        match order:
            case Play():
                self._let_go(player)
                self._play(order, player)
            case Stop():
                self._stop(player)
            case Begun() | Over():
                if self._playing is not None and self._playing.clip == order.clip:
                    self._go_on(order, self._playing, player)

    def look(self, player: ClipPlayer) -> None:
        """See whether the film moves; one that has stood still for long has failed."""
        if self._playing is None or not self._writer.presented:
            return
        decoded = player.decoded()
        self._still = self._still + 1 if decoded == self._decoded else 0
        self._decoded = decoded
        if self._still >= STILL_LOOKS:
            self._fail(self._playing, "no new picture came", player)
            self._stop(player)

    def _go_on(self, change: Begun | Over, play: Play, player: ClipPlayer) -> None:
        if isinstance(change, Over):
            self._finish(player, play, failed=change.failed)
        elif play.volume is not None:
            player.set_volume(play.volume)

    def _play(self, play: Play, player: ClipPlayer) -> None:
        try:
            fd = self._fd = open_clip(play.path)
            demuxer = demuxer_for(play.path, fd)
            track = admitted_track(play.path, player.tracks(fd, demuxer))
            self._writer.begin(_target(play, track))
            self._playing = play
            self._decoded = self._still = 0
            how = Playback(decoder_threads(track), play.volume, play.start_ms)
            player.play(fd, demuxer, how)
        except PlaybackError as error:
            self._playing = None
            self._fail(play, error.reason, player)
            self._stop(player)

    def _finish(self, player: ClipPlayer, play: Play, *, failed: bool) -> None:
        self._playing = None
        if failed or not self._writer.presented:
            self._fail(play, "libvlc cannot play it", player)
        else:
            self._channel.send(Ended(play.clip))
            self._report(play, "played to its end")
        self._stop(player)

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

    def _report(self, play: Play, outcome: str) -> None:
        counts = {"presented": self._writer.presented, "dropped": self._writer.dropped}
        logger.info("clip over", extra={"path": play.path, "outcome": outcome, **counts})

    def _fail(self, play: Play, reason: str, player: ClipPlayer) -> None:
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
