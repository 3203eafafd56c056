"""The command line as a script meets it, in this process."""

import sys
from collections.abc import Callable
from functools import partial

import pytest

from player import cli

Run = Callable[..., tuple[int, str, str]]


def command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command line: words -> (exit code, standard output, error)."""
    # Else the name is that of whatever program runs the tests.
    monkeypatch.setattr(cli, "app", partial(cli.app, prog_name="gate-player"))

    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["gate-player", *(str(word) for word in words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return call
