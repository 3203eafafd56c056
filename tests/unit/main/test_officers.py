"""``gate pin`` and ``gate officers``: the file they write, and what they refuse."""

import getpass
import io
import stat
import sys
from pathlib import Path

import pytest

from player.config.load_officers import load_officers
from player.config.officers import Officer
from player.errors import OfficersError
from player.main.officers import ask_pin, list_officers, remove_officer, set_pin


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where officers are to be written; the folder is not there yet."""
    return tmp_path / "etc" / "officers.toml"


def admitted(file: Path, pin: str) -> Officer | None:
    """Return whom ``pin`` lets in."""
    return load_officers(file, "en").admit(pin.encode())


def test_officer_is_added_and_let_in(file: Path) -> None:
    said = set_pin(file, "Nguyễn Văn An", "duty-officer", "204518", "vi")
    assert said == f"đã thêm Nguyễn Văn An (duty-officer) vào {file}"
    assert admitted(file, "204518") == Officer("Nguyễn Văn An", "duty-officer")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert "204518" not in file.read_text("utf-8")


def test_second_officer_is_let_in_beside_the_first(file: Path) -> None:
    set_pin(file, 'Lan "B" \\', "staff", "204518", "en")
    set_pin(file, "Minh", "technician", "918273", "en")
    assert admitted(file, "204518") == Officer('Lan "B" \\', "staff")
    assert admitted(file, "918273") == Officer("Minh", "technician")
    assert list_officers(file, "en").split("\n") == [
        'staff         Lan "B" \\',
        "technician    Minh",
    ]


def test_new_pin_of_the_same_name_replaces_the_old(file: Path) -> None:
    set_pin(file, "Lan", "staff", "204518", "en")
    assert set_pin(file, "LAN", "technician", "918273", "en").startswith("LAN (technician) has a")
    assert admitted(file, "204518") is None
    assert admitted(file, "918273") == Officer("LAN", "technician")


@pytest.mark.parametrize(
    ("name", "pin", "why"),
    [
        ("Lan", "20451", "at least 6 digits"),
        ("Lan", "222222", "repeats itself"),
        ("Lan", "345678", "follow one another"),
        ("Lan", "20451x", "digits only"),
        ("", "204518", "a name has"),
        ("a\nb", "204518", "a name has"),
        ("Minh", "918273", "another officer has this PIN"),
    ],
)
def test_what_is_not_fit_changes_nothing(name: str, pin: str, why: str, file: Path) -> None:
    set_pin(file, "Hoa", "staff", "918273", "en")
    before = file.read_bytes()
    with pytest.raises(OfficersError, match=why) as refused:
        set_pin(file, name, "staff", pin, "en")
    assert pin not in str(refused.value)
    assert file.read_bytes() == before


def test_officer_who_left_is_let_in_no_more(file: Path) -> None:
    set_pin(file, "Lan", "staff", "204518", "en")
    assert "was taken out" in remove_officer(file, "lan", "en")
    assert admitted(file, "204518") is None
    assert "names nobody" in list_officers(file, "en")
    with pytest.raises(OfficersError, match="no officer Lan"):
        remove_officer(file, "Lan", "en")


def test_disk_that_refuses_is_told(file: Path) -> None:
    file.parent.parent.joinpath("etc").write_text("a file where the folder should be")
    with pytest.raises(OfficersError, match="cannot be written"):
        set_pin(file, "Lan", "staff", "204518", "en")


def test_pin_comes_from_standard_input_where_nobody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("204518\n"))
    assert ask_pin("en") == "204518"
    with pytest.raises(OfficersError, match="no PIN was given"):
        ask_pin("en")


@pytest.mark.parametrize("second", ["204518", "204519"])
def test_pin_is_typed_twice_unseen(second: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    answers = iter(["204518", second])
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _: next(answers))
    if second == "204518":
        assert ask_pin("vi") == "204518"
        return
    with pytest.raises(OfficersError, match="không giống nhau"):
        ask_pin("vi")
