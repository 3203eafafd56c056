"""A display that nobody looks at: Xvfb on a free number, for as long as a ``with`` block lasts."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

SIZE: Final = (1920, 1080)
"""Width and height in pixels, of a full-HD screen."""

END_S: Final = 5.0
"""How long a process may take to end before it is killed."""


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and wait for it: asked first, killed when it does not listen."""
    process.terminate()
    try:
        process.wait(END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def virtual_display(size: tuple[int, int] = SIZE, *options: str) -> Iterator[str]:
    """Start Xvfb, hand out its name (``:7``), and stop it.

    Args:
        size: width and height in pixels.
        options: more arguments of Xvfb.

    Yields:
        The value for ``DISPLAY``.

    Raises:
        RuntimeError: Xvfb ended before it was ready.
    """
    reader, writer = os.pipe()
    arguments = ["-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp", *options]
    with os.fdopen(reader, encoding="ascii") as answer:
        xvfb = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), *arguments],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        try:
            os.close(writer)
            number = answer.readline().strip()
            if not number:
                raise RuntimeError(f"Xvfb did not start (exit code {xvfb.wait()})")
            yield f":{number}"
        finally:
            stop(xvfb)
