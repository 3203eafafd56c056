"""Whether the C library gives back what a picture took; in processes of their own, as it stays."""

import subprocess
import sys

import pytest

MAPPED = """
import ctypes, sys
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]

class Usage(ctypes.Structure):
    _fields_ = [(str(number), ctypes.c_size_t) for number in range(10)]

libc.mallinfo2.restype = Usage
if "fixed" in sys.argv:
    from player.shell.bitmaps import give_pictures_back
    assert give_pictures_back()
libc.free(libc.malloc(16_000_000))
before = getattr(libc.mallinfo2(), "4")  # hblkhd: bytes asked of the system piece by piece
libc.malloc(8_000_000)
print(getattr(libc.mallinfo2(), "4") - before >= 8_000_000)
"""


@pytest.mark.parametrize(("arguments", "is_mapped"), [((), "False"), (("fixed",), "True")])
def test_page_after_a_larger_one_is_the_systems_memory(
    arguments: tuple[str, ...], is_mapped: str, pytestconfig: pytest.Config
) -> None:
    command = [sys.executable, "-c", MAPPED, *arguments]
    done = subprocess.run(
        command, cwd=pytestconfig.rootpath, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == is_mapped
