"""The commands that switch a panel: one at a time, the last wish counts, and nothing waits."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from player.shell.panel_switch import PanelSwitch
from tests.fakes.switched_panel import Program, runs

MakeSwitch = Callable[..., PanelSwitch]
CANNOT = r"player\.shell\.panel_switch: panel cannot be switched"


@pytest.fixture
def make_switch(qtbot: QtBot) -> Iterator[MakeSwitch]:
    """Return a function that makes switches; all are closed at the end."""
    del qtbot
    made: list[PanelSwitch] = []

    def make(on: Sequence[str], off: Sequence[str] = (), limit_s: float = 5) -> PanelSwitch:
        made.append(PanelSwitch(on, off, limit_s))
        return made[-1]

    yield make
    for switch in made:
        switch.close()


def test_argument_reaches_the_program_as_it_is(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch
) -> None:
    """No shell reads it: what would be a command there is a word here."""
    on = Program(tmp_path, "on").command("$(touch pwned)", "a b", ";reboot")
    switch = make_switch(on)
    switch.turn(is_on=True)
    qtbot.waitUntil(lambda: runs(tmp_path) == ["on $(touch pwned) a b ;reboot"])


def test_nothing_is_run_twice_or_without_a_command(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch
) -> None:
    switch = make_switch(Program(tmp_path, "on").command())
    for is_on in (True, True, False, True):
        switch.turn(is_on=is_on)
        switch.again()
        qtbot.wait(200)
    # After "off", which has no command, the panel is switched on anew.
    assert runs(tmp_path) == ["on ", "on "]


def test_wishes_made_while_a_command_runs_wait_and_only_the_last_counts(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch
) -> None:
    gate = tmp_path / "gate"
    slow = Program(tmp_path, "on", f"while [ ! -e {gate} ]; do sleep 0.02; done").command()
    switch = make_switch(slow, Program(tmp_path, "off").command())
    switch.turn(is_on=True)
    qtbot.waitUntil(lambda: runs(tmp_path) == ["on "])
    for is_on in (False, True, False):
        switch.turn(is_on=is_on)
    gate.touch()
    qtbot.waitUntil(lambda: runs(tmp_path) == ["on ", "off "])
    qtbot.wait(200)
    assert len(runs(tmp_path)) == 2


@pytest.mark.allow_log(CANNOT)
def test_failure_is_told_once_and_tried_again_until_it_works(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch, caplog: pytest.LogCaptureFixture
) -> None:
    works = tmp_path / "works"
    script = f"echo 'no adapter\x1b[31m' >&2; [ -e {works} ]"
    switch = make_switch(Program(tmp_path, "on", script).command())
    caplog.set_level(logging.INFO, "player.shell.panel_switch")
    switch.turn(is_on=True)
    for _ in range(3):
        qtbot.wait(200)
        switch.again()
    works.touch()
    qtbot.wait(200)
    switch.again()
    qtbot.waitUntil(lambda: bool(caplog.records) and caplog.records[-1].levelname == "INFO")
    told, well = caplog.records
    assert (told.levelname, vars(told)["reason"]) == ("WARNING", "it ended with 1")
    assert vars(told)["said"].startswith("no adapter")
    assert vars(told)["said"].isprintable()
    assert vars(well)["failures_before"] > 1


@pytest.mark.allow_log(CANNOT)
def test_program_that_is_not_there_is_told(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch, caplog: pytest.LogCaptureFixture
) -> None:
    switch = make_switch([str(tmp_path / "nothing")])
    switch.turn(is_on=True)
    qtbot.waitUntil(lambda: bool(caplog.records))


@pytest.mark.allow_log(CANNOT)
def test_program_that_hangs_is_ended_and_the_next_wish_goes_on(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch, caplog: pytest.LogCaptureFixture
) -> None:
    hangs = Program(tmp_path, "on", "exec sleep 60").command()
    switch = make_switch(hangs, Program(tmp_path, "off").command(), limit_s=0.3)
    begun = time.monotonic()
    switch.turn(is_on=True)
    switch.turn(is_on=False)
    assert time.monotonic() - begun < 0.2
    qtbot.waitUntil(lambda: runs(tmp_path) == ["on ", "off "])
    assert vars(caplog.records[0])["reason"] == "it took more than 0.3 s"


def test_program_that_never_stops_talking_is_heard_for_a_line(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "player.shell.panel_switch")
    talks = Program(tmp_path, "on", "head -c 2000000 /dev/zero | tr '\\0' x").command()
    switch = make_switch(talks)
    switch.turn(is_on=True)
    qtbot.waitUntil(lambda: bool(caplog.records))
    assert len(vars(caplog.records[0])["said"]) < 100


def test_program_that_runs_is_ended_with_the_player(
    qtbot: QtBot, tmp_path: Path, make_switch: MakeSwitch
) -> None:
    switch = make_switch(Program(tmp_path, "on", "exec sleep 60").command())
    switch.turn(is_on=True)
    qtbot.waitUntil(lambda: bool(runs(tmp_path)))
    begun = time.monotonic()
    switch.close()
    assert time.monotonic() - begun < 1
