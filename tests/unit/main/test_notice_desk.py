"""The commands on notices, on real files and a real repository."""

import json
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from player import clock
from player.errors import SigningError
from player.main import notice_desk, signing
from player.main.signing import Desk
from player.pack.notice_book import NoticeBook
from player.publish.catalogue import Catalogue
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.repository.offer import public_book
from player.publish.repository.waiting_books import waiting_books
from tests.fakes.cap_alerts import INFO, alert, info
from tests.fakes.directed_stage import ZONE
from tests.fakes.pack_folder import good_pack

GATE = "lang-son/huu-nghi"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk at a trial repository."""
    desk = Desk(tmp_path / "repo", None, "vi")
    signing.init_trial(desk, [GATE])
    return desk


@pytest.fixture
def xml(tmp_path: Path) -> Path:
    """Return a file with an alert that holds for an hour from now."""
    ends = (clock.now() + timedelta(hours=1)).isoformat(timespec="seconds")
    begins = (clock.now() - timedelta(hours=1)).isoformat(timespec="seconds")
    path = tmp_path / "storm.xml"
    path.write_text(alert(info(expires=ends), sent=begins), "utf-8")
    return path


def key(desk: Desk, name: str) -> list[str]:
    return [str(desk.key_folder / f"{name}.key")]


def book_of(tmp_path: Path, *files: Path, gate: str = GATE) -> Path:
    book = tmp_path / "book.json"
    assert notice_desk.import_alerts(files, "vi", out=None, into=book, gate=gate) == 0
    return book


def public(desk: Desk) -> NoticeBook:
    book = public_book(desk.tree, GATE)
    assert book is not None
    return book


def test_alerts_become_a_source_file(tmp_path: Path, xml: Path) -> None:
    out = tmp_path / "new" / "notices.toml"
    assert notice_desk.import_alerts([xml], "vi", out=out, into=None, gate="") == 0
    read = tomllib.loads(out.read_text("utf-8"))["notices"]
    assert [each["id"] for each in read] == ["storm-1"]
    assert read[0]["level"] == "emergency"


def test_file_that_is_there_is_not_written_over(
    tmp_path: Path, xml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "notices.toml"
    out.write_text("# mine", "utf-8")
    assert notice_desk.import_alerts([xml], "en", out=out, into=None, gate="") == 1
    assert out.read_text("utf-8") == "# mine"
    told = Catalogue.load("en").problem(Finding("", Code.TARGET_EXISTS))
    assert told in capsys.readouterr().out


def test_one_bad_file_loses_no_other(
    tmp_path: Path, xml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_text("<!DOCTYPE alert><alert/>", "utf-8")
    out = tmp_path / "notices.toml"
    files = [bad, tmp_path / "gone.xml", xml]
    assert notice_desk.import_alerts(files, "en", out=out, into=None, gate="") == 1
    assert len(tomllib.loads(out.read_text("utf-8"))["notices"]) == 1
    said = capsys.readouterr()
    assert "a document type" in said.out
    assert "Took 1 notices over" in said.err


def test_book_grows_and_keeps_what_it_had(tmp_path: Path, xml: Path) -> None:
    book = book_of(tmp_path, xml)
    other = tmp_path / "other.xml"
    other.write_text(alert(identifier="storm-2"), "utf-8")
    book_of(tmp_path, xml, other)
    document = json.loads(book.read_text("utf-8"))
    assert [each["id"] for each in document["notices"]] == ["storm-1", "storm-2"]
    assert document["gate"] == GATE


def test_id_that_says_something_else_is_not_taken(
    tmp_path: Path, xml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_of(tmp_path, xml)
    before = book.read_bytes()
    twin = tmp_path / "twin.xml"
    twin.write_text(alert(INFO.replace("Mưa lớn ở", "Nắng ở")), "utf-8")
    assert notice_desk.import_alerts([twin], "en", out=None, into=book, gate="") == 1
    assert book.read_bytes() == before
    assert "storm-1" in capsys.readouterr().out


def test_file_that_is_no_book_is_left_alone(tmp_path: Path, xml: Path) -> None:
    book = tmp_path / "book.json"
    book.write_text('{"format": "1.0", "mine": 1}', "utf-8")
    assert notice_desk.import_alerts([xml], "vi", out=None, into=book, gate=GATE) == 1
    assert json.loads(book.read_text("utf-8")) == {"format": "1.0", "mine": 1}


def test_new_book_needs_its_gate(tmp_path: Path, xml: Path) -> None:
    with pytest.raises(SigningError):
        notice_desk.import_alerts([xml], "vi", out=None, into=tmp_path / "book.json", gate="")


def test_book_goes_out_and_comes_back(tmp_path: Path, xml: Path) -> None:
    book = book_of(tmp_path, xml)
    folder = tmp_path / "alerts"
    assert notice_desk.export_alerts(book, folder, "vi", zone=ZONE) == 0
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["001-storm-1.xml"]
    again = tmp_path / "again.json"
    assert notice_desk.import_alerts(files, "vi", out=None, into=again, gate=GATE) == 0
    notices = [json.loads(each.read_text("utf-8"))["notices"] for each in (book, again)]
    assert notices[0] == notices[1]


def test_notices_of_a_source_go_out(tmp_path: Path) -> None:
    source = good_pack(tmp_path / "source")
    text = {"vi": {"headline": "Một"}}
    entry = {"id": "a", "level": "normal", "sent": "2026-11-22", "text": text}
    source.documents["notices.toml"] = {"notices": [{**entry, "expires": "2026-11-24"}]}
    source.write()
    assert notice_desk.export_alerts(source.root, tmp_path / "out", "vi", zone=ZONE) == 0
    assert "<event>Một</event>" in (tmp_path / "out" / "001-a.xml").read_text("utf-8")


def test_check_says_all_in_json(
    tmp_path: Path, xml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_of(tmp_path, xml)
    document = json.loads(book.read_text("utf-8"))
    del document["notices"][0]["expires"]
    book.write_text(json.dumps(document), "utf-8")
    capsys.readouterr()
    assert notice_desk.check_notices(book, "en", None, None, as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert "notice_end_missing" in {each["code"] for each in told["findings"]}


def test_book_is_public_with_two_signatures_and_the_second_sees_it(
    tmp_path: Path, desk: Desk, xml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_of(tmp_path, xml)
    assert notice_desk.publish_notices(desk, GATE, book, key(desk, "editor-1"), None) == 0
    assert public_book(desk.tree, GATE) is None
    staged = desk.tree.staged("notice.lang-son")
    assert [each.gate for each in waiting_books(staged, desk.tree)] == [GATE]
    capsys.readouterr()
    signing.sign(staged, key(desk, "editor-2"), None, "en")
    assert "emergency, actual, alert: Mưa lớn ở Lạng Sơn (storm-1" in capsys.readouterr().out
    signing.publish(desk, None)
    assert [notice.id for notice in public(desk).notices] == ["storm-1"]


def test_both_signatures_at_once_make_it_public(tmp_path: Path, desk: Desk, xml: Path) -> None:
    keys = [*key(desk, "editor-1"), *key(desk, "editor-2")]
    book = book_of(tmp_path, xml)
    assert notice_desk.publish_notices(desk, GATE, book, keys, None) == 0
    assert len(public(desk).notices) == 1


def test_notice_that_would_vanish_stops_the_publishing(
    tmp_path: Path, desk: Desk, xml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = [*key(desk, "editor-1"), *key(desk, "editor-2")]
    book = book_of(tmp_path, xml)
    notice_desk.publish_notices(desk, GATE, book, keys, None)
    document = json.loads(book.read_text("utf-8"))
    alert_id = document["notices"].pop()["id"]
    book.write_text(json.dumps(document), "utf-8")
    capsys.readouterr()
    assert notice_desk.publish_notices(desk, GATE, book, keys, None) == 1
    assert "storm-1" in capsys.readouterr().out
    sent = clock.now().isoformat(timespec="seconds")
    end = {"id": "end", "message": "cancel", "references": [alert_id], "sent": sent}
    document["notices"] = [{**end, "level": "normal"}]
    book.write_text(json.dumps(document), "utf-8")
    assert notice_desk.publish_notices(desk, GATE, book, keys, None) == 0
    assert [notice.message for notice in public(desk).notices] == ["cancel"]


def test_book_of_another_gate_is_refused(tmp_path: Path, desk: Desk, xml: Path) -> None:
    book = book_of(tmp_path, xml, gate="lang-son/tan-thanh")
    assert notice_desk.publish_notices(desk, GATE, book, key(desk, "editor-1"), None) == 1
    assert not desk.tree.staged("notice.lang-son").exists()


def test_pack_that_cannot_be_read_is_refused(tmp_path: Path, desk: Desk, xml: Path) -> None:
    book = book_of(tmp_path, xml)
    with pytest.raises(SigningError, match=r"pack\.toml"):
        notice_desk.publish_notices(desk, GATE, book, key(desk, "editor-1"), tmp_path / "no")


def test_stop_key_signs_no_notices(tmp_path: Path, desk: Desk, xml: Path) -> None:
    book = book_of(tmp_path, xml)
    with pytest.raises(SigningError):
        notice_desk.publish_notices(desk, GATE, book, key(desk, "stop"), None)
