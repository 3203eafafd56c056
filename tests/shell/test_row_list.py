"""Rows of any dataclass keep Qt's rules and QML's names."""

from dataclasses import dataclass
from typing import Final

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from player.shell.row_list import RowList


@dataclass(frozen=True, slots=True)
class Stop:
    """A row."""

    name: str
    minute: int


@dataclass(frozen=True, slots=True)
class Sign:
    """A row of words."""

    text: str
    language: str = "en"
    icon: str = "exit"


ROWS: Final = (Stop("Đồng Đăng", 5), Stop("Lạng Sơn", 20))


def stops() -> RowList:
    made = RowList(Stop)
    made.replace_rows(ROWS)
    return made


def test_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(stops())  # type: ignore[no-untyped-call] # pytest-qt has none here


def test_roles_are_the_fields_by_name() -> None:
    model = stops()
    names = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    assert list(names) == ["name", "minute"]
    assert [model.data(model.index(1, 0), role) for role in names.values()] == ["Lạng Sơn", 20]


def test_words_of_all_rows_are_told_and_what_is_replaced() -> None:
    model, told = RowList(Sign), list[object]()
    model.replaced.connect(lambda: told.append(model.property("texts")))
    model.replace_rows([Sign("Exit"), Sign("Lift")])
    model.amend_rows([Sign("Exit")])
    assert told == [["Exit", "Lift"], ["Exit"]]
    assert stops().property("texts") == ["", ""]
    assert (model.property("languages"), model.property("icons")) == (["en"], ["exit"])


def test_unknown_role_or_row_is_unknown() -> None:
    model = stops()
    roles = model.roleNames()
    unknown = (0, min(roles) - 1, max(roles) + 1)
    assert [model.data(model.index(0, 0), role) for role in unknown] == [None] * 3
    assert model.data(model.index(2, 0), min(roles)) is None


@pytest.mark.parametrize(
    "after",
    [(), ROWS[:1], ROWS[::-1], (*ROWS, Stop("Hà Nội", 190)), (Stop("Hà Nội", 0), ROWS[1], *ROWS)],
    ids=["none", "fewer", "others", "more", "others and more"],
)
def test_amended_rows_are_told_one_by_one(
    after: tuple[Stop, ...], qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    model = stops()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has none here
    with qtbot.assertNotEmitted(model.modelReset):
        model.amend_rows(after)
    assert model.rows == after
    model.amend_rows(ROWS)
    assert model.rows == ROWS


def test_only_what_changed_is_told(qtbot: QtBot) -> None:
    model = stops()
    with qtbot.waitSignal(model.dataChanged) as told:
        model.amend_rows((ROWS[0], Stop("Hà Nội", 190)))
    assert told.args is not None
    assert [index.row() for index in told.args[:2]] == [1, 1]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.amend_rows(model.rows)


def test_unchanged_rows_are_not_told(qtbot: QtBot) -> None:
    model = stops()
    with qtbot.assertNotEmitted(model.modelReset):
        model.replace_rows(list(ROWS))
    assert model.rows == ROWS
