"""Keys: made once, protected, told apart, and held by a device if need be."""

import stat
from pathlib import Path

import pytest
from securesystemslib.signer import SIGNER_FOR_URI_SCHEME, CryptoSigner, Key

from player.errors import SigningError
from player.publish.repository.founding import Founders, found
from player.publish.repository.keys import load_signer, make_key, read_public
from player.publish.repository.release import Office, OnlineKeys
from player.publish.repository.roles import Holders
from player.publish.repository.tree import Tree
from tests.fakes.signing import NOW, ROLE, Post, no_passphrase


def secret(_name: str) -> str:
    return "correct horse"


def made(folder: Path, name: str) -> Key:
    return make_key(folder / f"{name}.key", name, "correct horse")


def test_a_key_file_is_protected_and_its_public_half_is_told(tmp_path: Path) -> None:
    key = made(tmp_path, "an")
    path = tmp_path / "an.key"
    assert b"ENCRYPTED PRIVATE KEY" in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_public(path) == read_public(tmp_path / "an.key.pub") == key
    load_signer(str(path), [key], secret).sign(b"text")


def test_keys_are_never_overwritten(tmp_path: Path) -> None:
    made(tmp_path, "an")
    with pytest.raises(SigningError, match="never overwritten"):
        made(tmp_path, "an")


def test_an_empty_passphrase_is_none(tmp_path: Path) -> None:
    with pytest.raises(SigningError, match="passphrase that is not empty"):
        make_key(tmp_path / "an.key", "an", "")


def test_a_wrong_passphrase_is_told_also_where_keys_are_tried_in_turn(tmp_path: Path) -> None:
    holders = Holders([made(tmp_path, "an")], 1)
    online = made(tmp_path, "snapshot"), made(tmp_path, "timestamp")
    office = Office(Tree(tmp_path / "repo"), OnlineKeys(tmp_path, no_passphrase), NOW)
    with pytest.raises(SigningError, match="passphrase is wrong"):
        found(office, Founders(holders, holders, *online), [str(tmp_path / "an.key")])
    assert not (tmp_path / "repo").exists()


def test_a_file_that_is_no_key_is_told(tmp_path: Path) -> None:
    key = made(tmp_path, "an")
    (tmp_path / "text").write_text("hello")
    with pytest.raises(SigningError, match="no key file"):
        load_signer(str(tmp_path / "text"), [key], secret)
    with pytest.raises(SigningError, match="No such file"):
        load_signer(str(tmp_path / "none"), [key], secret)
    with pytest.raises(SigningError, match="no public key"):
        read_public_text(tmp_path)


def read_public_text(folder: Path) -> Key:
    (folder / "text.pub").write_text("[]")
    return read_public(folder / "text.pub")


def test_one_key_under_two_names_is_one_key(tmp_path: Path) -> None:
    key = made(tmp_path, "an")
    twin = Key.from_dict("0" * 64, key.to_dict())
    with pytest.raises(SigningError, match="the same key is given twice"):
        Holders([key, twin], 2).check(ROLE)


class Device(CryptoSigner):
    """A signer with an address, as tokens and services have."""

    held: CryptoSigner

    @classmethod
    def from_priv_key_uri(cls, _address: str, _key: Key, _secrets: object = None) -> "Device":
        """Open the device, whatever its address."""
        return cls(cls.held._private_key)


def test_an_address_of_a_signer_stands_for_the_key_its_signature_is_true_for(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SIGNER_FOR_URI_SCHEME, "device", Device)
    held = load_signer(post.key("editor-2"), post.tree.holders(ROLE).keys, no_passphrase)
    assert isinstance(held, CryptoSigner)
    Device.held = held
    done = post.tree.holders(ROLE).keys
    assert load_signer("device:1", done, no_passphrase).sign(b"x").keyid == done[1].keyid
    with pytest.raises(SigningError, match="none of the keys"):
        load_signer("device:1", done[2:], no_passphrase)
