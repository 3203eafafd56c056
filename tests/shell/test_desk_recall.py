"""What is recalled is gone from a kiosk at once, also before the eyes of whoever reads it."""

import pytest

from player.stage.session.views import TopicView
from tests.fakes.kiosk import LANDSCAPE, Kiosk, demo_repertoire
from tests.fakes.lookups import demo_lookup, lookup_of, topic
from tests.shell.conftest import OpenApplication

TOPIC = "duty-free"


@pytest.fixture
def kiosk(open_application: OpenApplication) -> Kiosk:
    kiosk = Kiosk(open_application(LANDSCAPE, (1920, 1080)), LANDSCAPE)
    kiosk.desk.take(demo_repertoire())
    kiosk.touch("begin:en")
    return kiosk


def words(kiosk: Kiosk) -> str:
    """Return what the page says."""
    page = kiosk.application.desk.page
    return " ".join((page.title, *(line.text for line in page.lines)))


def open_topic(kiosk: Kiosk) -> None:
    """Have the topic read."""
    kiosk.desk.act(f"topic:{TOPIC}")
    session = kiosk.desk.session
    assert session is not None
    assert session.view == TopicView(TOPIC)


def title() -> str:
    return demo_lookup("huu-nghi")[0].topic_by_id[TOPIC].text["en"].title


def test_topic_that_is_being_read_is_gone_and_the_session_goes_on(kiosk: Kiosk) -> None:
    open_topic(kiosk)
    assert title() in words(kiosk)
    kiosk.desk.withdraw(frozenset({TOPIC}))
    assert title() not in words(kiosk)
    assert words(kiosk).strip()
    assert kiosk.desk.session is not None
    kiosk.touch("back")
    assert kiosk.page == "Home"


def test_no_list_and_no_search_leads_to_it(kiosk: Kiosk) -> None:
    kiosk.desk.act("search")
    kiosk.write("duty free")
    assert f"topic:{TOPIC}" in kiosk.controls()
    kiosk.desk.withdraw(frozenset({TOPIC}))
    assert f"topic:{TOPIC}" not in kiosk.controls()
    kiosk.write("s")
    kiosk.touch("key:backspace")
    assert f"topic:{TOPIC}" not in kiosk.controls()


def test_pack_that_was_read_before_the_recall_comes_without_it(kiosk: Kiosk) -> None:
    kiosk.desk.withdraw(frozenset({TOPIC}))
    kiosk.desk.take(demo_repertoire())
    kiosk.desk.act("leave")
    kiosk.touch("begin:en")
    open_topic(kiosk)
    assert title() not in words(kiosk)


def test_lifted_recall_is_back_with_the_next_session(kiosk: Kiosk) -> None:
    kiosk.desk.withdraw(frozenset({TOPIC}))
    kiosk.desk.withdraw(frozenset())
    kiosk.desk.take(demo_repertoire())
    kiosk.desk.act("leave")
    kiosk.touch("begin:en")
    open_topic(kiosk)
    assert title() in words(kiosk)


def test_nothing_left_to_look_up_ends_the_session_and_invites_nobody(
    open_application: OpenApplication,
) -> None:
    kiosk = Kiosk(open_application(LANDSCAPE, (1920, 1080)), LANDSCAPE)
    kiosk.desk.take(demo_repertoire(lookup=lookup_of(topic("only", vi=("a", (), "b")))))
    invited: list[int] = []
    kiosk.desk.invited.connect(invited.append)
    kiosk.touch("begin:vi")
    kiosk.desk.withdraw(frozenset({"only"}))
    assert kiosk.desk.session is None
    assert invited[-1] == 0
    kiosk.desk.begin("vi")
    assert kiosk.desk.session is None
