"""Building: what a player opens, the same bytes each time, whole or not at all."""

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from player.pack.content import CONTENT
from player.pack.item import Clip, Photo, Recording
from player.pack.lookup import LOOKUP, parse_lookup
from player.pack.media import MAX_PICTURE_SIDE_PX
from player.pack.topic import Step as TopicStep
from player.pack.topic import Steps
from player.publish import build
from player.publish.build import Built, Refused, build_pack
from player.publish.codes import Code
from player.publish.media_facts import ClipFacts
from player.publish.progress import Progress, Step, ignore_progress
from player.publish.workshop import Workshop
from player.store.layout import BLOBS, blob_path
from player.store.reader import open_pack
from tests.fakes.coded_clips import Recipe, code_clip
from tests.fakes.pack_folder import (
    TODAY,
    PackFolder,
    add_lookup,
    add_recordings,
    assert_told,
    good_pack,
    picture_bytes,
)

Bytes = dict[str, bytes]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "built"


def make(folder: PackFolder, out: Path, progress: Progress = ignore_progress) -> Built | Refused:
    return build_pack(folder.write(), out, TODAY, folder.tools, progress)


def tree(root: Path) -> Bytes:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def refusal(outcome: Built | Refused) -> Code:
    assert isinstance(outcome, Refused)
    assert_told(outcome.findings)
    (finding,) = outcome.findings
    return finding.code


def test_a_player_opens_what_was_built(folder: PackFolder, out: Path) -> None:
    outcome = make(folder, out)
    assert isinstance(outcome, Built)
    pack = open_pack(out, out / "blobs")
    assert pack.manifest == outcome.manifest
    assert pack.sha256 == outcome.digest
    assert (pack.manifest.pack, pack.manifest.sequence) == ("lang-son/huu-nghi/test", 7)
    for file in pack.manifest.files:
        if file.path != CONTENT:
            assert pack.file(file.sha256).stat().st_size == file.size


def test_the_folder_holds_nothing_but_the_pack(folder: PackFolder, out: Path) -> None:
    folder.files["media/spare.png"] = picture_bytes("red")
    outcome = make(folder, out)
    assert isinstance(outcome, Built)
    blobs = {f"blobs/{file.sha256[:2]}/{file.sha256}" for file in outcome.manifest.files[1:]}
    assert tree(out).keys() == {"pack.json", "content.json", *blobs}


def test_texts_get_break_marks_search_words_and_durations(folder: PackFolder, out: Path) -> None:
    folder.slide("welcome")["min_duration_s"] = 33
    make(folder, out)
    items = open_pack(out, out / "blobs").content.item_by_id
    words = items["papers"].text["lo"]
    assert words.title == "ຍິນດີຕ້ອນຮັບ\u200b"
    assert words.search == "ຍິນດີຕ້ອນຮັບ\nຍິນດີຕ້ອນຮັບ."
    assert words.duration_s == 8
    assert items["welcome"].text["lo"].duration_s == 33
    assert items["river"].text["lo"].duration_s == 12


def test_a_clip_carries_its_length_and_poster(folder: PackFolder, out: Path) -> None:
    make(folder, out)
    pack = open_pack(out, out / "blobs")
    river = pack.content.item_by_id["river"]
    assert isinstance(river, Clip)
    assert river.video.file is not None
    assert river.video.poster is not None
    assert river.video.file.duration_ms == 12_000
    assert pack.file(river.video.poster.sha256).read_bytes().startswith(b"poster of ")


def test_a_recording_carries_its_length(folder: PackFolder, out: Path) -> None:
    make(add_recordings(folder, "vi", "en"), out)
    pack = open_pack(out, out / "blobs")
    bell = pack.content.item_by_id["bell"]
    assert isinstance(bell, Recording)
    file = bell.audio["en"].file
    assert file is not None
    assert (file.type, file.duration_ms) == ("audio/mp4", 21_200)
    assert pack.file(file.sha256).read_bytes() == b"bell en"


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path, folder: PackFolder) -> None:
    make(folder, tmp_path / "one")
    again = good_pack(tmp_path / "elsewhere")
    again.documents = dict(reversed(again.documents.items()))
    again.files = dict(reversed(again.files.items()))
    os.utime(again.write() / "pack.toml", (0, 0))
    make(again, tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_real_pictures_and_clips_are_made_fit(
    folder: PackFolder, out: Path, workshop: Workshop
) -> None:
    wide = picture_bytes("navy", (MAX_PICTURE_SIDE_PX + 80, 40))
    folder.files |= {"media/gate.png": picture_bytes("teal"), "media/view.png": wide}
    folder.write()
    code_clip(folder.root / "media" / "river.mp4", Recipe())
    outcome = build_pack(folder.root, out, TODAY, workshop, ignore_progress)
    assert isinstance(outcome, Built)
    pack = open_pack(out, out / "blobs")
    view, river = pack.content.item_by_id["view"], pack.content.item_by_id["river"]
    assert isinstance(view, Photo)
    assert view.picture.file is not None
    assert (view.picture.file.type, view.picture.file.width) == ("image/jpeg", MAX_PICTURE_SIDE_PX)
    assert isinstance(river, Clip)
    assert river.video.poster is not None
    assert river.video.poster.type == "image/jpeg"
    gate = pack.manifest.digest_of("media/gate.png")
    assert gate is not None
    assert pack.file(gate).read_bytes() == folder.files["media/gate.png"]


def test_errors_stop_a_build_and_leave_the_old_pack(folder: PackFolder, out: Path) -> None:
    make(folder, out)
    before = tree(out)
    del folder.text("welcome", "vi")["title"]
    assert refusal(make(folder, out)) is Code.TEXT_EMPTY
    assert tree(out) == before


def test_warnings_do_not_stop_a_build(folder: PackFolder, out: Path) -> None:
    folder.text("welcome", "vi")["review"] = "draft"
    outcome = make(folder, out)
    assert isinstance(outcome, Built)
    assert [finding.code for finding in outcome.report.findings] == [Code.TEXTS_DRAFT]


def test_an_older_pack_is_replaced(folder: PackFolder, out: Path) -> None:
    make(folder, out)
    folder.pack["sequence"] = 8
    outcome = make(folder, out)
    assert isinstance(outcome, Built)
    assert open_pack(out, out / "blobs").manifest.sequence == 8


def test_a_folder_of_something_else_is_never_replaced(folder: PackFolder, out: Path) -> None:
    out.mkdir()
    (out / "holiday.jpg").touch()
    assert refusal(make(folder, out)) is Code.TARGET_NOT_A_PACK
    assert (out / "holiday.jpg").exists()


@pytest.mark.parametrize("place", [".", "out", ".."])
def test_source_and_target_never_overlap(folder: PackFolder, place: str) -> None:
    assert refusal(make(folder, folder.root / place)) is Code.TARGET_OVERLAPS


def test_a_place_that_cannot_be_written_is_told(folder: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(make(folder, tmp_path / "file" / "out")) is Code.TARGET_UNWRITABLE


def test_a_place_another_build_uses_is_told(
    folder: PackFolder, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_target: Path) -> None:
        raise BlockingIOError

    monkeypatch.setattr(build, "staged", busy)
    assert refusal(make(folder, out)) is Code.TARGET_BUSY


def test_a_file_that_changes_under_the_build_is_told(
    folder: PackFolder, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = folder.tools.clip

    def look_before_the_change(path: Path) -> ClipFacts:
        facts = look(path)
        assert isinstance(facts, ClipFacts)
        return replace(facts, sha256="0" * 64)

    monkeypatch.setattr(folder.tools, "clip", look_before_the_change)
    assert refusal(make(folder, out)) is Code.SOURCE_CHANGED
    assert not out.exists()


def test_progress_is_told_step_by_step(folder: PackFolder, out: Path) -> None:
    told: list[tuple[Step, int, int]] = []
    make(folder, out, lambda step, done, total: told.append((step, done, total)))
    steps = list(dict.fromkeys(step for step, _, _ in told))
    assert steps == ["read", "inspect", "judge", "write"]
    for step in steps:
        counts = [(done, total) for each, done, total in told if each == step]
        assert [done for done, _ in counts] == list(range(1, counts[-1][1] + 1))


def stop_at(step: Step, stop: Callable[[], None]) -> Progress:
    def progress(at: Step, done: int, _total: int) -> None:
        if (at, done) == (step, 2):
            stop()

    return progress


def interrupt() -> None:
    raise KeyboardInterrupt


def test_a_cancelled_build_leaves_the_old_pack_and_no_litter(folder: PackFolder, out: Path) -> None:
    make(folder, out)
    before = tree(out)
    folder.pack["sequence"] = 8
    with pytest.raises(KeyboardInterrupt):
        make(folder, out, stop_at("write", interrupt))
    assert tree(out) == before
    assert sorted(path.name for path in out.parent.iterdir()) == ["built", "source"]


def test_a_killed_build_leaves_the_old_pack_and_the_next_one_works(
    folder: PackFolder, out: Path
) -> None:
    make(folder, out)
    before = tree(out)
    folder.pack["sequence"] = 8
    child = os.fork()
    if child == 0:
        try:
            make(folder, out, stop_at("write", lambda: os.kill(os.getpid(), signal.SIGKILL)))
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert tree(out) == before
    assert isinstance(make(folder, out), Built)
    assert sorted(path.name for path in out.parent.iterdir()) == ["built", "source"]


def test_what_a_pack_answers_is_a_file_of_its_own(folder: PackFolder, out: Path) -> None:
    built = make(add_lookup(folder), out)
    assert isinstance(built, Built)
    digest = built.manifest.digest_of(LOOKUP)
    assert digest is not None
    lookup = parse_lookup(blob_path(out / BLOBS, digest).read_bytes())
    assert [topic.id for topic in lookup.topics][:2] == ["about-crossing", "about-goods"]
    text = lookup.topic_by_id["about-money"].text["lo"]
    assert text.title == "ສະບາຍດີ about-money\u200b"
    assert "\u200b" not in text.search
    assert text.search.splitlines()[:2] == ["ສະບາຍດີ about-money", "ສະບາຍດີ."]
    assert text.sounds.splitlines() == ["about-money ສະບາຍດີ", "?"]
    assert lookup.topic_by_id["about-money"].text["en"].sounds == ""
    steps = text.sections[1].blocks[0]
    assert isinstance(steps, Steps)
    assert steps.steps[0] == TopicStep(text="ສະບາຍດີ.\u200b", place="desk")
    assert lookup.plan is not None
    assert lookup.plan.picture.file is not None
    assert lookup.plan.picture.file.sha256 in {file.sha256 for file in built.manifest.files}


def test_a_pack_without_topics_has_no_such_file(folder: PackFolder, out: Path) -> None:
    built = make(folder, out)
    assert isinstance(built, Built)
    assert built.manifest.digest_of(LOOKUP) is None
