"""What is built on Range, If-Range, ETag, 304 and 416 works with a real web server."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.errors import FetchHttpError
from player.pack.manifest import ManifestFile
from player.refresh.blobs import Downloader
from player.refresh.http_origin import HttpOrigin
from player.refresh.pace import TokenBucket
from player.refresh.room import Disk
from player.store.layout import Home, blob_path
from tests.fakes.nginx import Nginx, serving

RAW = bytes(range(256)) * 4_000


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Give a server with one file."""
    with serving(tmp_path_factory.mktemp("nginx")) as running:
        (running.root / "file").write_bytes(RAW)
        yield running


@pytest.fixture
def origin(nginx: Nginx) -> HttpOrigin:
    """Give a client of it."""
    return HttpOrigin(nginx.url, deadline_s=10)


def test_file_comes_whole_with_a_strong_tag(origin: HttpOrigin) -> None:
    with origin.open_at("file", 0, None, len(RAW)) as stream:
        assert stream.validator
        assert (stream.offset, b"".join(stream)) == (0, RAW)


def test_rest_comes_while_the_tag_holds(origin: HttpOrigin) -> None:
    with origin.open_at("file", 0, None, len(RAW)) as stream:
        tag = stream.validator
        b"".join(stream)
    with origin.open_at("file", 1_000_000, tag, len(RAW)) as stream:
        assert (stream.offset, b"".join(stream)) == (1_000_000, RAW[1_000_000:])


def test_whole_file_comes_when_the_tag_is_another(origin: HttpOrigin) -> None:
    with origin.open_at("file", 1_000_000, '"other"', len(RAW)) as stream:
        assert (stream.offset, b"".join(stream)) == (0, RAW)


def test_range_past_the_end_is_416(origin: HttpOrigin) -> None:
    with pytest.raises(FetchHttpError) as caught, origin.open_at("file", len(RAW), None, 10**9):
        pass
    assert caught.value.status == 416


def test_unchanged_file_costs_no_body(origin: HttpOrigin, nginx: Nginx) -> None:
    (nginx.root / "timestamp.json").write_bytes(b"{}")
    first = origin.changed("timestamp.json", 100)
    assert (first, origin.changed("timestamp.json", 100)) == (b"{}", None)
    assert origin.meter.bytes == 2
    assert origin.server_time is not None


@pytest.mark.parametrize(("kind", "status"), [("url", 404), ("store_url", 403)])
def test_missing_file_says_what_the_server_says(nginx: Nginx, kind: str, status: int) -> None:
    with pytest.raises(FetchHttpError) as caught:
        HttpOrigin(getattr(nginx, kind)).read("2.root.json", 100)
    assert caught.value.status == status


@pytest.mark.parametrize("kind", ["url", "store_url"])
@pytest.mark.parametrize("have", [0, 400_000, len(RAW)])
def test_download_asks_only_for_what_is_missing(
    nginx: Nginx, tmp_path: Path, kind: str, have: int
) -> None:
    sha = hashlib.sha256(RAW).hexdigest()
    (nginx.root / "blobs" / sha[:2]).mkdir(parents=True, exist_ok=True)
    (nginx.root / "blobs" / sha[:2] / sha).write_bytes(RAW)
    home = Home(tmp_path)
    home.partial.mkdir(parents=True)
    (home.partial / f"{sha}.partial").write_bytes(RAW[:have])
    file = ManifestFile.model_validate(
        {"path": "a.png", "sha256": sha, "size": len(RAW), "type": "image/png"}
    )
    origin = HttpOrigin(getattr(nginx, kind))
    bucket = TokenBucket(0, lambda: 0.0, lambda _: None)
    downloader = Downloader(origin, home, bucket, lambda _: Disk(10**12, 10**12))
    downloader.fetch([file], lambda _here, _total: None)
    assert blob_path(home.blobs, sha).read_bytes() == RAW
    assert origin.meter.bytes == len(RAW) - have
