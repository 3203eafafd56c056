"""Fields: what the models refuse is told in the editor's terms, and read round."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from player.publish.codes import Code
from tests.fakes.pack_folder import Found, PackFolder

Spoil = Callable[[PackFolder], object]
PACK, LISTS, WELCOME, PAPERS = (
    "pack.toml",
    "playlists.toml",
    "slides/welcome.toml",
    "slides/papers.toml",
)


def put(name: str, path: str, value: object) -> Spoil:
    """Return what sets one field of a document."""

    def spoil(folder: PackFolder) -> None:
        here: Any = folder.documents[name]
        *way, last = path.split(".")
        for part in way:
            here = here[int(part) if part.isdigit() else part]
        here[int(last) if last.isdigit() else last] = value

    return spoil


def drop(name: str, path: str) -> Spoil:
    """Return what takes one field out of a document."""

    def spoil(folder: PackFolder) -> None:
        here: Any = folder.documents[name]
        *way, last = path.split(".")
        for part in way:
            here = here[int(part) if part.isdigit() else part]
        del here[last]

    return spoil


RULE = {"rule": "FREQ=WEEKLY;BYDAY=SA", "first": "2026-01-03T08:00", "lasts_minutes": 60}
WHEN = "playlists.1.when"

CASES: dict[str, tuple[Spoil, Found]] = {
    "no id": (drop(WELCOME, "id"), (Code.FIELD_MISSING, WELCOME, "id", "")),
    "no kind": (drop(WELCOME, "kind"), (Code.FIELD_MISSING, WELCOME, "kind", "")),
    "no texts": (drop(WELCOME, "text"), (Code.FIELD_MISSING, WELCOME, "text", "")),
    "no gate": (drop(PACK, "gate"), (Code.FIELD_MISSING, PACK, "gate", "")),
    "no items": (
        drop(LISTS, "playlists.1.items"),
        (Code.FIELD_MISSING, LISTS, "playlists[1].items", ""),
    ),
    "half a sign-off": (
        put(WELCOME, "picture.sign_off", {"name": "A", "office": "B"}),
        (Code.FIELD_MISSING, WELCOME, "picture.sign_off.day", ""),
    ),
    "an unnamed sign-off": (
        put(WELCOME, "picture.sign_off", {"office": "B", "day": "2026-01-01"}),
        (Code.FIELD_MISSING, WELCOME, "picture.sign_off.name", ""),
    ),
    "stray field": (put(WELCOME, "colour", "red"), (Code.FIELD_UNKNOWN, WELCOME, "colour", "")),
    "stray table": (put(LISTS, "extra", 1), (Code.FIELD_UNKNOWN, LISTS, "extra", "")),
    "items in pack.toml": (put(PACK, "items", []), (Code.FIELD_UNKNOWN, PACK, "items", "")),
    "misspelt field": (
        put(WELCOME, "essentail", 1),
        (Code.FIELD_MISSPELT, WELCOME, "essentail", ""),
    ),
    "misspelt inside": (
        put(WELCOME, "picture.rights.licens", "CC0"),
        (Code.FIELD_MISSPELT, WELCOME, "picture.rights.licens", ""),
    ),
    "misspelt text field": (
        put(WELCOME, "text.lo.tilte", "x"),
        (Code.FIELD_MISSPELT, WELCOME, "text.lo.tilte", "lo"),
    ),
    "misspelt in a list": (
        put(PACK, "languages.2.requird", 1),
        (Code.FIELD_MISSPELT, PACK, "languages[2].requird", ""),
    ),
    "duration by hand": (
        put(WELCOME, "text.en.duration_s", 5),
        (Code.FIELD_OF_THE_BUILD, WELCOME, "text.en.duration_s", "en"),
    ),
    "number for words": (
        put(WELCOME, "text.en.title", 5),
        (Code.WRONG_TYPE, WELCOME, "text.en.title", "en"),
    ),
    "word for a number": (
        put(WELCOME, "min_duration_s", "x"),
        (Code.WRONG_TYPE, WELCOME, "min_duration_s", ""),
    ),
    "word for yes or no": (
        put(WELCOME, "sample", "perhaps"),
        (Code.WRONG_TYPE, WELCOME, "sample", ""),
    ),
    "word for a table": (put(WELCOME, "source", "Bộ"), (Code.WRONG_TYPE, WELCOME, "source", "")),
    "word for a list": (
        put(WELCOME, "audience", "hall"),
        (Code.WRONG_TYPE, WELCOME, "audience", ""),
    ),
    "word for a list of items": (
        put(LISTS, "playlists.1.items", "papers"),
        (Code.WRONG_TYPE, LISTS, "playlists[1].items", ""),
    ),
    "a playlist that is none": (
        put(LISTS, "playlists.1", "x"),
        (Code.WRONG_TYPE, LISTS, "playlists[1]", ""),
    ),
    "unknown kind": (put(WELCOME, "kind", "film"), (Code.NOT_A_CHOICE, WELCOME, "kind", "")),
    "unknown review": (
        put(WELCOME, "text.en.review", "done"),
        (Code.NOT_A_CHOICE, WELCOME, "text.en.review", "en"),
    ),
    "unknown weekday": (
        put(LISTS, f"{WHEN}.weekdays", ["monday"]),
        (Code.NOT_A_CHOICE, LISTS, "playlists[1].when.weekdays[0]", ""),
    ),
    "empty credit": (
        put(WELCOME, "picture.rights.credit", " "),
        (Code.EMPTY, WELCOME, "picture.rights.credit", ""),
    ),
    "empty playlist": (
        put(LISTS, "playlists.1.items", []),
        (Code.EMPTY, LISTS, "playlists[1].items", ""),
    ),
    "long title": (
        put(WELCOME, "text.en.title", "a" * 301),
        (Code.TOO_LONG, WELCOME, "text.en.title", "en"),
    ),
    "many dayparts": (
        put(LISTS, f"{WHEN}.dayparts", ["06:00-07:00"] * 25),
        (Code.TOO_LONG, LISTS, "playlists[1].when.dayparts", ""),
    ),
    "heavy weight": (
        put(LISTS, "playlists.0.items.0", {"item": "welcome", "weight": 21}),
        (Code.OUT_OF_RANGE, LISTS, "playlists[0].items[0].weight", ""),
    ),
    "focus outside": (
        put(WELCOME, "picture.focus_x", 1.5),
        (Code.OUT_OF_RANGE, WELCOME, "picture.focus_x", ""),
    ),
    "id with a space": (
        put(PACK, "gate.id", "Hữu Nghị"),
        (Code.BAD_IDENTIFIER, PACK, "gate.id", ""),
    ),
    "bad playlist entry": (
        put(LISTS, "playlists.0.items.0", "Welcome!"),
        (Code.BAD_IDENTIFIER, LISTS, "playlists[0].items[0]", ""),
    ),
    "bad audience": (
        put(WELCOME, "audience", ["Hall A"]),
        (Code.BAD_IDENTIFIER, WELCOME, "audience[0]", ""),
    ),
    "category C99": (put(WELCOME, "category", "C99"), (Code.BAD_CATEGORY, WELCOME, "category", "")),
    "language with a capital": (
        put(PACK, "languages.2.fallback", ["EN"]),
        (Code.BAD_LANGUAGE_TAG, PACK, "languages[2].fallback[0]", ""),
    ),
    "text in no language": (
        put(WELCOME, "text.English", {"title": "x"}),
        (Code.BAD_LANGUAGE_TAG, WELCOME, "text.English", "English"),
    ),
    "odd pack name": (put(PACK, "pack", "Lạng Sơn"), (Code.BAD_PATTERN, PACK, "pack", "")),
    "30 February": (put(PAPERS, "issued", "2026-02-30"), (Code.BAD_DATE, PAPERS, "issued", "")),
    "a time that does not parse": (
        put(WELCOME, "valid.until", "2027-01-01T25:00"),
        (Code.BAD_MOMENT, WELCOME, "valid.until", ""),
    ),
    "an hour that is none": (
        put(LISTS, f"{WHEN}.dayparts", ["6h-11h30"]),
        (Code.BAD_CLOCK_RANGE, LISTS, "playlists[1].when.dayparts[0]", ""),
    ),
    "a rule that is none": (
        put(LISTS, f"{WHEN}.recurrence", RULE | {"rule": "every Saturday"}),
        (Code.BAD_RECURRENCE, LISTS, "playlists[1].when.recurrence", ""),
    ),
    "a first that is too early": (
        put(LISTS, f"{WHEN}.recurrence", RULE | {"first": "1990-01-01T00:00"}),
        (Code.BAD_RECURRENCE, LISTS, "playlists[1].when.recurrence", ""),
    ),
    "a zone that is none": (
        put(PACK, "gate.time_zone", "Asia/Hanoi"),
        (Code.BAD_TIME_ZONE, PACK, "gate.time_zone", ""),
    ),
    "ends before it begins": (
        put(WELCOME, "valid", {"from": "2027-02-01", "until": "2027-01-31"}),
        (Code.WINDOW_ENDS_FIRST, WELCOME, "valid", ""),
    ),
    "playlist ends before it begins": (
        put(LISTS, f"{WHEN}.valid", {"from": "2027-02-01", "until": "2027-01-31"}),
        (Code.WINDOW_ENDS_FIRST, LISTS, "playlists[1].when.valid", ""),
    ),
    "format of the future": (
        put(PACK, "format", "2.0"),
        (Code.FORMAT_UNSUPPORTED, PACK, "format", ""),
    ),
    "format that is none": (
        put(PACK, "format", "newest"),
        (Code.FORMAT_UNSUPPORTED, PACK, "format", ""),
    ),
    "endless sequence": (put(PACK, "sequence", 2**60), (Code.OUT_OF_RANGE, PACK, "sequence", "")),
    "not a number": (
        put(WELCOME, "picture.focus_y", float("nan")),
        (Code.OUT_OF_RANGE, WELCOME, "picture.focus_y", ""),
    ),
}


@pytest.mark.parametrize(("spoil", "expected"), CASES.values(), ids=CASES.keys())
def test_one_faulty_field_is_one_finding(folder: PackFolder, spoil: Spoil, expected: Found) -> None:
    spoil(folder)
    assert folder.found() == {expected}


def test_a_suggestion_comes_with_a_misspelt_field(folder: PackFolder) -> None:
    folder.slide("welcome")["picture"]["focus_X"] = 0.5
    (finding,) = folder.check().findings
    assert finding.values == {"value": "focus_X", "suggestion": "focus_x"}


def test_a_choice_that_is_none_comes_with_the_choices(folder: PackFolder) -> None:
    folder.slide("welcome")["approval"] = "secret"
    (finding,) = folder.check().findings
    assert finding.values["choices"] == "normal, sensitive, sovereignty"


def test_faults_of_all_depths_of_one_file_are_told_together(folder: PackFolder) -> None:
    welcome = folder.slide("welcome")
    welcome |= {"category": "C99", "sample": "x", "valid": {"from": "x", "until": "2020-01-01"}}
    welcome["picture"] = {"path": "media/none.png", "tags": ["map"]}
    assert {(code, field) for code, _, field, _ in folder.found()} >= {
        (Code.BAD_CATEGORY, "category"),
        (Code.WRONG_TYPE, "sample"),
        (Code.BAD_MOMENT, "valid.from"),
        (Code.ITEM_EXPIRED, "valid.until"),
        (Code.FIELD_MISSING, "picture.rights"),
        (Code.MEDIA_MISSING, "picture.path"),
        (Code.MAP_UNSIGNED, "picture.sign_off"),
    }


def test_a_faulty_entry_leaves_the_others_their_positions(folder: PackFolder) -> None:
    folder.playlists[0]["items"][0] = {"item": "welcome", "weight": "heavy"}
    folder.playlists[0]["items"].append("nobody")
    folder.playlists[1]["items"].append("welcome")
    assert folder.found() == {
        (Code.WRONG_TYPE, LISTS, "playlists[0].items[0].weight", ""),
        (Code.ITEM_UNKNOWN, LISTS, "playlists[0].items[4]", ""),
    }


def test_a_file_beyond_reading_is_not_also_missing_from_its_playlist(folder: PackFolder) -> None:
    folder.slide("view")["kind"] = "painting"
    assert {code for code, *_ in folder.found()} == {Code.NOT_A_CHOICE}


def test_an_item_without_its_picture_is_one_finding(folder: PackFolder) -> None:
    del folder.slide("welcome")["picture"]
    del folder.files["media/gate.png"]
    assert folder.found() == {(Code.FIELD_MISSING, WELCOME, "picture", "")}


def test_dates_may_be_written_with_or_without_quotes(folder: PackFolder) -> None:
    folder.slide("papers")["issued"] = date(2026, 11, 1)
    folder.slide("view")["valid"] = {"until": datetime(2027, 5, 1, 17, 0)}  # noqa: DTZ001
    assert folder.found() == set()
