"""A new version proves itself or gives way; whatever is cut off, one whole version is current."""

from dataclasses import asdict
from pathlib import Path
from typing import Final

import pytest
from deb import upgrade as program
from deb.upgrade import GOOD, PROOF_S, ROLLED_BACK, TRIAL, Machine, Upgrade, ended, looked, started

from player.store.layout import Home
from player.store.upgrade import read_upgrade

NEW: Final = Upgrade(to="2.0", back="kept/1.0")
ENDED: Final = {"EXIT_STATUS": "1"}


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return a machine on which 2.0 has been unpacked beside 1.0, which still runs."""
    for folder in ("2.0", "kept/1.0"):
        (tmp_path / "opt" / folder).mkdir(parents=True)
    (tmp_path / "opt" / "current").symlink_to("kept/1.0")
    (tmp_path / "var").mkdir()
    monkeypatch.setattr(program, "is_asked_to_end", lambda: False)
    monkeypatch.setattr(program, "ask_systemd", lambda *_: None)
    monkeypatch.setattr(program, "start_soon", lambda: None)
    return Machine(tmp_path / "opt", tmp_path / "var")


def current(tmp_path: Path) -> str:
    """Return which version is current."""
    return str((tmp_path / "opt" / "current").readlink())


def run(machine: Machine, *words: str, **environment: str) -> int:
    """Run the program as the units do."""
    return program.main(list(words), machine, environment)


def tried(times: int) -> Upgrade:
    """Return the trial after so many starts."""
    upgrade = NEW
    for _ in range(times):
        upgrade = started(upgrade)
    return upgrade


def test_player_reads_what_became_of_its_upgrade(machine: Machine, tmp_path: Path) -> None:
    home = Home(tmp_path / "var")
    machine.begin(NEW.to, NEW.back)
    on_trial = read_upgrade(home)
    assert on_trial is not None
    assert (on_trial.model_dump(), on_trial.was_rolled_back) == (asdict(NEW), False)
    run(machine, "ended", EXIT_STATUS="78")
    settled = read_upgrade(home)
    assert settled is not None
    assert (settled.back, settled.was_rolled_back) == (NEW.back, True)


def test_third_start_is_a_try_and_the_fourth_is_one_too_many() -> None:
    assert [tried(times).verdict for times in (1, 2, 3, 4)] == [TRIAL, TRIAL, TRIAL, ROLLED_BACK]


def test_end_that_was_asked_for_gives_its_try_back() -> None:
    upgrade = NEW
    for _ in range(10):
        upgrade = ended(started(upgrade), "0", was_asked=True)
    assert upgrade == NEW


@pytest.mark.parametrize("status", ["0", "1", "75", "SEGV", "ABRT", "TERM"])
def test_end_by_itself_keeps_its_try(status: str) -> None:
    """Also one without a complaint: a version that ends at once and is content is no good."""
    assert ended(tried(1), status, was_asked=False).tries == 1


@pytest.mark.parametrize(
    ("job", "is_end"),
    [
        ("812 gate-player-show.service stop    running", True),
        ("812 gate-player-show.service restart waiting", True),
        ("812 gate-player-show.service start   running", False),
        ("812 gate-player-agent.service stop   running", False),
        ("No jobs running.", False),
        ("", False),
    ],
)
def test_job_to_start_asks_for_no_end(job: str, is_end: bool) -> None:
    """A player that ends while it starts has one."""
    assert program.is_to_end(job) == is_end


@pytest.mark.parametrize("was_asked", [True, False])
def test_version_that_refuses_the_configuration_gives_way_at_once(was_asked: bool) -> None:
    upgrade = ended(tried(1), "78", was_asked=was_asked)
    assert upgrade.verdict == ROLLED_BACK
    assert "configuration" in upgrade.reason


@pytest.mark.parametrize(("running_s", "verdict"), [(0, TRIAL), (119.9, TRIAL), (PROOF_S, GOOD)])
def test_two_minutes_are_proof(running_s: float, verdict: str) -> None:
    assert looked(tried(1), running_s).verdict == verdict


def test_new_version_becomes_current_on_trial(machine: Machine, tmp_path: Path) -> None:
    run(machine, "begin", "2.0", "kept/1.0")
    assert current(tmp_path) == "2.0"
    assert machine.read() == NEW


def test_first_version_is_on_no_trial(machine: Machine, tmp_path: Path) -> None:
    run(machine, "begin", "2.0", "")
    assert current(tmp_path) == "2.0"
    assert machine.read() is None


def test_version_that_is_not_kept_is_nothing_to_go_back_to(machine: Machine) -> None:
    run(machine, "begin", "2.0", "kept/0.9")
    assert machine.read() is None


def test_version_that_ends_three_times_gives_way_before_the_fourth_start(
    machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(machine, "begin", "2.0", "kept/1.0")
    seen = []
    for _ in range(4):
        run(machine, "starting")
        seen.append(current(tmp_path))
        run(machine, "ended", **ENDED)
    assert seen == ["2.0", "2.0", "2.0", "kept/1.0"]
    result = machine.read_result()
    assert result is not None
    assert result.verdict == ROLLED_BACK
    assert machine.read() is None
    assert "rolled back" in capsys.readouterr().err


def test_picture_that_was_refused_its_configuration_is_started_again(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the version before; nothing else starts what ended with 78."""
    starts: list[str] = []
    monkeypatch.setattr(program, "start_soon", lambda: starts.append("show"))
    run(machine, "begin", "2.0", "kept/1.0")
    run(machine, "starting")
    run(machine, "ended", EXIT_STATUS="78")
    assert starts == ["show"]


def test_good_version_stays_whatever_happens_later(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "running_s", lambda: PROOF_S)
    run(machine, "begin", "2.0", "kept/1.0")
    run(machine, "starting")
    run(machine, "look")
    for _ in range(10):
        run(machine, "starting")
        run(machine, "ended", **ENDED)
    assert current(tmp_path) == "2.0"


def test_power_cut_between_link_and_verdict_goes_back_again(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(machine, "begin", "2.0", "kept/1.0")
    monkeypatch.setattr(program, "TRIES", 0)
    write = program._write

    def cut(_path: Path, _text: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_write", cut)
    with pytest.raises(KeyboardInterrupt):
        run(machine, "starting")
    assert current(tmp_path) == "kept/1.0"
    monkeypatch.setattr(program, "_write", write)
    run(machine, "starting")
    assert current(tmp_path) == "kept/1.0"
    assert machine.read() is None


def test_torn_record_is_no_trial(machine: Machine, tmp_path: Path) -> None:
    run(machine, "begin", "2.0", "kept/1.0")
    (tmp_path / "var" / "upgrade.json").write_text('{"to": "2.', "utf-8")
    assert run(machine, "starting") == 0
    assert current(tmp_path) == "2.0"


def test_technician_goes_back_once(machine: Machine, tmp_path: Path) -> None:
    run(machine, "begin", "2.0", "kept/1.0")
    assert run(machine, "back") == 0
    assert current(tmp_path) == "kept/1.0"
    assert run(machine, "back") == 1


def test_unknown_word_is_a_usage_error(machine: Machine) -> None:
    assert run(machine, "forward") == 2
