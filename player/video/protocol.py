"""What show and its video worker say to each other: one short JSON line per message. Pure.

A line is ``["name", value, …]``, values in the order of the message's fields. Whatever does not
say exactly that is refused with ValueError: a worker that has decoded hostile video is not
believed further than this module checks.

There is no ``quit`` and no ``ping``: the worker ends when the socket closes, and every command
that can hang has an answer with a deadline: ``Ready``, ``Opened``, ``FrameAt``, ``Heard``,
``Stopped``.
"""

import json
from dataclasses import Field, dataclass, fields
from typing import Final, TypeVar

from player.video.geometry import Fill

MAX_LINE_BYTES: Final = 16_384
"""Longer than any path Linux takes, escaped; a longer line is not ours."""
MAX_REASON_CHARS: Final = 300
MAX_NUMBER: Final = 1 << 53
MAX_VOLUME: Final = 100


@dataclass(frozen=True, slots=True)
class Play:
    """Play a local file from its beginning, instead of whatever is playing.

    Attributes:
        clip: number of this playing; later ones are larger.
        path: absolute path; bytes that are not UTF-8 as surrogates, as in ``os.fsdecode``.
        width: of the place on screen, in device pixels.
        height: the same.
        fill: a value of ``Fill``.
        volume: 0 to 100; None plays no sound at all.
        start_ms: where in the clip to begin, for a screen that comes late.
    """

    clip: int
    path: str
    width: int
    height: int
    fill: str
    volume: int | None
    start_ms: int


@dataclass(frozen=True, slots=True)
class Listen:
    """Play the sound of a local file that holds nothing else, instead of whatever is playing.

    Attributes:
        clip: number of this playing, counted together with those of ``Play``.
        path: as in ``Play``.
        volume: 0 to 100.
        start_ms: where in the recording to begin.
    """

    clip: int
    path: str
    volume: int
    start_ms: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop whatever is playing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The reader holds frame ``held`` and will not ask for another up to ``seen``.

    Every slot whose frame is not ``held`` and not later than ``seen`` is the writer's again.
    """

    held: int
    seen: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker's libvlc is there; commands are carried out from now on."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The clip's first picture is being made, ``width`` x ``height`` pixels of the ring."""

    clip: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FrameAt:
    """Frame number ``serial`` lies in ``slot``; it is due on screen now."""

    clip: int
    serial: int
    slot: int


@dataclass(frozen=True, slots=True)
class Heard:
    """More of the recording has been given to the loudspeaker."""

    clip: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The clip has been played to its end."""

    clip: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The clip cannot be played, or not further; ``reason`` is for the log."""

    clip: int
    reason: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """libvlc has let go of a clip that was stopped, has ended or failed."""


Command = Play | Listen | Stop | Shown
Event = Ready | Opened | FrameAt | Heard | Ended | Failed | Stopped
Message = TypeVar("Message", Command, Event)

_COMMANDS: Final[dict[str, type[Command]]] = {
    "play": Play,
    "listen": Listen,
    "stop": Stop,
    "shown": Shown,
}
_EVENTS: Final[dict[str, type[Event]]] = {
    "ready": Ready,
    "opened": Opened,
    "frame": FrameAt,
    "heard": Heard,
    "ended": Ended,
    "failed": Failed,
    "stopped": Stopped,
}
_FILLS: Final = frozenset(fill.value for fill in Fill)
_NAMES: Final[dict[type[Command | Event], str]] = {
    kind: name for table in (_COMMANDS, _EVENTS) for name, kind in table.items()
}


def encode(message: Command | Event) -> bytes:
    """Return the message as one line, its line feed included."""
    values = [getattr(message, field.name) for field in fields(message)]
    line = json.dumps([_NAMES[type(message)], *values], ensure_ascii=False)
    return line.encode("utf-8", "surrogateescape") + b"\n"


def decode_command(line: bytes) -> Command:
    """Read what show asks of the worker.

    Args:
        line: without its line feed.

    Raises:
        ValueError: the line is no command.
    """
    command = _decode(line, _COMMANDS)
    if isinstance(command, Play | Listen):
        _check_file(command)
    if isinstance(command, Play) and not (
        command.fill in _FILLS and command.width and command.height
    ):
        raise ValueError(f"no place on screen: {command!r:.200}")
    return command


def decode_event(line: bytes) -> Event:
    """Read what the worker tells show.

    Args:
        line: without its line feed.

    Returns:
        An event; the reason of a failure cut to ``MAX_REASON_CHARS``, its control characters
        replaced, so that it is safe in a log line.

    Raises:
        ValueError: the line is no event.
    """
    event = _decode(line, _EVENTS)
    if isinstance(event, Failed):
        reason = "".join(char if char.isprintable() else " " for char in event.reason)
        return Failed(event.clip, reason[:MAX_REASON_CHARS])
    return event


def _decode(line: bytes, table: dict[str, type[Message]]) -> Message:
    try:
        said = json.loads(line.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a line of this protocol: {line[:80]!r}") from error
    if not (isinstance(said, list) and said and isinstance(said[0], str) and said[0] in table):
        raise ValueError(f"unknown message: {line[:80]!r}")
    kind = table[said[0]]
    expected = fields(kind)
    if len(said) - 1 != len(expected) or not all(map(_fits, said[1:], expected)):
        raise ValueError(f"wrong values: {line[:80]!r}")
    return kind(*said[1:])


def _fits(value: object, field: Field[object]) -> bool:
    if isinstance(value, bool) or not isinstance(value, field.type):  # type: ignore[arg-type]
        return False
    return not isinstance(value, int) or 0 <= value <= MAX_NUMBER


def _check_file(play: Play | Listen) -> None:
    if not play.path.startswith("/") or "\0" in play.path or (play.volume or 0) > MAX_VOLUME:
        raise ValueError(f"cannot be played: {play!r:.200}")


class LineCutter:
    """Cuts what comes through a socket into lines, and refuses to hold more than one long line."""

    def __init__(self) -> None:
        self._rest = b""

    def cut(self, received: bytes) -> tuple[bytes, ...]:
        """Return the lines completed by ``received``, without their line feeds.

        Raises:
            ValueError: a line is longer than ``MAX_LINE_BYTES``.
        """
        *lines, self._rest = (self._rest + received).split(b"\n")
        if max(map(len, (*lines, self._rest))) > MAX_LINE_BYTES:
            raise ValueError("a line without end")
        return tuple(lines)
