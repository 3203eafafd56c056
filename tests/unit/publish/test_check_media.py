"""Pictures and clips: there, named right, used."""

from pathlib import Path

import pytest

from player.publish.codes import Code
from player.publish.media_facts import Fault, Faults, PictureFacts, SoundFacts
from tests.fakes.pack_folder import PackFolder, add_recordings, picture_bytes

WELCOME = "slides/welcome.toml"
QUIET = {"found": "-60", "least": "-36"}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("media/mountain.png", Code.MEDIA_MISSING),
        ("media/Gate.png", Code.MEDIA_MISNAMED),
        ("media/gate.webp", Code.MEDIA_MISNAMED),
        ("gate.png", Code.PATH_UNSAFE),
        ("../gate.png", Code.PATH_UNSAFE),
        ("media/../pack.toml", Code.PATH_UNSAFE),
        ("/etc/passwd", Code.PATH_UNSAFE),
        ("media\\gate.png", Code.PATH_UNSAFE),
        ("https://example.org/gate.png", Code.PATH_UNSAFE),
    ],
)
def test_a_path_that_leads_nowhere_is_told(folder: PackFolder, path: str, code: Code) -> None:
    folder.slide("welcome")["picture"]["path"] = path
    found = {each for each in folder.found() if each[0] is not Code.MEDIA_EXTRA}
    assert found == {(code, WELCOME, "picture.path", "")}


def test_the_file_that_was_meant_is_suggested(folder: PackFolder) -> None:
    folder.slide("welcome")["picture"]["path"] = "media/Gate.PNG"
    finding = next(each for each in folder.check().findings if each.file == WELCOME)
    assert finding.values["suggestion"] == "media/gate.png"


def test_a_file_nobody_uses_is_told(folder: PackFolder) -> None:
    folder.files["media/old/spare.png"] = picture_bytes("red")
    assert folder.found() == {(Code.MEDIA_EXTRA, "media/old/spare.png", "", "")}


@pytest.mark.parametrize(("item", "field"), [("welcome", "picture.path"), ("river", "video.path")])
def test_every_fault_of_a_file_is_told_of_the_item_that_uses_it(
    folder: PackFolder, item: str, field: str
) -> None:
    name = {"welcome": "gate.png", "river": "river.mp4"}[item]
    codes = (Code.MEDIA_EMPTY, Code.PICTURE_UNREADABLE)
    folder.tools.faults[name] = tuple(Fault(code) for code in codes)
    assert folder.found() == {(code, f"slides/{item}.toml", field, "") for code in codes}


def test_a_picture_too_coarse_for_a_hall_is_told(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = PictureFacts("0" * 64, "image/png", 999, 600, is_ready=True)
    monkeypatch.setattr(folder.tools, "picture", lambda _path: small)
    assert folder.found() == {
        (Code.PICTURE_SMALL, f"slides/{name}.toml", "picture.path", "")
        for name in ("welcome", "view")
    }


def test_a_file_that_cannot_be_read_is_told(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> PictureFacts:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folder.tools, "picture", refuse)
    assert folder.found() == {
        (Code.FILE_UNREADABLE, f"slides/{name}.toml", "picture.path", "")
        for name in ("welcome", "view")
    }


def test_a_file_used_twice_is_looked_into_once(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.slide("view")["picture"]["path"] = "media/gate.png"
    del folder.files["media/view.png"]
    seen: list[str] = []
    look = folder.tools.picture

    def watch(path: Path) -> PictureFacts | Faults:
        seen.append(path.name)
        return look(path)

    monkeypatch.setattr(folder.tools, "picture", watch)
    assert folder.found() == set()
    assert seen == ["gate.png"]


def test_a_missing_recording_is_told(folder: PackFolder) -> None:
    add_recordings(folder, "vi", "en").slide("bell")["audio"]["en"]["path"] = "media/nowhere.m4a"
    assert (Code.MEDIA_MISSING, "slides/bell.toml", "audio.en.path", "") in folder.found()


def test_what_is_remarkable_in_a_recording_is_told(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = SoundFacts("0" * 64, "audio/mpeg", 900, (Fault(Code.AUDIO_QUIET, QUIET),))
    monkeypatch.setattr(add_recordings(folder, "vi").tools, "sound", lambda _path: quiet)
    assert folder.found() == {(Code.AUDIO_QUIET, "slides/bell.toml", "audio.vi.path", "")}


def test_one_file_for_two_uses_is_told(folder: PackFolder) -> None:
    add_recordings(folder, "vi").slide("bell")["audio"]["vi"]["path"] = "media/gate.png"
    del folder.files["media/bell-vi.m4a"]
    assert {code for code, *_ in folder.found()} == {Code.MEDIA_TWO_USES}
