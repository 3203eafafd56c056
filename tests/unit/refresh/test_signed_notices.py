"""The book of notices on its way to a screen: kept when it is ours, told what is wrong in it."""

import json

import pytest

from player.main.status import status_document
from player.pack.notice_book import NOTICES
from player.publish.repository import offer
from player.store.standing import standing
from tests.fakes.notices import book, notice_document
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.(refresh|store).*")


def offered_anyway(screen: RefreshedScreen, raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sign a book as a newer publisher may, whatever this one would say of it."""
    with monkeypatch.context() as patch:
        patch.setattr(offer, "parse_book", lambda *_: _Unread())
        screen.repository.notify(raw, 1, 2)


class _Unread:
    problems = ()


def kept(screen: RefreshedScreen) -> bytes | None:
    path = screen.home.orders / NOTICES
    return path.read_bytes() if path.exists() else None


def test_book_comes_with_two_signatures(screen: RefreshedScreen) -> None:
    raw = book(notice_document("lane-two"))
    assert screen.repository.notify(raw, 1, 2) == []
    screen.refresh()
    assert kept(screen) == raw
    assert [*screen.report.notices] == []


def test_one_signature_brings_nothing_to_screens(screen: RefreshedScreen) -> None:
    assert screen.repository.notify(book(), 1) == ["notice.lang-son"]
    screen.refresh()
    assert kept(screen) is None


def test_bad_notice_is_told_by_status_and_the_others_are_kept(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = book(notice_document("good"), notice_document("bad", sent="soon"))
    offered_anyway(screen, raw, monkeypatch)
    screen.refresh()
    assert kept(screen) == raw
    said = status_document(screen.home, screen.now())
    assert "bad: sent: soon is neither" in str(said["faults"])


def test_book_of_another_gate_leaves_the_old_one(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = book(notice_document("lane-two"))
    screen.repository.notify(raw, 1, 2)
    screen.refresh()
    offered_anyway(screen, book(gate="lang-son/tan-thanh"), monkeypatch)
    screen.refresh()
    assert kept(screen) == raw
    assert "for gate lang-son/tan-thanh" in screen.report.notices[0]
    assert not standing(screen.home).is_stopped


def test_better_book_ends_what_was_told(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered_anyway(screen, book({}), monkeypatch)
    screen.refresh()
    assert screen.report.notices
    screen.repository.notify(book(), 1, 2)
    screen.refresh()
    assert [*screen.report.notices] == []
    assert "notices" not in screen.report.faults


def test_very_many_faults_do_not_break_the_report(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = [{"id": f"{at}" + "x" * 5_000} for at in range(500)]
    offered_anyway(screen, book(*bad), monkeypatch)
    screen.refresh()
    assert 0 < len(screen.report.notices) < len(bad)
    assert len(json.dumps(list(screen.report.notices))) < 100_000
    assert "and" in screen.report.faults["notices"]
