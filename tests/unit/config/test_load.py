"""A configuration is a screen, or one ConfigError; nothing else comes out of a file."""

import json
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PosixPath
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.config.document import MAX_BYTES
from player.config.fields import FIELDS
from player.config.load import ROLES, find_screen, load_screen, role_example
from player.errors import ConfigError, ConfigProblem

GOOD: Final = """\
id = "hn-hall-01"
gate = "huu-nghi"
role = "hall-tv"
[display]
width_mm = 1210
viewing_distance_mm = 4000
"""


def problems_of(file: Path, lang: str = "en") -> tuple[ConfigProblem, ...]:
    """Load a file that is wrong and return why."""
    with pytest.raises(ConfigError) as caught:
        load_screen(file, lang)
    assert caught.value.file is file
    return caught.value.problems


def only_line(file: Path, lang: str = "en") -> str:
    """Return the one problem of a file that cannot be read at all."""
    (problem,) = problems_of(file, lang)
    assert (problem.field, problem.value) == ("", None)
    return str(problem)


def file_with(folder: Path, content: str | bytes) -> Path:
    """Return a new file that holds ``content``."""
    file = folder / "screen.toml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_least_file_gets_the_defaults(tmp_path: Path) -> None:
    screen = load_screen(file_with(tmp_path, GOOD), "vi")
    assert (screen.id, screen.display.size, screen.languages) == ("hn-hall-01", "as-found", ())
    assert (screen.home, screen.sound.policy) == (Path("/var/lib/gate-player"), "muted")


@pytest.mark.parametrize("place", ["", "immigration", "gate-2"])
def test_place_is_an_id_or_not_said(tmp_path: Path, place: str) -> None:
    file = file_with(tmp_path, f'place = "{place}"\n{GOOD}')
    assert load_screen(file, "vi").place == place


@pytest.mark.parametrize(
    "source", ["", "/media/usb", "/media/ổ đĩa", "https://a.example/b", "file:///srv/packs"]
)
def test_source_is_an_address_or_a_folder(tmp_path: Path, source: str) -> None:
    file = file_with(tmp_path, f'{GOOD}[content]\nsource = "{source}"\n')
    assert load_screen(file, "vi").content.source == source


@pytest.mark.parametrize(
    "size",
    [
        "{ width = 1920, height = 1080 }\norientation = 'landscape-flipped'",
        "{ width = 1080, height = 1920 }\norientation = 'portrait'",
        "{ width = 960, height = 960 }\norientation = 'portrait'",
        "{ width = 960, height = 960 }",
    ],
)
def test_size_that_lies_as_the_panel_hangs_is_kept(tmp_path: Path, size: str) -> None:
    assert load_screen(file_with(tmp_path, f"{GOOD}size = {size}\n"), "vi").display.width_mm == 1210


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.rstrip().encode(),
        lambda text: text.encode() + b"#" * (MAX_BYTES - len(text)),
    ],
    ids=["byte order mark", "Windows line ends", "no last line end", "largest"],
)
def test_file_of_any_editor_is_read(tmp_path: Path, rewrite: Callable[[str], bytes]) -> None:
    assert load_screen(file_with(tmp_path, rewrite(GOOD)), "vi").gate == "huu-nghi"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("role = kiosk\n", "line 1, column 8: a value is not written rightly"),
        ('id = "a"\nw = 1,200\n', "line 2, column 6: this is not TOML"),
        ('\nid = "a\nb"', "line 2, column 8: this is not TOML"),
        ('id = "a', "line 1, column 8: this is not TOML"),
        ("a = [", "line 1, column 6: a value is not written rightly"),
        ('id = "a"\nid = "b"\n', "line 2, column 9: this key or section was written before"),
        ("[a]\n[a]\n", "line 2, column 3: this key or section was written before"),
        ("a = 2024-02-31", "line 1, column 5: this is not TOML"),
        ("a = " + "[" * 50_000, "this is not TOML: nested too deeply"),
        ("a = " + "1" * 50_000, "this is not TOML: nested too deeply"),
        (b'id = "a"\nname = "m\xe0n"\n', "line 2: this is not UTF-8 text"),
        (GOOD.encode("utf-16"), "line 1: this is not UTF-8 text"),
        (b"\0", "line 1, column 1: this is not TOML"),
        (b"#" * (MAX_BYTES + 1), "the file is too large"),
    ],
)
def test_file_that_is_no_toml_says_where(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert only_line(file_with(tmp_path, content)).startswith(said)


def test_line_with_the_mistake_is_quoted(tmp_path: Path) -> None:
    line = only_line(file_with(tmp_path, 'id = "a"\n  role = kiosk # tivi\n'), "vi")
    assert line.startswith("dòng 2, cột 10: ")
    assert line.endswith(": role = kiosk # tivi")


def test_empty_file_misses_what_it_must_say(tmp_path: Path) -> None:
    missing = [problem.field for problem in problems_of(file_with(tmp_path, ""))]
    assert missing == ["id", "gate", "role", "display"]


def test_missing_file_names_the_roles(tmp_path: Path) -> None:
    assert only_line(tmp_path / "screen.toml").endswith(": " + ", ".join(ROLES))
    assert only_line(tmp_path / "a" / "b", "vi").startswith("không có tệp này")
    assert only_line(file_with(tmp_path, GOOD) / "b").startswith("there is no such file")
    assert only_line(Path("a\0b")).startswith("there is no such file")


@pytest.mark.parametrize("name", ["hal-tv", "config/Hall-TV.tom"])
def test_misspelt_role_is_suggested(name: str) -> None:
    assert only_line(find_screen(name)).endswith("(did you mean hall-tv?)")


def test_folder_is_no_file(tmp_path: Path) -> None:
    assert only_line(tmp_path).startswith("this is a folder")


def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", stat.S_IRUSR)
    assert only_line(tmp_path / "pipe").startswith("this is a folder or a device")


def test_locked_file_is_told(tmp_path: Path) -> None:
    class Locked(PosixPath):  # the tests may run as root, whom no permission stops
        def is_file(self) -> bool:
            raise PermissionError

    assert only_line(Locked(file_with(tmp_path, GOOD))).startswith("no permission to read")


def test_refusing_disk_is_told() -> None:
    nothing_mapped = Path("/proc/self/mem")  # reads as a bad sector does
    assert only_line(nothing_mapped).startswith("the machine cannot read this file (EIO)")


def test_role_is_its_example_and_anything_else_a_file() -> None:
    assert find_screen("kiosk") == role_example("kiosk")
    assert find_screen("./kiosk") == Path("kiosk")
    assert find_screen("/etc/gate-player/screen.toml") == Path("/etc/gate-player/screen.toml")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that hypothesis writes again and again."""
    return tmp_path_factory.mktemp("config") / "screen.toml"


def loads_or_explains(file: Path, content: bytes) -> None:
    """Load ``content`` in both languages; whatever is wrong is one printable line each."""
    file.write_bytes(content)
    for lang, unforeseen in (("vi", "sai; "), ("en", "wrong; ")):
        with suppress(ConfigError):
            load_screen(file, lang)
            continue
        problems = problems_of(file, lang)
        assert problems
        assert all(str(problem).isprintable() for problem in problems)
        assert not any(problem.problem.startswith(unforeseen) for problem in problems)


KEYS: Final = st.sampled_from([*FIELDS, "name", "display.widht_mm", '"a b"', "time-zone"])
VALUES: Final = st.recursive(
    st.integers().map(str)
    | st.floats().map(repr)
    | st.sampled_from(["true", "2026-11-23", "06:00:00", '"vi"', '"as-found"', '"kiosk"', "1210"])
    | st.text(max_size=40).map(lambda text: json.dumps(text, ensure_ascii=False)),
    lambda values: (
        st.lists(values, max_size=4).map(lambda each: f"[{', '.join(each)}]")
        | st.dictionaries(st.sampled_from(["width", "height", "x"]), values).map(
            lambda table: f"{{ {', '.join(f'{key} = {said}' for key, said in table.items())} }}"
        )
    ),
    max_leaves=6,
)


@given(lines=st.dictionaries(KEYS, VALUES, max_size=8))
def test_any_toml_is_a_screen_or_a_config_error(scratch: Path, lines: dict[str, str]) -> None:
    text = "".join(f"{key} = {said}\n" for key, said in lines.items())
    loads_or_explains(scratch, text.encode())


@given(noise=st.binary(max_size=20) | st.text(max_size=20).map(str.encode), place=st.floats(0, 1))
def test_any_damage_is_a_screen_or_a_config_error(
    scratch: Path, noise: bytes, place: float
) -> None:
    good = GOOD.encode()
    cut = int(place * len(good))
    loads_or_explains(scratch, good[:cut] + noise + good[cut:])
