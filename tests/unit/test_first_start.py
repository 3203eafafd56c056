"""The first start of the player, and ``gate-player configure``, by the command line."""

import os
import sys
from pathlib import Path

import pytest
import typer

from player.cli import commissioning
from player.errors import SetupError
from player.main import selection, setup, show
from player.store.layout import Home
from player.store.setup import SetupRecord, write_setup
from tests.fakes.bare_machine import DIGITS, OTHER, ROOT, WORDS, BareMachine
from tests.fakes.command_line import Run, command_line


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BareMachine:
    """Return a machine whose configuration would lie in a folder of this test."""
    machine = BareMachine(tmp_path)
    monkeypatch.setattr(selection, "SYSTEM_CONFIG", machine.machine.config)
    return machine


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command line: words -> (exit code, standard output, error)."""
    return command_line(monkeypatch, capsys)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Return what was called of set-up, player and the kernel; the set-up is done at once."""
    made: list[tuple[object, ...]] = []

    def set_up(config: Path, home: Path, *, windowed: bool) -> int:
        made.append(("set up", config, home, windowed))
        return 0

    def play(screen: object, *, windowed: bool) -> int:
        made.append(("play", getattr(screen, "id", ""), windowed))
        return 0

    def execv(program: str, words: list[str]) -> None:
        made.append(("exec", program, *words))
        raise typer.Exit(0)

    monkeypatch.setattr(setup, "set_up", set_up)
    monkeypatch.setattr(show, "show", play)
    monkeypatch.setattr(os, "execv", execv)
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "player", "run"])
    return made


def test_first_start_sets_up_and_then_becomes_the_player(
    run: Run, bare: BareMachine, calls: list[tuple[object, ...]]
) -> None:
    assert run("run")[0] == 0
    assert calls == [
        ("set up", bare.machine.config, commissioning.DEFAULT_HOME, False),
        ("exec", sys.executable, sys.executable, "-m", "player", "run"),
    ]


def test_set_up_that_was_ended_before_its_end_does_not_play(
    run: Run, bare: BareMachine, calls: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    del bare
    monkeypatch.setattr(setup, "set_up", lambda *_, **__: 1)
    assert run("run")[0] == 1
    assert calls == []


def test_configured_screen_plays_at_once(
    run: Run, bare: BareMachine, calls: list[tuple[object, ...]]
) -> None:
    bare.machine.config.parent.mkdir()
    bare.machine.config.write_bytes(bare.other().read_bytes())
    assert run("run")[0] == 0
    assert calls == [("play", "hn-kiosk-01", False)]


def test_configuration_copied_here_ends_a_set_up_that_had_written_none(
    run: Run, bare: BareMachine, calls: list[tuple[object, ...]]
) -> None:
    write_setup(bare.home, SetupRecord(step="gate"))
    bare.machine.config.parent.mkdir()
    bare.machine.config.write_bytes(bare.other().read_bytes())
    run("run")
    assert calls[0][0] == "play"


@pytest.mark.parametrize(("is_done", "first"), [(False, "set up"), (True, "play")])
def test_set_up_that_was_cut_off_goes_on_before_the_player(
    is_done: bool, first: str, run: Run, bare: BareMachine, calls: list[tuple[object, ...]]
) -> None:
    bare.machine.config.parent.mkdir()
    bare.machine.config.write_bytes(bare.other().read_bytes())
    write_setup(bare.home, SetupRecord(step="pack", is_written=True, is_done=is_done))
    run("run")
    assert calls[0][0] == first


@pytest.mark.parametrize("words", [("--screen", "kiosk"), ("--config", "no.toml")])
def test_screen_that_is_named_is_never_set_up(
    words: tuple[str, ...], run: Run, bare: BareMachine, calls: list[tuple[object, ...]]
) -> None:
    del bare
    run("run", *words)
    assert [call[0] for call in calls] in ([], ["play"])


def test_on_screen_ends_when_it_is_done(
    run: Run, bare: BareMachine, calls: list[tuple[object, ...]]
) -> None:
    assert run("configure", "--on-screen", "--home", bare.home.folder)[0] == 0
    assert calls == [("set up", bare.machine.config, bare.home.folder, False)]


def test_copy_is_made_in_one_command(run: Run, bare: BareMachine) -> None:
    source = bare.other()
    code, said, _ = run("configure", "--from", source, "--id", "hn-kiosk-02")
    assert (code, said.splitlines()[0]) == (
        0,
        f"Screen hn-kiosk-02 is set up: {bare.machine.config}",
    )
    assert bare.made().id == "hn-kiosk-02"


def test_wrong_fingerprint_is_one_line_and_exit_code_1(run: Run, bare: BareMachine) -> None:
    root = bare.folder / "root.json"
    root.write_bytes(OTHER)
    words = ("--from", bare.other(), "--id", "hn-kiosk-02", "--trust", root, "--fingerprint", WORDS)
    code, said, complained = run("configure", *words)
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert complained.startswith("gate-player: Stop: the fingerprint of ")
    assert not bare.machine.config.exists()


def test_fingerprint_of_a_root_is_said(run: Run, bare: BareMachine) -> None:
    root = bare.folder / "root.json"
    root.write_bytes(ROOT)
    assert run("configure", "--trust", root) == (0, f"In words: {WORDS}\nIn digits: {DIGITS}\n", "")


def test_questions_broken_off_say_so_and_exit_with_1(
    run: Run, bare: BareMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(question: str, proposed: str) -> str:
        raise typer.Abort((question, proposed))

    monkeypatch.setattr(commissioning, "_ask", leave)
    code, _, complained = run("configure", "--home", bare.home.folder)
    assert (code, complained) == (1, "Ended; nothing was written.\n")
    assert not bare.machine.config.exists()


def test_terminal_takes_every_proposal_of_an_empty_line(
    run: Run, bare: BareMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typer, "prompt", lambda _question, default, **_: default)
    assert run("configure", "--home", bare.home.folder)[0] == 0
    assert Home(bare.home.folder).setup.exists()


@pytest.mark.parametrize(("only_touch", "is_refused"), [(True, False), (False, True)])
def test_only_who_writes_a_configuration_must_be_able_to(
    only_touch: bool, is_refused: bool, bare: BareMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(setup, "_run", lambda *_, **__: 0)
    monkeypatch.setattr(setup, "SetupApplication", lambda *_: None)
    write_setup(bare.home, SetupRecord(step="touch", only_touch=only_touch))
    if is_refused:
        with pytest.raises(SetupError, match="run the set-up as root"):
            setup.set_up(bare.machine.config, bare.home.folder, windowed=True)
    else:
        assert setup.set_up(bare.machine.config, bare.home.folder, windowed=True) == 0
