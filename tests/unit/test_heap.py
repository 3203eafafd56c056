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
    from player.heap import give_pictures_back
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


ARENAS = """
import ctypes, threading
from player.heap import ARENAS, share_arenas
assert share_arenas()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
together = threading.Barrier(8)

def take():
    together.wait()
    libc.malloc(1000)
    together.wait()

threads = [threading.Thread(target=take) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc.fopen.restype = ctypes.c_void_p
import os, tempfile
path = os.path.join(tempfile.mkdtemp(), "heaps")
file = ctypes.c_void_p(libc.fopen(path.encode(), b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
print(open(path).read().count("<heap nr=") <= ARENAS)
"""


def test_threads_share_few_arenas(pytestconfig: pytest.Config) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ARENAS],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "True"
