"""Makes the Lao, Khmer and Thai keyboards of ``assets/keyboards`` from Debian's ``xkb-data``.

Positions are those of the national layouts. Where they differ: digits are Western ones, signs
that cannot be seen are left out, a key that Shift leaves unchanged stays in its place, and what a
desktop reaches by AltGr makes the page ``extra`` where it is of the script. Five Khmer signs are
of two letters each; XKB has a placeholder for each, which the table of composed keys resolves.

The Vietnamese, English and symbols files are written by hand.
"""

import ctypes
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

SYMBOLS: Final = Path("/usr/share/X11/xkb/symbols")
COMPOSED: Final = Path("/usr/share/X11/locale/en_US.UTF-8/Compose")
OUT: Final = Path(__file__).resolve().parent.parent / "assets" / "keyboards"

KEYBOARDS: Final = {"lo": ("la", "ກຂຄ"), "km": ("kh", "កខគ"), "th": ("th", "กขค")}
"""Language -> its file of symbols, and what the key that leads back to the letters says."""

ROWS: Final = (
    ("TLDE", *(f"AE{at:02}" for at in range(1, 13))),
    (*(f"AD{at:02}" for at in range(1, 13)), "BKSL"),
    tuple(f"AC{at:02}" for at in range(1, 12)),
    tuple(f"AB{at:02}" for at in range(1, 11)),
)
KEY: Final = re.compile(r"key\s*<(\w{4})>\s*\{\s*\[([^\]]*)\]")
PLACEHOLDER: Final = re.compile(r'^<U(17f[b-f])>\s*:\s*"([^"]+)"', re.MULTILINE | re.IGNORECASE)
SCRIPTS: Final = ("LAO", "KHMER", "THAI")
EXTRA_ROW: Final = 9
LEVELS: Final = 3

Levels = tuple[str, ...]


def main() -> None:
    """Write the three files."""
    for tag, (name, label) in KEYBOARDS.items():
        (OUT / f"{tag}.json").write_text(as_json(label, pages_of(name)), "utf-8")


def pages_of(name: str) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return page -> rows -> what each key writes, of the layout ``name`` of XKB."""
    keys = keys_of(SYMBOLS.joinpath(name).read_text("utf-8"))
    placed = [[keys[key] for key in row if keys.get(key, ("",))[0]] for row in ROWS]
    letters = [[levels[0] for levels in row] for row in placed]
    # As X has it: a key with one sign writes it with Shift too.
    shift = [[levels[1] or levels[0] for levels in row] for row in placed]
    known = {sign for row in (*letters, *shift) for sign in row}
    further = [levels[2] for row in placed for levels in row]
    extra = [sign for sign in further if _is_of_the_script(sign) and sign not in known]
    pages = {"letters": letters, "shift": shift}
    if extra:
        pages["extra"] = [extra[at : at + EXTRA_ROW] for at in range(0, len(extra), EXTRA_ROW)]
    return pages


def _is_of_the_script(sign: str) -> bool:
    return bool(sign) and unicodedata.name(sign[0]).startswith(SCRIPTS)


def keys_of(symbols: str) -> dict[str, Levels]:
    """Return key -> its signs by level, "" where it has none, of the first layout of a file."""
    first = symbols.split("\n};", 1)[0]
    code = re.sub(r"//[^\n]*", "", first)
    writes = dict(_placeholders())
    found: dict[str, Levels] = {}
    for key, names in KEY.findall(code):
        signs = [_sign(name.strip(), writes) for name in names.split(",")]
        found[key] = tuple((*signs, *([""] * LEVELS))[:LEVELS])
    return found


def _placeholders() -> Iterator[tuple[str, str]]:
    for placeholder, signs in PLACEHOLDER.findall(COMPOSED.read_text("utf-8")):
        yield chr(int(placeholder, 16)), signs


def _sign(name: str, writes: Mapping[str, str]) -> str:
    """Return what a keysym writes on our keyboard; "" for what cannot be seen."""
    symbol = int(name, 16) if name.startswith("0x") else _XKB.xkb_keysym_from_name(name.encode(), 1)
    point = _XKB.xkb_keysym_to_utf32(symbol) if symbol else 0
    sign = writes.get(chr(point), chr(point))
    if not point or unicodedata.category(sign[0]) in {"Cc", "Cf", "Cn", "Zs"}:
        return ""
    return str(unicodedata.digit(sign)) if unicodedata.category(sign[0]) == "Nd" else sign


def as_json(label: str, pages: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Return a keyboard's file: a row a line, its keys parted by spaces."""
    told = {page: [" ".join(row) for row in rows] for page, rows in pages.items()}
    return json.dumps({"label": label, **told}, ensure_ascii=False, indent=2) + "\n"


def _xkb() -> ctypes.CDLL:
    library = ctypes.CDLL("libxkbcommon.so.0")
    library.xkb_keysym_from_name.argtypes = [ctypes.c_char_p, ctypes.c_int]
    library.xkb_keysym_from_name.restype = ctypes.c_uint32
    library.xkb_keysym_to_utf32.argtypes = [ctypes.c_uint32]
    library.xkb_keysym_to_utf32.restype = ctypes.c_uint32
    return library


_XKB: Final = _xkb()

if __name__ == "__main__":
    main()
