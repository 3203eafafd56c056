"""Pictures: what is refused before decoding, and what is made fit."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from player.pack.media import MAX_PICTURE_SIDE_PX
from player.publish.codes import Code
from player.publish.media_facts import PictureFacts
from player.publish.pictures import MAX_BYTES, convert_picture, probe_picture
from tests.fakes.pack_folder import assert_faults_told, picture_bytes

GOOD = picture_bytes("teal", (64, 48))
JPEG = picture_bytes("teal", (64, 48), "JPEG")
WEBP = picture_bytes("teal", (64, 48), "WEBP")


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def animated(kind: str) -> bytes:
    first, second = Image.new("RGB", (8, 8), "red"), Image.new("RGB", (8, 8), "blue")
    return saved(first, kind, save_all=True, append_images=[second])


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that claims to be huge."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


FAULTS = {
    "empty": ("a.png", b"", Code.MEDIA_EMPTY),
    "gif": ("a.gif", b"GIF89a....", Code.PICTURE_TYPE),
    "svg": ("a.svg", b"<svg xmlns=''/>", Code.PICTURE_TYPE),
    "svg named png": ("a.png", b"<?xml version='1.0'?><svg/>", Code.MEDIA_DISGUISED),
    "html named png": ("a.png", b"<!DOCTYPE html>", Code.MEDIA_DISGUISED),
    "jpeg named png": ("a.png", JPEG, Code.MEDIA_DISGUISED),
    "mp4 named jpg": ("a.jpg", b"\0\0\0\x18ftypisom", Code.MEDIA_DISGUISED),
    "noise named png": ("a.png", b"no picture at all", Code.PICTURE_UNREADABLE),
    "broken chunk": ("a.png", GOOD[:20] + b"\0\0\0\0" + GOOD[24:], Code.PICTURE_UNREADABLE),
    "half a png": ("a.png", GOOD[: len(GOOD) // 2], Code.PICTURE_CUT_SHORT),
    "png without its end": ("a.png", GOOD[:-6], Code.PICTURE_CUT_SHORT),
    "half a jpeg": ("a.jpg", JPEG[: len(JPEG) - 20], Code.PICTURE_CUT_SHORT),
    "half a webp": ("a.webp", WEBP[: len(WEBP) // 2], Code.PICTURE_CUT_SHORT),
    "animated webp": ("a.webp", animated("WEBP"), Code.PICTURE_ANIMATED),
    "animated png": ("a.png", animated("PNG"), Code.PICTURE_ANIMATED),
    "bomb": ("a.png", bomb(30_000, 30_000), Code.PICTURE_TOO_LARGE),
    "many pixels": ("a.png", bomb(8_000, 8_000), Code.PICTURE_TOO_LARGE),
    "heavy": ("a.png", GOOD + bytes(MAX_BYTES), Code.PICTURE_TOO_HEAVY),
}


@pytest.mark.parametrize(("name", "content", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_an_unfit_picture_is_refused(tmp_path: Path, name: str, content: bytes, code: Code) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    faults = probe_picture(path)
    assert isinstance(faults, tuple)
    assert_faults_told(faults)
    assert [fault.code for fault in faults] == [code]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", GOOD),
        ("a.JPG", JPEG),
        ("a.jpeg", JPEG),
        ("a.webp", WEBP),
        ("grey.jpg", saved(Image.new("L", (64, 48)), "JPEG")),
        ("palette.png", saved(Image.new("P", (64, 48)), "PNG")),
        (
            "srgb.png",
            saved(
                Image.new("RGB", (64, 48)),
                "PNG",
                icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
            ),
        ),
    ],
)
def test_a_plain_picture_goes_into_the_pack_as_it_is(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    facts = probe_picture(path)
    assert isinstance(facts, PictureFacts)
    assert (facts.width, facts.height, facts.is_ready) == (64, 48, True)


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(Image.new("RGB", (64, 48), (200, 0, 0)), "JPEG", exif=exif)


UNREADY = {
    "turned by its EXIF": ("a.jpg", turned(), (48, 64), (200, 0, 0)),
    "CMYK": (
        "a.jpg",
        saved(Image.new("CMYK", (64, 48), (255, 0, 0, 0)), "JPEG"),
        (64, 48),
        (0, 255, 255),
    ),
    "CMYK with a broken profile": (
        "a.jpg",
        saved(Image.new("CMYK", (64, 48), (255, 0, 0, 0)), "JPEG", icc_profile=b"none"),
        (64, 48),
        (0, 255, 255),
    ),
    "16 bit": (
        "a.png",
        saved(Image.new("I;16", (64, 48), 0x8000), "PNG"),
        (64, 48),
        (128, 128, 128),
    ),
    "another colour space": (
        "a.png",
        saved(
            Image.new("RGB", (64, 48), (128, 128, 128)),
            "PNG",
            icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes(),
        ),
        (64, 48),
        None,
    ),
    "too large for a screen": (
        "a.png",
        picture_bytes("rgb(10, 20, 30)", (2 * MAX_PICTURE_SIDE_PX, 100)),
        (MAX_PICTURE_SIDE_PX, 50),
        (10, 20, 30),
    ),
}


@pytest.mark.parametrize(
    ("name", "content", "size", "colour"), UNREADY.values(), ids=UNREADY.keys()
)
def test_any_other_picture_is_made_upright_eight_bit_and_small_enough(
    tmp_path: Path,
    name: str,
    content: bytes,
    size: tuple[int, int],
    colour: tuple[int, int, int] | None,
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    facts = probe_picture(path)
    assert isinstance(facts, PictureFacts)
    assert not facts.is_ready
    made = convert_picture(content, facts.type)
    (tmp_path / "made.jpg").write_bytes(made.content)
    assert (made.width, made.height) == size
    assert probe_picture(tmp_path / "made.jpg") == PictureFacts(
        sha256=probe_sha(made.content),
        type="image/jpeg",
        width=size[0],
        height=size[1],
        is_ready=True,
    )
    if colour is not None:
        pixel = Image.open(io.BytesIO(made.content)).getpixel((1, 1))
        assert pixel == pytest.approx(colour, abs=2)


def probe_sha(content: bytes) -> str:
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(content).hexdigest()


def test_transparency_survives_conversion() -> None:
    wide = saved(Image.new("RGBA", (MAX_PICTURE_SIDE_PX + 2, 4), (10, 20, 30, 40)), "PNG")
    made = convert_picture(wide, "image/png")
    assert made.type == "image/webp"
    assert Image.open(io.BytesIO(made.content)).mode == "RGBA"


def test_converting_twice_gives_the_same_bytes() -> None:
    content = turned()
    assert convert_picture(content, "image/jpeg") == convert_picture(content, "image/jpeg")
