"""What show and its worker say to each other, and what is refused."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.video.geometry import Fill
from player.video.protocol import (
    MAX_LINE_BYTES,
    MAX_NUMBER,
    MAX_REASON_CHARS,
    Command,
    Ended,
    Event,
    Failed,
    FrameAt,
    Heard,
    LineCutter,
    Listen,
    Opened,
    Play,
    Ready,
    Shown,
    Stop,
    Stopped,
    decode_command,
    decode_event,
    encode,
)

NUMBER = st.integers(0, MAX_NUMBER)
PATH = st.binary(max_size=200).map(lambda raw: "/" + os.fsdecode(raw.replace(b"\0", b"")))
PLAY = st.builds(
    Play,
    clip=NUMBER,
    path=PATH,
    width=st.integers(1, 9999),
    height=st.integers(1, 9999),
    fill=st.sampled_from([fill.value for fill in Fill]),
    volume=st.none() | st.integers(0, 100),
    start_ms=NUMBER,
)
LISTEN = st.builds(Listen, clip=NUMBER, path=PATH, volume=st.integers(0, 100), start_ms=NUMBER)
COMMANDS = PLAY | LISTEN | st.just(Stop()) | st.builds(Shown, NUMBER, NUMBER)
PLAIN = st.text(st.characters(exclude_categories=("C", "Z")), max_size=MAX_REASON_CHARS)
EVENTS = (
    st.sampled_from((Ready(), Stopped()))
    | st.builds(Opened, NUMBER, NUMBER, NUMBER)
    | st.builds(FrameAt, NUMBER, NUMBER, NUMBER)
    | st.builds(Heard, NUMBER)
    | st.builds(Ended, NUMBER)
    | st.builds(Failed, NUMBER, PLAIN)
)


@given(COMMANDS)
def test_command_arrives_as_it_was_sent(command: Command) -> None:
    """Also with a path of bytes that are no text, and with a line feed in it."""
    line = encode(command)
    assert line.count(b"\n") == 1
    assert decode_command(line[:-1]) == command


@given(EVENTS)
def test_event_arrives_as_it_was_sent(event: Event) -> None:
    assert decode_event(encode(event)[:-1]) == event


@given(st.binary(max_size=60))
def test_any_bytes_are_an_event_or_refused(line: bytes) -> None:
    """No other error ever comes out of what a broken worker says."""
    try:
        decode_event(line)
    except ValueError:
        return


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"[1]",
        b'["quit"]',
        b'["stop", 1]',
        b'["shown", 1]',
        b'["shown", 1, -1]',
        b'["shown", 1, true]',
        b'["shown", 1, 1.5]',
        b'["shown", 1, 99999999999999999999]',
        b'["frame", 1, 2, 0]',
        b'["play", 1, "relative.mp4", 10, 10, "fit", null, 0]',
        b'["play", 1, "/a\\u0000.mp4", 10, 10, "fit", null, 0]',
        b'["play", 1, "/a.mp4", 0, 10, "fit", null, 0]',
        b'["play", 1, "/a.mp4", 10, 10, "stretch", null, 0]',
        b'["play", 1, "/a.mp4", 10, 10, "fit", 101, 0]',
        b'["listen", 1, "relative.m4a", 60, 0]',
        b'["listen", 1, "/a.m4a", 101, 0]',
        b'["listen", 1, "/a.m4a", null, 0]',
        b"[" * 5000,
        b"[1" + b"0" * 5000 + b"]",
    ],
)
def test_line_that_is_no_command_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_command(line)


def test_reason_is_made_fit_for_a_log_line() -> None:
    event = decode_event(encode(Failed(1, "a\nb\x1b[31m" + "c" * 999))[:-1])
    assert isinstance(event, Failed)
    assert event.reason.startswith("a b [31mc")
    assert len(event.reason) == MAX_REASON_CHARS


@given(st.lists(st.binary(max_size=20).filter(lambda line: b"\n" not in line)), st.data())
def test_lines_survive_being_cut_anywhere(lines: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(line + b"\n" for line in lines)
    cutter, found = LineCutter(), list[bytes]()
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        found += cutter.cut(stream[:size])
        stream = stream[size:]
    assert found == lines


def test_line_without_end_is_not_kept() -> None:
    cutter = LineCutter()
    cutter.cut(b"x" * MAX_LINE_BYTES)
    with pytest.raises(ValueError, match="without end"):
        cutter.cut(b"x")
