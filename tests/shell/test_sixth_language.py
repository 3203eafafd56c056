"""A sixth language comes and goes by data alone: a font, interface words, 60 % of the texts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from player import resources
from player.clock import ClockTrust
from player.main.repertoire import repertoire
from player.publish.build import Built, build_pack
from player.publish.codes import Code
from player.publish.completeness import State, per_cent
from player.publish.progress import ignore_progress
from player.publish.workshop import Workshop
from player.schedule.programme import Programme
from player.schedule.slot import Slot
from player.shell.application import Application
from player.shell.snapshot import camera, draw
from player.stage.repertoire import Repertoire
from player.store.reader import open_pack
from tests.fakes.page_audit import faults, visible_texts, window
from tests.fakes.scenes import HALL
from tests.fakes.thai_gate import (
    FAMILY,
    STARTED,
    THAI,
    WORDS,
    add_thai,
    copy_gate,
    lay_out_assets,
    remove_thai,
    thai_topics,
)

TODAY: Final = date(2026, 11, 23)
AT: Final = datetime(2026, 11, 23, 12, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
FIRST_FIVE: Final = ("vi", "lo", "en", "zh", "km")
SIZE: Final = (1280, 720)
UNTRANSLATED: Final = "khe-sanh-coffee"
SHARE: Final = 60
NEAR: Final = 3
"""Per cent; the demo gate grows by an item now and then."""

LONGEST_ABSENCE: Final = timedelta(seconds=90)

NO_LIBTHAI: Final = """
import sys
from pathlib import Path
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextLayout
application = QGuiApplication([])
face, *texts = sys.argv[1:]
font = QFont(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(face))[0])
font.setPixelSize(30)
for text in texts:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    cuts, widest = [], 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(400)
        cuts.append(line.textStart() + line.textLength())
        widest = max(widest, line.naturalTextWidth())
    print(int(widest <= 400), *cuts)
assert "libthai" not in Path("/proc/self/maps").read_text()
"""
"""Prints whether each text keeps to its width and where its lines end, without libthai."""


class Gate:
    """The gate's source, and a built pack and an assets folder for each of its states."""

    def __init__(self, folder: Path) -> None:
        self.source = copy_gate(folder / "source")
        self.built: dict[str, Built] = {}
        self._folder = folder
        self._with, self._without = (
            lay_out_assets(folder / name, with_thai=name == "with") for name in ("with", "without")
        )
        self.build("before")
        add_thai(self.source)
        self.build("thai")
        remove_thai(self.source)
        self.build("after")

    def build(self, state: str) -> None:
        """Build the source as it is with the fonts of ``state``."""
        workshop = Workshop(self.assets(state) / "fonts")
        built = build_pack(self.source, self.pack(state), TODAY, workshop, ignore_progress)
        assert isinstance(built, Built), built
        self.built[state] = built

    def assets(self, state: str) -> Path:
        """Return the assets folder of a state."""
        return self._with if state == "thai" else self._without

    def pack(self, state: str) -> Path:
        """Return the built pack of a state."""
        return self._folder / f"built-{state}"

    def perform(self, state: str) -> Repertoire:
        """Return what a hall screen, which takes its languages from the pack, shows in a state."""
        folder = self.pack(state)
        return repertoire(HALL, open_pack(folder, folder / "blobs"))


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    return Gate(tmp_path_factory.mktemp("sixth"))


@pytest.fixture
def thai(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Repertoire:
    """Return the gate with Thai, the player's assets folder being the one with Thai."""
    monkeypatch.setattr(resources, "assets", lambda: gate.assets("thai"))
    return gate.perform("thai")


@pytest.fixture
def stage(thai: Repertoire, qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    del thai, qtbot
    with camera(HALL, *SIZE, tmp_path) as application:
        yield application


def hour(on_it: Repertoire) -> list[Slot]:
    """Return what shows in the hour from ``AT``."""
    content = on_it.composer.pack.content
    programme = Programme(content, on_it.profile, ClockTrust.TRUSTED)
    return list(programme.slots(AT, AT + timedelta(hours=1)))


def is_thai(text: str) -> bool:
    """Whether there is a Thai letter in ``text``."""
    return any("\u0e00" <= sign <= "\u0e7f" for sign in text)


def faces(text: QQuickItem) -> tuple[set[str], bool]:
    """Return the families that draw the Thai letters of a text, and whether a letter has none."""
    font = text.property("font")
    assert isinstance(font, QFont)
    layout = QTextLayout(text.property("text"), font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(SIZE[0])
    layout.endLayout()
    runs = layout.glyphRuns()
    families = {run.rawFont().familyName() for run in runs}
    return families, any(0 in run.glyphIndexes() for run in runs)


def test_thai_has_its_turns_in_the_programme(thai: Repertoire) -> None:
    slots = hour(thai)
    turns = [slot for slot in slots if slot.language == THAI]
    gaps = [later.start - earlier.end for earlier, later in pairwise(turns)]
    assert {slot.language for slot in slots} == {*FIRST_FIVE, THAI}
    assert max(gaps) <= LONGEST_ABSENCE
    assert {slot.shown_in for slot in turns} == {THAI, "en"}


def test_thai_pages_are_drawn_in_the_thai_face_and_whole(
    thai: Repertoire, stage: Application
) -> None:
    page = QRectF(0, 0, *SIZE)
    for item in STARTED["slides"]:
        assert draw(stage, thai.composer.scene(item, THAI, AT, ClockTrust.TRUSTED)) == 1, item
        texts = list(visible_texts(window(stage).contentItem()))
        said = [text for text in texts if is_thai(text.property("text"))]
        assert said, item
        for text in said:
            families, has_tofu = faces(text)
            assert FAMILY in families, text.property("text")
            assert not has_tofu, text.property("text")
        assert [fault for fault in faults(said, page) if "overlaid" not in fault] == [], item


def test_untranslated_item_shows_its_fallback_labelled_in_thai(
    thai: Repertoire, stage: Application
) -> None:
    scene = thai.composer.scene(UNTRANSLATED, THAI, AT, ClockTrust.TRUSTED)
    draw(stage, scene)
    label = WORDS["fallback"].replace("{language}", "English")
    seen = [
        text.property("text").replace("\u200b", "")
        for text in visible_texts(window(stage).contentItem())
    ]
    assert any(label in text for text in seen)
    assert any("Khe Sanh coffee" in text for text in seen)


def test_thai_lines_break_at_words_without_libthai(gate: Gate, tmp_path: Path) -> None:
    for name in ("libthai.so.0", "libthai.so"):
        (tmp_path / name).touch()  # found first, and no library
    content = gate.perform("thai").composer.pack.content
    texts = [item.text[THAI].body for item in content.items if THAI in item.text]
    marked = [text for text in texts if text and "\n" not in text]
    plain = [text.replace("\u200b", "") for text in marked]
    (face,) = (gate.assets("thai") / "fonts" / "noto-sans-thai").glob("*Regular.ttf")
    done = subprocess.run(
        [sys.executable, "-c", NO_LIBTHAI, str(face), *marked, *plain],
        env={**os.environ, "LD_LIBRARY_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    told = [[int(number) for number in line.split()] for line in done.stdout.splitlines()]
    for text, (fits, *ends) in zip(marked, told[: len(marked)], strict=True):
        assert fits
        assert len(ends) > 1
        assert all(text[end - 1] in "\u200b " for end in ends[:-1]), text
    assert not all(fits for fits, *_ in told[len(marked) :])


def test_thai_is_sixty_per_cent_translated_and_the_others_whole(gate: Gate) -> None:
    found = gate.built["thai"].report.completeness
    shares = {tag: per_cent(found.translated(tag), found.wanted(tag)) for tag in found.languages}
    share = shares.pop(THAI)
    assert shares == dict.fromkeys(FIRST_FIVE, 100)
    assert abs(share - SHARE) <= NEAR
    missing = found.counts(THAI)[State.MISSING]
    assert missing == found.wanted(THAI) - found.translated(THAI) > 0


def test_thai_adds_no_finding_but_what_is_missing_and_in_draft(gate: Gate) -> None:
    before, thai = (gate.built[state].report.findings for state in ("before", "thai"))
    added = [finding for finding in thai if finding not in before]
    codes = {finding.code for finding in added}
    assert {finding.language for finding in added} == {THAI}
    assert codes == {Code.TRANSLATION_MISSING_OPTIONAL, Code.TEXTS_DRAFT}


def test_without_thai_again_the_gate_is_as_it_was(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "assets", lambda: gate.assets("after"))
    on_it = gate.perform("after")
    before, after = gate.built["before"], gate.built["after"]
    assert after.digest == before.digest
    assert after.report.findings == before.report.findings
    assert on_it.composer.phrases.language_name(THAI) == THAI
    assert {slot.language for slot in hour(on_it)} == set(FIRST_FIVE)


def test_texts_left_behind_are_told_and_never_shown(gate: Gate, tmp_path: Path) -> None:
    """Whoever deletes no more than the language is told what else there is to delete."""
    source = copy_gate(tmp_path / "source")
    bare = (source / "pack.toml").read_text("utf-8")
    add_thai(source)
    (source / "pack.toml").write_text(bare, "utf-8")
    workshop = Workshop(gate.assets("thai") / "fonts")
    built = build_pack(source, tmp_path / "built", TODAY, workshop, ignore_progress)
    left = {*(f"slides/{item}.toml" for item in STARTED["slides"]), "notices.toml", "ticker.toml"}
    left |= {os.path.relpath(topic / "topic.toml", source) for topic in thai_topics(source)}
    assert isinstance(built, Built)
    told = (each for each in built.report.findings if each.code is Code.LANGUAGE_NOT_IN_PACK)
    assert {each.file for each in told if each.language == THAI} == left
