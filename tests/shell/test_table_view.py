"""A table for QML: the words of the page seen, each where its column stands."""

from dataclasses import replace
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player import resources
from player.shell.table_view import Band, CellPlace, TableViewModel
from player.shell.type_setter import TypeSetter
from player.shell.typefaces import read_typefaces
from player.stage.scene import CellWords, TableScene
from tests.fakes.lettered_scenes import table

WIDE: Final = 1200.0
LETTER_PX: Final = 40
AIR: Final = 0.25


@pytest.fixture
def type_setter(qtbot: QtBot) -> TypeSetter:
    del qtbot
    return TypeSetter(read_typefaces(resources.assets() / "fonts"))


def folded(scene: TableScene) -> TableViewModel:
    view = TableViewModel()
    view.fold(scene)
    return view


def cells(view: TableViewModel) -> list[CellPlace]:
    return [row for row in view._cells.rows if isinstance(row, CellPlace)]


def bands(view: TableViewModel) -> list[Band]:
    return [row for row in view._bands.rows if isinstance(row, Band)]


def test_columns_stand_below_one_another_and_numbers_are_flush(type_setter: TypeSetter) -> None:
    view = folded(table("vi"))
    assert view.arrange(type_setter, WIDE, LETTER_PX, AIR) == 1
    view.showPage(0)
    places = {(cell.fromLeft, cell.wide, cell.align) for cell in cells(view)}
    assert len(places) == 3
    assert [align for *_, align in sorted(places)] == ["start", "center", "end"]
    assert [band.isHeader for band in bands(view)] == [True, False, False, False, False]
    tops = [band.fromTop for band in bands(view)]
    assert tops == [sum(band.high for band in bands(view)[:at]) for at in range(len(tops))]


def test_every_page_repeats_the_headings(type_setter: TypeSetter) -> None:
    view = folded(table("vi", times=5))
    view.arrange(type_setter, WIDE, LETTER_PX, AIR)
    count = view.paginate(700)
    assert count > 1
    seen: list[str] = []
    for page in range(count):
        view.showPage(page)
        assert [cell.text for cell in cells(view) if cell.isHeader] == [
            "Dịch vụ",
            "Thời hạn",
            "Mức thu",
        ]
        seen += [cell.text for cell in cells(view) if not cell.isHeader]
        assert max(band.fromTop + band.high for band in bands(view)) <= 700
    assert seen == [cell.text for row in table("vi", times=5).rows for cell in row]


def test_table_without_room_says_so(type_setter: TypeSetter) -> None:
    view = folded(table("vi"))
    assert view.arrange(type_setter, 300, LETTER_PX, AIR) == 0
    assert view.paginate(700) == 0


def test_pages_lower_than_a_row_are_none(type_setter: TypeSetter) -> None:
    view = folded(table("vi"))
    view.arrange(type_setter, WIDE, LETTER_PX, AIR)
    assert view.paginate(LETTER_PX) == 0


def test_cell_keeps_its_own_language(type_setter: TypeSetter) -> None:
    scene = table("lo")
    first, *others = scene.rows
    mixed = replace(scene, rows=((CellWords("Visa", "vi"), *first[1:]), *others))
    view = folded(mixed)
    view.arrange(type_setter, WIDE, LETTER_PX, AIR)
    view.showPage(0)
    assert {cell.language for cell in cells(view)} == {"lo", "vi"}


def test_right_to_left_begins_at_the_right(type_setter: TypeSetter) -> None:
    scene = table("vi")
    view = folded(replace(scene, words=replace(scene.words, language="ar")))
    view.arrange(type_setter, WIDE, LETTER_PX, AIR)
    view.showPage(0)
    by_place = sorted((cell.fromLeft, cell.text) for cell in cells(view) if cell.isHeader)
    assert [text for _, text in by_place] == ["Mức thu", "Thời hạn", "Dịch vụ"]


def test_layer_without_a_table_has_none(type_setter: TypeSetter) -> None:
    view = folded(table("vi"))
    view.arrange(type_setter, WIDE, LETTER_PX, AIR)
    view.showPage(0)
    view.fold(None)
    assert view.arrange(type_setter, WIDE, LETTER_PX, AIR) == 0
    assert (cells(view), bands(view)) == ([], [])
