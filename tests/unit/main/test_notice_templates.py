"""A folder of templates: one that cannot be used loses none of the others."""

import logging
import shutil
from pathlib import Path

import pytest

from player.main.notice_templates import read_templates, templates_for
from tests.fakes.templates import FOLDER


@pytest.mark.allow_log(r"a notice template cannot be used")  # two of them are broken
def test_one_bad_file_loses_none_of_the_others(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "scam.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "storm.toml").unlink()
    (tmp_path / "storm.toml").mkdir()
    with caplog.at_level(logging.ERROR):
        found = read_templates(tmp_path)
    whole = {file.stem for file in FOLDER.iterdir()}
    assert {each.id for each in found} == whole - {"scam", "storm"}
    assert [record.file for record in caplog.records] == ["scam.toml", "storm.toml"]  # type: ignore[attr-defined]


def test_folder_that_is_missing_holds_nothing(tmp_path: Path) -> None:
    assert read_templates(tmp_path / "none") == ()


def test_without_a_pack_there_are_the_built_in_ones() -> None:
    assert "fire" in templates_for(read_templates(FOLDER), None)
