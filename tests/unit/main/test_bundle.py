"""The logs that are taken along: complete, named by screen and hour, and without a secret."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from player.config.load import load_screen, role_example
from player.config.load_officers import demo_officers
from player.config.screen import Screen
from player.health.machine import Machine
from player.main.bundle import MOST_BYTES, MOST_CRASHES, Told, bundle, without_secrets, write_bundle
from player.main.diagnosis import Diagnosis
from player.main.staff_words import read_staff_words
from player.store.layout import Home
from player.store.report import AgentReport, RefreshReport, write_report
from player.store.shift_log import Deed, note

NOON: Final = datetime(2026, 11, 27, 5, tzinfo=UTC)
SECRET: Final = "s3cr3t"  # noqa: S105  (of a test)
TOLD: Final = Told(
    Diagnosis(NOON, Machine()),
    (f"INFO fetched https://gate:{SECRET}@content.example/a?token={SECRET}",),
    read_staff_words("vi").say,
)


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    """Return a kiosk that knows secrets of every kind."""
    example = load_screen(role_example("kiosk"), "en")
    home = Home(tmp_path / "home")
    note(home, Deed(at=NOON, deed="login", by="Nguyễn Văn An"))
    source = f"https://content.example/huu-nghi?key={SECRET}"
    write_report(home, AgentReport(refresh=RefreshReport(error=f"{source}: 403", source=source)))
    home.crashes.mkdir(parents=True)
    for number in range(MOST_CRASHES + 5):
        (home.crashes / f"{number:03}.txt").write_text(f"http://u:{SECRET}@10.1.2.3:3128 failed")
    (home.crashes / "999.txt").write_text("x" * 2 * MOST_BYTES + "end")
    content = {"source": source, "proxy": f"http://clerk:{SECRET}@10.1.2.3:3128"}
    power = {"on_command": ("/usr/bin/on", "--code", SECRET)}
    return example.model_copy(
        update={
            "home": home.folder,
            "officers": demo_officers(),
            "content": example.content.model_copy(update=content),
            "power": example.power.model_copy(update=power),
        }
    )


def texts(raw: bytes) -> dict[str, str]:
    """Return the files of a bundle."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        assert file.testzip() is None
        return {name: file.read(name).decode() for name in file.namelist()}


def test_bundle_says_how_the_screen_is(screen: Screen) -> None:
    found = texts(bundle(screen, TOLD))
    names = {name for name in found if "/crashes/" not in name}
    top = f"{screen.id}/"
    assert names == {
        f"{top}{name}" for name in ("status.json", "config.json", "log.txt", "shift-log.txt")
    }
    status: Any = json.loads(found[f"{top}status.json"])
    assert status["refresh"]["error"].startswith("https://content.example/huu-nghi?***")
    assert "machine" in status
    assert "Nguyễn Văn An" in found[f"{top}shift-log.txt"]
    config: Any = json.loads(found[f"{top}config.json"])
    assert config["content"]["proxy"] == "http://***@10.1.2.3:3128"
    assert config["power"]["on_command"] == ["/usr/bin/on", "***", "***"]
    assert {"name", "role"} == set(config["who_may"][0])


def test_no_secret_is_in_any_file(screen: Screen) -> None:
    pins = demo_officers().read_text()
    raw = bundle(screen, TOLD)
    for name, text in texts(raw).items():
        assert SECRET not in text, name
        assert "corner" not in text, name
        for line in pins.splitlines():
            key, _, value = line.partition(" = ")
            if key in {"pin", "salt"}:
                assert value.strip('"') not in text, name


def test_crashes_are_bounded_and_the_latest_are_kept(screen: Screen) -> None:
    found = texts(bundle(screen, TOLD))
    crashes = sorted(name.rpartition("/")[2] for name in found if "/crashes/" in name)
    assert len(crashes) == MOST_CRASHES
    assert crashes[-1] == "999.txt"
    last = found[f"{screen.id}/crashes/999.txt"]
    assert len(last) == MOST_BYTES
    assert last.endswith("end")


def test_bundle_is_named_by_screen_and_local_time_and_replaces_nothing(
    screen: Screen, tmp_path: Path
) -> None:
    path = write_bundle(screen, TOLD, tmp_path)
    assert path.name == f"{screen.id}-20261127-120000.zip"
    with pytest.raises(FileExistsError):
        write_bundle(screen, TOLD, tmp_path)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("http://a:b@host/x", "http://***@host/x"),
        ('"https://host/x?key=1&b=2" 3', '"https://host/x?***" 3'),
        ("mail an@gate.example is no address of a door", None),
        ("file:///media/usb", None),
    ],
)
def test_only_what_opens_a_door_is_hidden(text: str, hidden: str | None) -> None:
    assert without_secrets(text) == (hidden or text)
