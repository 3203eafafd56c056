"""Which characters the bundled fonts draw."""

from pathlib import Path

import pytest

from player import resources
from player.publish.glyphs import FontCoverage


@pytest.fixture(scope="module")
def fonts() -> FontCoverage:
    return FontCoverage(resources.assets() / "fonts")


@pytest.mark.parametrize(
    ("language", "text", "missing"),
    [
        ("vi", "Cửa khẩu quốc tế, giờ mở cửa: 07:00–17:00 ₫", ""),
        ("vi", "护照", "护照"),
        ("zh", "护照 Hữu Nghị", ""),
        ("zh", "龘", "龘"),
        ("zh-Hans-CN", "护照", ""),
        ("lo", "ຍິນດີ 2026 Lao Bảo", ""),
        ("lo", "សូម", "សូម"),
        ("km", "សូមស្វាគមន៍", ""),
        ("xx", "护照 ລາວ ខ្មែរ ไทย", ""),
        ("en", "A\u200bB\u2060C D\n\t", ""),
        ("en", "♿ 🛂 ✓", "♿🛂✓"),
    ],
)
def test_a_language_draws_what_its_families_cover(
    fonts: FontCoverage, language: str, text: str, missing: str
) -> None:
    assert fonts.missing(text, language) == frozenset(missing)


def test_a_family_without_files_draws_nothing(tmp_path: Path) -> None:
    (tmp_path / "fonts.toml").write_text('default = []\n[languages]\nvi = ["Nowhere"]\n')
    assert FontCoverage(tmp_path).missing("a", "vi") == frozenset("a")
