"""Recalling from the publisher's side: by one person, of what there is, and for good."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata

from player.errors import SigningError
from player.pack.orders import RECALL, parse_recall
from player.publish.repository.agreement import agree
from player.publish.repository.founding import appoint
from player.publish.repository.keys import read_public
from player.publish.repository.offer import publish
from player.publish.repository.recalled import public_recall
from player.publish.repository.recalling import Recall, next_recall, order_recall
from player.publish.repository.roles import Holders
from tests.fakes.signing import GATE, Post

DIGEST = "ab" * 32


def recall(
    post: Post, thing: str, name: str = "stop", *, lift: bool = False, reason: str = ""
) -> list[str]:
    """Recall something, or lift that."""
    order = next_recall(post.tree, Recall(GATE, thing, reason, lift), post.now)
    return order_recall(post.office, order, post.some(name))


@pytest.fixture
def offering(post: Post) -> Post:
    """Return a repository that offers a pack of two items."""
    publish_next(post, 1, "welcome", "closing-hours")
    return post


def publish_next(post: Post, sequence: int, *items: str) -> Path:
    built = post.build(f"built-{sequence}", sequence, *items)
    for name in ("editor-1", "editor-2"):
        post.sign(built, name)
    publish(post.office, built)
    return built


def test_one_person_recalls_and_lifts_and_screens_see_the_whole_list(offering: Post) -> None:
    for thing, lift, left in (
        ("welcome", False, {"welcome"}),
        (DIGEST, False, {"welcome", DIGEST}),
        ("welcome", True, {DIGEST}),
    ):
        assert recall(offering, thing, lift=lift, reason="wrong map") == []
        raw = offering.seen(f"{GATE}/{RECALL}")
        assert raw is not None
        assert parse_recall(raw, GATE).things == left


@pytest.mark.parametrize("name", ["editor-1", "root-1", "snapshot"])
def test_nobody_else_recalls_anything(offering: Post, name: str) -> None:
    with pytest.raises(SigningError, match="may sign none of this"):
        recall(offering, "welcome", name)
    assert offering.seen(f"{GATE}/{RECALL}") is None


def test_slip_of_the_pen_is_refused_and_what_is_like_it_named(offering: Post) -> None:
    with pytest.raises(SigningError, match="ever had that; do you mean welcome"):
        recall(offering, "welcom")
    with pytest.raises(SigningError, match="neither an id"):
        recall(offering, "Not An Id")


def test_thing_of_an_earlier_pack_can_be_recalled(offering: Post) -> None:
    """A screen that was off may still show it."""
    publish_next(offering, 2, "closing-hours")
    assert recall(offering, "welcome") == []


def test_what_is_recalled_already_or_not_at_all_is_refused(offering: Post) -> None:
    recall(offering, "welcome")
    with pytest.raises(SigningError, match="already, since 2026"):
        recall(offering, "welcome")
    with pytest.raises(SigningError, match="not recalled; do you mean welcome"):
        recall(offering, "welcom", lift=True)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda asked: replace(asked, gate="huu-nghi"),
        lambda asked: replace(asked, reason="x" * 201),
    ],
)
def test_recall_that_no_screen_would_read_is_refused(
    offering: Post, spoil: Callable[[Recall], Recall]
) -> None:
    with pytest.raises(SigningError):
        next_recall(offering.tree, spoil(Recall(GATE, "welcome")), offering.now)


def test_pack_with_a_recalled_item_is_neither_signed_nor_published(offering: Post) -> None:
    signed = offering.build("early", 2, "welcome")
    for name in ("editor-1", "editor-2"):
        offering.sign(signed, name)
    recall(offering, "welcome", reason="wrong map")
    with pytest.raises(SigningError, match=r"still in this pack: welcome \(since .*wrong map\)"):
        publish(offering.office, signed)
    with pytest.raises(SigningError, match="still in this pack: welcome"):
        offering.sign(offering.build("late", 3, "welcome"), "editor-1")
    publish_next(offering, 4, "closing-hours")
    recall(offering, "welcome", lift=True)
    publish_next(offering, 5, "welcome")


def test_pack_with_a_recalled_file_is_not_signed(offering: Post) -> None:
    built = offering.build("more", 2)
    (blob,) = (path.name for path in (built / "blobs").rglob("*") if path.is_file())
    recall(offering, blob)
    with pytest.raises(SigningError, match=f"still in this pack: {blob}"):
        offering.sign(built, "editor-1")


def test_repository_of_an_older_program_is_told_to_delegate_again(offering: Post) -> None:
    targets = offering.tree.next_targets("targets", offering.now)
    assert targets.delegations is not None
    assert targets.delegations.roles is not None
    targets.delegations.roles["stop.lang-son"].paths = ["lang-son/*/stop.json"]
    keys = offering.some("targets-1", "targets-2")
    assert agree(offering.office, {"targets": Metadata(targets)}, keys) == []
    with pytest.raises(SigningError, match="run pack delegate lang-son again"):
        recall(offering, "welcome")
    assert public_recall(offering.tree, GATE) is None
    editors = Holders([read_public(Path(offering.key(f"editor-{n}"))) for n in (1, 2, 3)], 2)
    assert appoint(offering.office, "lang-son", editors, None, keys) == []
    assert recall(offering, "welcome") == []
