"""From a built pack to what a screen reads: two people, one order of steps, no way round."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater

from player.errors import SigningError
from player.publish.repository.offer import publish
from player.publish.repository.offered import Changes
from player.publish.repository.proposal import Signing, sign_pack
from player.publish.repository.tree import read_metadata, write_metadata
from player.refresh.folder_origin import FolderOrigin
from player.refresh.metadata_fetcher import MetadataFetcher
from player.store.layout import blob_path
from tests.fakes.built_pack import PICTURE, sha256
from tests.fakes.signing import NOW, PACK, ROLE, TARGET, Post, no_passphrase


def manifest(built: Path) -> bytes:
    return (built / "pack.json").read_bytes()


def test_a_plain_tuf_client_reads_what_two_people_signed(post: Post, tmp_path: Path) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    post.sign(built, "editor-3")
    publish(post.office, built)
    client = Updater(
        str(tmp_path / "client"),
        "metadata/",
        fetcher=MetadataFetcher(FolderOrigin(post.tree.folder)),
        bootstrap=(post.tree.metadata / "1.root.json").read_bytes(),
    )
    client._trusted_set.reference_time = NOW
    client.refresh()
    info = client.get_targetinfo(TARGET)
    assert info is not None
    path = post.tree.targets / PACK / f"{info.hashes['sha256']}.pack.json"
    info.verify_length_and_hashes(path.read_bytes())
    assert path.read_bytes() == manifest(built) == post.seen()
    for file in json.loads(manifest(built))["files"]:
        assert sha256(blob_path(post.tree.blobs, file["sha256"]).read_bytes()) == file["sha256"]


def test_timestamp_says_when_it_was_issued(post: Post) -> None:
    document = json.loads((post.tree.metadata / "timestamp.json").read_bytes())
    assert document["signed"]["issued"] == "2026-11-26T10:00:00Z"
    vouched = post.screen().refresh()
    assert (vouched.issued, vouched.is_trial) == (NOW, True)


def test_a_screen_that_asks_for_orders_nobody_gave_is_told_there_are_none(post: Post) -> None:
    assert post.seen("lang-son/huu-nghi/stop.json") is None
    assert post.seen("lang-son/huu-nghi/notices.json") is None


def test_who_signs_is_told_what_changes_before_signing(post: Post) -> None:
    post.issue(1, "kept", "gone", "other")
    built = post.build("next", 2, "kept", "other", "new")
    text = (built / "content.json").read_text().replace("other vi", "khác")
    (built / "content.json").write_text(text)
    mend_manifest(built)
    told: list[Signing] = []
    done = sign_pack(
        built, post.key("editor-1"), post.tree, no_passphrase, now=NOW, review=told.append
    )
    assert told[0].changes == Changes(("new",), ("other",), ("gone",))
    assert (told[0].published, told[0].signers, told[0].missing) == (1, (), 2)
    assert (done.signers, done.missing) == (("editor 1",), 1)


def mend_manifest(built: Path) -> None:
    document = json.loads(manifest(built))
    raw = (built / "content.json").read_bytes()
    document["total"] += len(raw) - document["files"][0]["size"]
    document["files"][0] |= {"size": len(raw), "sha256": sha256(raw)}
    (built / "pack.json").write_text(json.dumps(document))


def test_second_person_needs_the_built_pack_only(post: Post) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    done = sign_pack(built, post.key("editor-2"), None, no_passphrase, now=NOW)
    assert (done.signers, done.changes) == (("editor 1", "editor 2"), None)
    publish(post.office, built)
    assert post.seen() == manifest(built)


def test_first_person_needs_the_repository(post: Post) -> None:
    with pytest.raises(SigningError, match="--to"):
        sign_pack(post.build(), post.key("editor-1"), None, no_passphrase, now=NOW)


def test_one_signature_is_not_enough(post: Post) -> None:
    built = post.build()
    post.sign(built, "editor-2")
    with pytest.raises(SigningError, match=r"1 of the 2 people it takes \(editor 2\)"):
        publish(post.office, built)
    assert post.seen() is None


def test_nobody_signed(post: Post) -> None:
    with pytest.raises(SigningError, match="nobody has signed it"):
        publish(post.office, post.build())


def test_the_same_person_does_not_count_twice(post: Post) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    with pytest.raises(SigningError, match="another person"):
        post.sign(built, "editor-1")


def test_a_signature_copied_under_another_name_does_not_count(post: Post) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    document = json.loads((built / "signed.json").read_bytes())
    other = post.tree.holders(ROLE).keys[1].keyid
    document["signatures"].append({**document["signatures"][0], "keyid": other})
    (built / "signed.json").write_text(json.dumps(document))
    with pytest.raises(SigningError, match="1 of the 2"):
        publish(post.office, built)


@pytest.mark.parametrize("name", ["root-1", "targets-1", "stop", "timestamp"])
def test_a_key_of_another_role_signs_no_pack(post: Post, name: str) -> None:
    with pytest.raises(SigningError, match="not one of the keys"):
        post.sign(post.build(), name)


@pytest.mark.parametrize("sequence", [1, 2])
def test_a_sequence_must_rise(post: Post, sequence: int) -> None:
    post.issue(2)
    with pytest.raises(SigningError, match=f"sequence {sequence} is not above 2"):
        post.sign(post.build("again", sequence, "other"), "editor-1")


def test_a_signed_pack_overtaken_by_another_is_refused(post: Post) -> None:
    slow = post.build("slow", 2, "slow")
    post.sign(slow, "editor-1")
    post.sign(slow, "editor-2")
    post.issue(3)
    with pytest.raises(SigningError, match="not above 3"):
        publish(post.office, slow)


def spoil_blob(built: Path) -> None:
    blob_path(built / "blobs", sha256(PICTURE)).write_bytes(b"X" * len(PICTURE))


def spoil_content(built: Path) -> None:
    (built / "content.json").write_text("{}")


def lose_blob(built: Path) -> None:
    blob_path(built / "blobs", sha256(PICTURE)).unlink()


@pytest.mark.parametrize("spoil", [spoil_blob, spoil_content, lose_blob])
def test_a_damaged_build_is_neither_signed_nor_published(
    post: Post, spoil: Callable[[Path], None]
) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    post.sign(built, "editor-2")
    spoil(built)
    with pytest.raises(SigningError, match="no whole built pack"):
        post.sign(built, "editor-3")
    with pytest.raises(SigningError, match="no whole built pack"):
        publish(post.office, built)


def test_a_damaged_blob_in_the_repository_is_found(post: Post) -> None:
    built = post.issue(1)
    blob_path(post.tree.blobs, sha256(PICTURE)).write_bytes(b"rot")
    again = post.build("again", 2, "other")
    post.sign(again, "editor-1")
    post.sign(again, "editor-2")
    with pytest.raises(SigningError, match="a blob does not match"):
        publish(post.office, again)
    assert post.seen() == manifest(built)


def test_signatures_of_another_build_are_refused(post: Post) -> None:
    built, other = post.build(), post.build("other", 1, "another")
    post.sign(built, "editor-1")
    post.sign(built, "editor-2")
    shutil.copy(built / "signed.json", other)
    with pytest.raises(SigningError, match="another build"):
        post.sign(other, "editor-3")
    with pytest.raises(SigningError, match="another build"):
        publish(post.office, other)


def test_a_pack_slipped_in_beside_the_one_shown_is_refused(post: Post) -> None:
    built = post.build()
    post.sign(built, "editor-1")
    metadata = read_metadata(built / "signed.json")
    name = "lang-son/huu-nghi/kiosk/pack.json"
    metadata.signed.targets[name] = TargetFile.from_data(name, b"evil", ["sha256"])
    write_metadata(built / "signed.json", metadata)
    with pytest.raises(SigningError, match="says more than this pack"):
        post.sign(built, "editor-2")
