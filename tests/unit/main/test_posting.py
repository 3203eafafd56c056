"""Templates from the command line: what is refused says why and what was meant."""

import errno
import json
import os
from pathlib import Path

import pytest

from player import resources
from player.cli.options import Lang
from player.errors import OrderError, StoreError
from player.main import gate_orders
from player.main.gate_orders import Counter, cancel, tell_log
from player.main.posting import list_templates, post
from player.main.selection import Choice
from player.pack.notice import Notice
from player.store import inbox
from player.store.gate_orders import GateDay, PostOrder
from player.store.install import install
from player.store.layout import Home
from player.store.records import write_record
from tests.fakes.built_pack import write_built
from tests.fakes.content import content_document
from tests.fakes.gate_orders import local_notice
from tests.fakes.templates import TEMPLATES, gate


@pytest.fixture(autouse=True)
def _no_factory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "factory_pack", lambda: tmp_path / "no-factory")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the home of a gate with three lanes."""
    document = content_document(["a"])
    document["gate"] = gate().model_dump(mode="json", by_alias=True)
    install(write_built(tmp_path / "built", document, ()), Home(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Notice]:
    """Return what comes to a player that takes every order."""
    taken: list[Notice] = []

    def take(_: Counter, order: object) -> None:
        assert isinstance(order, PostOrder)
        taken.append(order.notice)

    monkeypatch.setattr(Counter, "give", take)
    return taken


def counter(home: Path, lang: Lang = Lang.EN) -> Counter:
    """Return a counter of that home."""
    return Counter.of(Choice(home=home, screen="hall-tv"), lang, "Lan")


def refusal(home: Path, template: str, *written: str, lang: Lang = Lang.EN) -> str:
    """Return why a template is refused."""
    with pytest.raises(OrderError) as caught:
        post(counter(home, lang), template, written, "", is_exercise=False)
    return str(caught.value)


def test_list_names_every_template_and_what_can_be_chosen(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    list_templates(counter(home))
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines if line[0] != " "} == set(TEMPLATES)
    assert any(line.split()[0] == "lane" and "[hall, lane-2, lane-3]" in line for line in lines)


def test_notice_is_made_in_all_languages_and_attributed(home: Path, given: list[Notice]) -> None:
    written = ("lane=lane-2", "windows=00:00-24:00")
    post(counter(home), "lane-paused", written, "", is_exercise=True)
    assert given[0].lanes == ("lane-2",)
    assert (given[0].status, given[0].ordered_by, given[0].message) == ("exercise", "Lan", "alert")
    assert set(given[0].text) >= {"vi", "en", "zh", "lo", "km"}


@pytest.mark.parametrize(
    ("template", "written", "lang", "said"),
    [
        ("lane-pause", (), Lang.EN, "There is no template lane-pause; did you mean lane-paused?"),
        ("xyz", (), Lang.VI, "Không có mẫu thông báo xyz; đang có: lane-paused, "),
        ("long-queue", ("minute=5",), Lang.EN, "did you mean minutes?"),
        ("long-queue", ("q=5",), Lang.VI, "Mẫu long-queue không có ô q; có các ô: minutes."),
        ("fire", ("q=5",), Lang.EN, "it has: –."),
        ("long-queue", ("minutes",), Lang.EN, "Say FIELD=VALUE, not minutes."),
        ("long-queue", ("minutes=0",), Lang.EN, "Write minutes from 1 to 600."),
        ("lane-paused", ("lane=9", "windows=x"), Lang.EN, "There are: hall, lane-2, lane-3. win"),
        ("lane-paused", ("lane=9", "windows=x"), Lang.VI, "Viết khung giờ như 07:00-10:00"),
    ],
)
def test_what_cannot_be_posted_is_told_in_one_line(
    template: str, written: tuple[str, ...], lang: Lang, said: str, home: Path
) -> None:
    told = refusal(home, template, *written, lang=lang)
    assert said in told
    assert "\n" not in told


def test_revision_keeps_what_is_not_said_again(home: Path, given: list[Notice]) -> None:
    written = ("lane=lane-2", "windows=00:00-24:00")
    post(counter(home), "lane-paused", written, "", is_exercise=False)
    write_record(Home(home).gate_day, GateDay(notices=(given[0],)))
    post(counter(home), "lane-paused", ("lane=lane-3",), given[0].id, is_exercise=False)
    assert given[1].references == (given[0].id,)
    assert (given[1].message, given[1].lanes) == ("update", ("lane-3",))
    assert given[1].windows == given[0].windows


def test_only_a_notice_that_stands_can_be_revised(home: Path) -> None:
    write_record(Home(home).gate_day, GateDay(notices=(local_notice("stands"),)))
    with pytest.raises(OrderError, match="no notice gone to revise; there are: stands"):
        post(counter(home), "fire", (), "gone", is_exercise=False)


def test_cancel_without_an_emergency_says_what_stands(home: Path) -> None:
    notice = local_notice("queue")
    write_record(Home(home).gate_day, GateDay(notices=(notice,)))
    with pytest.raises(OrderError, match=r"^No emergency stands .*: queue\.$"):
        cancel(counter(home), None)
    with pytest.raises(OrderError, match=r"^There is no notice storm .*: queue\.$"):
        cancel(counter(home), "storm")


def test_log_of_a_shift_without_orders_says_so(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_log(counter(home), as_json=False)
    assert capsys.readouterr().out == "Nothing was done in this shift\n"


@pytest.mark.allow_log(r"pack cannot be shown")  # there is none
def test_emergency_is_posted_without_any_pack(tmp_path: Path, given: list[Notice]) -> None:
    post(counter(tmp_path), "evacuate", (), "", is_exercise=False)
    assert given[0].level == "emergency"
    assert set(given[0].authority) >= {"vi", "en", "zh", "lo", "km"}


def test_nobody_takes_the_order(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate_orders, "ANSWER_S", 0.05)
    assert "No player took the order" in refusal(home, "fire")
    assert not list(Home(home).inbox.glob("*.json"))


@pytest.mark.parametrize(
    ("may_read", "said"), [(True, "is not in the shift log"), (False, "this user may not read")]
)
def test_order_that_was_taken_without_a_word_says_why_there_is_none(
    may_read: bool, said: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(home: Home, _: object) -> Path:
        return home.inbox / "gone"

    monkeypatch.setattr(inbox, "give", take)
    monkeypatch.setattr(os, "access", lambda *_: may_read)
    assert said in refusal(home, "fire")


def test_user_who_may_not_give_orders_is_told_who_may(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Home, __: object) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied", "/srv/inbox/.new-1")

    monkeypatch.setattr(inbox, "give", refuse)
    with pytest.raises(StoreError, match=r"inbox: this user may not .* group gate-player"):
        post(counter(home), "fire", (), "", is_exercise=False)


def test_words_of_both_languages_are_the_same_keys() -> None:
    vi, en = (
        json.loads((resources.assets() / "staff" / f"{tag}.json").read_text("utf-8"))
        for tag in ("vi", "en")
    )
    assert vi.keys() == en.keys()
