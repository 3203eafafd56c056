"""What is left of a pack once things of it are recalled."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.pack.content import Content, item_media
from player.pack.item import Recording
from player.pack.library import DocumentEntry
from player.pack.lookup import Lookup
from player.pack.recall import content_without, files_in, lookup_without, names_in
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from player.schedule.slot import DEFAULT_GATE_PAGE
from tests.fakes.built_pack import clip, picture_of, poster, sha256
from tests.fakes.content import item_document, make_content, recording
from tests.fakes.library import entry, page
from tests.fakes.lookups import lookup_of, topic
from tests.fakes.programme import local

GATE, FILM, STILL = b"gate", b"film", b"still"
NEWS = {**item_document("news"), "picture": picture_of(GATE)}
SPOKEN = recording("spoken", {"vi": 1000, "en": 1000})
SPOKEN["audio"]["en"]["file"]["sha256"] = "2" * 64
NOTHING = Lookup(format="1.0")


def content() -> Content:
    """Return one item of each kind that may lack a file, or not."""
    return make_content([poster("gate", GATE), clip("film", FILM, STILL), NEWS, SPOKEN, "words"])


def left_of(*recalled: str) -> list[str]:
    """Return the items left of ``content``."""
    return [item.id for item in content_without(content(), frozenset(recalled)).items]


def answers() -> Lookup:
    """Return a topic with a picture, one without, a document and a plan."""
    pictured: dict[str, Any] = {**topic("visa", vi=("a", (), "b")), "picture": picture_of(GATE)}
    related = {**topic("money", vi=("c", (), "d")), "related": ["visa"]}
    document = entry("document", "guide")
    document["pages"]["en"] = [page(1), page(3)]
    place = {"id": "desk", "icon": "information", "name": {"vi": "Quầy"}, "x": 0.5, "y": 0.5}
    contact = {"id": "duty", "icon": "information", "name": {"vi": "Trực ban"}}
    return lookup_of(
        pictured,
        related,
        library=[document, entry("clip", "film")],
        plan={"picture": picture_of(FILM), "places": [place]},
        contacts=[contact],
    )


def test_item_goes_by_its_id() -> None:
    assert left_of("news") == ["gate", "film", "spoken", "words"]


def test_item_goes_with_the_file_it_cannot_be_without() -> None:
    assert left_of(sha256(FILM)) == ["gate", "news", "spoken", "words"]
    assert left_of(sha256(STILL)) == ["gate", "news", "spoken", "words"]


def test_bulletin_does_without_its_picture_and_a_poster_goes() -> None:
    left = content_without(content(), frozenset({sha256(GATE)}))
    assert [item.id for item in left.items] == ["film", "news", "spoken", "words"]
    assert list(item_media(left.item_by_id["news"])) == []


def test_recording_goes_with_the_last_language_it_speaks() -> None:
    left = content_without(content(), frozenset({"2" * 64})).item_by_id["spoken"]
    assert isinstance(left, Recording)
    assert set(left.audio) == {"vi"}
    assert left_of("1" * 64, "2" * 64) == ["gate", "film", "news", "words"]


def test_what_was_looked_up_before_is_not_remembered() -> None:
    whole = content()
    assert "news" in whole.item_by_id
    assert "news" not in content_without(whole, frozenset({"news"})).item_by_id
    lookup = answers()
    assert "visa" in lookup.topic_by_id
    assert "visa" not in lookup_without(lookup, frozenset({"visa"})).topic_by_id


def test_notices_and_ticker_lines_go_by_their_ids() -> None:
    line = {"id": "line", "lasting": True, "text": {"vi": "x"}}
    notice = {
        "id": "closed",
        "level": "urgent",
        "authority": {"vi": "x"},
        "sent": "2026-11-26T00:00:00",
        "windows": [{"until": "2026-11-27T00:00:00"}],
        "text": {"vi": {"headline": "x"}},
    }
    document = content().model_dump(mode="json") | {"ticker": [line], "notices": [notice]}
    whole = Content.model_validate(document)
    assert names_in(whole, NOTHING) >= {"line", "closed"}
    left = content_without(whole, frozenset({"line", "closed"}))
    assert (left.ticker, left.notices) == ((), ())
    assert len(left.items) == len(whole.items)


def test_document_loses_the_language_of_a_recalled_page_and_goes_with_its_last() -> None:
    left = lookup_without(answers(), frozenset({page(3)["sha256"]}))
    guide = next(each for each in left.library if each.id == "guide")
    assert isinstance(guide, DocumentEntry)
    assert set(guide.pages) == {"vi"}
    gone = lookup_without(answers(), frozenset({page(1)["sha256"]}))
    assert [each.id for each in gone.library] == ["film"]


def test_topic_does_without_its_picture_and_the_plan_does_not() -> None:
    left = lookup_without(answers(), frozenset({sha256(GATE), sha256(FILM)}))
    assert left.topic_by_id["visa"].picture is None
    assert left.plan is None


def test_topic_contact_and_entry_go_by_their_ids() -> None:
    left = lookup_without(answers(), frozenset({"visa", "duty", "guide"}))
    assert ([each.id for each in left.topics], left.contacts) == (["money"], ())
    assert [each.id for each in left.library] == ["film"]


def test_where_nothing_is_recalled_nothing_is_made() -> None:
    whole, lookup = content(), answers()
    for recalled in (frozenset[str](), frozenset({"nothing-here", "f" * 64})):
        assert content_without(whole, recalled) is whole
        assert lookup_without(lookup, recalled) is lookup


def test_everything_recalled_leaves_the_default_gate_page() -> None:
    left = content_without(content(), frozenset({"gate", "film", "news", "spoken", "words"}))
    programme = Programme(left, ScreenProfile(("vi", "en")), ClockTrust.TRUSTED)
    assert programme.slot_at(local("2026-11-26T12:00")).item == DEFAULT_GATE_PAGE


ALL = sorted(names_in(content(), answers()) | files_in(content(), answers()))


@given(st.frozensets(st.sampled_from(ALL)), st.frozensets(st.sampled_from(ALL)))
def test_nothing_recalled_is_left_whatever_came_first(
    first: frozenset[str], second: frozenset[str]
) -> None:
    both = content_without(content(), first | second), lookup_without(answers(), first | second)
    assert not (names_in(*both) | files_in(*both)) & (first | second)
    one_by_one = (
        content_without(content_without(content(), first), second),
        lookup_without(lookup_without(answers(), first), second),
    )
    assert one_by_one == both
    programme = Programme(both[0], ScreenProfile(("vi", "en")), ClockTrust.TRUSTED)
    assert programme.slot_at(local("2026-11-26T12:00")).item not in first | second
