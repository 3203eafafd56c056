"""The index of a contact sheet: one HTML page without scripts, with relative links only.

It opens from a USB stick in any browser. Everything a pack says is escaped, and a policy in the
page's head forbids scripts and the network besides.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from player.publish.catalogue import Catalogue, show_value
from player.publish.finding import Finding, sort_findings
from player.publish.report import report_lines, summary
from player.publish.sheet import Sheet, SheetItem, SheetPicture, SheetRow
from player.publish.sheet_marks import (
    Mark,
    finding_marks,
    item_marks,
    picture_marks,
    row_marks,
    worst,
)

GENERATOR: Final = '<meta name="generator" content="gate-player pack preview">'
"""By this an earlier sheet is known, and may be replaced."""

_POLICY: Final = "script-src 'none'; connect-src 'none'; frame-src 'none'; object-src 'none'"
_STYLE: Final = """
body { font: 16px/1.45 "Noto Sans", "Segoe UI", sans-serif; color: #1d1d1f; margin: 2rem auto;
  max-width: 1180px; padding: 0 1rem; }
h2 { margin: 2.5rem 0 .25rem; border-top: 2px solid #1d1d1f; padding-top: .75rem; }
h3 { margin: 1.25rem 0 .25rem; }
a { color: #0b57a4; }
code { color: #5f6368; }
p { margin: .2rem 0; }
nav ol { columns: 2; padding-left: 1.5rem; }
nav li { break-inside: avoid; }
.mark { display: inline-block; border-radius: 4px; padding: 0 .45em; margin-right: .35em;
  font-size: .85rem; font-weight: 600; color: #fff; background: #8a5a00; }
.mark.error { background: #b3261e; }
.findings { border-left: 4px solid #8a5a00; padding: .1rem .8rem; margin: .5rem 0;
  overflow-wrap: anywhere; }
.findings.has-error { border-color: #b3261e; }
.findings .file { font-weight: 600; margin-top: .6rem; }
.findings .error { color: #b3261e; }
.findings .warning { color: #8a5a00; }
.findings .remedy { margin-left: 1.5rem; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
figure { margin: .4rem 0; }
figure img { display: block; border: 1px solid #9aa0a6; }
figure.error img { border: 4px solid #b3261e; }
figure.warning img { border: 4px solid #8a5a00; }
figcaption { font-size: .9rem; }
.undrawn { width: 240px; padding: 2rem 1rem; border: 2px dashed #b3261e; overflow-wrap: anywhere; }
"""


def index_page(sheet: Sheet, pages: Sequence[str], lang: str, catalogue: Catalogue) -> str:
    """Return the page.

    Args:
        sheet: what to show.
        pages: files of the PNG pages, relative to the index.
        lang: tag of the catalogue's language.
        catalogue: of the reader's language.
    """
    title = catalogue.say("sheet_title", pack=sheet.pack)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(lang)}">',
            '<head><meta charset="utf-8">',
            GENERATOR,
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head>",
            f"<body><h1>{escape(title)}</h1>",
            *_head(sheet, pages, catalogue),
            *(line for item in sheet.items for line in _item(item, catalogue)),
            "</body></html>\n",
        )
    )


def _head(sheet: Sheet, pages: Sequence[str], catalogue: Catalogue) -> Iterator[str]:
    of_items = (finding for item in sheet.items for finding in item.all_findings())
    everything = sort_findings((*sheet.rest, *of_items))  # some stand in both
    said = (
        catalogue.say("sheet_day", sequence=sheet.sequence, day=sheet.day.isoformat()),
        catalogue.say("sheet_counts", **sheet.counts()),
        summary(everything, catalogue),
        catalogue.say("sheet_size"),
    )
    yield from (f"<p>{escape(sentence)}</p>" for sentence in said)
    links = (
        f'<a href="{escape(page)}">{escape(catalogue.say("sheet_page", number=str(number)))}</a>'
        for number, page in enumerate(pages, start=1)
    )
    yield f"<p>{escape(catalogue.say('sheet_pages'))}: {' · '.join(links)}</p>"
    yield f"<nav><h2>{escape(catalogue.say('sheet_items'))}</h2><ol>"
    for item in sheet.items:
        marks = _marks(_worst(item, catalogue))
        yield f'<li><a href="#{escape(item.key)}">{_text(item.id)}</a> {marks}</li>'
    yield "</ol></nav>"
    if sheet.rest:
        yield f"<h2>{escape(catalogue.say('sheet_rest'))}</h2>"
        yield from _findings(sheet.rest, catalogue, names_files=True)


def _worst(item: SheetItem, catalogue: Catalogue) -> Iterator[Mark]:
    """Yield, once each, what a reader of the table of contents must know of an item."""
    pictures = (picture for row in item.rows for picture in row.pictures)
    seen = dict.fromkeys(mark for picture in pictures for mark in picture_marks(picture, catalogue))
    seen |= dict.fromkeys(finding_marks(item.all_findings(), catalogue))
    return iter(seen)


def _item(item: SheetItem, catalogue: Catalogue) -> Iterator[str]:
    yield f'<section id="{escape(item.key)}"><h2>{_text(item.id)}</h2>'
    yield f"<p><code>{_text(item.file)}</code> {_marks(item_marks(item, catalogue))}</p>"
    yield from _findings(item.findings, catalogue)
    for row in item.rows:
        yield f"<h3>{_text(row.language)} {_marks(row_marks(row, catalogue))}</h3>"
        yield from _findings(row.findings, catalogue)
        yield '<div class="pictures">'
        yield from (_picture(item, row, picture, catalogue) for picture in row.pictures)
        yield "</div>"
    yield "</section>"


def _picture(item: SheetItem, row: SheetRow, picture: SheetPicture, catalogue: Catalogue) -> str:
    marks = tuple(picture_marks(picture, catalogue))
    shape = picture.shape
    name = catalogue.say(f"shape_{shape.name}")
    caption = f"{escape(name)} {shape.width} × {shape.height} {_marks(marks)}"
    if not picture.full:
        return f'<figure><div class="undrawn">{caption}</div></figure>'
    alt = escape(f"{show_value(item.id)}, {row.language}, {name}")
    image = f'<img src="{escape(picture.thumb)}" alt="{alt}" loading="lazy">'
    tone = f' class="{worst(marks)}"' if marks else ""
    link = f'<a href="{escape(picture.full)}">{image}</a>'
    return f"<figure{tone}>{link}<figcaption>{caption}</figcaption></figure>"


def _findings(
    findings: Sequence[Finding], catalogue: Catalogue, *, names_files: bool = False
) -> Iterator[str]:
    if not findings:
        return
    lines = tuple(report_lines(findings, catalogue))
    worst = " has-error" if any(line.tone == "error" for line in lines) else ""
    yield f'<div class="findings{worst}">'
    for line in lines:
        if names_files or line.tone != "file":
            yield f'<p class="{line.tone}">{escape(line.text.strip())}</p>'
    yield "</div>"


def _marks(marks: Iterable[Mark]) -> str:
    return "".join(f'<span class="mark {tone}">{escape(words)}</span>' for tone, words in marks)


def _text(value: str) -> str:
    return escape(show_value(value))
