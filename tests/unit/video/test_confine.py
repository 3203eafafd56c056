"""What the worker has given up before it looks at any video."""

import subprocess
import sys

CONFINED = """
import resource, socket
from pathlib import Path
from player.video.confine import MAX_PRIVATE_BYTES, confine
confine(Path("/proc/self"))
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET):
    try:
        socket.socket(family, socket.SOCK_DGRAM).close()
    except PermissionError:
        continue
    print("open:", family)
socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close()
print(resource.getrlimit(resource.RLIMIT_CORE), Path("/proc/self/oom_score_adj").read_text())
try:
    bytearray(MAX_PRIVATE_BYTES)
except MemoryError:
    print("bounded")
"""


def test_confined_process_has_no_network_no_core_and_bounded_memory() -> None:
    """In a process of its own: there is no way back."""
    done = subprocess.run(
        [sys.executable, "-c", CONFINED], capture_output=True, text=True, check=True
    )
    assert (done.stdout.split("\n"), done.stderr) == (["(0, 0) 1000", "", "bounded", ""], "")
