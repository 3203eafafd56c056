"""The list of other languages keeps Qt's rules and QML's names."""

from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from player.shell.stacked_words import Role, StackedWordsModel
from player.stage.scene import Wording

ROWS = (Wording("vi", "Cửa khẩu", "Xin hỏi"), Wording("lo", "ດ່ານ", "ຖາມ"))


def test_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = StackedWordsModel()
    model.replace_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has none here


def test_rows_are_read_by_role() -> None:
    model = StackedWordsModel()
    model.replace_rows(ROWS)
    index = model.index(1, 0)
    assert [model.data(index, role) for role in Role] == ["lo", "ດ່ານ", "ຖາມ"]


def test_roles_have_the_names_delegates_require() -> None:
    names = {bytes(name.data()).decode() for name in StackedWordsModel().roleNames().values()}
    assert names == {"language", "title", "body"}


def test_unknown_role_is_unknown() -> None:
    model = StackedWordsModel()
    model.replace_rows(ROWS)
    assert model.data(model.index(0, 0), 0) is None


def test_unchanged_rows_are_not_told(qtbot: QtBot) -> None:
    model = StackedWordsModel()
    model.replace_rows(ROWS)
    with qtbot.assertNotEmitted(model.modelReset):
        model.replace_rows(list(ROWS))
