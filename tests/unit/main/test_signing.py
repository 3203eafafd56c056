"""The signing commands: what people are told, in both languages, and what they are asked."""

import json
from pathlib import Path

import pytest

from player.errors import SigningError
from player.main import signing
from player.main.signing import PASSPHRASE, Desk, Founding
from player.publish.repository.recalling import Recall
from tests.fakes.built_pack import write_built

GATE = "lang-son/huu-nghi"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "repo", None, "en")
    signing.init_trial(desk, [GATE])
    return desk


def key(desk: Desk, name: str) -> str:
    return str(desk.key_folder / f"{name}.key")


def test_from_nothing_to_a_public_pack(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = write_built(tmp_path / "built")
    signing.sign(built, [key(desk, "editor-1")], desk.repository, "en")
    said = capsys.readouterr().out
    assert "sequence 1 (public: 0)" in said
    assert "added 1: welcome" in said
    assert "signed by editor 1; 1 of 2" in said
    signing.sign(built, [key(desk, "editor-2")], None, "vi")
    said = capsys.readouterr().out
    assert said.index("Đã ký trước: editor 1") < said.index("đủ chữ ký")
    signing.publish(desk, built)
    signing.timestamp(desk)
    signing.stop(desk, GATE, "drill", [key(desk, "stop")], lift=False)
    signing.stop(desk, GATE, "", [key(desk, "stop")], lift=True)
    for lift in (False, True):
        signing.recall(desk, Recall(GATE, "welcome", "drill", lift), [key(desk, "stop")])
    (tmp_path / "stick").mkdir()
    signing.offline_edition(desk, tmp_path / "stick", [])
    signing.rollback(desk, f"{GATE}/hall", 1, tmp_path / "back")
    said = capsys.readouterr().out
    assert f"{GATE}/hall, sequence 1, is public." in said
    assert "content of sequence 1 as sequence 2" in said
    assert f"Recalled welcome at {GATE}" in said
    assert f"Lifted the recall of welcome at {GATE}" in said


def test_edition_is_written_to_no_folder_that_is_not_there_and_for_no_gate_without_content(
    desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(SigningError, match="stick: there is no such folder; is the stick mounted"):
        signing.offline_edition(desk, tmp_path / "stick", [])
    with pytest.raises(SigningError, match=r"^lang-son/chi-ma: nothing is public"):
        signing.offline_edition(desk, tmp_path, ["lang-son/chi-ma"])
    assert not (tmp_path / "gate-player").exists()


def test_status_in_words_and_as_one_document(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    signing.revoke_key(desk, "editor 1", None, [key(desk, "targets-1")])
    assert "lacks signatures" in capsys.readouterr().out
    signing.repository_status(desk, as_json=False)
    said = capsys.readouterr().out
    assert "TRIAL" in said
    assert "Waiting for signatures: targets; signed by targets 1" in said
    signing.repository_status(desk, as_json=True)
    document = json.loads(capsys.readouterr().out)
    assert (document["is_trial"], document["packs"]) == (True, {})


def test_a_passphrase_is_asked_once_for_each_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "correct horse")
    names = ("root", "targets", "snapshot", "timestamp")
    keys = [tmp_path / "repo.keys" / f"{name}.key" for name in names]
    for file in keys:
        signing.keygen(file, "", "en")
    asked: list[str] = []

    def ask(name: str) -> str:
        asked.append(name)
        return "correct horse"

    monkeypatch.setattr(signing, "ask_passphrase", ask)
    founders = Founding(keys[:1], 1, keys[1:2], 1, keys[2], keys[3])
    desk = Desk(tmp_path / "repo", None, "en")
    signing.init_repository(desk, founders, [str(keys[0]), str(keys[1])])
    assert sorted(asked) == sorted(file.name for file in keys)


def test_founding_names_what_is_missing(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "repo", None, "en")
    with pytest.raises(SigningError, match="--snapshot and --timestamp"):
        signing.init_repository(desk, Founding((), 3, (), 2, None, None), ())


def test_nobody_can_be_asked_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE, raising=False)
    with pytest.raises(SigningError, match=PASSPHRASE):
        signing.ask_passphrase("an.key")


def test_nothing_is_signed_without_a_key(tmp_path: Path) -> None:
    with pytest.raises(SigningError, match="--key"):
        signing.sign(tmp_path, (), None, "en")
