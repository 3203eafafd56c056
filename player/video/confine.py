"""What the worker gives up before it looks at any video.

A file can lie about its size and a decoder can be broken into. So the worker is the first the
system ends when memory runs out, cannot take memory without bound, leaves no core file, and
cannot open a network socket, whichever of libvlc's modules would like to.
"""

import contextlib
import ctypes
import logging
import os
import platform
import resource
import struct
from pathlib import Path
from typing import Final

MAX_PRIVATE_BYTES: Final = 2 << 30
"""1080p takes 0.2 GB. A file that wants more than this makes libvlc fail, and only its clip."""
OOM_SCORE: Final = "1000"

_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_SECCOMP_MODE_FILTER: Final = 2
_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000 | 1  # EPERM
_AF_UNIX: Final = 1
_IO_URING_SETUP: Final = 425  # the same everywhere; a way round the socket call
_ARCHITECTURES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""machine -> (AUDIT_ARCH_*, number of the socket call). Source: linux/audit.h, asm/unistd.h."""

# Classic BPF: load a word of the call's description; compare and jump; return.
_LOAD: Final = 0x20
_JUMP_IF_EQUAL: Final = 0x15
_RETURN: Final = 0x06
_NUMBER_AT: Final = 0
_ARCHITECTURE_AT: Final = 4
_FIRST_ARGUMENT_AT: Final = 16  # its low half; both machines are little-endian


logger = logging.getLogger(__name__)


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def confine(process: Path) -> None:
    """Confine this process, for good; before any thread is started.

    Args:
        process: ``/proc/self``.
    """
    with contextlib.suppress(OSError):  # a system that denies it has limits of its own
        (process / "oom_score_adj").write_text(OOM_SCORE, encoding="ascii")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (MAX_PRIVATE_BYTES, MAX_PRIVATE_BYTES))
    machine = _ARCHITECTURES.get(platform.machine())
    if machine is None or not _install(socket_filter(*machine)):
        logger.info("the kernel refuses this process no network", extra={"kernel": os.uname()[2]})


def socket_filter(architecture: int, socket_call: int) -> bytes:
    """Return a seccomp filter that refuses every socket but local ones.

    Args:
        architecture: AUDIT_ARCH_* of the machine; calls in another machine's way are refused.
        socket_call: number of ``socket`` on it.

    Returns:
        Eight bytes for each instruction of classic BPF.
    """
    program = (
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_IF_EQUAL, 0, 5, architecture),  # else refuse
        (_LOAD, 0, 0, _NUMBER_AT),
        (_JUMP_IF_EQUAL, 3, 0, _IO_URING_SETUP),  # then refuse
        (_JUMP_IF_EQUAL, 0, 3, socket_call),  # else allow
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_JUMP_IF_EQUAL, 1, 0, _AF_UNIX),  # then allow
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    )
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in program)


def _install(code: bytes) -> bool:
    library = ctypes.CDLL(None)
    program = _Program(len(code) // 8, code)
    library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    failed = library.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)
    return not failed
