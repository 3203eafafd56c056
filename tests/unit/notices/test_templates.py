"""The templates that ship, those of a pack, and folders in which something is wrong."""

import pytest

from player import resources
from player.notices.templates import MAX_BYTES, Unusable, offered, parse_template
from player.pack.icons import ICONS
from player.pack.notice_template import FIXED, NoticeTemplate, faults
from player.publish.glyphs import FontCoverage
from player.publish.wording import insert_breaks
from tests.fakes.templates import FOLDER, TEMPLATES, with_thai

GOOD = """
id = "good"
level = "important"
life = "4 h"
name = {vi = "Tốt"}
fields = [{id = "road", kind = "text"}]
[text.vi]
headline = "{road}"
"""


def words(template: NoticeTemplate) -> list[tuple[str, str]]:
    """Return (language, text) of everything a traveller may see of a template."""
    found = []
    for tag, text in template.text.items():
        shown = (text.headline, text.description, text.instruction, *text.given.values())
        found += [(tag, each) for each in shown]
    for field in template.fields:
        found += [pair for choice in field.choices for pair in choice.name.items()]
    return found


def test_there_are_the_twenty_one_and_the_heading_of_free_text() -> None:
    assert len(TEMPLATES) == 21 + len({"free-text"})
    emergencies = {id_ for id_, each in TEMPLATES.items() if each.level == "emergency"}
    assert emergencies == FIXED


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda each: each.id)
def test_template_is_whole_in_five_languages(template: NoticeTemplate) -> None:
    assert set(template.text) == {"vi", "en", "zh", "lo", "km"}
    assert template.icon in ICONS
    named = [template.name, *(each.name for each in template.fields)]
    assert all(name.keys() == {"vi", "en"} for name in named)
    choices = [choice for field in template.fields for choice in field.choices]
    assert all(choice.name.keys() == set(template.text) for choice in choices)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda each: each.id)
def test_words_break_between_words(template: NoticeTemplate) -> None:
    """They are not built with a pack, so the marks stand in the file."""
    told = words(with_thai(template))
    assert [text for tag, text in told if insert_breaks(text, tag) != text] == []


@pytest.fixture(scope="module")
def fonts() -> FontCoverage:
    return FontCoverage(resources.assets() / "fonts")


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda each: each.id)
def test_every_letter_is_drawable(template: NoticeTemplate, fonts: FontCoverage) -> None:
    assert [text for tag, text in words(template) if fonts.missing(text, tag)] == []


def test_menu_is_in_order() -> None:
    menu = list(offered(TEMPLATES.values(), ()))
    assert menu[:2] == ["lane-paused", "gate-hours"]
    assert menu[-1] == "free-text"


BROKEN = {
    "not UTF-8": b"\xff\xfe",
    "not TOML": b"id = ",
    "too large": b"#" * (MAX_BYTES + 1),
    "no text": b'id = "good"\nlevel = "important"\nlife = "4 h"\nname = {vi = "x"}\ntext = {}',
    "another name": GOOD.replace('"good"', '"other"').encode(),
    "unknown level": GOOD.replace("important", "urgently").encode(),
    "unknown kind": GOOD.replace('"text"', '"phone"').encode(),
    "unknown placeholder": GOOD.replace('"{road}"', '"{roads}"').encode(),
    "lone brace": GOOD.replace('"{road}"', '"{road"').encode(),
    "format trick": GOOD.replace('"{road}"', '"{road.__class__}"').encode(),
    "no end": GOOD.replace('life = "4 h"', "").encode(),
    "no unit": GOOD.replace('"4 h"', '"4"').encode(),
    "hole": GOOD.replace('kind = "text"', 'kind = "text", optional = true').encode(),
    "no choices": GOOD.replace('"text"', '"choice"').encode(),
    "no emergency": GOOD.replace("important", "emergency").encode(),
    "too little room": GOOD.replace("{road}", "{road}" * 4).encode(),
    "another language lacks a field": (GOOD + '[text.en]\nheadline = "Road"').encode(),
}


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_used_is_told_in_a_sentence(raw: bytes) -> None:
    assert isinstance(parse_template("good.toml", raw), Unusable)


def test_what_is_right_is_read() -> None:
    template = parse_template("good.toml", GOOD.encode())
    assert isinstance(template, NoticeTemplate)
    assert template.text["vi"].headline == "{road}"


def test_signs_that_command_the_page_are_taken_out() -> None:
    template = parse_template("good.toml", GOOD.replace("{road}", "{road}\u202ex").encode())
    assert isinstance(template, NoticeTemplate)
    assert template.text["vi"].headline == "{road}x"


def altered(id_: str, headline: str, tag: str = "vi") -> NoticeTemplate:
    template = TEMPLATES[id_]
    text = template.text["vi"].model_copy(update={"headline": headline})
    return template.model_copy(update={"text": {**template.text, tag: text}})


def test_pack_replaces_a_built_in_template_and_adds_its_own() -> None:
    own = parse_template("good.toml", GOOD.encode())
    assert isinstance(own, NoticeTemplate)
    menu = offered(TEMPLATES.values(), [altered("scam", "Coi chừng"), own])
    assert menu["scam"].text["vi"].headline == "Coi chừng"
    assert menu["good"] == own


@pytest.mark.parametrize("id_", sorted(FIXED))
def test_pack_cannot_change_an_emergency_but_may_say_it_in_another_language(id_: str) -> None:
    changed = altered(id_, "Ở lại!")
    changed = changed.model_copy(
        update={
            "level": "normal",
            "text": {**changed.text, "th": with_thai(TEMPLATES[id_]).text["th"]},
        }
    )
    menu = offered(TEMPLATES.values(), [changed])
    assert menu[id_].text.keys() == TEMPLATES[id_].text.keys() | {"th"}
    assert menu[id_].text["vi"] == TEMPLATES[id_].text["vi"]
    assert menu[id_].level == "emergency"


def test_template_of_a_pack_with_faults_is_passed_over() -> None:
    faulty = altered("scam", "{nothing}")
    assert list(faults(faulty)) != []
    assert offered(TEMPLATES.values(), [faulty])["scam"] == TEMPLATES["scam"]


def test_folder_holds_nothing_else() -> None:
    assert {file.suffix for file in FOLDER.iterdir()} == {".toml"}
