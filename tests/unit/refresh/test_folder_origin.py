"""Whatever lies on a stick, only plain files below its folder are read, and nothing waits."""

import os
import socket
from pathlib import Path

import pytest

from player.errors import FetchError, FetchHttpError, FetchTooLargeError
from player.refresh.folder_origin import FolderOrigin


@pytest.fixture
def origin(tmp_path: Path) -> FolderOrigin:
    """Give an origin with one file, and one outside it."""
    (tmp_path / "stick" / "metadata").mkdir(parents=True)
    (tmp_path / "stick" / "metadata" / "timestamp.json").write_bytes(b"0123456789")
    (tmp_path / "secret").write_bytes(b"secret")
    return FolderOrigin(tmp_path / "stick")


def test_file_is_read(origin: FolderOrigin) -> None:
    assert origin.read("metadata/timestamp.json", 10) == b"0123456789"
    assert (origin.meter.requests, origin.meter.bytes) == (1, 10)


def test_file_over_its_limit_is_refused(origin: FolderOrigin) -> None:
    with pytest.raises(FetchTooLargeError):
        origin.read("metadata/timestamp.json", 9)


def test_rest_of_a_file_is_read(origin: FolderOrigin) -> None:
    with origin.open_at("metadata/timestamp.json", 4, None, 10) as stream:
        assert (stream.offset, b"".join(stream)) == (4, b"456789")


def test_unchanged_file_is_none(origin: FolderOrigin) -> None:
    assert origin.changed("metadata/timestamp.json", 10) == b"0123456789"
    assert origin.changed("metadata/timestamp.json", 10) is None


@pytest.mark.parametrize("path", ["metadata/2.root.json", "none/x", "metadata/timestamp.json/x"])
def test_missing_file_is_404_as_root_rotation_needs_it(origin: FolderOrigin, path: str) -> None:
    with pytest.raises(FetchHttpError) as caught:
        origin.read(path, 10)
    assert caught.value.status == 404


@pytest.mark.parametrize(
    "path", ["../secret", "/etc/passwd", "a//b", "", ".", "metadata/..", "a\0b"]
)
def test_path_that_leaves_the_folder_is_refused(origin: FolderOrigin, path: str) -> None:
    with pytest.raises(FetchError) as caught:
        origin.read(path, 10)
    assert not isinstance(caught.value, FetchHttpError)


@pytest.mark.parametrize("kind", ["link", "folder link", "pipe", "socket", "folder"])
def test_what_is_no_plain_file_is_refused_without_waiting(
    origin: FolderOrigin, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "stick" / "odd"
    match kind:
        case "link":
            place.symlink_to(tmp_path / "secret")
        case "folder link":
            place.symlink_to(tmp_path / "stick" / "metadata")
        case "pipe":
            os.mkfifo(place)
        case "socket":
            monkeypatch.chdir(place.parent)  # a socket's address is short
            with socket.socket(socket.AF_UNIX) as sock:
                sock.bind("odd")
        case _:
            place.mkdir()
    path = "odd/timestamp.json" if kind == "folder link" else "odd"
    with pytest.raises(FetchError) as caught:
        origin.read(path, 10)
    assert not isinstance(caught.value, FetchTooLargeError)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes devices")
def test_device_is_refused(origin: FolderOrigin, tmp_path: Path) -> None:
    try:
        os.mknod(tmp_path / "stick" / "odd", 0o20666, os.makedev(1, 5))  # /dev/zero
    except PermissionError:
        pytest.skip("this machine makes no devices")
    with pytest.raises(FetchError):
        origin.read("odd", 10)


def test_file_that_grew_ends_at_its_size(origin: FolderOrigin) -> None:
    with (
        pytest.raises(FetchTooLargeError),
        origin.open_at("metadata/timestamp.json", 0, None, 5) as stream,
    ):
        b"".join(stream)
