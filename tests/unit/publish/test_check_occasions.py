"""National occasions in a source: every slip is told, and what they take away is as meant."""

from collections.abc import Callable
from typing import Any

import pytest

from player.clock import ClockTrust
from player.pack.content import MAX_OCCASIONS, parse_content
from player.publish.build import Built, build_pack
from player.publish.codes import Code
from player.publish.progress import ignore_progress
from player.publish.source import read_source
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from tests.fakes.content import mourning
from tests.fakes.library_folder import add_library
from tests.fakes.pack_folder import TODAY, Found, PackFolder
from tests.fakes.programme import local

FILE = "occasions.toml"
FIRST = "occasions[0]"
Spoil = Callable[[PackFolder], object]


@pytest.fixture
def told(folder: PackFolder) -> PackFolder:
    """Return a source that announces mourning four days ahead, with nothing wrong in it."""
    folder.documents[FILE] = {"occasions": [mourning("2026-11-26", "2026-11-27")]}
    folder.slide("view")["tone"] = "festive"
    return folder


def of_occasion(**fields: object) -> Spoil:
    return lambda folder: occasion(folder).update(fields)


def occasion(folder: PackFolder) -> dict[str, Any]:
    entry: dict[str, Any] = folder.documents[FILE]["occasions"][0]
    return entry


def without(name: str) -> Spoil:
    return lambda folder: occasion(folder).pop(name)


def test_good_occasion_is_no_finding(told: PackFolder) -> None:
    assert told.found() == set()


@pytest.mark.parametrize(
    ("spoil", "expected"),
    {
        "kind": (of_occasion(kind="fair"), (Code.NOT_A_CHOICE, FILE, f"{FIRST}.kind", "")),
        "no kind": (without("kind"), (Code.FIELD_MISSING, FILE, f"{FIRST}.kind", "")),
        "no start": (without("from"), (Code.FIELD_MISSING, FILE, f"{FIRST}.from", "")),
        "no end": (without("until"), (Code.FIELD_MISSING, FILE, f"{FIRST}.until", "")),
        "start": (of_occasion(**{"from": "soon"}), (Code.BAD_MOMENT, FILE, f"{FIRST}.from", "")),
        "ends before it begins": (
            of_occasion(until="2026-11-25"),
            (Code.WINDOW_ENDS_FIRST, FILE, FIRST, ""),
        ),
        "no name": (without("name"), (Code.FIELD_MISSING, FILE, f"{FIRST}.name", "")),
        "name in no word of Vietnamese": (
            of_occasion(name={"en": "Mourning"}),
            (Code.WORDS_MISSING, FILE, f"{FIRST}.name.vi", "vi"),
        ),
        "nobody ordered it": (
            of_occasion(authority={"vi": " "}),
            (Code.WORDS_MISSING, FILE, f"{FIRST}.authority.vi", "vi"),
        ),
        "document": (of_occasion(document=""), (Code.EMPTY, FILE, f"{FIRST}.document", "")),
        "misspelt": (of_occasion(kinds="x"), (Code.FIELD_MISSPELT, FILE, f"{FIRST}.kinds", "")),
        "over": (
            of_occasion(**{"from": "2026-11-20", "until": "2026-11-21"}),
            (Code.OCCASION_OVER, FILE, f"{FIRST}.until", ""),
        ),
        "wrong month": (
            of_occasion(until="2026-12-27"),
            (Code.OCCASION_LONG, FILE, f"{FIRST}.until", ""),
        ),
        "no end anybody will see": (
            of_occasion(until="9999-12-31"),
            (Code.OCCASION_LONG, FILE, f"{FIRST}.until", ""),
        ),
        "twins": (
            lambda folder: folder.documents[FILE]["occasions"].append(dict(occasion(folder))),
            (Code.ID_DUPLICATE, FILE, "occasions[1].id", ""),
        ),
        "nothing gives way": (
            lambda folder: folder.slide("view").pop("tone"),
            (Code.OCCASION_IDLE, FILE, "", ""),
        ),
        "help that gives way": (
            lambda folder: folder.slide("papers").update(tone="promotional"),
            (Code.TONE_OF_HELP, "slides/papers.toml", "tone", ""),
        ),
        "tone": (
            lambda folder: folder.slide("river").update(tone="merry"),
            (Code.NOT_A_CHOICE, "slides/river.toml", "tone", ""),
        ),
        "culture, and nobody has said": (
            lambda folder: folder.slide("river").update(category="C03"),
            (Code.TONE_UNSAID, "slides/river.toml", "tone", ""),
        ),
    }.values(),
)
def test_slip_is_told(told: PackFolder, spoil: Spoil, expected: Found) -> None:
    spoil(told)
    assert told.found() == {expected}


def test_who_says_that_something_is_plain_is_not_asked_again(told: PackFolder) -> None:
    told.slide("river").update(category="C03", tone="plain")
    assert told.found() == set()


def test_document_of_the_library_is_asked_for_its_tone(told: PackFolder) -> None:
    add_library(told)
    file = "library/10-handbook/entry.toml"
    told.documents[file]["category"] = "C17"
    assert told.found() == {(Code.TONE_UNSAID, file, "tone", "")}


def test_tone_is_asked_for_only_while_an_occasion_is_to_come(folder: PackFolder) -> None:
    folder.slide("river").update(category="C03")
    assert folder.found() == set()


def test_playlists_that_leave_the_screen_empty_in_those_days_are_told(told: PackFolder) -> None:
    for name in ("welcome", "river", "view"):
        told.slide(name)["tone"] = "festive"
    told.playlists[0]["items"].remove("papers")
    del told.playlists[1]
    (finding,) = told.check().findings
    assert finding.code is Code.SCHEDULE_HOLE
    assert (finding.values["start"], finding.values["until"]) == (
        "2026-11-26 00:00",
        "2026-11-28 00:00",
    )


def test_more_occasions_than_a_player_takes_are_told(told: PackFolder) -> None:
    told.documents[FILE]["occasions"] = [
        mourning("2026-11-26", "2026-11-27", id=f"n{number}") for number in range(MAX_OCCASIONS + 1)
    ]
    assert told.found() == {(Code.ITEMS_TOO_MANY, FILE, "", "")}


def test_occasion_of_the_shared_folder_holds_at_every_gate(told: PackFolder) -> None:
    shared = PackFolder(told.root.parent / "shared", {FILE: told.documents.pop(FILE)})
    shared.write()
    told.pack["base"] = "../shared"
    source = read_source(told.write(), ignore_progress)
    assert [each.value.id for each in source.occasions] == ["quoc-tang"]
    assert not source.findings


def test_built_pack_is_sober_for_exactly_the_days_announced(told: PackFolder) -> None:
    out = told.root.parent / "out"
    built = build_pack(told.write(), out, TODAY, told.tools, ignore_progress)
    assert isinstance(built, Built)
    content = parse_content((out / "content.json").read_bytes())
    programme = Programme(content, ScreenProfile(("vi",)), ClockTrust.TRUSTED)
    slots = list(programme.slots(local("2026-11-25"), local("2026-11-29")))
    shown = [slot for slot in slots if slot.item == "view"]
    begin, end = local("2026-11-26"), local("2026-11-28")
    assert not [slot for slot in shown if begin <= slot.start < end]
    assert any(slot.end <= begin for slot in shown)
    assert any(slot.start >= end for slot in shown)
