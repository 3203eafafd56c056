"""Which libvlc this machine plays with. Asked in a child: show never loads libvlc."""

import subprocess
import sys
from typing import Final

LIMIT_S: Final = 5.0


def libvlc_version() -> str:
    """Return the version of libvlc, such as ``3.0.21 Vetinari``; "": there is none that works.

    Takes a fifth of a second: not for the GUI thread.
    """
    command = [sys.executable, "-m", "player.video.tell_version"]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and module)
            command, capture_output=True, text=True, timeout=LIMIT_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
