"""A recall from the centre to the screen's disk: by network, by stick, against old packs."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tuf.api.metadata import TargetFile, Targets

from player.main.status import status_document
from player.publish.repository.edition import make_edition
from player.publish.repository.offered import offer_target
from player.refresh.cycle import Activated, AlreadyCurrent
from player.refresh.folder_origin import FolderOrigin
from player.store.durable import replace_link
from player.store.install import install
from player.store.orders import read_orders, read_receipts, recalled_at, received
from player.store.reader import open_best
from player.store.records import write_record
from tests.fakes.built_pack import poster
from tests.fakes.content import content_document
from tests.fakes.signed_repository import PACK, webp
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.(refresh|store).*")


def shown(screen: RefreshedScreen, tmp_path: Path) -> set[str]:
    """Return the items of the pack that show would open now."""
    opened = open_best(screen.home, tmp_path / "factory")
    assert opened is not None
    return {item.id for item in opened.pack.content.items}


def test_recalled_item_is_gone_at_the_next_look_and_back_when_lifted(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    agent = screen.agent()
    agent.look()
    assert shown(screen, tmp_path) == {"welcome"}
    screen.repository.recall("welcome")
    told = agent.look()
    assert told is not None
    assert told.outcome == AlreadyCurrent(PACK, 1)
    assert shown(screen, tmp_path) == set()
    screen.repository.recall("welcome", lift=True)
    agent.look()
    assert shown(screen, tmp_path) == {"welcome"}


def test_recall_outlasts_network_other_packs_and_the_last_good_one(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    screen.refresh()
    screen.repository.recall("welcome")
    screen.refresh()
    screen.refused(FolderOrigin(tmp_path / "gone"))
    assert shown(screen, tmp_path) == set()
    pictures = (webp("one"), webp("two"))
    document = content_document([poster("welcome", pictures[0]), poster("other", pictures[1])])
    other = install(screen.repository.build(7, document, pictures), screen.home)
    replace_link(screen.home.last_good, screen.home.packs / other.sha256)
    assert shown(screen, tmp_path) == {"other"}
    screen.home.current.unlink()
    assert shown(screen, tmp_path) == {"other"}


def test_stick_carries_the_recall_to_a_screen_without_a_network(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    screen.refresh()
    screen.repository.recall("welcome")
    folder = make_edition(screen.repository.office, tmp_path / "stick", ["lang-son/huu-nghi"])
    screen.refresh(FolderOrigin(folder))
    assert shown(screen, tmp_path) == set()


def test_older_stick_does_not_bring_a_recalled_item_back(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    folder = make_edition(screen.repository.office, tmp_path / "stick", ())
    screen.repository.recall("welcome")
    screen.refresh()
    screen.refused(FolderOrigin(folder))
    assert shown(screen, tmp_path) == set()


def test_recall_reaches_a_screen_whose_pack_is_refused(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    screen.repository.recall("welcome")
    screen.repository.resign("lang-son.huu-nghi", lambda _: None, ["editor-1"])
    screen.refused()
    assert recalled_at(screen.home) == {"welcome"}


def signed_as_a_recall(screen: RefreshedScreen, raw: bytes) -> None:
    """Have the stop role sign whatever bytes in place of the list."""
    repository, name = screen.repository, "lang-son/huu-nghi/recall.json"

    def change(targets: Targets) -> None:
        targets.targets[name] = TargetFile.from_data(name, raw, ["sha256"])

    offer_target(repository.tree, name, raw)
    repository.resign("stop.lang-son", change, ["stop"])
    repository.stamp()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b'{"format":"1.0","gate":"quang-tri/lao-bao","issued":"2026-11-26T05:00:00Z","recalled":[]}',
        b'{"format":"1.0","gate":"lang-son/huu-nghi","issued":"now","recalled":[]}',
        b" " * 2_000_000,
    ],
)
def test_signed_nonsense_leaves_the_recall_in_force_and_the_screen_lit(
    screen: RefreshedScreen, tmp_path: Path, raw: bytes
) -> None:
    pictures = (webp("one"), webp("two"))
    document = content_document([poster("welcome", pictures[0]), poster("other", pictures[1])])
    screen.repository.publish(2, document, pictures)
    screen.repository.recall("welcome")
    screen.refresh()
    signed_as_a_recall(screen, raw)
    assert screen.refresh().outcome == AlreadyCurrent(PACK, 2)
    assert shown(screen, tmp_path) == {"other"}


def test_status_proves_when_an_order_was_given_taken_and_obeyed(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.recall("welcome")
    screen.repository.stop()
    ordered = screen.repository.now
    screen.repository.stamp(timedelta(minutes=1))
    screen.refresh()
    taken = screen.now()
    document: Any = status_document(screen.home, screen.now())
    (recalled,) = document["recalled"]
    assert (recalled["thing"], recalled["obeyed"]) == ("welcome", None)
    assert recalled["ordered"] == ordered.isoformat()
    assert recalled["taken"] == taken.isoformat()
    done = taken + timedelta(seconds=1)
    obeyed = received(read_receipts(screen.home.obeyed), read_orders(screen.home), done)
    write_record(screen.home.obeyed, obeyed)
    document = status_document(screen.home, screen.now())
    for order in (document["stop"], *document["recalled"]):
        assert order["ordered"] == ordered.isoformat()
        assert order["taken"] == taken.isoformat()
        assert order["obeyed"] == done.isoformat()
    assert document["stop"]["stopped"]


def test_order_that_cannot_be_read_is_told(screen: RefreshedScreen) -> None:
    screen.refresh()
    (screen.home.orders / "recall.json").write_text("{")
    document: Any = status_document(screen.home, screen.now())
    assert any("an order cannot be read: recall.json" in fault for fault in document["faults"])


def test_receipt_of_an_earlier_order_proves_nothing_of_this_one(screen: RefreshedScreen) -> None:
    screen.refresh()
    for lift in (False, True, False):
        screen.repository.stop(lift=lift)
        screen.repository.stamp(timedelta(minutes=1))
        screen.refresh()
        if not lift:
            write_record(screen.home.obeyed, read_receipts(screen.home.taken))
    screen.repository.stop()
    screen.refresh()
    document: Any = status_document(screen.home, screen.now())
    assert document["stop"]["obeyed"] is None
    assert document["stop"]["taken"] == screen.now().isoformat()


def test_new_pack_comes_while_something_is_recalled(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    screen.refresh()
    screen.repository.recall("welcome")
    picture = webp("new")
    screen.repository.publish(2, content_document([poster("new", picture)]), [picture])
    assert screen.refresh().outcome == Activated(PACK, 2)
    assert shown(screen, tmp_path) == {"new"}
