"""A real contact sheet of the smallest pack: the command, the player's renderer, the files."""

import os
import re
import signal
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from player.config.load import load_screen, role_example
from player.main.drawing import ExampleRenderer
from player.main.tools import pack_check, pack_new, pack_preview
from player.publish.draft import Draft
from player.publish.sheet import SHAPES, Pixels, SheetShape, Undrawn, Wanted

DAY = date(2026, 11, 22)


@pytest.fixture
def source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the starter with one page only, to be quick."""
    folder = tmp_path / "pack"
    assert pack_new(folder, "en") == 0
    for name in ("giay-to", "que-huong"):
        (folder / "slides" / f"{name}.toml").unlink()
    lists = folder / "playlists.toml"
    lists.write_text('[[playlists]]\nid = "all-day"\ndefault = true\nitems = ["chao-mung"]\n')
    capsys.readouterr()
    return folder


def lengthen(source: Path, field: str, words: str) -> None:
    """Put ``words`` before those of a field of the page."""
    slide = source / "slides" / "chao-mung.toml"
    text = slide.read_text("utf-8")
    begin = f'\n{field} = "'
    assert begin in text
    slide.write_text(text.replace(begin, begin + words, 1), "utf-8")


def test_a_pack_is_drawn_by_the_players_own_renderer(
    source: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    out = source.parent / "sheet"
    code = pack_preview(source, out, "en", today=DAY)
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    drawn = f"Drew {2 * len(SHAPES)} pictures of 1 items on 1 pages."
    assert f"{drawn} Shown page by page: 0" in said.out
    for shape in SHAPES:
        (one, two) = sorted((out / "pictures").glob(f"*.{shape.name}.png"))
        assert one.read_bytes() != two.read_bytes()
        with Image.open(one) as picture:
            assert picture.size == (shape.width, shape.height)
            assert len(picture.resize((40, 40)).getcolors(1600) or ()) > 10


def test_long_text_and_lost_picture_are_told_and_exit_1(
    source: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    lengthen(source, "body", "Một câu quá dài. " * 250)
    for picture in (source / "media").iterdir():
        picture.unlink()
    assert pack_preview(source, source.parent / "sheet", "vi", today=DAY) == 1
    said = capsys.readouterr()
    assert "Phải lật trang: 5; hình không vẽ được: 0." in said.out
    assert said.err.startswith("Chưa đạt: ")
    assert "nền xám thay cho ảnh" in (source.parent / "sheet" / "index.html").read_text("utf-8")


def test_stopping_by_hand_leaves_nothing(
    source: Path,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del qtbot
    draw = ExampleRenderer.draw

    def interrupt(
        self: ExampleRenderer, draft: Draft, day: date, shape: SheetShape, wanted: Sequence[Wanted]
    ) -> Iterator[Pixels | Undrawn]:
        for page in draw(self, draft, day, shape, wanted):
            os.kill(os.getpid(), signal.SIGINT)
            yield page

    monkeypatch.setattr(ExampleRenderer, "draw", interrupt)
    assert pack_preview(source, source.parent / "sheet", "en", today=DAY) == 1
    assert capsys.readouterr().err == "Stopped; nothing was written.\n"
    assert not (source.parent / "sheet").exists()


def test_check_against_a_screen_sets_every_text_by_the_players_own_layouts(
    source: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    lengthen(source, "body", "Một câu dài. " * 20)
    strip = load_screen(role_example("led-strip"), "en")
    assert pack_check(source, "en", screen=strip, today=DAY) == 0
    assert re.search(
        r"text\.vi \[vi\]: On hn-led-01 this text takes \d pages", capsys.readouterr().out
    )


def test_headline_without_room_is_told_against_a_screen(
    source: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    lengthen(source, "title", "Tiêu đề không sao đọc hết " * 8)
    strip = load_screen(role_example("led-strip"), "en")
    assert pack_check(source, "en", screen=strip, today=DAY) == 0
    assert "this has no room, not even page by page" in capsys.readouterr().out
