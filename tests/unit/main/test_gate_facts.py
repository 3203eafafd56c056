"""What is known of a gate, with a pack and without: notices name whom travellers know."""

from player import resources
from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.main.gate_facts import bare_content, gate_facts, voice_of
from player.main.repertoire import read_phrases
from player.notices.fields import is_offered
from player.notices.filling import Issue, fill
from player.pack.content import Content
from player.pack.notice import Notice
from player.stage.alarm.words import BUILT_IN
from tests.fakes.content import content_document
from tests.fakes.templates import SENT, TEMPLATES

PHRASES = read_phrases(resources.assets() / "strings")


def screen(**changes: object) -> Screen:
    """Return the example of a hall television."""
    return load_screen(role_example("hall-tv"), "en").model_copy(update=changes)


def test_gate_of_a_pack_issues_its_notices_by_its_name() -> None:
    said = Content.model_validate(content_document(["a"]))
    facts = gate_facts(screen(), said, None, PHRASES)
    assert facts.gate == said.gate
    assert facts.authority == said.gate.name


def test_without_a_pack_the_officers_of_the_gate_do_in_every_language() -> None:
    facts = gate_facts(screen(gate="huu-nghi"), None, None, PHRASES)
    made = fill(TEMPLATES["fire"], {}, facts, voice_of(PHRASES), Issue("n", SENT, "Lan"))
    assert isinstance(made, Notice)
    assert set(made.authority) == set(BUILT_IN)
    assert "huu-nghi" not in made.model_dump_json()


def test_without_a_pack_what_asks_for_a_lane_is_not_offered() -> None:
    facts = gate_facts(screen(), None, None, PHRASES)
    assert not is_offered(TEMPLATES["lane-paused"], facts)
    assert is_offered(TEMPLATES["long-queue"], facts)


def test_without_a_pack_the_screen_speaks_as_configured_or_all_the_player_can() -> None:
    assert [*bare_content(screen(languages=("lo", "vi"))).language_by_tag] == ["lo", "vi"]
    assert [*bare_content(screen(languages=())).language_by_tag] == [*BUILT_IN]
