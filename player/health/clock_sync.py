"""Whether a time service keeps the clock of this machine.

systemd-timesyncd leaves a file once it has heard a server, and is what Debian installs. The call
that asks the kernel (adjtimex) is not among those the player may make.
Source: systemd-timesyncd.service(8), FILES.
"""

from pathlib import Path
from typing import Literal

SyncState = Literal["synchronised", "waiting", "unknown"]


def sync_state(run: Path = Path("/run")) -> SyncState:
    """Return whether the clock has been set by a server since the machine started.

    Returns:
        ``waiting``: the service runs and has heard no server; ``unknown``: another one may run.
    """
    folder = run / "systemd/timesync"
    try:
        if (folder / "synchronized").exists():
            return "synchronised"
        return "waiting" if folder.is_dir() else "unknown"
    except OSError:
        return "unknown"
