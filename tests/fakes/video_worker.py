"""A video worker without a process: the test says what it does, over a real socket and ring."""

import ctypes
import os
import socket
from dataclasses import dataclass, field

from player.video.frames import FrameHeader, FrameRing
from player.video.geometry import stride_of
from player.video.launch import Order
from player.video.protocol import (
    Command,
    Event,
    FrameAt,
    LineCutter,
    Shown,
    decode_command,
    encode,
)
from player.video.slots import SlotLedger

KILLED = -9


class FakeWorker:
    """One worker, as the client sees it."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.status: int | None = None
        self.is_stubborn = False
        self.held = 0
        self.ledger = SlotLedger(dict([order.held] if order.held else []), order.next_serial)
        self.ring = FrameRing(os.dup(order.ring_fd), writable=True)
        self.socket = socket.socket(fileno=os.dup(order.socket_fd))
        self.socket.settimeout(0)
        self._cutter = LineCutter()

    def kill(self) -> None:
        """End as by SIGKILL."""
        if self.status is None:
            self.die(KILLED)

    def reap(self, timeout_s: float) -> int | None:
        """Return the status, unless the worker is in the hands of a broken disk."""
        del timeout_s
        return None if self.is_stubborn else self.status

    def held_bytes(self) -> int:
        """Return what the test says."""
        return self.held

    def die(self, status: int) -> None:
        """End by itself."""
        self.status = status
        self.socket.close()
        self.ring.close()

    def say(self, *events: Event) -> None:
        """Send events."""
        for event in events:
            self.socket.sendall(encode(event))

    def heard(self) -> list[Command]:
        """Return the commands that have come; slots given back are free from now on."""
        try:
            received = self.socket.recv(65_536)
        except BlockingIOError:
            return []
        commands = [decode_command(line) for line in self._cutter.cut(received)]
        for command in commands:
            if isinstance(command, Shown):
                self.ledger.acknowledge(command.held, command.seen)
        return commands

    def show_frame(self, clip: int, pixel: bytes, size: tuple[int, int] = (16, 8)) -> int | None:
        """Make a frame of one colour; None when every slot is the reader's."""
        self.heard()
        slot = self.ledger.take()
        if slot is None:
            return None
        width, height = size
        pixels = pixel * (stride_of(width) // len(pixel) * height)
        ctypes.memmove(self.ring.address(slot), pixels, len(pixels))
        serial = self.ledger.publish()
        self.ring.write_header(slot, FrameHeader(serial, width, height, stride_of(width)))
        self.say(FrameAt(clip, serial, slot))
        return serial


@dataclass
class FakeLaunch:
    """Starts fake workers and keeps them."""

    workers: list[FakeWorker] = field(default_factory=list)
    error: OSError | None = None

    def __call__(self, order: Order) -> FakeWorker:
        """Start one."""
        if self.error is not None:
            raise self.error
        self.workers.append(FakeWorker(order))
        return self.workers[-1]

    @property
    def worker(self) -> FakeWorker:
        """The newest one."""
        return self.workers[-1]
