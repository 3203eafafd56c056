"""The demo gates: every subject of the programme, all a traveller needs, in every language."""

from collections import Counter
from typing import Final

import pytest

from player import resources
from player.pack.item import KINDS, Item, media_of
from player.pack.media import Audio
from player.publish.check_languages import LANGUAGE_OF_COUNTRY
from player.publish.folder import PACK_FILE
from player.publish.progress import ignore_progress
from player.publish.source import PackSource, read_source

GATES: Final = sorted(
    path.parent.name for path in (resources.assets() / "demo").glob(f"*/{PACK_FILE}")
)
CATEGORIES: Final = frozenset(f"C{number:02}" for number in range(1, 24))
ESSENTIAL: Final = frozenset(
    {
        *("today", "entry-steps", "exit-steps", "vehicle-driver", "group-travel"),
        *("passport-visa", "border-pass", "passport-problem", "foreign-reporters"),
        *("customs-declaration", "duty-free", "prohibited", "medicine"),
        *("health-quarantine", "plants-food", "pets-animals"),
        *("money-exchange", "fees", "transport", "local-time", "sim-wifi", "weather-roads"),
        *("facilities", "information-counter", "lost-property", "gate-closes-overnight"),
        *("local-travel", "trade-investment", "festivals", "border-zone-rules"),
        *("emergency", "feel-sick", "child-lost", "embassies", "complaints", "scam-warning"),
    }
)
EVERYWHERE: Final = frozenset(
    {
        *("information", "passport-control", "customs", "quarantine", "plant-quarantine"),
        *("first-aid", "money-exchange", "cash-machine", "toilets", "water", "duty-officer"),
    }
)
ASKED: Final = (
    *("Where do I start?", "Is the gate open now?", "Is it open on Sunday?", "Is it open at Tet?"),
    *("Which time, mine or Viet Nam's?", "Do I need a visa?", "Is my e-visa valid at this gate?"),
    *("Do I pay anything here?", "How much cash can I carry?", "How many cigarettes may I bring?"),
    *("Can I bring my vape?", "Can I bring my medicine?", "Can I bring fruit?", "drone", "gold"),
    *("Can I bring my dog?", "durian", "Where is Customs?", "Where is quarantine?"),
    *("Where is the toilet?", "My passport was stamped wrong", "I lost my passport"),
    *("I am a border resident, can I use my pass to go to the city?", "truck", "foreign car"),
    *("Can I cross with my motorbike?", "When is the last bus?", "How far is the town?"),
    *("What should a taxi cost?", "Where do I change money?", "What is today's rate?"),
    *("I lost my bag", "My child is lost", "I feel sick", "How long is the queue?"),
    *("Whom do I call who speaks my language?", "May I take photos?", "How do I complain?"),
    *("Where can I sleep if the gate closes?", "My group has 40 people, where do we queue?"),
)
"""What travellers really ask, by interviews and forums; each leads to a topic."""


@pytest.fixture(scope="module", params=GATES)
def source(request: pytest.FixtureRequest) -> PackSource:
    return read_source(resources.assets() / "demo" / request.param, ignore_progress)


def items(source: PackSource) -> list[Item]:
    return [entry.item for entry in source.items if entry.item is not None]


def test_every_content_category_is_shown(source: PackSource) -> None:
    assert {item.category for item in items(source)} == CATEGORIES


def test_every_kind_of_item_is_shown(source: PackSource) -> None:
    kinds = Counter(item.kind for item in items(source))
    assert kinds.keys() == KINDS.keys()
    assert kinds["video"] > 1


def test_no_two_items_share_a_picture(source: PackSource) -> None:
    pairs = [pair for item in items(source) for pair in media_of(item)]
    paths = [medium.path for _, medium in pairs if not isinstance(medium, Audio)]
    assert len(set(paths)) == len(paths)


def test_every_item_plays_in_the_course_of_a_year(source: PackSource) -> None:
    played = {entry.item for each in source.playlists for entry in each.value.items}
    assert {item.id for item in items(source) if not item.must_show} <= played


def test_every_essential_topic_is_there_in_every_language(source: PackSource) -> None:
    assert source.header is not None
    wanted = {language.tag for language in source.header.languages}
    bodies = {topic.head.id: topic.bodies.keys() for topic in source.lookup.topics}
    assert bodies.keys() >= ESSENTIAL
    assert {name for name, tags in bodies.items() if wanted - tags} == set()


def test_every_place_a_traveller_looks_for_is_on_the_plan(source: PackSource) -> None:
    assert source.lookup.plan is not None
    assert {place.id for place in source.lookup.plan.places} >= EVERYWHERE


def test_no_two_places_lie_upon_each_other(source: PackSource) -> None:
    assert source.lookup.plan is not None
    spots = [(place.x * 16, place.y * 9) for place in source.lookup.plan.places]
    apart = [abs(complex(*a) - complex(*b)) for i, a in enumerate(spots) for b in spots[:i]]
    assert min(apart) > 0.64  # 4 % of the width: a marker of a finger's size on a 21.5 inch kiosk


def test_everything_travellers_ask_leads_to_a_topic(source: PackSource) -> None:
    questions = {
        question for topic in source.lookup.topics for question in topic.head.text["en"].questions
    }
    assert [question for question in ASKED if question not in questions] == []


def test_the_library_has_documents_a_clip_a_recording_and_a_bulletin(source: PackSource) -> None:
    kinds = Counter(kept.entry.kind for kept in source.lookup.library)
    assert kinds == {"document": 2, "clip": 1, "recording": 1, "bulletin": 1}


def test_every_document_speaks_vietnamese_english_and_the_neighbours_language(
    source: PackSource,
) -> None:
    assert source.header is not None
    neighbours = LANGUAGE_OF_COUNTRY[source.header.gate.neighbour.country]
    for kept in source.lookup.library:
        if kept.item is None:
            assert kept.documents.keys() >= {"vi", "en", neighbours}, kept.file
            assert kept.lacks(source.header.languages) == set()
            assert kept.entry.sample, kept.file


def test_an_invented_contact_has_no_number(source: PackSource) -> None:
    contacts = [entry.contact for entry in source.lookup.contacts]
    assert [contact.id for contact in contacts if contact.sample and contact.phones] == []
