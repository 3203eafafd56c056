"""Templates of notices in a source: what a screen could not use is told before it gets there."""

from collections.abc import Callable
from typing import Any

import pytest

from player.notices.templates import offered
from player.pack.content import parse_content
from player.pack.notice_template import MAX_TEMPLATES
from player.publish.build import Built, build_pack
from player.publish.codes import Code
from player.publish.progress import ignore_progress
from tests.fakes.pack_folder import TODAY, UNDRAWN, Found, PackFolder

FILE = "notice-templates/market-day.toml"
Spoil = Callable[[dict[str, Any]], object]


def template(**fields: object) -> dict[str, Any]:
    return {
        "id": "market-day",
        "level": "important",
        "life": "day",
        "icon": "trade",
        "name": {"vi": "Chợ phiên"},
        "fields": [
            {"id": "where", "kind": "place"},
            {
                "id": "day",
                "kind": "choice",
                "choices": [
                    {"id": "sun", "name": {"vi": "Chủ nhật", "en": "Sunday", "lo": "ອາທິດ"}}
                ],
            },
        ],
        "text": {
            "vi": {"headline": "Chợ phiên {day} tại {where}"},
            "en": {"headline": "Market on {day} at {where}"},
            "lo": {"headline": "ຕະຫຼາດ {day} ທີ່ {where}"},
        },
        **fields,
    }


@pytest.fixture
def own(folder: PackFolder) -> PackFolder:
    """Return a source with a good template of its own."""
    folder.documents[FILE] = template()
    return folder


def text(tag: str, **words: object) -> Spoil:
    return lambda document: document["text"][tag].update(words)


def of(**fields: object) -> Spoil:
    return lambda document: document.update(fields)


CASES: dict[str, tuple[Spoil, Found]] = {
    "a placeholder nobody fills in": (
        text("en", description="{whom}"),
        (Code.PLACEHOLDER_UNKNOWN, FILE, "text.en.description", "en"),
    ),
    "a placeholder that is left out": (
        text("en", headline="Market on {day}"),
        (Code.PLACEHOLDER_MISSING, FILE, "text.en", "en"),
    ),
    "too little room": (
        text("vi", headline="{where} {where} {where} {day}"),
        (Code.TEMPLATE_LONG, FILE, "text.vi.headline", "vi"),
    ),
    "no end": (of(life=""), (Code.TEMPLATE_END_MISSING, FILE, "life", "")),
    "a life without a unit": (of(life="4"), (Code.BAD_PATTERN, FILE, "life", "")),
    "an emergency that is none": (
        of(level="emergency", life="1 h"),
        (Code.TEMPLATE_NO_EMERGENCY, FILE, "level", ""),
    ),
    "an emergency that stays too long": (
        of(level="emergency", life="5 h", urgency="immediate", severity="severe",
           certainty="observed"),
        (Code.TEMPLATE_LIFE_LONG, FILE, "life", ""),
    ),
    "nothing to choose": (
        lambda document: document["fields"][1].pop("choices"),
        (Code.TEMPLATE_CHOICES_MISSING, FILE, "fields[1].choices", ""),
    ),
    "a language that is missing": (
        lambda document: document["text"].pop("en"),
        (Code.TRANSLATION_MISSING, FILE, "text.en", "en"),
    ),
    "a choice nobody translated": (
        lambda document: document["fields"][1]["choices"][0]["name"].pop("en"),
        (Code.WORDS_MISSING, FILE, "fields[1].choices[0].name.en", "en"),
    ),
    "no name in the menu": (of(name={}), (Code.WORDS_MISSING, FILE, "name.vi", "vi")),
    "an icon nobody has drawn": (of(icon="market"), (Code.ICON_UNKNOWN, FILE, "icon", "")),
    "another id than the file's": (of(id="market"), (Code.ID_DIFFERS_FROM_FILE, FILE, "id", "")),
    "a letter nobody has drawn": (
        text("vi", description=UNDRAWN),
        (Code.GLYPH_MISSING, FILE, "text.vi.description", "vi"),
    ),
    "markup": (
        text("vi", description="<b>Chợ</b>"),
        (Code.MARKUP_IN_TEXT, FILE, "text.vi.description", "vi"),
    ),
    "a field nobody reads": (of(colour="red"), (Code.FIELD_UNKNOWN, FILE, "colour", "")),
}  # fmt: skip


def test_good_template_leaves_nothing_to_say(own: PackFolder) -> None:
    assert own.found() == set()


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_told_where_it_is_and_alone(own: PackFolder, name: str) -> None:
    spoil, expected = CASES[name]
    spoil(own.documents[FILE])
    assert own.found() == {expected}


def test_emergency_of_the_program_cannot_be_replaced(folder: PackFolder) -> None:
    fire = "notice-templates/fire.toml"
    folder.documents[fire] = template(id="fire")
    assert folder.found() == {(Code.TEMPLATE_FIXED, fire, "id", "")}


def test_language_may_be_added_to_an_emergency_of_the_program(folder: PackFolder) -> None:
    words = {"th": {"headline": "ไฟไหม้"}}
    folder.documents["notice-templates/fire.toml"] = template(id="fire", text=words, fields=[])
    assert folder.found() == set()


def test_more_templates_than_a_player_takes_are_told(own: PackFolder) -> None:
    for number in range(MAX_TEMPLATES):
        id_ = f"market-{number}"
        own.documents[f"notice-templates/{id_}.toml"] = template(id=id_)
    assert (Code.ITEMS_TOO_MANY, "notice-templates", "", "") in own.found()


def test_built_pack_carries_templates_with_break_marks(own: PackFolder) -> None:
    out = own.root.parent / "built"
    built = build_pack(own.write(), out, TODAY, own.tools, ignore_progress)
    assert isinstance(built, Built)
    [carried] = parse_content((out / "content.json").read_bytes()).notice_templates
    assert carried.text["lo"].headline.endswith("\u200b")
    assert carried.fields[1].choices[0].name["lo"].endswith("\u200b")
    assert offered([], [carried])["market-day"] == carried
