"""Opening files others had a chance to put there: no links, no pipes, no waiting."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from player.store.opening import open_below


def plain(path: Path) -> None:
    path.write_bytes(b"bytes")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def link_to_file(path: Path) -> None:
    path.with_name("outside").write_bytes(b"secret")
    path.symlink_to("outside")


def link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def dead_link(path: Path) -> None:
    path.symlink_to("nowhere")


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, pytest.MonkeyPatch.context() as patch:
        patch.chdir(path.parent)
        server.bind(path.name)


def nothing(path: Path) -> None:
    assert not path.exists()


NOT_PLAIN = "not a plain file"
CASES = [
    (pipe, NOT_PLAIN),
    (folder, NOT_PLAIN),
    (link_to_file, NOT_PLAIN),
    (link_to_device, NOT_PLAIN),
    (dead_link, NOT_PLAIN),
    (unix_socket, NOT_PLAIN),
    (nothing, "No such file"),
]


def test_plain_file_is_opened(tmp_path: Path) -> None:
    plain(tmp_path / "f")
    with open_below(tmp_path, "f") as file:
        assert file.read() == b"bytes"


@pytest.mark.parametrize(("put", "said"), CASES)
def test_anything_else_in_its_place_is_refused(
    put: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    put(tmp_path / "f")
    with pytest.raises(OSError, match=said) as refused:
        open_below(tmp_path, "f")
    assert refused.value.filename == str(tmp_path / "f")


@pytest.mark.parametrize(
    ("put", "said"),
    [(pipe, "Not a directory"), (plain, "Not a directory"), (nothing, "No such file")],
)
def test_anything_else_on_the_way_to_it_is_refused(
    put: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    put(tmp_path / "aa")
    with pytest.raises(OSError, match=said):
        open_below(tmp_path, "aa", "f")


def test_folder_on_the_way_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    plain(tmp_path / "real" / "f")
    (tmp_path / "aa").symlink_to("real")
    with pytest.raises(OSError, match=NOT_PLAIN):
        open_below(tmp_path, "aa", "f")


def test_first_folder_may_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    plain(tmp_path / "real" / "f")
    (tmp_path / "home").symlink_to("real")
    with open_below(tmp_path / "home", "f") as file:
        assert file.read() == b"bytes"


def test_refusals_leave_no_file_open(tmp_path: Path) -> None:
    pipe(tmp_path / "f")
    before = _open_files()
    for parts in (("f",), ("f", "g"), ("nothing",)):
        with pytest.raises(OSError, match=str(tmp_path)):
            open_below(tmp_path, *parts)
    assert _open_files() == before


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
