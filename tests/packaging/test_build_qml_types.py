"""Which Python files register QML types, and where."""

import json
from pathlib import Path

import build_qml_types
import pytest


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ('QML_IMPORT_NAME = "GatePlayer"', "GatePlayer"),
        ('QML_IMPORT_NAME: Final = "Gate.Stage"', "Gate.Stage"),
        ("import os", None),
        ('def name():\n    QML_IMPORT_NAME = "Local"', None),
    ],
)
def test_module_is_read_from_the_source(tmp_path: Path, source: str, module: str | None) -> None:
    file = tmp_path / "view.py"
    file.write_text(source, "utf-8")
    assert build_qml_types.module_of(file) == module


def test_files_are_grouped_by_module(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.py").write_text('QML_IMPORT_NAME = "One"', "utf-8")
    (tmp_path / "c.py").write_text('QML_IMPORT_NAME = "Two"', "utf-8")
    found = build_qml_types.sources_by_module(tmp_path)
    assert found == {"One": [tmp_path / "a.py", tmp_path / "b.py"], "Two": [tmp_path / "c.py"]}


def test_class_below_an_object_of_another_file_is_an_object(tmp_path: Path) -> None:
    """Or the linter knows nothing of its properties."""
    dumps = []
    for name, above, is_object in (("A", "B", False), ("B", "C", False), ("C", "QObject", True)):
        one = {"className": name, "object": is_object, "superClasses": [{"name": above}]}
        dump = tmp_path / f"{name}.json"
        dump.write_text(json.dumps([{"classes": [one]}]), "utf-8")
        dumps.append(dump)
    build_qml_types.follow_superclasses(dumps)
    read = [json.loads(dump.read_text("utf-8")) for dump in dumps]
    assert [files[0]["classes"][0]["object"] for files in read] == [True, True, True]
