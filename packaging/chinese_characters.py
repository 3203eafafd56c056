"""Lists the characters the bundled Chinese font keeps, in the form pyftsubset reads.

The table of general standard characters (通用规范汉字表, 8,105 of them) and GB2312, so that any
name and any older text can be written, with Latin letters and full-width punctuation beside them.

Source: Unicode Unihan database, property kTGH (UAX #38); GB/T 2312-1980.
"""

import bz2
import sys
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path
from typing import Final

GENERAL_STANDARD: Final = 8105
"""How many characters the table has; a Unihan file that lists another number is not the one."""

BESIDE: Final = (
    range(0x20, 0x7F),  # ASCII
    range(0xA0, 0x180),  # Latin letters with marks, for names
    range(0x2000, 0x2070),  # general punctuation
    range(0x3000, 0x3040),  # CJK punctuation
    range(0xFF00, 0xFFF0),  # full-width forms
)


def general_standard(unihan: Path) -> set[int]:
    """Return the code points of the table of general standard characters.

    Args:
        unihan: the folder with Debian's ``Unihan_*.txt.bz2``.

    Raises:
        ValueError: the folder lists another number of characters than the table has.
    """
    found = {
        int(line.split("\t")[0].removeprefix("U+"), 16)
        for file in sorted(unihan.glob("Unihan_*.txt.bz2"))
        for line in bz2.decompress(file.read_bytes()).decode("utf-8").splitlines()
        if "\tkTGH\t" in line
    }
    if len(found) != GENERAL_STANDARD:
        raise ValueError(f"{unihan} lists {len(found)} characters, not {GENERAL_STANDARD}")
    return found


def gb2312() -> Iterator[int]:
    """Yield the code points of GB2312, from the codec."""
    for lead, trail in product(range(0xA1, 0xF8), range(0xA1, 0xFF)):
        text = bytes([lead, trail]).decode("gb2312", errors="ignore")
        yield from map(ord, text)


if __name__ == "__main__":
    wanted = {*general_standard(Path(sys.argv[1])), *gb2312(), *chain(*BESIDE)}
    print("\n".join(f"U+{point:04X}" for point in sorted(wanted)))
