"""Founding, timestamps, sticks and going back: what is kept, and what is refused."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import Key

from player.errors import PackExpiredError, PackRollbackError, SigningError
from player.publish.build import _judge_target
from player.publish.repository import edition
from player.publish.repository.agreement import publish_staged
from player.publish.repository.edition import make_edition
from player.publish.repository.founding import Founders, found, found_trial
from player.publish.repository.keys import make_key
from player.publish.repository.offer import publish
from player.publish.repository.overview import overview
from player.publish.repository.proposal import sign_staged
from player.publish.repository.release import Office, OnlineKeys, renew
from player.publish.repository.reversion import roll_back
from player.publish.repository.roles import Holders
from player.publish.repository.tree import Tree
from player.refresh.sticks import sticks
from player.store.install import install
from player.store.layout import Home, blob_path
from tests.fakes.built_pack import PICTURE, sha256
from tests.fakes.signing import NOW, PACK, ROLE, Post


def secret(_name: str) -> str:
    return "correct horse"


def made(folder: Path, name: str) -> Key:
    return make_key(folder / f"{name}.key", name, "correct horse")


# --- founding


def test_a_repository_is_founded_by_people_with_passphrases(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    roots = [made(folder, f"root-{n}") for n in range(5)]
    targets = [made(folder, f"targets-{n}") for n in range(3)]
    founders = Founders(
        Holders(roots, 3), Holders(targets, 2), made(folder, "snapshot"), made(folder, "timestamp")
    )
    office = Office(Tree(tmp_path / "repo"), OnlineKeys(folder, secret), NOW)
    keys = [str(folder / f"{name}.key") for name in ("root-0", "root-1", "targets-0", "targets-1")]
    assert found(office, founders, keys) == ["root", "targets"]
    assert not office.tree.exists
    with pytest.raises(SigningError, match="already"):
        found(office, founders, keys)
    assert overview(office.tree, NOW).waiting["root"] == ["root-0", "root-1"]
    with pytest.raises(SigningError, match="root: there is none yet"):
        publish_staged(office)
    path = office.tree.staged("root")
    assert sign_staged(path, str(folder / "root-4.key"), office.tree, secret).missing == 0
    assert publish_staged(office) == ["root", "targets"]
    assert not overview(office.tree, NOW).is_trial
    screen = Post(tmp_path).screen()
    assert not screen.refresh().is_trial


def test_a_repository_is_not_founded_twice(post: Post) -> None:
    with pytest.raises(SigningError, match="already"):
        found_trial(post.tree, post.folder / "others", [], NOW)


# --- timestamp and status


def test_a_timestamp_is_renewed_and_the_snapshot_when_it_ends_soon(post: Post) -> None:
    later = post.later(hours=25)
    with pytest.raises(PackExpiredError):
        later.screen().refresh()
    renew(later.office)
    assert later.screen().refresh().issued == later.now
    assert post.tree.version("snapshot") == 1
    renew(post.later(days=5).office)
    assert post.tree.version("snapshot") == 2


def test_status_tells_who_when_and_what(post: Post) -> None:
    post.issue(4)
    seen = overview(post.tree, post.later(days=80).now)
    states = {state.role: state for state in seen.roles}
    assert seen.is_trial
    assert seen.packs == {PACK: 4}
    assert states[ROLE].is_urgent
    assert not states["root"].is_urgent
    assert (states["root"].threshold, next(iter(states["root"].holders))) == (2, "root 1")
    with pytest.raises(SigningError, match="no repository"):
        overview(Tree(post.folder / "nothing"), NOW)


# --- built packs that carry signatures


def test_signatures_in_a_built_pack_disturb_neither_building_nor_playing(post: Post) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    assert _judge_target(post.folder / "source", built) is None
    home = Home(post.folder / "home")
    pack = install(built, home)
    assert not (home.packs / pack.sha256 / "signed.json").exists()


# --- offline edition


def test_stick_and_network_share_one_counter(post: Post) -> None:
    old = post.issue(1)
    make_edition(post.office, post.folder / "old-stick", [])
    stick = make_edition(post.later(hours=1).office, post.folder / "stick", [])
    month = post.later(days=30)
    assert month.screen(source=stick).refresh().issued == post.later(hours=1).now
    screen = month.screen(source=stick)
    screen.refresh()
    assert screen.target(f"{PACK}/pack.json") == (old / "pack.json").read_bytes()
    assert sha256(blob_path(stick / "blobs", sha256(PICTURE)).read_bytes()) == sha256(PICTURE)
    with pytest.raises(PackRollbackError):
        month.screen(source=post.folder / "old-stick" / "gate-player").refresh()
    renew(month.office)
    assert month.screen().refresh().issued == month.now
    with pytest.raises(PackExpiredError):
        replace(post, now=NOW + timedelta(days=46)).screen("fresh", stick).refresh()


def test_an_interrupted_edition_is_none(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    post.issue(1)
    make_edition(post.office, post.folder / "media" / "stick", [])
    assert len(sticks(post.folder / "media")) == 1

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device", "blob")

    monkeypatch.setattr(edition, "write_chunks", full)
    blob_path(post.folder / "media/stick/gate-player/blobs", sha256(PICTURE)).write_bytes(b"rot")
    with pytest.raises(SigningError, match="No space left"):
        make_edition(post.office, post.folder / "media" / "stick", [])
    assert sticks(post.folder / "media") == ()


def test_an_edition_of_other_gates_carries_no_pack_of_this_one(post: Post) -> None:
    post.issue(1)
    stick = make_edition(post.office, post.folder / "stick", ["lang-son/chi-ma"])
    assert not (stick / "blobs").exists()
    post.screen(source=stick).refresh()


def test_a_damaged_repository_makes_no_edition(post: Post) -> None:
    post.issue(1)
    blob_path(post.tree.blobs, sha256(PICTURE)).write_bytes(b"rot")
    with pytest.raises(SigningError, match="expected sha256"):
        make_edition(post.office, post.folder / "stick", [])


# --- going back


def test_old_content_comes_back_with_a_new_sequence(post: Post) -> None:
    old = post.issue(1, "first")
    post.issue(2, "second")
    out = post.folder / "back"
    assert roll_back(post.tree, PACK, 1, out).sequence == 3
    assert (out / "content.json").read_bytes() == (old / "content.json").read_bytes()
    post.sign(out, "editor-1")
    post.sign(out, "editor-2")
    publish(post.office, out)
    seen = post.seen()
    assert seen is not None
    assert json.loads(seen)["sequence"] == 3


def test_only_what_was_signed_comes_back(post: Post) -> None:
    post.issue(1)
    forged = post.build("forged", 7, "evil") / "pack.json"
    raw = forged.read_bytes()
    (post.tree.targets / PACK / f"{sha256(raw)}.pack.json").write_bytes(raw)
    with pytest.raises(SigningError, match="never public"):
        roll_back(post.tree, PACK, 7, post.folder / "back")
    with pytest.raises(SigningError, match="nothing is public"):
        roll_back(post.tree, "lang-son/huu-nghi/other", 1, post.folder / "back")


def test_going_back_replaces_nothing_but_a_built_pack(post: Post) -> None:
    post.issue(1)
    precious = post.folder / "precious"
    precious.mkdir()
    (precious / "letter").write_text("dear")
    for out in (precious, post.tree.folder, post.tree.folder / "new", post.folder):
        with pytest.raises(SigningError, match="name another folder"):
            roll_back(post.tree, PACK, 1, out)
    assert (precious / "letter").read_text() == "dear"


def test_going_back_to_damaged_content_is_refused(post: Post) -> None:
    post.issue(1)
    blob_path(post.tree.blobs, sha256(PICTURE)).write_bytes(b"rot")
    with pytest.raises(SigningError, match="damaged"):
        roll_back(post.tree, PACK, 1, post.folder / "back")
    assert not (post.folder / "back").exists()
