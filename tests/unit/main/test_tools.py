"""The content team's commands, from the folder to the exit code."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from player.main import tools
from player.main.tools import pack_build, pack_check, pack_new
from player.store.reader import open_pack

TODAY = date(2026, 11, 22)


@pytest.fixture
def source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert pack_new(tmp_path / "pack", "en") == 0
    capsys.readouterr()
    return tmp_path / "pack"


def test_a_new_pack_says_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pack_new(tmp_path / "pack", "vi") == 0
    assert f"gate-player pack check {tmp_path / 'pack'}" in capsys.readouterr().out


def test_a_folder_in_use_is_refused(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pack_new(source, "en") == 1
    assert "already has files" in capsys.readouterr().err


def test_a_fit_source_is_told_to_be_fit(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pack_check(source, "en", today=TODAY) == 0
    said = capsys.readouterr()
    assert "Fit to build. Errors: none, warnings: 2." in said.out
    assert said.err == ""


def test_a_check_ends_with_how_far_the_source_is_translated(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pack_check(source, "en", today=TODAY) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].startswith("Fit to build.")
    assert any(line.startswith("  slides/") for line in lines)
    assert any(line.startswith("  translated ") for line in lines)


def test_an_unfit_source_is_told_in_vietnamese(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source / "media" / "phong-canh.webp").unlink()
    assert pack_check(source, "vi", today=TODAY) == 1
    said = capsys.readouterr()
    assert "  LỖI picture.path: Không có tệp “media/phong-canh.webp”." in said.out
    assert said.err.startswith("Chưa đạt: 2 lỗi")


def test_json_is_all_there_is_on_standard_output(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source / "pack.toml").write_text("format = ")
    assert pack_check(source, "en", as_json=True, today=TODAY) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["errors"] == 1
    assert "toml_syntax" in {finding["code"] for finding in document["findings"]}
    assert document["completeness"]["languages"]["vi"]["per_cent"] == 100


@pytest.mark.parametrize("command", ["check_source", "build_pack"])
def test_stopping_by_hand_says_that_nothing_was_written(
    source: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tools, command, stop)
    is_check = command == "check_source"
    out = source.parent / "built"
    code = pack_check(source, "en") if is_check else pack_build(source, out, "en")
    assert code == 1
    assert capsys.readouterr().err == "Stopped; nothing was written.\n"
    assert not out.exists()


def test_a_build_tells_what_it_made(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = source.parent / "built"
    assert pack_build(source, out, "en", today=TODAY) == 0
    assert open_pack(out, out / "blobs").manifest.sequence == 1
    assert "Built pack tinh-mau/cua-khau-mau/chinh" in capsys.readouterr().out


def test_a_refused_build_says_why_on_standard_error(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source / "playlists.toml").unlink()
    assert pack_build(source, source.parent / "built", "en", today=TODAY) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "playlists.toml" in said.err


@pytest.mark.parametrize("module", ["PIL", "av", "fontTools", "icu4py"])
def test_without_the_extra_one_sentence_says_what_to_install(tmp_path: Path, module: str) -> None:
    script = (
        f"import sys; sys.modules[{module!r}] = None\n"
        f"sys.argv = ['gate-player', 'pack', 'check', {str(tmp_path)!r}]\n"
        "from player.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert module in done.stderr
    assert "gate-player[publish]" in done.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_checking_and_building_load_no_qt(source: Path, command: str) -> None:
    words = ["pack", command, str(source), "--on", TODAY.isoformat()]
    words += ["--out", str(source.parent / "built")] if command == "build" else []
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        f"sys.argv = ['gate-player', *{words!r}]\n"
        "from player.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
