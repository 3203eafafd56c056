"""Describes the QML types that Python registers, so that qmllint knows their members.

Every file in ``player/shell/`` that names a QML module (``QML_IMPORT_NAME``) is read by PySide6's
own tools; each module becomes a folder in ``build/qml/`` with a ``.qmltypes`` and a ``qmldir``.
That folder is only for linting: a running player registers the types itself.
"""

import ast
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import PySide6

ROOT: Final = Path(__file__).resolve().parent.parent
OUT: Final = ROOT / "build" / "qml"
TOOLS: Final = Path(sys.executable).parent

FOREIGN: Final = ("core", "gui", "qml", "quick")
"""Qt modules whose types ours derive from or hand over."""

DEPENDS: Final = ("QtQml.Models", "QtQuick")
"""What qmllint must load to follow a base type into Qt."""


def module_of(source: Path) -> str | None:
    """Return the QML module a Python file registers its types in, or None if it has none."""
    for node in ast.parse(source.read_text("utf-8")).body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id="QML_IMPORT_NAME")], value=ast.Constant(str(name))
            ):
                return name
            case ast.AnnAssign(
                target=ast.Name(id="QML_IMPORT_NAME"), value=ast.Constant(str(name))
            ):
                return name
    return None


def sources_by_module(folder: Path) -> Mapping[str, Sequence[Path]]:
    """Return module name -> the Python files below ``folder`` that register types in it."""
    found = defaultdict[str, list[Path]](list)
    for source in sorted(folder.rglob("*.py")):
        if (module := module_of(source)) is not None:
            found[module].append(source)
    return found


def run(*command: str | Path) -> None:
    """Run one tool; its messages appear only when it fails.

    Raises:
        SystemExit: it failed.
    """
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def superclasses(described: Mapping[str, Any]) -> set[str]:
    """Return the names of what a class is made of; none where the tool names none."""
    return {one["name"] for one in described.get("superClasses", ())}


def follow_superclasses(dumps: Sequence[Path]) -> None:
    """Mark every class as an object whose superclass, in whichever file, is one.

    The tool that dumps reads one file at a time: it knows Qt's own classes for objects only.
    """
    read = {dump: json.loads(dump.read_text("utf-8")) for dump in dumps}
    classes = [each for files in read.values() for file in files for each in file["classes"]]
    is_more = True
    while is_more:
        objects = {each["className"] for each in classes if each["object"]}
        found = [
            each
            for each in classes
            if not each["object"]
            and objects & {one["name"] for one in each.get("superClasses", ())}
        ]
        for each in found:
            each["object"] = True
        is_more = bool(found)
    for dump, files in read.items():
        dump.write_text(json.dumps(files), "utf-8")


def describe(module: str, sources: Sequence[Path]) -> None:
    """Write the folder of one module.

    Args:
        module: a dotted QML module name.
        sources: the files that register types in it; their names must differ.
    """
    folder = OUT.joinpath(*module.split("."))
    folder.mkdir(parents=True)
    dumps = [folder / f"{source.stem}.json" for source in sources]
    for source, dump in zip(sources, dumps, strict=True):
        run(TOOLS / "pyside6-metaobjectdump", "--quiet", "--out-file", dump, source)
    follow_superclasses(dumps)
    metatypes = Path(PySide6.__file__).parent / "Qt" / "metatypes"
    foreign = ",".join(str(metatypes / f"qt6{name}_metatypes.json") for name in FOREIGN)
    run(
        TOOLS / "pyside6-qmltyperegistrar",
        f"--import-name={module}",
        "--major-version=1",
        "--minor-version=0",
        f"--foreign-types={foreign}",
        f"--generate-qmltypes={folder / 'types.qmltypes'}",
        f"-o{folder / 'registrations.cpp'}",
        *dumps,
    )
    lines = [
        f"module {module}",
        "typeinfo types.qmltypes",
        *(f"depends {name}" for name in DEPENDS),
    ]
    (folder / "qmldir").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Describe every module anew."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for module, sources in sources_by_module(ROOT / "player" / "shell").items():
        describe(module, sources)


if __name__ == "__main__":
    main()
