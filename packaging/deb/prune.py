"""Takes out of an installed environment what a gate PC never loads: most of Qt.

What stays is named in ``qt-keep.txt``; the libraries that those files need are found by asking the
loader. Says what it left out, in megabytes.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

KEEP: Final = Path(__file__).with_name("qt-keep.txt")
LIBRARIES: Final = "Qt/lib"
LITTER: Final = ("*.pyi", "py.typed", "__pycache__", "tests", "direct_url.json", "RECORD")
"""Never loaded; two of them name the folder in which the package was built."""

_NEEDED: Final = re.compile(r"^\s*(?P<name>\S+) => (?P<path>/\S+) \(0x", re.MULTILINE)
_MISSING: Final = re.compile(r"^\s*(?P<name>\S+) => not found", re.MULTILINE)


def patterns(text: str) -> tuple[str, ...]:
    """Return the patterns of a list, without comments and empty lines."""
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def is_kept(name: str, keep: Iterable[str]) -> bool:
    """Whether a file, by its path below the folder of PySide6, is named by a pattern."""
    return any(fnmatchcase(name, pattern) for pattern in keep)


def libraries(files: Iterable[Path], folder: Path) -> Iterator[Path]:
    """Yield the libraries below ``folder`` that ``files`` need, directly or not."""
    for file in files:
        said = loader(file)
        for found in _NEEDED.finditer(said):
            path = Path(found["path"])
            if path.is_relative_to(folder):
                yield path.resolve()


def missing(files: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """Return file -> the libraries that it needs and this machine has not."""
    lacking = {str(file): tuple(_MISSING.findall(loader(file))) for file in files}
    return {file: names for file, names in lacking.items() if names}


def loader(file: Path) -> str:
    """Return what the loader says of a library."""
    done = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False)
    return done.stdout


def prune_qt(qt: Path, keep: Iterable[str]) -> None:
    """Remove from the folder of PySide6 all that is neither kept nor needed by what is kept."""
    keep = tuple(keep)
    files = [path for path in qt.rglob("*") if path.is_file()]
    kept = {path for path in files if is_kept(path.relative_to(qt).as_posix(), keep)}
    kept |= set(libraries([path for path in kept if ".so" in path.name], qt.resolve()))
    for path in files:
        if path not in kept:
            path.unlink()
    remove_empty(qt)


def remove_litter(site: Path) -> None:
    """Remove what no program reads from everything that was installed."""
    for pattern in LITTER:
        for path in tuple(site.rglob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def remove_empty(folder: Path) -> None:
    """Remove folders that hold no file, at any depth."""
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def size_mb(folder: Path) -> float:
    """Return how much the files of a folder hold, in millions of bytes."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> int:
    """Prune the environment whose ``site-packages`` is the only argument."""
    site = Path(sys.argv[1])
    before = size_mb(site)
    prune_qt(site / "PySide6", patterns(KEEP.read_text("utf-8")))
    remove_litter(site)
    lacking = missing(site.rglob("*.so*"))
    for file, names in lacking.items():
        sys.stderr.write(f"prune.py: {file} needs {', '.join(names)}, which is not here\n")
    sys.stdout.write(f"libraries: {before:.0f} MB, {size_mb(site):.0f} MB kept\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
