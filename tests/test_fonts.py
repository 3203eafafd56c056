"""The bundled fonts are the ones the table names, whole, and with their licences."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

ROOT: Final = Path(__file__).resolve().parent.parent
FONTS: Final = ROOT / "assets" / "fonts"
FILES: Final = sorted(FONTS.rglob("*.ttf"), key=Path.as_posix)
TABLE: Final = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))

SAMPLES: Final = [
    ("vi", "Cửa khẩu quốc tế Hữu Nghị – ĐƯỜNG BỘ 0123456789 ₫"),
    ("en", "Border gate: “passport”, visa & customs"),
    ("fr", "Où déclarer ? Œuvre, ça"),
    ("ru", "Пограничный переход, съёмка запрещена"),
    ("zh", "友谊关口岸，请出示护照。"),
    ("lo", "ດ່ານສາກົນ ລາວບາວ ກະລຸນາຢຸດ"),
    ("km", "ច្រកទ្វារព្រំដែនអន្តរជាតិ"),
    ("th", "ด่านพรมแดนระหว่างประเทศ"),
    ("rad", "ƀ ŏ ŭ ñ č ơ̆ ư̆"),
    ("cjm", "ꨌꩌ"),
    ("blt", "ꪼꪕꪒꪾ"),
    ("hmn-Hmng", "𖬖𖬲𖬝"),
]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: its family as Qt reads it, and the code points it draws."""

    family: str
    points: frozenset[int]


@cache
def faces() -> tuple[Face, ...]:
    """Return what each bundled file holds."""
    found = []
    for file in FILES:
        with TTFont(file, lazy=True) as font:
            family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
            found.append(Face(family, frozenset(font.getBestCmap())))
    return tuple(found)


def test_files_are_the_ones_the_script_makes() -> None:
    sums = "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(FONTS).as_posix()}\n"
        for file in FILES
    )
    assert sums == (ROOT / "packaging" / "fonts.sha256").read_text("utf-8")


def test_default_list_holds_every_family() -> None:
    assert sorted(TABLE["default"]) == sorted({face.family for face in faces()})


def test_table_names_bundled_families_only() -> None:
    named = {family for families in TABLE["languages"].values() for family in families}
    assert named <= set(TABLE["default"])


@pytest.mark.parametrize(("tag", "sample"), SAMPLES, ids=[tag for tag, _ in SAMPLES])
def test_language_is_drawn_by_its_own_families_in_every_weight(tag: str, sample: str) -> None:
    weights = {
        family: [face.points for face in faces() if face.family == family]
        for family in TABLE["languages"][tag]
    }
    drawn = set[int]().union(*(frozenset.intersection(*all_) for all_ in weights.values()))
    assert {letter for letter in sample if ord(letter) not in drawn} == set()


@pytest.mark.parametrize("folder", [path for path in sorted(FONTS.iterdir()) if path.is_dir()])
def test_family_comes_with_its_licence(folder: Path) -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")
    assert folder.name in (ROOT / "packaging" / "LICENCES.md").read_text("utf-8")
