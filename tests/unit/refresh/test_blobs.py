"""A blob under its name has the bytes of its name, whatever was sent and whenever it stopped."""

import errno
import hashlib
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from player.errors import FetchError, FetchTooLargeError, StoreError, StoreFullError
from player.pack.manifest import ManifestFile
from player.refresh.blobs import Downloader
from player.refresh.http_origin import HttpOrigin
from player.refresh.pace import TokenBucket
from player.refresh.room import KEPT_BYTES, Disk
from player.store.layout import Home, blob_path
from tests.fakes.loopback_origin import Asked, Line, LoopbackOrigin, answering

ROOMY = Disk(total=10**12, free=10**12)
UNCAPPED = TokenBucket(0, lambda: 0.0, lambda _: None)


def quiet(_here: int, _total: int) -> None:
    pass


def offer(server: LoopbackOrigin, *bodies: bytes) -> tuple[ManifestFile, ...]:
    """Put blobs on the server; return their lines of a manifest."""
    files = []
    for number, raw in enumerate(bodies):
        sha = hashlib.sha256(raw).hexdigest()
        server.files[f"blobs/{sha[:2]}/{sha}"] = raw
        file = {"path": f"{number}.png", "sha256": sha, "size": len(raw), "type": "image/png"}
        files.append(ManifestFile.model_validate(file))
    return tuple(files)


def path_of(file: ManifestFile) -> str:
    return f"blobs/{file.sha256[:2]}/{file.sha256}"


def noise(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)  # noqa: S311  (the same each time)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Give an empty home."""
    (tmp_path / "store").mkdir()
    return Home(tmp_path)


@pytest.fixture
def fetch(server: LoopbackOrigin, home: Home) -> Callable[[Sequence[ManifestFile]], int]:
    """Give one download by a new origin and a new downloader, as after a restart."""
    return lambda files: downloader(server, home).fetch(files, quiet)


def downloader(server: LoopbackOrigin, home: Home, disk: Disk = ROOMY) -> Downloader:
    return Downloader(HttpOrigin(server.url, deadline_s=5), home, UNCAPPED, lambda _: disk)


def left_in(home: Home) -> list[str]:
    return sorted(path.name for path in home.partial.iterdir())


Fetch = Callable[[Sequence[ManifestFile]], int]


def test_missing_blobs_come_whole_and_readable_by_others(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    files = offer(server, *(noise(100_000, seed) for seed in range(10)), b"")
    fetch(files)
    for file in files:
        blob = blob_path(home.blobs, file.sha256)
        assert hashlib.sha256(blob.read_bytes()).hexdigest() == file.sha256
        assert blob.stat().st_mode & 0o777 == 0o644
    assert left_in(home) == []


def test_what_is_here_is_not_asked_for(server: LoopbackOrigin, fetch: Fetch) -> None:
    files = offer(server, b"one", b"two")
    fetch(files)
    fetch((*files, *offer(server, b"three")))
    assert len(server.asked) == 3


def test_same_bytes_under_two_names_come_once(server: LoopbackOrigin, fetch: Fetch) -> None:
    one, two = offer(server, b"same", b"same")
    assert fetch((one, two)) == 4
    assert len(server.asked) == 1


def test_cut_download_goes_on_after_a_restart(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    raw = noise(500_000)
    (file,) = offer(server, raw)

    def cut(line: Line, _: Asked) -> None:
        tag = hashlib.sha256(raw).hexdigest()[:16]
        line.head("200 OK", f"Content-Length: {len(raw)}", f'ETag: "{tag}"')
        line.send(raw[:400_000])

    server.scripts[path_of(file)] = cut
    with pytest.raises(FetchError):
        fetch((file,))
    del server.scripts[path_of(file)]
    fetch((file,))
    assert server.sent == 100_000
    assert blob_path(home.blobs, file.sha256).read_bytes() == raw
    assert left_in(home) == []


@pytest.mark.parametrize("have", [1, 99_999])
def test_partial_without_a_validator_is_resumed(
    server: LoopbackOrigin, home: Home, fetch: Fetch, have: int
) -> None:
    raw = noise(100_000)
    (file,) = offer(server, raw)
    home.partial.mkdir()
    (home.partial / f"{file.sha256}.partial").write_bytes(raw[:have])
    fetch((file,))
    assert server.sent == 100_000 - have


def test_complete_partial_is_compared_and_not_asked_for(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    (file,) = offer(server, b"whole")
    home.partial.mkdir()
    (home.partial / f"{file.sha256}.partial").write_bytes(b"whole")
    fetch((file,))
    assert (server.asked, blob_path(home.blobs, file.sha256).read_bytes()) == ([], b"whole")


@pytest.mark.parametrize(
    "poison", [b"x" * 50, b"x" * 100, b"x" * 200], ids=["short", "full", "long"]
)
def test_poisoned_partial_is_dropped_and_the_file_fetched_whole(
    server: LoopbackOrigin, home: Home, fetch: Fetch, poison: bytes
) -> None:
    (file,) = offer(server, noise(100))
    home.partial.mkdir()
    (home.partial / f"{file.sha256}.partial").write_bytes(poison)
    fetch((file,))
    assert blob_path(home.blobs, file.sha256).read_bytes() == noise(100)


def test_partial_of_another_version_starts_over(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    (file,) = offer(server, noise(100))
    home.partial.mkdir()
    (home.partial / f"{file.sha256}.partial").write_bytes(noise(50))
    (home.partial / f"{file.sha256}.validator").write_text('"old"')
    fetch((file,))
    assert (server.sent, left_in(home)) == (100, [])


def test_wrong_bytes_are_an_error_and_nothing_of_them_stays(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    (file,) = offer(server, b"right")
    server.files[path_of(file)] = b"wrong"
    with pytest.raises(FetchError, match="other bytes"):
        fetch((file,))
    assert (left_in(home), blob_path(home.blobs, file.sha256).exists()) == ([], False)
    assert len(server.asked) == 1


def test_more_bytes_than_the_manifest_says_are_refused_and_dropped(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    (file,) = offer(server, b"short")
    server.files[path_of(file)] = b"x" * 1_000_000
    with pytest.raises(FetchTooLargeError):
        fetch((file,))
    assert left_in(home) == []


def test_fewer_bytes_are_an_error_and_kept(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    (file,) = offer(server, b"0123456789")
    server.scripts[path_of(file)] = answering("200 OK", body=b"01234")
    with pytest.raises(FetchError):
        fetch((file,))
    assert (home.partial / f"{file.sha256}.partial").read_bytes() == b"01234"


def test_range_that_cannot_be_satisfied_starts_over(
    server: LoopbackOrigin, home: Home, fetch: Fetch
) -> None:
    (file,) = offer(server, noise(100))

    def picky(line: Line, asked: Asked) -> bool:
        if asked.first_byte:
            line.head("416 Range Not Satisfiable", "Content-Length: 0")
            return True
        return server.serve(line, asked)

    server.scripts[path_of(file)] = picky
    home.partial.mkdir()
    (home.partial / f"{file.sha256}.partial").write_bytes(noise(100)[:50])
    fetch((file,))
    assert blob_path(home.blobs, file.sha256).read_bytes() == noise(100)


def test_pack_that_would_fill_the_disk_is_refused_before_the_first_byte(
    server: LoopbackOrigin, home: Home
) -> None:
    files = offer(server, b"x" * 60, b"y" * 60)
    disk = Disk(total=10**9, free=KEPT_BYTES + 119)
    with pytest.raises(StoreFullError):
        downloader(server, home, disk).fetch(files, quiet)
    assert server.asked == []


def test_partials_count_as_room_already_taken(server: LoopbackOrigin, home: Home) -> None:
    files = offer(server, noise(100))
    home.partial.mkdir()
    (home.partial / f"{files[0].sha256}.partial").write_bytes(noise(100)[:50])
    downloader(server, home, Disk(total=10**9, free=KEPT_BYTES + 50)).fetch(files, quiet)


def drip(line: Line, _: Asked) -> None:
    line.head("200 OK", "Content-Length: 1000")
    line.drip(b"x", 0.005)


def test_first_error_stops_the_others(server: LoopbackOrigin, fetch: Fetch) -> None:
    files = offer(server, *(noise(1000, seed) for seed in range(20)))
    server.scripts.update({path_of(file): drip for file in files[1:]})
    server.scripts[path_of(files[0])] = answering("503 Service Unavailable")
    with pytest.raises(FetchError, match="503"):
        fetch(files)
    assert len(server.asked) <= 5


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
def test_disk_that_refuses_is_an_error_of_the_store(
    server: LoopbackOrigin, home: Home, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    files = offer(server, b"one")
    home.partial.mkdir()
    home.blobs.mkdir()
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StoreError) as caught:
        downloader(server, home).fetch(files, quiet)
    is_full = number == errno.ENOSPC
    assert isinstance(caught.value, StoreFullError) is is_full
    # A partial would fill the disk further; a broken disk may yet get better.
    assert bool(left_in(home)) is not is_full


def test_progress_ends_at_the_total_also_after_a_resume(server: LoopbackOrigin, home: Home) -> None:
    files = offer(server, noise(200_000), noise(100_000, 2))
    home.partial.mkdir()
    (home.partial / f"{files[0].sha256}.partial").write_bytes(noise(200_000)[:150_000])
    told: list[tuple[int, int]] = []
    downloader(server, home).fetch(files, lambda here, total: told.append((here, total)))
    assert told[-1] == (300_000, 300_000)
    assert told == sorted(told)


CHILD = """
import sys
from pathlib import Path
from player.pack.manifest import ManifestFile
from player.refresh.blobs import Downloader
from player.refresh.room import Disk
from player.refresh.http_origin import HttpOrigin
from player.refresh.pace import TokenBucket
from player.store.layout import Home
url, home, *lines = sys.argv[1:]
files = [ManifestFile.model_validate_json(line) for line in lines]
def tell(here, total):
    print(here, flush=True)
bucket = TokenBucket(0, lambda: 0.0, lambda _: None)
disk = lambda _: Disk(10**12, 10**12)
Downloader(HttpOrigin(url), Home(Path(home)), bucket, disk).fetch(files, tell)
"""


@pytest.mark.parametrize("after", [1, 5, 12])
def test_killed_download_is_finished_by_the_next_and_no_blob_is_ever_wrong(
    server: LoopbackOrigin, home: Home, fetch: Fetch, after: int
) -> None:
    files = offer(server, *(noise(400_000, seed) for seed in range(8)))
    words = [server.url, str(home.folder), *(file.model_dump_json() for file in files)]
    with subprocess.Popen([sys.executable, "-c", CHILD, *words], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        for _ in range(after):
            child.stdout.readline()
        child.send_signal(signal.SIGKILL)
    for blob in home.blobs.rglob("*"):
        assert blob.is_dir() or hashlib.sha256(blob.read_bytes()).hexdigest() == blob.name
    fetch(files)
    for file in files:
        raw = blob_path(home.blobs, file.sha256).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == file.sha256
    assert left_in(home) == []
