"""The list the Chinese font is cut down to."""

import bz2
from pathlib import Path

import chinese_characters
import pytest


def test_gb2312_is_whole() -> None:
    """7,445 characters, of which 6,763 are Han."""
    points = set(chinese_characters.gb2312())
    assert len(points) == 7445
    assert sum(0x4E00 <= point <= 0x9FFF for point in points) == 6763


def test_list_of_another_length_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Unihan_Other.txt.bz2").write_bytes(bz2.compress(b"U+4E00\tkTGH\t2013:1\n"))
    with pytest.raises(ValueError, match="1 characters, not 8105"):
        chinese_characters.general_standard(tmp_path)
