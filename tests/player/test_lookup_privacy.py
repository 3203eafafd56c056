"""What a traveller types, reads and speaks leaves the real player by no file and no line."""

import json
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QGuiApplication

from player.store.layout import Home
from tests.fakes.kiosk_visit import Visit, kiosk_screen, own_home, visiting, wait_for

LATIN: Final = "zqxjkv"
LAO: Final = "ກຟຜຫຍກ"
"""No word of any language, on keys that need no Shift."""

SPOKEN: Final = "km"
READ: Final = ("embassies", "duty-free")
"""Topics, whose names no item and no file of the state has."""

CODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
END_S: Final = 20.0


@dataclass(frozen=True, slots=True)
class Left:
    """What a player that has ended left behind."""

    home: Home
    folder: Path
    log: Path
    strangers: frozenset[str]


def forms() -> Iterator[bytes]:
    """Yield both markers as any program may write them, in lower case."""
    for word, coding in product((LATIN, LAO), CODINGS):
        yield word.lower().encode(coding)
    yield json.dumps(LAO)[1:-1].encode()
    yield "".join(f"%{byte:02x}" for byte in LAO.encode()).encode()


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every regular file below ``folder``."""
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names if (Path(place) / name).is_file())


def common_room() -> set[str]:
    """Return what lies where every program may write."""
    return {entry.path for room in ("/tmp", "/var/tmp", "/dev/shm") for entry in os.scandir(room)}  # noqa: S108  (looked at only)


def written_outside(visit: Visit, folder: Path) -> list[str]:
    """Return the files the player has open for writing that do not lie below ``folder``."""
    found = []
    for entry in Path(f"/proc/{visit.process.pid}/fdinfo").iterdir():
        flags = int(entry.read_text().split("flags:")[1].split()[0], 8)
        target = (entry.parent.parent / "fd" / entry.name).readlink().as_posix()
        is_file = target.startswith("/") and not target.startswith(("/memfd:", "/dev/", "/proc/"))
        if (
            flags & (os.O_WRONLY | os.O_RDWR)
            and is_file
            and not Path(target).is_relative_to(folder)
        ):
            found.append(target)
    return found


def use(visit: Visit) -> None:
    """Type both markers, find nothing, read topics, and leave some of it on the screen."""
    visit.until(lambda seen: "begin:en" in seen.controls)
    visit.touch("begin:en")
    visit.touch("search")
    assert visit.write(LATIN).typed == LATIN
    visit.until(lambda seen: seen.buttons[:1] == ["tile:crossing"])  # nothing was found
    visit.touch("languages")
    visit.touch("language:lo")
    visit.touch("key:clear")
    assert visit.write(LAO).typed == LAO
    visit.touch("key:clear")  # else it would count as a search in the next language, too
    visit.touch("languages")
    visit.touch(f"language:{SPOKEN}")
    visit.touch("home")
    for tile, topic in (("tile:help", READ[0]), ("tile:goods", READ[1])):
        visit.touch(tile)
        visit.touch(f"topic:{topic}")
        visit.touch("home")
    visit.touch("search")
    visit.touch("languages")
    visit.touch("language:en")
    assert visit.write(LATIN).typed.endswith(LATIN)


@pytest.fixture(scope="module", params=[signal.SIGTERM, signal.SIGKILL], ids=lambda each: each.name)
def left(
    qapp: QGuiApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Left:
    """Let a traveller use the player, end it, and return what is left."""
    del qapp
    folder = tmp_path_factory.mktemp("privacy")
    own = folder / "own"
    environment = {
        name: str(own / name.lower())
        for name in ("HOME", "TMPDIR", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    }
    for place in environment.values():
        Path(place).mkdir(parents=True)
    home = own_home(own)
    before = common_room()
    with visiting(kiosk_screen(home), folder / "own" / "log", environment) as visit:
        use(visit)
        outside = written_outside(visit, folder)
        os.kill(visit.process.pid, request.param)
        wait_for(visit.process, END_S)
        assert visit.process.returncode is not None
        assert outside == []
        assert visit.complaints() == []
    return Left(home, own, own / "log", frozenset(common_room() - before))


def test_what_was_typed_is_in_no_file(left: Left) -> None:
    wanted = tuple(forms())
    places = [left.folder, *(Path(each) for each in left.strangers if "gate-player" in each)]
    files = [file for place in places for file in files_below(place)]
    assert len(files) > 20
    assert [f for f in files if any(form in f.read_bytes().lower() for form in wanted)] == []


def test_what_was_read_and_spoken_is_in_no_record_and_no_line(left: Left) -> None:
    records = {file.name: file.read_bytes() for file in files_below(left.home.state)}
    log = left.log.read_bytes()
    for topic in READ:
        assert topic.encode() not in log
        assert [name for name, raw in records.items() if topic.encode() in raw] == []
    assert [name for name, raw in records.items() if f'"{SPOKEN}"'.encode() in raw] == []
    sessions = [line for line in map(json.loads, log.splitlines()) if line["message"] == "session"]
    assert all("language" not in line for line in sessions)


def test_search_that_found_nothing_is_a_count(left: Left) -> None:
    months = json.loads(left.home.misses.read_bytes())["months"]
    (counts,) = months.values()
    assert set(counts) <= {"en", "lo"}  # where the first marker was typed, or looked at
    assert all(isinstance(count, int) for count in counts.values())


def test_memory_of_a_player_that_crashes_is_not_kept(qapp: QGuiApplication, tmp_path: Path) -> None:
    """A core file would hold what was being typed."""
    del qapp
    with visiting(kiosk_screen(own_home(tmp_path)), tmp_path / "log") as visit:
        limits = Path(f"/proc/{visit.process.pid}/limits").read_text("ascii").splitlines()
    (line,) = (each for each in limits if each.startswith("Max core file size"))
    assert line.split()[4:6] == ["0", "0"]
