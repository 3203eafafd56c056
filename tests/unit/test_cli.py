"""The command line: the contract scripts rely on, and what each exit code means."""

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final, NoReturn

import pytest

from player import __version__, resources
from player.cli.options import environment_lang
from player.errors import MissingExtraError
from player.main import demo, inquiry
from player.store.install import install
from player.store.layout import Home
from player.store.lock import locked
from tests.fakes.built_pack import write_built
from tests.fakes.command_contract import CONTRACT, GROUPS, REPEATED, REQUIRED
from tests.fakes.command_line import Run, command_line
from tests.fakes.content import content_document

ROOT: Final = Path(__file__).resolve().parents[2]
ALL_DAY: Final = ("--from", "2026-11-23T06:00", "--to", "2026-11-23T06:10")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Return what runs the command line: words -> (exit code, standard output, error)."""
    monkeypatch.setattr(resources, "factory_pack", lambda: tmp_path / "no-factory")

    return command_line(monkeypatch, capsys)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with a pack."""
    built = write_built(tmp_path / "built", content_document(["a", "b"]), ())
    install(built, Home(tmp_path / "home"))
    return tmp_path / "home"


# --- help ---


_TYPE: Final = re.compile(r"^([A-Z/\[\]]+) <\S+>$")
"""An argument, and what it is read as; of an option that is part of the contract."""


def listed(text: str) -> dict[str, str]:
    """Return the commands, arguments and options a help text lists -> what it says of them."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        entry = re.match(r"^  (\S.*?)(?:  +(\S.*))?$", line)
        if entry is not None:
            found[_TYPE.sub(r"\1", entry[1])] = entry[2] or ""
    return found


@pytest.mark.parametrize("command", CONTRACT, ids=lambda name: name or "gate-player")
def test_help_lists_what_the_contract_lists(command: str, run: Run) -> None:
    code, said, _ = run(*command.split(), "--help")
    head, *rest = said.split("\n\n", 2)
    entries = listed(rest[-1])
    assert code == 0
    assert head == f"Usage: gate-player{' ' * bool(command)}{command} {_usage(command)}"
    assert set(entries) == {*CONTRACT[command].split(", "), "--help"}
    needed = {name.split()[0] for name, help_ in entries.items() if "[required]" in help_}
    assert needed == REQUIRED.get(command, set())


def _usage(command: str) -> str:
    if command in GROUPS:
        return "[OPTIONS] COMMAND [ARGS]..."
    arguments = [word for word in CONTRACT[command].split(", ") if word.isupper()]
    shown = (
        f"{{{word}}}" if word in REQUIRED.get(command, ()) else f"[{word}]" for word in arguments
    )
    usage = " ".join(["[OPTIONS]", *shown])
    return f"{usage}..." if command in REPEATED else usage


def test_default_configuration_is_named_where_it_applies(run: Run) -> None:
    assert "/etc/gate-player/screen.toml" in run("run", "--help")[1]


# --- 0 ---


def test_version_is_printed_alone(run: Run) -> None:
    assert run("--version") == (0, f"{__version__}\n", "")


def test_json_is_one_document_and_nothing_else(run: Run, home: Path) -> None:
    code, said, complained = run(
        "programme", *ALL_DAY, "--home", home, "--screen", "kiosk", "--json"
    )
    assert (code, complained) == (0, "")
    assert set(json.loads(said)) >= {"slots", "longest_absence"}


def test_without_json_a_table_is_printed(run: Run, home: Path) -> None:
    code, said, _ = run("programme", *ALL_DAY, "--home", home, "--screen", "kiosk")
    assert code == 0
    assert said.startswith("start ")


def test_configuration_that_is_right_is_told_by_its_screen(run: Run) -> None:
    assert run("configure", "--check", "--screen", "kiosk")[0] == 0


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_help_cuts_no_command_s_sentence_off(group: str, run: Run) -> None:
    _, said, _ = run(*group.split(), "--help")
    assert [line for line in said.splitlines()[1:] if line.endswith("...")] == []


# --- 1 ---


@pytest.mark.allow_log(r"pack cannot be shown$")
def test_refusal_is_one_line_and_exit_code_1(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    code, said, complained = run("programme", *ALL_DAY, "--home", empty, "--screen", "kiosk")
    assert (code, said) == (1, "")
    assert complained.splitlines()[-1] == f"gate-player: no pack that can be shown in {empty}"
    assert "Traceback" not in complained


def test_missing_extra_is_one_line_and_exit_code_1(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> str:
        raise MissingExtraError("publish", "PIL")

    monkeypatch.setattr(inquiry, "programme", missing)
    code, said, complained = run("programme", *ALL_DAY, "--home", home, "--screen", "kiosk")
    assert (code, said) == (1, "")
    assert complained.count("\n") == 1


QUESTIONS: Final = (
    ("status",),
    ("screenshot", "--out", "x.png"),
    ("programme", *ALL_DAY),
    ("snapshot", "--at", "2026-11-23T06:00", "--out", "x.png"),
    ("search", "visa", "--language", "en"),
    ("gate", "log"),
    ("gate", "cancel"),
    ("gate", "notice"),
)


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_question_of_who_may_not_read_the_home_is_refused_and_not_answered(
    words: tuple[str, ...], run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    code, said, complained = run(*words, "--home", home, "--screen", "kiosk")
    assert (code, said) == (1, "")
    assert complained == (
        f"gate-player: {home / 'store'}: this user may not read it; ask as root, with sudo\n"
    )


def test_missing_permission_is_told_in_one_sentence_wherever_it_comes_from(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", "/srv/pack")

    monkeypatch.setattr(inquiry, "programme", refused)
    code, said, complained = run("programme", *ALL_DAY, "--home", home, "--screen", "kiosk")
    assert (code, said) == (1, "")
    remedy = "choose another place, or do it as root, with sudo"
    assert complained == f"gate-player: /srv/pack: no permission; {remedy}\n"


@pytest.mark.parametrize("words", [("run",), ("configure", "--on-screen")])
def test_without_a_display_that_is_said_before_qt_gives_up(
    words: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    code, said, complained = run(*words)
    assert (code, said) == (1, "")
    assert complained.startswith("gate-player: there is no display to draw on: ")


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_display_that_does_not_answer_is_named(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, ":65000")
    code, said, complained = run("run")
    assert (code, said) == (1, "")
    assert complained.startswith(f"gate-player: no display lets this in at {name}=:65000: ")


# --- 2 ---


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense",), "No such command 'nonsense'."),
        (("run", "--nonsense"), "No such option: --nonsense"),
        (("programme",), "Missing option '--from'."),
        (("programme", *ALL_DAY, "--demo", "nowhere"), "choose from huu-nghi, lao-bao"),
        (("status", "--demo", "nowhere"), "choose from huu-nghi, lao-bao"),
        (("status", "--home", __file__), f"'--home': dir '{__file__}' is a file."),
        (("pack", "build"), "Missing argument 'SRC'."),
        (("configure", "--from", "x.toml"), "say --id ID or --ids FILE.csv, one of them"),
        (
            ("configure", "--from", "x.toml", "--id", "a", "--ids", "b.csv"),
            "say --id ID or --ids FILE.csv, one of them",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_told_with_the_usage_and_exit_code_2(
    words: tuple[str, ...], said: str, run: Run
) -> None:
    code, output, complained = run(*words)
    assert (code, output) == (2, "")
    assert complained.startswith("Usage: gate-player")
    assert said in complained.splitlines()[-1]


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (("--from", "tomorrow", "--to", "2026-11-24"), "tomorrow is not a time like "),
        (("--from", "2026-11-24", "--to", "2026-11-23"), "2026-11-23 is not after 2026-11-24"),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_wrong_time_is_told_in_one_sentence_and_exit_code_2(
    times: tuple[str, ...], said: str, form: tuple[str, ...], run: Run, home: Path
) -> None:
    code, output, complained = run("programme", *times, *form, "--home", home, "--screen", "kiosk")
    assert (code, output) == (2, "")
    assert complained.splitlines()[-1].startswith(f"Error: Invalid value: {said}")


def test_demo_of_an_installation_without_any_is_told_where_they_are(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "demo_gates", tuple)
    code, _, complained = run("run", "--demo", "huu-nghi")
    assert code == 2
    assert "carries no demo packs; play them from a checkout" in complained.splitlines()[-1]


@pytest.mark.parametrize("words", [(), ("pack",)])
def test_no_command_at_all_gets_the_help_and_exit_code_2(words: tuple[str, ...], run: Run) -> None:
    code, said, complained = run(*words)
    assert code == 2
    assert "Commands:" in said + complained


# --- 70 ---


@pytest.mark.allow_log(r"^CRITICAL player\.cli: internal error$")
def test_what_nobody_foresaw_is_logged_with_its_traceback_and_exit_code_70(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("a defect")

    monkeypatch.setattr(inquiry, "programme", broken)
    code, said, _ = run("programme", *ALL_DAY, "--home", home, "--screen", "kiosk")
    assert (code, said) == (70, "")
    assert "RuntimeError: a defect" in caplog.text
    assert "Traceback" in caplog.text


# --- 78 ---


@pytest.mark.parametrize("command", [("configure", "--check"), ("programme", *ALL_DAY), ("run",)])
def test_wrong_configuration_is_a_line_per_problem_and_exit_code_78(
    command: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    wrong = tmp_path / "screen.toml"
    wrong.write_text('id = "a b"\nrole = "tv"\n[display]\nwidth_mm = 1\n')
    code, said, complained = run(*command, "--config", wrong)
    assert (code, said) == (78, "")
    assert all(line.startswith(f"{wrong}: ") for line in complained.splitlines())
    assert len(complained.splitlines()) > 2


# --- languages ---


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "lo_LA.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": ""}, "vi"),
    ],
)
def test_language_of_messages_is_the_environments(
    environment: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert environment_lang() == lang


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_language_asked_for_beats_the_environments(
    lang: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = ("configure", "--check", "--config", tmp_path / "none.toml")
    monkeypatch.setenv("LC_ALL", f"{lang}_XX.UTF-8")
    expected = run(*words)
    monkeypatch.setenv("LC_ALL", "C")
    assert run(*words, "--lang", lang) == expected


# --- processes ---

HEAVY: Final = ("PySide6", "vlc", "PIL", "av", "fontTools", "icu4py", "requests", "rich")


@pytest.mark.parametrize("asked", ["--help", "programme"])
def test_question_is_answered_without_loading_what_only_other_commands_need(
    asked: str, home: Path
) -> None:
    words = [asked]
    if asked == "programme":
        words += [*ALL_DAY, "--home", str(home), "--screen", "kiosk", "--json"]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "player", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    timed = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in timed}
    assert loaded.isdisjoint(HEAVY)
    assert "player" in loaded


def test_pipe_that_closes_early_is_no_internal_error(home: Path) -> None:
    words = [*ALL_DAY, "--home", str(home), "--screen", "kiosk"]
    with subprocess.Popen(
        [sys.executable, "-m", "player", "programme", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as player:
        assert player.stdout is not None
        assert player.stderr is not None
        player.stdout.close()
        complained = player.stderr.read()
    assert player.returncode == 1
    assert b"Traceback" not in complained


def test_second_player_on_a_home_is_told_so_and_exits_1(home: Path) -> None:
    words = ["run", "--windowed", "--home", str(home), "--screen", "kiosk"]
    with locked(Home(home)):
        done = subprocess.run(
            [sys.executable, "-m", "player", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [f"gate-player: a player is already running on {home}"]
