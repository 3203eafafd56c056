"""The client that other TUF tools check us through, over a real socket."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from player import clock
from tests.fakes.signed_repository import PACK, SignedRepository

CLIENT = Path(__file__).with_name("tuf_client.py")

Client = Callable[..., subprocess.CompletedProcess[str]]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; yield its address."""
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def repository(tmp_path: Path) -> SignedRepository:
    """Return a repository signed by the clock of this machine: so is the client's."""
    made = SignedRepository(tmp_path / "centre", clock.now())
    made.publish(1)
    return made


@pytest.fixture
def client(repository: SignedRepository, tmp_path: Path) -> Iterator[Client]:
    """Return what runs the client on a folder of its own."""
    with served(repository.tree.folder) as address:

        def run(*words: str) -> subprocess.CompletedProcess[str]:
            command = [sys.executable, str(CLIENT), "--metadata-dir", str(tmp_path / "trusted")]
            options = ["--metadata-url", f"{address}/metadata"]
            options += ["--target-base-url", f"{address}/targets"]
            options += ["--target-dir", str(tmp_path / "targets")]
            return subprocess.run(
                [*command, *options, *words], capture_output=True, text=True, check=False
            )

        yield run


def trusted(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "trusted").glob("*.json")}


def test_init_trusts_the_root_only(
    client: Client, repository: SignedRepository, tmp_path: Path
) -> None:
    assert client("init", str(repository.root)).returncode == 0
    assert trusted(tmp_path) == {"root.json"}


def test_refresh_keeps_metadata_under_plain_names(
    client: Client, repository: SignedRepository, tmp_path: Path
) -> None:
    client("init", str(repository.root))
    assert client("refresh").returncode == 0
    assert trusted(tmp_path) == {"root.json", "timestamp.json", "snapshot.json", "targets.json"}


def test_download_brings_targets(
    client: Client, repository: SignedRepository, tmp_path: Path
) -> None:
    client("init", str(repository.root))
    done = client("--target-name", f"{PACK}/pack.json", "download")
    assert done.returncode == 0, done.stderr
    (found,) = (tmp_path / "targets").iterdir()
    assert b'"sequence": 1' in found.read_bytes()


def test_refusals_end_with_one(client: Client, repository: SignedRepository) -> None:
    assert client("refresh").returncode == 1, "no root yet"
    client("init", str(repository.root))
    assert client("--target-name", "nobody/signed/it", "download").returncode == 1
    repository.stamp(timedelta(seconds=1))
    path = repository.tree.metadata / "timestamp.json"
    path.write_bytes(path.read_bytes().replace(b'"version":3', b'"version":4'))
    assert client("refresh").returncode == 1
