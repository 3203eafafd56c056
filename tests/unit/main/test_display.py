"""A display server is asked before Qt is, which would abort."""

import socket
from pathlib import Path

import pytest
import virtual_display

from player.errors import DisplayError
from player.main.display import require_display


def test_x_server_that_answers_will_do() -> None:
    with virtual_display.virtual_display((64, 64), "-noreset") as name:
        require_display({"DISPLAY": name})


@pytest.mark.parametrize("whole", [False, True], ids=["name", "path"])
def test_wayland_server_that_answers_will_do(whole: bool, tmp_path: Path) -> None:
    path = tmp_path / "wayland-7"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        require_display(
            {
                "QT_QPA_PLATFORM": "wayland;xcb",
                "WAYLAND_DISPLAY": str(path) if whole else path.name,
                "XDG_RUNTIME_DIR": str(tmp_path),
            }
        )


def test_platform_without_a_server_is_not_asked_for_one() -> None:
    require_display({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":65000"})


def test_both_that_do_not_answer_are_named(tmp_path: Path) -> None:
    nowhere = {"DISPLAY": ":65000", "WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": str(tmp_path)}
    with pytest.raises(DisplayError, match=r"at DISPLAY=:65000 or WAYLAND_DISPLAY=none: "):
        require_display(nowhere)


def test_platform_that_needs_a_server_must_have_one_named() -> None:
    with pytest.raises(DisplayError, match="there is no display to draw on: "):
        require_display({"QT_QPA_PLATFORM": "xcb"})
