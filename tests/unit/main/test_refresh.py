"""``refresh`` and ``status`` on the command line: what scripts rely on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from player import cli, clock
from player.config.load import role_example
from player.config.screen import OFFICERS
from player.main.agent import StickWatch
from player.main.officers import set_pin
from player.publish.repository.edition import make_edition
from player.refresh.agent import Agent, Setting
from player.store.layout import Home
from player.store.reader import linked_pack
from player.store.report import read_report
from tests.fakes.signed_repository import PACK, SignedRepository

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.allow_log("player.*")

CONTRACT = {
    "player": None,
    "pack": {"id", "sequence", "state", "since"},
    "last_good": None,
    "trust": {"root", "timestamp_issued", "floor", "expires"},
    "refresh": {"last_success", "last_attempt", "error"},
    "disk": {"free_bytes"},
    "clock": {"state", "offset_s"},
    "officers": {"count", "problem"},
    "faults": None,
}
"""What ``status --json`` holds at least."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command line: words -> (exit code, standard output, error)."""

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["gate-player", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        code = ended.value.code
        return (code if isinstance(code, int) else 0), said.out, said.err

    return call


@pytest.fixture
def repository(tmp_path: Path) -> SignedRepository:
    """Return a repository signed by this machine's clock."""
    made = SignedRepository(tmp_path / "centre", clock.now())
    made.publish(1)
    return made


def refresh(run: Run, repository: SignedRepository, tmp_path: Path, *more: str) -> tuple[int, Any]:
    home, source = str(tmp_path / "home"), str(repository.tree.folder)
    code, out, _ = run("refresh", "--once", "--home", home, "--from", source, "--json", *more)
    return code, json.loads(out)


def test_refresh_tells_what_came_of_it(
    run: Run, repository: SignedRepository, tmp_path: Path
) -> None:
    code, said = refresh(run, repository, tmp_path, "--trust", str(repository.root))
    assert (code, said["outcome"], said["pack"], said["sequence"]) == (0, "activated", PACK, 1)
    assert said.keys() == {"outcome", "pack", "sequence", "reason", "requests", "bytes"}
    assert said["bytes"] > 0
    code, said = refresh(run, repository, tmp_path)
    assert (code, said["outcome"], said["reason"]) == (0, "current", "")


def test_refused_and_unreachable_end_with_one(
    run: Run, repository: SignedRepository, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    code, said = refresh(run, repository, tmp_path)
    assert (code, said["outcome"]) == (1, "refused")
    assert "--trust" in said["reason"]
    assert caplog.messages == []  # what was said is said once
    home = str(tmp_path / "home")
    words = ("refresh", "--once", "--home", home, "--trust", str(repository.root), "--json")
    code, out, _ = run(*words, "--from", "http://127.0.0.1:9/nothing")
    assert (code, json.loads(out)["outcome"]) == (1, "refused")


def test_without_a_source_it_says_so(run: Run, tmp_path: Path) -> None:
    code, _, said = run("refresh", "--once", "--home", str(tmp_path / "home"))
    assert code == 1
    assert "content.source" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("ftp://a/b", "ftp://a/b: content comes by http, https or file, or from a folder"),
        ("/nowhere/usb", "/nowhere/usb: there is no such folder; is the stick mounted?"),
        ("http://127.0.0.1:9/a", "http://127.0.0.1:9/a/: metadata/2.root.json: "),
    ],
)
def test_source_that_cannot_be_one_or_is_not_there_is_named(
    source: str, said: str, run: Run, repository: SignedRepository, tmp_path: Path
) -> None:
    words = ("refresh", "--once", "--home", tmp_path / "home", "--trust", repository.root)
    code, _, complained = run(*words, "--from", source)
    assert code == 1
    assert complained.startswith(f"gate-player: {said}")


def test_another_root_is_not_believed_by_the_way(
    run: Run, repository: SignedRepository, tmp_path: Path
) -> None:
    refresh(run, repository, tmp_path, "--trust", str(repository.root))
    other = SignedRepository(tmp_path / "other", clock.now())
    home = str(tmp_path / "home")
    words = ("refresh", "--once", "--home", home, "--from", str(other.tree.folder))
    code, _, said = run(*words, "--trust", str(other.root))
    assert code == 1
    assert "believes another root" in said


def test_file_that_is_no_root_is_not_believed(
    run: Run, repository: SignedRepository, tmp_path: Path
) -> None:
    home, file = tmp_path / "home", tmp_path / "page.html"
    file.write_text("<html>Log in</html>")
    words = ("refresh", "--once", "--home", home, "--from", repository.tree.folder)
    code, _, said = run(*words, "--trust", file)
    assert code == 1
    assert said.startswith(f"gate-player: {file}: this is no root of trust; ")
    assert not Home(home).anchor.exists()
    assert refresh(run, repository, tmp_path, "--trust", str(repository.root))[0] == 0


def test_root_that_was_damaged_is_named_and_no_server_blamed(
    run: Run, repository: SignedRepository, tmp_path: Path
) -> None:
    anchor = Home(tmp_path / "home").anchor
    anchor.parent.mkdir()
    anchor.write_text("{")
    code, said = refresh(run, repository, tmp_path)
    assert code == 1
    assert said["reason"].startswith(f"{anchor}: this is no root of trust; ")


def test_stick_is_imported_once_and_told_of(repository: SignedRepository, tmp_path: Path) -> None:
    home, mounts = Home(tmp_path / "home"), tmp_path / "media"
    make_edition(repository.office, mounts / "USB", ())
    agent = Agent(Setting(home, "huu-nghi", PACK, repository.root), None)
    watch = StickWatch(agent, mounts)
    watch.look()
    stick = read_report(home).stick
    assert stick is not None
    assert (stick.outcome, linked_pack(home.current) is None) == ("activated", False)
    watch.look()
    assert read_report(home).stick == stick


def test_stick_that_is_refused_says_why(repository: SignedRepository, tmp_path: Path) -> None:
    home, mounts = Home(tmp_path / "home"), tmp_path / "media"
    stick = mounts / "USB"
    make_edition(repository.office, stick, ())
    for path in (stick / "gate-player" / "targets").rglob("*.json"):
        path.write_bytes(path.read_bytes().replace(b"hall", b"hell"))
    agent = Agent(Setting(home, "huu-nghi", PACK, repository.root), None)
    StickWatch(agent, mounts).look()
    told = read_report(home).stick
    assert told is not None
    assert told.outcome == "refused"
    assert "not what was signed" in told.reason
    assert linked_pack(home.current) is None


def test_status_holds_what_the_contract_lists(
    run: Run, repository: SignedRepository, tmp_path: Path
) -> None:
    home = str(tmp_path / "home")
    refresh(run, repository, tmp_path, "--trust", str(repository.root))
    code, out, _ = run("status", "--home", home, "--json")
    said = json.loads(out)
    assert code == 0
    for name, parts in CONTRACT.items():
        assert name in said
        assert parts is None or parts <= said[name].keys()
    assert said["pack"]["state"] == "candidate"
    assert said["refresh"]["error"] is None
    assert said["faults"] == []


def test_status_in_words_warns_of_a_trial(
    run: Run, repository: SignedRepository, tmp_path: Path
) -> None:
    home = str(tmp_path / "home")
    refresh(run, repository, tmp_path, "--trust", str(repository.root))
    code, out, _ = run("status", "--home", home)
    assert code == 0
    assert f"{PACK}, sequence 1" in out
    assert "TRIAL" in out


def test_status_says_in_words_why_no_pin_opens_the_panel(run: Run, tmp_path: Path) -> None:
    written, officers = tmp_path / "screen.toml", tmp_path / "officers.toml"
    example = role_example("hall-tv").read_text("utf-8")
    written.write_text(example.replace(str(OFFICERS), str(officers)), "utf-8")
    words = ("status", "--config", str(written), "--home", str(tmp_path / "home"))
    assert "there is no such file; make it with gate-player gate pin" in run(*words)[1]
    set_pin(officers, "Lan", "staff", "204518", "en")
    assert "PINs that open the staff panel: 1" in run(*words)[1]
    officers.write_text("salt = 1")
    assert "salt = …: this must be text" in run(*words)[1]


def test_status_of_an_empty_home(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("status", "--home", str(tmp_path / "nowhere"), "--json")
    said = json.loads(out)
    assert code == 0
    assert said["pack"] is None
    assert said["disk"]["free_bytes"] > 0
    assert linked_pack(Home(tmp_path / "nowhere").current) is None
