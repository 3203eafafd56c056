"""Files are what their first bytes say, whatever they are called."""

from pathlib import Path

import pytest
from PIL import Image

from player.shell.picture_check import picture_type, refusal

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
WEBP = b"RIFF\x24\0\0\0WEBPVP8 "


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (WEBP, "image/webp"),
        (b"", None),
        (b"\x89PN", None),
        (b"GIF89a\x01\0\x01\0", None),
        (b"BM\x46\0\0\0\0\0\0\0", None),
        (b"II*\0\x08\0\0\0", None),
        (b"\0\0\x01\0\x01\0", None),
        (b"P6\n1 1\n255\n\0\0\0", None),
        (b"/* XPM */\nstatic", None),
        (b"#define x_width 8\n", None),
        (b"<svg xmlns='http:", None),
        (b"<?xml version='1.", None),
        (b"RIFF\x24\0\0\0AVI LIST", None),
        (b"\0\0\0\x1cftypavif", None),
    ],
)
def test_type_follows_the_bytes(head: bytes, kind: str | None) -> None:
    assert picture_type(head) == kind


@pytest.mark.parametrize("head", [PNG, JPEG, WEBP])
@pytest.mark.qt_log_ignore("JFIF", "JPEG datastream", extend=True)
def test_permitted_pictures_are_not_refused(head: bytes, tmp_path: Path) -> None:
    file = tmp_path / "named-wrongly.svg"
    file.write_bytes(head)
    assert refusal(file) is None


def test_other_pictures_are_refused_by_reason(tmp_path: Path) -> None:
    file = tmp_path / "named-well.png"
    file.write_bytes(b"GIF89a")
    assert refusal(file) == "picture is neither JPEG, PNG nor WebP"


def test_missing_file_is_refused_by_reason(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.png") == "picture cannot be read (No such file or directory)"


@pytest.mark.parametrize(("side", "said"), [(3840, None), (3841, "3841 x 1 pixels")])
def test_picture_larger_than_a_pack_may_hold_is_refused_before_it_is_decoded(
    side: int, said: str | None, tmp_path: Path
) -> None:
    file = tmp_path / "large.png"
    Image.new("1", (side, 1)).save(file)
    refused = refusal(file)
    assert refused is None if said is None else said in str(refused)
