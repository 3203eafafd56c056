"""Root of the video worker process: ``python -m player.main.worker``, started by show alone.

It imports neither Qt nor pydantic. It ends when show closes the socket, whatever libvlc does.
"""

import argparse
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from player.heap import share_arenas
from player.main.logs import set_up_logging
from player.video.channel import Channel
from player.video.confine import confine
from player.video.frames import FrameRing
from player.video.libvlc import VlcPlayer
from player.video.slots import SlotLedger
from player.video.sound import sound_options
from player.video.worker import Worker
from player.video.writer import FrameWriter

logger = logging.getLogger(__name__)


def main(words: Sequence[str] | None = None) -> None:
    """Serve show until it closes the socket; never returns.

    Args:
        words: the command line; None for this process's own.
    """
    # Ctrl-C in a terminal reaches the whole group; show decides what ends when.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _keep_stderr_for_logging()
    set_up_logging()
    order = _parser().parse_args(words)
    share_arenas()
    confine(Path("/proc/self"))
    held = {} if order.held_slot is None else {order.held_slot: order.held_serial}
    ledger = SlotLedger(held, order.next_serial)
    channel = Channel(socket.socket(fileno=order.socket_fd))
    ring = FrameRing(order.ring_fd, writable=True)
    writer = FrameWriter(ring, ledger, channel.send)
    worker = Worker(channel, ledger, writer)
    try:
        player = VlcPlayer(writer, worker, sound_options(Path("/proc/asound/cards")))
        worker.run(player, leave=partial(os._exit, os.EX_OK))
    except Exception:
        logger.critical("the video worker ends", exc_info=True)
        # Not by returning: the interpreter would wait for libvlc's threads.
        os._exit(os.EX_SOFTWARE)


def _keep_stderr_for_logging() -> None:
    """Let only log lines through to standard error.

    The decoders inside libvlc write there themselves, a broken clip a line or more per frame.
    """
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1, errors="backslashreplace")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="player.main.worker", allow_abbrev=False)
    for name in ("--socket-fd", "--ring-fd", "--next-serial"):
        parser.add_argument(name, type=int, required=True)
    for name in ("--held-slot", "--held-serial"):
        parser.add_argument(name, type=int)
    return parser


if __name__ == "__main__":
    main()
