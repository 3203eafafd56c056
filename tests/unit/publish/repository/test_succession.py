"""Keys that go and come: screens follow, and no signature of one that went counts."""

from pathlib import Path

import pytest

from player.errors import SigningError
from player.publish.repository.agreement import publish_staged
from player.publish.repository.founding import appoint
from player.publish.repository.keys import make_key, read_public
from player.publish.repository.offer import order_stop, publish, stop_order
from player.publish.repository.overview import overview
from player.publish.repository.proposal import sign_staged
from player.publish.repository.roles import Holders
from player.publish.repository.succession import revoke, rotate_root
from tests.fakes.signing import GATE, ROLE, Post, no_passphrase

EVERYBODY = ("targets-1", "targets-2", "editor-2", "editor-3")


def test_a_revoked_key_takes_its_signature_along(post: Post) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    post.sign(built, "editor-2")
    assert revoke(post.office, "editor 1", None, post.some(*EVERYBODY)) == []
    with pytest.raises(SigningError, match="1 of the 2"):
        publish(post.office, built)
    (built / "signed.json").unlink()
    with pytest.raises(SigningError, match="not one of the keys"):
        post.sign(built, "editor-1")
    post.sign(built, "editor-2")
    post.sign(built, "editor-3")
    publish(post.office, built)
    assert post.seen() == (built / "pack.json").read_bytes()


def test_what_stood_with_a_revoked_key_is_signed_anew_in_the_same_step(post: Post) -> None:
    old = post.issue(1)
    screen = post.screen()
    screen.refresh()
    revoke(post.office, "editor 1", None, post.some(*EVERYBODY))
    again = post.screen()
    again.refresh()
    for seen in (again.target("lang-son/huu-nghi/hall/pack.json"), post.seen()):
        assert seen == (old / "pack.json").read_bytes()


def test_a_revocation_waits_until_all_of_it_is_signed(post: Post) -> None:
    old = post.issue(1)
    waiting = revoke(post.office, "editor 1", None, post.some("targets-1", "targets-2", "editor-2"))
    assert {"targets", "lang-son", ROLE} <= set(waiting)
    assert post.seen() == (old / "pack.json").read_bytes()
    with pytest.raises(SigningError, match="still to sign"):
        publish_staged(post.office)
    with pytest.raises(SigningError, match="waits already"):
        revoke(post.office, "editor 1", None, post.some("targets-1"))
    for role in waiting:
        if role != "targets":
            sign_staged(post.tree.staged(role), post.key("editor-3"), post.tree, no_passphrase)
    assert publish_staged(post.office) == waiting
    assert post.tree.waiting() == {}
    assert post.seen() == (old / "pack.json").read_bytes()
    assert len(post.tree.holders(ROLE).keys) == 2


def test_too_few_keys_are_never_left(post: Post) -> None:
    revoke(post.office, "editor 1", None, post.some(*EVERYBODY))
    with pytest.raises(SigningError, match="2 must sign, and 1 keys"):
        revoke(post.office, "editor 2", None, post.some(*EVERYBODY))


def test_a_key_nobody_has_cannot_be_revoked(post: Post) -> None:
    with pytest.raises(SigningError, match="no key is called so"):
        revoke(post.office, "editor 9", None, ())


def test_a_key_that_may_not_sign_a_change_is_told(post: Post) -> None:
    with pytest.raises(SigningError, match="may sign none of this"):
        revoke(post.office, "targets 3", None, post.some("editor-1"))


def test_an_online_key_is_replaced_and_screens_follow(post: Post) -> None:
    old = post.issue(1)
    post.screen().refresh()
    make_key(post.keys / "fresh.key", "fresh", None)
    new = read_public(post.keys / "fresh.key")
    with pytest.raises(SigningError, match="not one of the keys"):
        revoke(post.office, "timestamp", new, post.some("root-1", "root-2"))
    assert post.tree.version("root") == 1
    (post.keys / "fresh.key").replace(post.keys / "timestamp.key")
    assert revoke(post.office, "timestamp", new, post.some("root-1", "root-2")) == []
    assert post.screen().refresh().root == 2
    assert post.seen() == (old / "pack.json").read_bytes()


def test_screens_follow_the_root_from_the_first_to_the_newest(post: Post) -> None:
    old = post.issue(1)
    post.screen().refresh()
    new = [make_key(post.keys / f"new-{n}.key", f"new {n}", None) for n in (1, 2)]
    one = rotate_root(post.office, new[:1], ["root 1"], post.some("root-1", "root-2", "new-1"))
    two = rotate_root(post.office, new[1:], ["root 2"], post.some("root-2", "root-3", "new-1"))
    three = rotate_root(post.office, [], [], post.some("new-1", "new-2"))
    assert (one, two, three) == ([], [], [])
    assert post.screen().refresh().root == 4
    assert post.seen() == (old / "pack.json").read_bytes()


def test_a_root_needs_the_old_holders_and_the_new_ones(post: Post) -> None:
    new = [make_key(post.keys / f"new-{n}.key", f"new {n}", None) for n in (1, 2)]
    gone = ["root 1", "root 2"]
    assert rotate_root(post.office, new, gone, post.some("root-1", "root-2")) == ["root"]
    with pytest.raises(SigningError, match="0 of the 2"):
        publish_staged(post.office)
    path = post.tree.staged("root")
    assert sign_staged(path, post.key("new-1"), post.tree, no_passphrase).missing == 1
    with pytest.raises(SigningError, match="another person"):
        sign_staged(path, post.key("root-1"), post.tree, no_passphrase)
    assert overview(post.tree, post.now).waiting["root"] == ["root 1", "root 2", "new 1"]
    assert sign_staged(path, post.key("new-2"), post.tree, no_passphrase).missing == 0
    assert publish_staged(post.office) == ["root"]
    assert post.screen().refresh().root == 2


def test_a_province_and_a_gate_are_appointed(post: Post) -> None:
    editors = Holders([read_public(Path(post.key(f"editor-{n}"))) for n in (1, 2, 3)], 2)
    stop = Holders([read_public(Path(post.key("stop")))], 1)
    keys = post.some("targets-1", "targets-2")
    assert appoint(post.office, "lao-cai", editors, stop, keys) == []
    with pytest.raises(SigningError, match="leave --stop-key out"):
        appoint(post.office, "lao-cai/kim-thanh", editors, stop, keys)
    assert appoint(post.office, "lao-cai/kim-thanh", editors, None, post.some("editor-1")) != []
    path = post.tree.staged("lao-cai")
    sign_staged(path, post.key("editor-3"), post.tree, no_passphrase)
    publish_staged(post.office)
    assert post.tree.holders("lao-cai.kim-thanh").threshold == 2
    assert post.screen().refresh().root == 1


@pytest.mark.parametrize("name", ["root", "stop/x", "targets", "Lang-Son", "a/b/c", "..", "a/.."])
def test_names_that_mean_something_else_are_no_provinces(post: Post, name: str) -> None:
    with pytest.raises(SigningError, match="not a gate"):
        appoint(post.office, name, Holders((), 1), None, post.some("targets-1"))


def test_one_person_stops_a_gate_again_and_again_and_lifts_it(post: Post) -> None:
    for stop in (True, False, True, False):
        order = stop_order(GATE, "drill", post.now, stop=stop)
        assert order_stop(post.office, order, post.some("stop")) == []
        raw = post.seen(f"{GATE}/stop.json")
        assert raw is not None
        assert (b'"stop":true' in raw.replace(b" ", b"")) == stop
    assert post.tree.version("lang-son") == 1


@pytest.mark.parametrize("name", ["editor-1", "root-1"])
def test_nobody_else_stops_a_gate(post: Post, name: str) -> None:
    with pytest.raises(SigningError, match="may sign none of this"):
        order_stop(post.office, stop_order(GATE, "", post.now, stop=True), post.some(name))
    assert post.seen(f"{GATE}/stop.json") is None


@pytest.mark.parametrize(("gate", "reason"), [("huu-nghi", ""), (GATE, "x" * 501)])
def test_an_order_that_no_screen_would_read_is_refused(post: Post, gate: str, reason: str) -> None:
    with pytest.raises(SigningError):
        stop_order(gate, reason, post.now, stop=True)
