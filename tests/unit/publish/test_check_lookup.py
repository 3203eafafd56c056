"""Topics, contacts and the plan in a source: every fault is told, and nothing else."""

from collections.abc import Callable

import pytest

from player.pack.lookup import MOST_CONTACTS
from player.publish.codes import Code
from player.publish.completeness import State
from player.publish.stamp import stamp
from player.publish.topic_body import read_body
from tests.fakes.pack_folder import UNDRAWN, Found, PackFolder, add_lookup, topic_bodies

FOLDER = "topics/30-about-money"
TOPIC, VIETNAMESE, LAO = (f"{FOLDER}/{name}" for name in ("topic.toml", "vi.md", "lo.md"))
POLICE, PLAN, HOME = "contacts/police.toml", "plan.toml", "lookup.toml"
Spoil = Callable[[PackFolder], object]


@pytest.fixture
def asked(folder: PackFolder) -> PackFolder:
    """Return a good source with a lookup."""
    return add_lookup(folder)


def put(file: str, **fields: object) -> Spoil:
    return lambda folder: folder.documents[file].update(fields)


def drop(file: str, *names: str) -> Spoil:
    def spoil(folder: PackFolder) -> None:
        for name in names:
            del folder.documents[file][name]

    return spoil


def of_text(tag: str, **fields: object) -> Spoil:
    return lambda folder: folder.documents[TOPIC]["text"][tag].update(fields)


def write(file: str, old: str, new: str) -> Spoil:
    """Return what changes a part of a text."""

    def spoil(folder: PackFolder) -> None:
        said = folder.files[file].decode()
        assert old in said
        folder.files[file] = said.replace(old, new).encode()

    return spoil


def everywhere(old: str, new: str) -> Spoil:
    """Return what changes a part of the topic's text in every language."""
    spoils = [write(f"{FOLDER}/{tag}.md", old, new) for tag in ("vi", "en", "lo")]
    return lambda folder: [spoil(folder) for spoil in spoils]


def without(tag: str) -> Spoil:
    def spoil(folder: PackFolder) -> None:
        del folder.files[f"{FOLDER}/{tag}.md"]
        del folder.documents[TOPIC]["text"][tag]

    return spoil


def first_place(**fields: object) -> Spoil:
    return lambda folder: folder.documents[PLAN]["places"][0].update(fields)


def first_tile(**fields: object) -> Spoil:
    return lambda folder: folder.documents[HOME]["tiles"][2].update(fields)


CASES: dict[str, tuple[Spoil, set[Found]]] = {
    "no text of a language": (
        lambda folder: folder.files.pop(LAO),
        {(Code.BODY_MISSING, TOPIC, "text.lo", "lo")},
    ),
    "a text topic.toml does not name": (
        lambda folder: folder.documents[TOPIC]["text"].pop("lo"),
        {
            (Code.BODY_UNNAMED, LAO, "", "lo"),
            (Code.TRANSLATION_MISSING_OPTIONAL, TOPIC, "text.lo", "lo"),
        },
    ),
    "no text where one is optional": (
        without("lo"),
        {(Code.TRANSLATION_MISSING_OPTIONAL, TOPIC, "text.lo", "lo")},
    ),
    "no text where one is required": (
        without("en"),
        {(Code.TRANSLATION_MISSING, TOPIC, "text.en", "en")},
    ),
    "a language of no pack": (
        lambda folder: (
            folder.documents[TOPIC]["text"].update(th={"questions": ["?"]}),
            folder.files.update({f"{FOLDER}/th.md": topic_bodies("money")["en"].encode()}),
        ),
        {
            (Code.LANGUAGE_NOT_IN_PACK, TOPIC, "text.th", "th"),
            (Code.TEXTS_DRAFT, "", "", "th"),
        },
    ),
    "a fault of the text": (
        write(VIETNAMESE, "# Xin chào about", "#Xin chào about"),
        {(Code.BODY_WITHOUT_TITLE, VIETNAMESE, "", "vi")},
    ),
    "not UTF-8": (
        lambda folder: folder.files.update({LAO: b"# \xff\n"}),
        {(Code.NOT_UTF8, LAO, "", "")},
    ),
    "a step less": (
        write(LAO, "2. ", "\n"),
        {(Code.BODY_DIFFERS, LAO, "", "lo")},
    ),
    "a bullet more": (
        write(LAO, "- ", "- a\n- "),
        {(Code.BODY_DIFFERS, LAO, "", "lo")},
    ),
    "a section less": (
        write(LAO, "## ສະບາຍດີ {.driver}", ""),
        {(Code.BODY_DIFFERS, LAO, "", "lo")},
    ),
    "other travellers": (
        write(LAO, " {.driver}", ""),
        {(Code.BODY_DIFFERS, LAO, "", "lo")},
    ),
    "a step elsewhere": (
        write(LAO, "{desk} ", ""),
        {(Code.BODY_DIFFERS, LAO, "", "lo")},
    ),
    "an unknown traveller": (
        everywhere("{.driver}", "{.driver .pilot}"),
        {(Code.TRAVELLER_UNKNOWN, VIETNAMESE, "", "vi")},
    ),
    "an unknown place of a step": (
        everywhere("1. {desk}", "1. {roof}"),
        {(Code.PLACE_UNKNOWN, VIETNAMESE, "", "vi")},
    ),
    "an unknown place of the plan": (
        everywhere("{plan: desk}", "{plan: desk roof}"),
        {(Code.PLACE_UNKNOWN, VIETNAMESE, "", "vi")},
    ),
    "an unknown contact": (
        everywhere("{contacts: police}", "{contacts: nobody}"),
        {(Code.CONTACT_UNKNOWN, VIETNAMESE, "", "vi")},
    ),
    "hours of a lane that is not there": (
        everywhere("{plan: desk}", "{hours: hall}"),
        {(Code.LANE_UNKNOWN, VIETNAMESE, "", "vi"), (Code.HOURS_MISSING, VIETNAMESE, "", "vi")},
    ),
    "hours of a gate that has none": (
        everywhere("{plan: desk}", "{hours}"),
        {(Code.HOURS_MISSING, VIETNAMESE, "", "vi")},
    ),
    "an unknown tile": (
        put(TOPIC, tile="monney"),
        {
            (Code.TILE_UNKNOWN, TOPIC, "tile", ""),
            (Code.TILE_EMPTY, HOME, "tiles[2].id", ""),
        },
    ),
    "an unknown relative": (
        put(TOPIC, related=["about-nothing"]),
        {(Code.TOPIC_UNKNOWN, TOPIC, "related[0]", "")},
    ),
    "an unknown recording": (
        put(TOPIC, recording="read-aloud"),
        {(Code.REFERENCE_UNKNOWN, TOPIC, "recording", "")},
    ),
    "a recording that is a poster": (
        put(TOPIC, recording="welcome"),
        {(Code.REFERENCE_OF_OTHER_KIND, TOPIC, "recording", "")},
    ),
    "few tiles": (
        lambda folder: folder.documents[HOME]["tiles"].pop(0),
        {
            (Code.TILES_FEW, HOME, "tiles", ""),
            (Code.TILE_UNKNOWN, "topics/10-about-crossing/topic.toml", "tile", ""),
        },
    ),
    "a tile without a name": (
        first_tile(name={"vi": "Tiền"}),
        {(Code.WORDS_MISSING, HOME, "tiles[2].name.en", "en")},
    ),
    "twin tiles": (
        first_tile(id="help"),
        {
            (Code.ID_DUPLICATE, HOME, "tiles[5].id", ""),
            (Code.TILE_UNKNOWN, TOPIC, "tile", ""),
        },
    ),
    "nobody asks": (
        of_text("lo", questions=[]),
        {(Code.TOPIC_UNASKED, TOPIC, "text.lo.questions", "lo")},
    ),
    "reviewed by nobody": (
        of_text("en", reviewed_by=""),
        {(Code.REVIEWER_MISSING, TOPIC, "text.en.reviewed_by", "en")},
    ),
    "a draft": (of_text("en", review="draft"), {(Code.TEXTS_DRAFT, "", "", "en")}),
    "a stale translation": (
        of_text("en", of="000000"),
        {(Code.TRANSLATION_STALE, TOPIC, "text.en.of", "en")},
    ),
    "a copy of the Vietnamese": (
        lambda folder: folder.files.update({LAO: folder.files[VIETNAMESE]}),
        {(Code.TRANSLATION_SAME, LAO, "", "lo")},
    ),
    "too many words": (
        write(LAO, "- ສະບາຍດີ", "- " + "ດີ " * 150 + "\n- " + "ດີ " * 150),
        {(Code.TOPIC_WORDY, LAO, "", "lo"), (Code.BODY_DIFFERS, LAO, "", "lo")},
    ),
    "a sign no font has": (
        write(LAO, "- ສະບາຍດີ", f"- {UNDRAWN}"),
        {(Code.GLYPH_MISSING, LAO, "", "lo")},
    ),
    "a sign no font has in a question": (
        of_text("lo", questions=[UNDRAWN]),
        {(Code.GLYPH_MISSING, TOPIC, "text.lo.questions[0]", "lo")},
    ),
    "a text that turns round": (
        write(LAO, "- ສະບາຍດີ", "- \u202eສະບາຍດີ"),
        {(Code.BIDI_CONTROL, LAO, "text.lo", "lo")},
    ),
    "no source": (drop(TOPIC, "sources"), {(Code.SOURCE_MISSING, TOPIC, "sources", "")}),
    "a source past its review": (
        lambda folder: folder.documents[TOPIC]["sources"][0].update(review_by="2026-03-01"),
        {(Code.SOURCE_REVIEW_PASSED, TOPIC, "sources[0].review_by", "")},
    ),
    "an authority without a name": (
        lambda folder: folder.documents[TOPIC]["sources"][0]["authority"].pop("en"),
        {(Code.WORDS_MISSING, TOPIC, "sources[0].authority.en", "en")},
    ),
    "no end": (drop(TOPIC, "lasting"), {(Code.EXPIRY_MISSING, TOPIC, "valid.until", "")}),
    "a sensitive matter": (
        put(TOPIC, category="C05"),
        {(Code.APPROVAL_TOO_LOW, TOPIC, "approval", "")},
    ),
    "a link no kiosk shows": (
        put(TOPIC, link="http://example.vn"),
        {(Code.BAD_LINK, TOPIC, "link", "")},
    ),
    "a misspelt field": (put(TOPIC, relatd=[]), {(Code.FIELD_MISSPELT, TOPIC, "relatd", "")}),
    "another id than its folder": (
        put(TOPIC, id="about-gold"),
        {(Code.ID_DIFFERS_FROM_FILE, TOPIC, "id", "")},
    ),
    "no number": (
        put(POLICE, phones=["113 for police"]),
        {(Code.BAD_PHONE, POLICE, "phones[0]", "")},
    ),
    "a contact at no place": (
        put(POLICE, place="roof"),
        {(Code.PLACE_UNKNOWN, POLICE, "place", "")},
    ),
    "a contact without a way to it": (
        drop(POLICE, "phones", "place"),
        {(Code.CONTACT_SILENT, POLICE, "", "")},
    ),
    "a number nobody gave": (drop(POLICE, "source"), {(Code.SOURCE_MISSING, POLICE, "source", "")}),
    "a contact by another name": (
        put(POLICE, id="guards"),
        {(Code.ID_DIFFERS_FROM_FILE, POLICE, "id", "")}
        | {
            (Code.CONTACT_UNKNOWN, f"topics/{n}0-about-{name}/vi.md", "", "vi")
            for n, name in enumerate(
                ("crossing", "goods", "money", "onward", "place", "help"), start=1
            )
        },
    ),
    "an icon nobody drew": (
        put(TOPIC, icon="pasport"),
        {(Code.ICON_UNKNOWN, TOPIC, "icon", "")},
    ),
    "a tile with an icon nobody drew": (
        first_tile(icon="hologram"),
        {(Code.ICON_UNKNOWN, HOME, "tiles[2].icon", "")},
    ),
    "a place off the plan": (
        first_place(x=1.5),
        {(Code.OUT_OF_RANGE, PLAN, "places[0].x", "")},
    ),
    "no picture of the plan": (
        lambda folder: folder.files.pop("media/plan.png"),
        {(Code.MEDIA_MISSING, PLAN, "picture.path", "")},
    ),
    "a plan nobody described": (
        lambda folder: folder.documents[PLAN]["picture"]["alt"].pop("lo"),
        {(Code.ALT_MISSING, PLAN, "picture.alt", "lo")},
    ),
}


def test_a_good_lookup_has_no_findings(asked: PackFolder) -> None:
    assert asked.found() == set()


@pytest.mark.parametrize(("spoil", "expected"), CASES.values(), ids=CASES.keys())
def test_a_fault_is_told_and_nothing_else(
    asked: PackFolder, spoil: Spoil, expected: set[Found]
) -> None:
    spoil(asked)
    assert asked.found() == expected


def test_a_plan_that_is_shown_and_not_there_is_told(asked: PackFolder) -> None:
    everywhere("{plan: desk}", "{plan}")(asked)
    del asked.documents[PLAN]
    found = {finding for finding in asked.found() if finding[1] == VIETNAMESE}
    assert (Code.PLAN_MISSING, VIETNAMESE, "", "vi") in found


def test_help_for_travellers_is_never_missing_in_english(asked: PackFolder) -> None:
    asked.pack["languages"][1] = {"tag": "en"}
    without("en")(asked)
    assert asked.found() == {(Code.TRANSLATION_MISSING_ESSENTIAL, TOPIC, "text.en", "en")}


@pytest.mark.parametrize(
    "spoil",
    [without("lo"), lambda folder: folder.files.pop(LAO), lambda f: f.files.update({LAO: b"\xff"})],
)
def test_a_topic_has_its_row_in_the_matrix(asked: PackFolder, spoil: Spoil) -> None:
    spoil(asked)
    rows = {row.entry.name: row for row in asked.check().completeness.rows}
    row = rows[FOLDER]
    assert row.states == {"vi": State.READY, "en": State.READY, "lo": State.MISSING}
    words = read_body(topic_bodies("about-money")["vi"]).words()
    assert row.entry.stamp == stamp("\n".join(words))


def test_a_pack_of_too_many_contacts_is_told(asked: PackFolder) -> None:
    for number in range(MOST_CONTACTS):
        name = f"contacts/c{number}.toml"
        asked.documents[name] = {**asked.documents[POLICE], "id": f"c{number}"}
    assert asked.found() == {(Code.ITEMS_TOO_MANY, "contacts", "", "")}
