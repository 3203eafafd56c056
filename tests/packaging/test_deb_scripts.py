"""The scripts of the Debian package, and the secret of its X server."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from deb import x_cookie
from virtual_display import virtual_display

PACKAGING: Final = Path(__file__).resolve().parents[2] / "packaging"
SOURCES: Final = PACKAGING / "deb"
MAINTAINERS: Final = ("config", "preinst", "postinst", "prerm", "postrm")

CONNECT: Final = """
import ctypes, sys
xlib = ctypes.CDLL("libX11.so.6")
xlib.XOpenDisplay.restype = ctypes.c_void_p
sys.exit(0 if xlib.XOpenDisplay(None) else 1)
"""


def scripts() -> list[Path]:
    """Return every shell script of the package, and those that make and try it."""
    programs = [path for path in (SOURCES / "root/usr").glob("*bin/*") if path.is_file()]
    programs += sorted((SOURCES / "root/usr/lib/gate-player").iterdir())
    own = [SOURCES / name for name in (*MAINTAINERS, "launcher.sh")]
    return [*own, *programs, PACKAGING / "build-deb.sh", PACKAGING / "try_deb.sh"]


@pytest.mark.parametrize("script", scripts(), ids=lambda path: str(path.name))
def test_script_has_no_fault_that_shellcheck_knows(script: Path) -> None:
    command = ["shellcheck", "--exclude", "SC1091", str(script)]  # debconf is not here
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


def test_scripts_stop_at_the_first_failure() -> None:
    """But for those that only hand on to another program."""
    slack = [path.name for path in scripts() if "set -e" not in path.read_text("utf-8")]
    assert sorted(slack) == ["gate-player", "gate-player-rollback", "launcher.sh", "owes-setup"]


def test_every_unit_that_is_enabled_is_disabled_again() -> None:
    enabled, purged = (
        (SOURCES / name).read_text("utf-8").split("'")[1].split()
        for name in ("postinst", "postrm")
        for _ in [None]
    )
    assert enabled == purged
    wanted = SOURCES / "root/usr/lib/systemd/system"
    installable = {
        path.name
        for path in wanted.iterdir()
        if path.is_file() and "WantedBy=" in path.read_text("utf-8")
    }
    assert set(enabled) == installable


def connects(display: str, authority: Path) -> bool:
    """Whether a client with that authority file is let in."""
    environment = {**os.environ, "DISPLAY": display, "XAUTHORITY": str(authority)}
    command = [sys.executable, "-c", CONNECT]
    done = subprocess.run(command, env=environment, check=False, capture_output=True)
    return done.returncode == 0


def test_only_who_has_the_secret_draws_on_the_display(tmp_path: Path) -> None:
    authority, other = tmp_path / "Xauthority", tmp_path / "other"
    x_cookie.write(authority)
    x_cookie.write(other)
    with virtual_display((320, 240), "-auth", str(authority)) as display:
        assert connects(display, authority)
        assert not connects(display, other)
        assert not connects(display, tmp_path / "none")


def test_secret_is_for_its_group_alone(tmp_path: Path) -> None:
    x_cookie.write(tmp_path / "Xauthority")
    assert (tmp_path / "Xauthority").stat().st_mode & 0o777 == 0o640


def test_every_server_has_a_secret_of_its_own(tmp_path: Path) -> None:
    secrets = []
    for _ in range(2):
        x_cookie.write(tmp_path / "Xauthority")
        secrets.append((tmp_path / "Xauthority").read_bytes())
    assert secrets[0] != secrets[1]
