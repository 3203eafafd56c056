"""PDFs: drawn page by page in a process of their own, and whatever is wrong with one is told."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from player import resources
from player.pack.library import MOST_PAGES
from player.publish import documents, pdf_press, pdfs
from player.publish.codes import Code
from player.publish.media_facts import DocumentFacts, Fault, Faults
from tests.fakes.pack_folder import assert_faults_told, picture_bytes
from tests.fakes.pdf_files import LOCK, MM_OF_POINT, endless, lettered, pdf

FONTS = resources.assets() / "fonts"
METRES = 1000 / MM_OF_POINT


def probe(path: Path, content: bytes) -> DocumentFacts | Faults:
    path.write_bytes(content)
    found = documents.probe_document([path], FONTS)
    assert_faults_told(found if isinstance(found, tuple) else found.remarks)
    return found


def codes(found: DocumentFacts | Faults) -> list[Code]:
    assert isinstance(found, tuple)
    return [fault.code for fault in found]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vi.pdf"


def test_a_good_pdf_is_known_by_its_pages(path: Path) -> None:
    found = probe(path, pdf(3, size=(842, 595)))
    assert isinstance(found, DocumentFacts)
    assert found.sizes == ((500, 354),) * 3
    assert found.remarks == ()


def test_its_pages_are_pictures_as_drawn_and_the_same_each_time() -> None:
    pages = pdfs.press_pdf(pdf(2), FONTS)
    assert isinstance(pages, tuple)
    assert [(page.type, page.width, page.height) for page in pages] == [
        ("image/webp", 1414, 2000)
    ] * 2
    with Image.open(io.BytesIO(pages[0].content)) as picture:
        assert picture.size == (1414, 2000)
        blank, drawn = picture.getpixel((1000, 1500)), picture.getpixel((300, 450))
    assert blank == (255, 255, 255)
    assert drawn == pytest.approx((0, 102, 153), abs=4)
    assert pdfs.press_pdf(pdf(2), FONTS) == pages


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.MEDIA_EMPTY),
        (b"A report.", Code.PDF_UNREADABLE),
        (picture_bytes("teal"), Code.MEDIA_DISGUISED),
        (pdf(3)[:-200], Code.PDF_CUT_SHORT),
        (pdf(3)[:300] + b"\n%%EOF", Code.PDF_UNREADABLE),
        (b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"%%EOF", Code.PDF_UNREADABLE),
        (pdf(0), Code.PDF_UNREADABLE),
        (pdf().replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"), Code.PDF_UNREADABLE),
        (pdf(lock=LOCK), Code.PDF_ENCRYPTED),
        (pdf(MOST_PAGES + 1), Code.PAGES_TOO_MANY),
        (pdf(500), Code.PAGES_TOO_MANY),
        (pdf(size=(50 * METRES, 842)), Code.PDF_PAGE_SIZE),
        (pdf(size=(2 * METRES, 200)), Code.PDF_PAGE_SIZE),
        (pdf(size=(20, 20)), Code.PDF_PAGE_SIZE),
    ],
)
def test_what_is_wrong_with_a_pdf_is_one_fault(path: Path, content: bytes, code: Code) -> None:
    assert codes(probe(path, content)) == [code]


def test_a_pdf_that_weighs_too_much_is_not_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdfs, "MAX_BYTES", 100)
    assert codes(probe(path, pdf())) == [Code.PDF_TOO_HEAVY]


def test_a_pdf_that_never_ends_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "CPU_S", {"look": 1, "press": 1})
    content = endless()
    assert codes(probe(path, content)) == [Code.PDF_TOO_SLOW]
    assert pdfs.press_pdf(content, FONTS) == Fault(Code.PDF_TOO_SLOW)


def test_a_process_that_only_waits_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "PATIENCE", 0.000_1)
    assert codes(probe(path, pdf())) == [Code.PDF_TOO_SLOW]


def test_a_damaged_pdf_is_not_pressed() -> None:
    assert pdfs.press_pdf(pdf(lock=LOCK), FONTS) == Fault(Code.PDF_UNREADABLE)


def test_fonts_a_pdf_does_not_bring_along_are_told(path: Path) -> None:
    found = probe(path, lettered(b"Arial"))
    assert isinstance(found, DocumentFacts)
    assert found.remarks == (Fault(Code.PDF_FONT_MISSING, {"fonts": "Arial"}),)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\n",
        b"[]\n",
        b'{"bytes": 0, "width": 5, "height": 5}\n',
        b'{"bytes": 0, "width": "x"}\n',
        b'{"bytes": 0, "fault": "target_busy", "values": {}}\n',
        b'{"bytes": 0, "fault": "fnord", "values": {}}\n',
        b'{"bytes": 0, "fault": "pdf_encrypted", "values": []}\n',
    ],
)
def test_half_an_answer_is_none(answer: bytes) -> None:
    assert pdfs._understand(io.BytesIO(answer)) == Fault(Code.PDF_UNREADABLE)


def test_pages_that_are_no_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = pdfs._Drawn((pdfs._Page(10, 10, b"<svg>"),), ())
    monkeypatch.setattr(pdfs, "_run", lambda *_: odd)
    assert pdfs.press_pdf(pdf(), FONTS) == Fault(Code.PDF_UNREADABLE)


def lines(content: bytes) -> Sequence[dict[str, object]]:
    """Return what the press would answer, asked in this process."""
    return [line for line, _ in pdf_press.answers(content, MOST_PAGES, is_look=True)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (pdf(), [{"width": 354, "height": 500}, {"fonts": []}]),
        (b"%PDF-", [{"fault": "pdf_unreadable", "values": {}}]),
        (pdf(lock=LOCK), [{"fault": "pdf_encrypted", "values": {}}]),
    ],
)
def test_the_press_answers_in_lines(content: bytes, expected: list[dict[str, object]]) -> None:
    assert json.loads(json.dumps(lines(content))) == expected


def test_pictures_of_pages_are_a_document(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.png" for number in (1, 2)]
    for file in files:
        file.write_bytes(picture_bytes("teal", (900, 1400)))
    found = documents.probe_document(files, FONTS)
    assert isinstance(found, DocumentFacts)
    assert found.sizes == ((900, 1400),) * 2
    assert [picture.type for picture in found.pictures] == ["image/png"] * 2


def test_every_faulty_picture_of_a_page_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "vi"
    folder.mkdir()
    files = [folder / name for name in ("1.png", "2.png", "3.png")]
    for file, content in zip(files, (b"", picture_bytes("teal", (900, 1400)), b"x"), strict=True):
        file.write_bytes(content)
    found = documents.probe_document(files, FONTS)
    assert isinstance(found, tuple)
    assert_faults_told(found)
    told = [(fault.code, fault.values["path"]) for fault in found]
    assert told == [(Code.MEDIA_EMPTY, "vi/1.png"), (Code.PICTURE_UNREADABLE, "vi/3.png")]


def test_a_small_picture_of_a_page_is_remarked(tmp_path: Path) -> None:
    file = tmp_path / "1.png"
    file.write_bytes(picture_bytes("teal", (600, 999)))
    found = documents.probe_document([file], FONTS)
    assert isinstance(found, DocumentFacts)
    assert_faults_told(found.remarks)
    assert [remark.code for remark in found.remarks] == [Code.PICTURE_SMALL]


def test_too_many_pictures_of_pages_are_told(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.png" for number in range(MOST_PAGES + 1)]
    found = documents.probe_document(files, FONTS)
    assert codes(found) == [Code.PAGES_TOO_MANY]
