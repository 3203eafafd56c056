"""The example a content team starts from, and the page that explains its fields."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from player import resources
from player.pack.anniversary import LunarDay, SolarDay
from player.pack.contact import Contact, Place, Plan
from player.pack.facts import LocalFacts, OpeningFact, PhoneFact, RateFact
from player.pack.gate import Gate, Neighbour
from player.pack.item import (
    Bilingual,
    Bulletin,
    ClaimAndFact,
    Clip,
    ItemText,
    Photo,
    Poster,
    Source,
    Table,
)
from player.pack.language import PackLanguage
from player.pack.library import BulletinEntry, DocumentEntry, EntryText
from player.pack.lookup import Tile, Traveller
from player.pack.media import Picture, Rights, SignOff, Video
from player.pack.notice import Notice, NoticeText, NoticeWindow
from player.pack.notice_template import (
    NoticeTemplate,
    TemplateChoice,
    TemplateField,
    TemplateText,
)
from player.pack.occasion import Occasion
from player.pack.playlist import Entry, Playlist
from player.pack.table import Amount, Column
from player.pack.ticker import TickerLine
from player.pack.window import Recurrence, Validity, When
from player.publish.check import check_source
from player.publish.codes import Code
from player.publish.known_fields import OF_THE_BUILD
from player.publish.lookup_source import Home, TextRemarks, TopicHead
from player.publish.progress import ignore_progress
from player.publish.source import Header
from player.publish.starter import make_starter
from player.publish.workshop import Workshop
from tests.fakes.pack_folder import TODAY, assert_told

EXAMPLE = resources.assets() / "starter"
MODELS: list[type[BaseModel]] = [
    *(Header, Gate, Neighbour, PackLanguage, Poster, Photo, Bulletin, Clip, ItemText, Source),
    *(Table, Column, Amount, ClaimAndFact, Bilingual),
    *(Picture, Video, Rights, SignOff, Validity, Playlist, Entry, When, Recurrence),
    *(SolarDay, LunarDay, Occasion),
    *(Notice, NoticeText, NoticeWindow, TickerLine),
    *(LocalFacts, PhoneFact, OpeningFact, RateFact),
    *(NoticeTemplate, TemplateChoice, TemplateField, TemplateText),
    *(Home, Tile, Traveller, TopicHead, TextRemarks, Contact, Plan, Place),
    *(DocumentEntry, BulletinEntry, EntryText),
]


def test_the_example_is_fit_and_wants_only_a_reader(tmp_path: Path, workshop: Workshop) -> None:
    assert make_starter(EXAMPLE, tmp_path / "mine") is None
    report = check_source(tmp_path / "mine", TODAY, workshop, ignore_progress)
    assert {finding.code for finding in report.findings} == {Code.TEXTS_DRAFT}


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    refusal = make_starter(EXAMPLE, tmp_path)
    assert refusal is not None
    assert_told([refusal])
    assert refusal.code is Code.TARGET_NOT_EMPTY
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refusal = make_starter(EXAMPLE, tmp_path / "file" / "pack")
    assert refusal is not None
    assert refusal.code is Code.TARGET_UNWRITABLE


@pytest.mark.parametrize("model", MODELS)
def test_every_field_an_editor_may_write_is_explained(model: type[BaseModel]) -> None:
    page = (resources.assets() / "README.md").read_text(encoding="utf-8")
    fields = {field.alias or name for name, field in model.model_fields.items()}
    for part in page.split("\n# A content pack\n"):
        code = " ".join(re.findall(r"`[^`\n]+`", part.replace("```", "")))
        assert fields - OF_THE_BUILD <= set(re.findall(r"[a-z_]+", code))
