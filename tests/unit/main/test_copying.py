"""One screen that was set up, and a list of ids, set twenty up: S13."""

from pathlib import Path

import pytest

from player.config.screen import Orientation
from player.errors import ConfigError, SetupError
from player.main.copying import Copy, clone, id_for_machine, say_fingerprint
from player.store.setup import owes_setup, read_setup
from tests.fakes.bare_machine import DIGITS, OTHER, ROOT, WORDS, BareMachine, writing


@pytest.fixture
def bare(tmp_path: Path) -> BareMachine:
    return BareMachine(tmp_path)


def test_copy_is_as_the_other_but_for_its_name_and_place(bare: BareMachine) -> None:
    source = bare.other(source="https://content.example/x", pack="a/b/c")
    said = clone(bare.machine, Copy(source, "hn-kiosk-02"), writing())
    made = bare.made()
    assert (made.id, made.gate, made.role) == ("hn-kiosk-02", "huu-nghi", "kiosk")
    assert (made.content.source, made.content.pack) == ("https://content.example/x", "a/b/c")
    assert (made.place, made.exit_direction) == ("", "none")
    assert "hn-kiosk-02 is set up" in said


@pytest.mark.parametrize(
    ("display", "orientation", "owes"),
    [
        (None, None, False),
        ((1920, 1080), None, False),
        ((1080, 1920), None, True),
        (None, "portrait", True),
        ((1920, 1080), "landscape-flipped", True),
        ((1920, 1080), "landscape", False),
    ],
)
def test_touch_check_is_owed_where_the_panel_hangs_otherwise(
    display: tuple[int, int] | None, orientation: Orientation | None, owes: bool, bare: BareMachine
) -> None:
    if display is not None:
        bare.connect(*display)
    clone(bare.machine, Copy(bare.other(), "hn-kiosk-02", orientation), writing())
    assert owes_setup(bare.home) is owes


def test_screen_that_nobody_touches_owes_no_touch_check(bare: BareMachine) -> None:
    clone(bare.machine, Copy(bare.other("hall-tv"), "hn-hall-02", "portrait"), writing())
    assert not owes_setup(bare.home)


def test_turned_copy_has_the_other_sides_of_the_same_panel(bare: BareMachine) -> None:
    clone(bare.machine, Copy(bare.other(), "hn-kiosk-02", "portrait"), writing())
    display = bare.made().display
    assert display.size.model_dump() == {"width": 1080, "height": 1920}  # type: ignore[union-attr]
    assert (display.orientation, display.width_mm) == ("portrait", 268)
    record = read_setup(bare.home)
    assert record is not None
    assert (record.answers.orientation, record.only_touch) == ("portrait", True)


def test_root_of_the_fingerprint_compared_before_is_believed(bare: BareMachine) -> None:
    bare.put_root()
    clone(bare.machine, Copy(bare.other(fingerprint=DIGITS), "hn-kiosk-02"), writing())
    assert bare.home.anchor.read_bytes() == ROOT
    assert bare.made().content.fingerprint == DIGITS


@pytest.mark.parametrize("fingerprint", ["", WORDS, DIGITS], ids=["the other's", "words", "digits"])
def test_wrong_root_stops_and_nothing_is_written(fingerprint: str, bare: BareMachine) -> None:
    bare.put_root(OTHER)
    source = bare.other(fingerprint=DIGITS)
    with pytest.raises(SetupError, match=r"^Stop: the fingerprint of .*root\.json is "):
        clone(bare.machine, Copy(source, "hn-kiosk-02", fingerprint=fingerprint), writing())
    assert not bare.machine.config.exists()
    assert not bare.home.folder.exists()


def test_root_named_on_the_command_line_is_compared_too(bare: BareMachine) -> None:
    named = bare.folder / "named.json"
    named.write_bytes(OTHER)
    copy = Copy(bare.other(), "hn-kiosk-02", root=named, fingerprint=WORDS)
    with pytest.raises(SetupError, match=r"named\.json"):
        clone(bare.machine, copy, writing())


def test_other_root_believed_already_is_not_replaced(bare: BareMachine) -> None:
    bare.home.folder.mkdir()
    bare.home.anchor.write_bytes(OTHER)
    bare.put_root()
    with pytest.raises(SetupError, match="Stop"):
        clone(bare.machine, Copy(bare.other(fingerprint=DIGITS), "hn-kiosk-02"), writing())
    assert bare.home.anchor.read_bytes() == OTHER


def test_root_that_nobody_compared_is_not_believed(bare: BareMachine) -> None:
    bare.put_root()
    said = clone(bare.machine, Copy(bare.other(), "hn-kiosk-02"), writing())
    assert not bare.home.anchor.exists()
    assert "was not compared" in said


def test_fingerprint_is_kept_for_the_root_that_comes_later(bare: BareMachine) -> None:
    clone(bare.machine, Copy(bare.other(fingerprint=DIGITS), "hn-kiosk-02"), writing())
    assert bare.made().content.fingerprint == DIGITS


@pytest.mark.parametrize("name", ["", "màn hình", "-x", "hn-kiosk-01"])
def test_id_must_be_fit_and_of_its_own(name: str, bare: BareMachine) -> None:
    with pytest.raises(SetupError, match="--id"):
        clone(bare.machine, Copy(bare.other(), name), writing())
    assert not bare.machine.config.exists()


def test_configuration_that_is_wrong_is_told_as_ever(bare: BareMachine) -> None:
    source = bare.other()
    source.write_text(source.read_text("utf-8").replace('role = "kiosk"', 'role = "tv"'))
    with pytest.raises(ConfigError, match="role"):
        clone(bare.machine, Copy(source, "hn-kiosk-02"), writing())


def test_machine_is_known_by_its_network_address(bare: BareMachine) -> None:
    bare.wire("52:54:00:aa:bb:01", "52:54:00:aa:bb:02")
    rows = [("hn-hall-01", "52:54:00:aa:bb:09"), ("hn-hall-02", "52-54-00-AA-BB-02")]
    assert id_for_machine(bare.list_ids(rows), bare.machine, writing()) == "hn-hall-02"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("a", "52:54:00:aa:bb:09")], "not exactly one line is of this machine"),
        (
            [("a", "52:54:00:aa:bb:01"), ("b", "52:54:00:aa:bb:01")],
            "not exactly one line is of this machine",
        ),
        ([("a", "x"), ("a", "52:54:00:aa:bb:01")], "the id a is there twice"),
        ([], "its network addresses are 52:54:00:aa:bb:01"),
    ],
)
def test_list_that_names_no_single_screen_is_refused(
    rows: list[tuple[str, str]], said: str, bare: BareMachine
) -> None:
    bare.wire("52:54:00:aa:bb:01")
    with pytest.raises(SetupError, match=said):
        id_for_machine(bare.list_ids(rows), bare.machine, writing())


def test_list_that_is_not_there_is_told(bare: BareMachine) -> None:
    with pytest.raises(SetupError, match=r"none\.csv: cannot be read"):
        id_for_machine(bare.stick / "none.csv", bare.machine, writing())


def test_fingerprint_is_said_in_words_and_digits(bare: BareMachine) -> None:
    bare.put_root()
    said = say_fingerprint(bare.stick / "root.json", writing())
    assert said == f"In words: {WORDS}\nIn digits: {DIGITS}"


def test_file_that_is_no_root_has_no_fingerprint(bare: BareMachine) -> None:
    with pytest.raises(SetupError, match="no root of trust"):
        say_fingerprint(bare.other(), writing())
