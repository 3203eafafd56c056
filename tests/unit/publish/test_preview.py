"""The contact sheet: all of a pack is on it, each finding beside its pictures, nothing can act."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest
from PIL import Image

from player import resources
from player.publish.build import Refused
from player.publish.catalogue import Catalogue
from player.publish.codes import Code
from player.publish.draft import Draft
from player.publish.preview import Previewed, Studio, make_preview
from player.publish.progress import ignore_progress
from player.publish.sheet import SHAPES, Pixels, SheetItem, SheetRow, SheetShape, Undrawn, Wanted
from tests.fakes.pack_folder import TODAY, PackFolder, assert_told, picture_bytes

HOSTILE: Final = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e'
ACTIVE: Final = frozenset({"script", "iframe", "object", "embed", "form", "base"})


@dataclass(slots=True)
class FakeRenderer:
    """Gives a plain page in a tenth of the size; notes what it was asked for.

    Attributes:
        paged: ids of items whose text takes three pages on an upright screen.
        failing: ids of items that cannot be drawn.
    """

    paged: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def draw(
        self, draft: Draft, day: date, shape: SheetShape, wanted: Sequence[Wanted]
    ) -> Iterator[Pixels | Undrawn]:
        """Yield a page for each of ``wanted``."""
        assert day == TODAY
        width, height = shape.width // 10, shape.height // 10
        for key, language in wanted:
            name = draft.ids[key]
            self.asked.append((name, language, shape.name))
            if name in self.failing:
                yield Undrawn("<b>no</b>")
                continue
            pages = 3 if name in self.paged and shape.name == "portrait" else 1
            yield Pixels(width, height, width * 3, b"\x80" * (width * height * 3), pages)


def studio(folder: PackFolder, renderer: FakeRenderer, lang: str = "en") -> Studio:
    catalogue = Catalogue.load("vi" if lang == "vi" else "en")
    fonts = resources.assets() / "fonts"
    return Studio(folder.tools, renderer, fonts, lang, catalogue, ignore_progress)


Make = Callable[..., Previewed]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "sheet"


@pytest.fixture
def make(folder: PackFolder, out: Path) -> Make:
    """Return what draws the folder: (renderer, language) -> the outcome."""

    def draw(renderer: FakeRenderer | None = None, lang: str = "en") -> Previewed:
        made = studio(folder, renderer or FakeRenderer(), lang)
        outcome = make_preview(folder.write(), out, TODAY, made)
        assert isinstance(outcome, Previewed)
        return outcome

    return draw


def item(outcome: Previewed, name: str) -> SheetItem:
    return next(each for each in outcome.sheet.items if each.id == name)


def row(outcome: Previewed, name: str, language: str) -> SheetRow:
    return next(each for each in item(outcome, name).rows if each.language == language)


class Links(HTMLParser):
    """Collects the tags of a page, and what it points to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.targets: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.targets += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_every_item_is_drawn_in_every_language_on_every_shape(make: Make) -> None:
    renderer = FakeRenderer()
    outcome = make(renderer)
    names = {"welcome", "papers", "river", "view"}
    wanted = {
        (name, tag, shape.name) for name in names for tag in ("vi", "en", "lo") for shape in SHAPES
    }
    assert len(renderer.asked) == len(wanted)
    assert set(renderer.asked) == wanted
    assert outcome.sheet.counts()["pictures"] == str(len(wanted))


def test_every_link_of_the_index_is_a_file_beside_it(make: Make, out: Path) -> None:
    outcome = make()
    links = Links((out / "index.html").read_text("utf-8"))
    files = [target for target in links.targets if not target.startswith("#")]
    assert all((out / unquote(target)).is_file() for target in files)
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert written == {"index.html", *files}
    assert len(files) == 2 * 12 * len(SHAPES) + outcome.pages


def test_full_pictures_are_the_renderers_and_pages_hold_the_small_ones(
    make: Make, out: Path
) -> None:
    picture = row(make(), "welcome", "lo").pictures[1]
    with Image.open(out / picture.full) as full, Image.open(out / "pages/page-01.png") as page:
        assert (full.size, full.getpixel((5, 5))) == ((108, 192), (128, 128, 128))
        assert (128, 128, 128) in {page.getpixel((x, 200)) for x in range(0, page.width, 9)}


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", ("Contact sheet", "landscape")), ("vi", ("Bản xem trước", "màn hình ngang"))],
)
def test_sheet_speaks_the_language_asked_for(
    lang: str, said: tuple[str, ...], make: Make, out: Path
) -> None:
    make(lang=lang)
    page = (out / "index.html").read_text("utf-8")
    assert f'<html lang="{lang}">' in page
    assert all(words in page for words in said)


def test_text_of_several_pages_is_marked_at_its_picture(make: Make, out: Path) -> None:
    outcome = make(FakeRenderer(paged=frozenset({"papers"})))
    marked = [
        (each.id, picture.shape.name)
        for each in outcome.sheet.items
        for row_ in each.rows
        for picture in row_.pictures
        if picture.pages == 3
    ]
    assert marked == [("papers", "portrait")] * 3
    assert (out / "index.html").read_text().count('<figure class="warning">') == 3


def test_page_that_cannot_be_drawn_says_why(make: Make, out: Path) -> None:
    outcome = make(FakeRenderer(failing=frozenset({"view"})))
    assert outcome.sheet.counts()["undrawn"] == str(3 * len(SHAPES))
    assert "not drawn: &lt;b&gt;no&lt;/b&gt;" in (out / "index.html").read_text()


def test_draft_and_missing_translation_are_marked(folder: PackFolder, make: Make) -> None:
    folder.text("welcome", "en")["review"] = "draft"
    del folder.slide("papers")["text"]["lo"]
    outcome = make()
    assert [each.language for each in item(outcome, "welcome").rows if each.is_draft] == ["en"]
    papers = row(outcome, "papers", "lo")
    assert (papers.is_missing, papers.shown_in) == (True, "en")
    assert {each.code for each in papers.findings} == {Code.TRANSLATION_MISSING_OPTIONAL}


def test_language_the_pack_does_not_list_is_drawn_too(folder: PackFolder, make: Make) -> None:
    folder.slide("view")["text"]["km"] = folder.text("view", "en")
    assert not row(make(), "view", "km").is_offered


def test_no_finding_is_lost(folder: PackFolder, make: Make, out: Path) -> None:
    folder.files["media/spare.png"] = picture_bytes("red")
    folder.slide("papers")["issued"] = "yesterday"
    folder.slide("view")["id"] = "welcome"
    folder.slide("river")["kind"] = "opera"
    folder.playlists[0]["items"].append("nobody")
    outcome = make()
    of_items = (finding for each in outcome.sheet.items for finding in each.all_findings())
    beside = [*outcome.sheet.rest, *of_items]
    assert all(finding in beside for finding in outcome.report.findings)
    page = (out / "index.html").read_text("utf-8")
    codes = {finding.code for finding in outcome.report.findings}
    assert codes >= {Code.ID_DUPLICATE, Code.BAD_DATE, Code.NOT_A_CHOICE, Code.ITEM_UNKNOWN}
    assert "cannot be read, so it is not drawn" in page
    assert len({each.key for each in outcome.sheet.items}) == 4


def test_grey_stands_in_for_a_missing_picture_and_clip(folder: PackFolder, make: Make) -> None:
    del folder.files["media/gate.png"], folder.files["media/river.mp4"]
    outcome = make()
    grey = {each.id for each in outcome.sheet.items if each.has_stand_in}
    assert grey == {"welcome", "river"}
    assert outcome.sheet.counts()["undrawn"] == "0"


def test_pack_without_a_header_is_drawn_in_the_languages_of_its_items(
    folder: PackFolder, make: Make
) -> None:
    del folder.documents["pack.toml"]
    outcome = make()
    assert [each.language for each in item(outcome, "view").rows] == ["vi", "en", "lo"]
    assert outcome.sheet.pack == "source"


def test_hostile_text_stays_text(folder: PackFolder, make: Make, out: Path) -> None:
    folder.pack["gate"]["time_zone"] = HOSTILE
    folder.slide("view")["id"] = HOSTILE
    folder.slide("welcome")["picture"]["path"] = HOSTILE
    folder.playlists[0]["items"].append(HOSTILE)
    folder.slide("papers")[HOSTILE] = 1
    folder.documents["slides/<script>x.toml"] = dict(folder.slide("papers"))
    make()
    page = (out / "index.html").read_text("utf-8")
    links = Links(page)
    assert ACTIVE.isdisjoint(links.tags)
    assert links.handlers == []
    assert not any(re.match(r"[a-z]+:|/|\.\.", target) for target in links.targets)
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


def test_names_of_files_suit_every_file_system(folder: PackFolder, make: Make, out: Path) -> None:
    folder.documents["slides/cửa khẩu?*.toml"] = dict(folder.slide("papers"), id="x" * 500)
    make()
    names = [path.name for path in out.rglob("*")]
    assert all(re.fullmatch(r"[A-Za-z0-9.-]{1,100}", name) for name in names)


def test_sheet_is_the_same_byte_for_byte(make: Make, out: Path) -> None:
    def tree() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in out.rglob("*") if path.is_file()}

    make()
    first = tree()
    make()
    assert tree() == first


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (".", Code.TARGET_OVERLAPS),
        ("source/sheet", Code.TARGET_OVERLAPS),
        ("full", Code.TARGET_NOT_A_SHEET),
        ("page", Code.TARGET_NOT_A_SHEET),
        ("file", Code.TARGET_NOT_A_SHEET),
    ],
)
def test_nothing_but_an_earlier_sheet_is_overwritten(
    target: str, code: Code, folder: PackFolder, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear")
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("<!DOCTYPE html>")
    (tmp_path / "file").write_text("dear")
    made = studio(folder, FakeRenderer())
    outcome = make_preview(folder.write(), tmp_path / target, TODAY, made)
    assert isinstance(outcome, Refused)
    assert_told(outcome.findings)
    assert [finding.code for finding in outcome.findings] == [code]


def test_earlier_sheet_stays_until_the_new_one_is_whole(
    folder: PackFolder, make: Make, out: Path
) -> None:
    make()
    before = (out / "index.html").read_bytes()

    def stop(step: str, done: int, _total: int) -> None:
        if step == "draw" and done > 2:
            raise KeyboardInterrupt

    made = replace(studio(folder, FakeRenderer()), progress=stop)
    with pytest.raises(KeyboardInterrupt):
        make_preview(folder.root, out, TODAY, made)
    assert (out / "index.html").read_bytes() == before
    assert {path.name for path in out.parent.iterdir()} == {"source", "sheet"}


def test_source_with_nothing_to_draw_is_refused_with_all_its_findings(
    tmp_path: Path, folder: PackFolder, out: Path
) -> None:
    made = studio(folder, FakeRenderer())
    outcome = make_preview(tmp_path / "nowhere", out, TODAY, made)
    assert isinstance(outcome, Refused)
    assert [finding.code for finding in outcome.findings] == [Code.FOLDER_MISSING]
    assert not out.exists()
