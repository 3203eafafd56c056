"""The content team's commands: builds what they need, runs them, tells what came of it.

Each returns an exit code: 0 done, 1 refused. What was found goes to standard output, why
nothing was done to standard error; a progress bar shows on a terminal only.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import TaskID
from rich.text import Text

from player import clock, resources
from player.config.screen import Screen
from player.errors import MissingExtraError
from player.publish.build import Built, Refused, build_pack
from player.publish.catalogue import Catalogue, Language
from player.publish.check import Report, check_source
from player.publish.finding import Finding
from player.publish.matrix import matrix_document, matrix_lines
from player.publish.progress import Progress, Step
from player.publish.report import report_document, report_lines, summary
from player.publish.starter import make_starter

if TYPE_CHECKING:
    from player.publish.workshop import Workshop

EXIT_DONE: Final = 0
EXIT_REFUSED: Final = 1
EXTRA: Final = "publish"
HOME_ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
"""Dates in packs are meant in the gates' time, wherever the content team sits."""

STYLES: Final = {"file": "bold", "error": "red", "warning": "yellow", "remedy": ""}


def pack_new(folder: Path, lang: str) -> int:
    """Start a pack in ``folder`` from the example.

    Args:
        folder: absent or empty.
        lang: of the messages, ``vi`` or ``en``.
    """
    catalogue = load_catalogue(lang)
    refusal = make_starter(resources.assets() / "starter", folder)
    if refusal is not None:
        print_findings([refusal], catalogue, Console(stderr=True))
        return EXIT_REFUSED
    print_sentence(Console(), catalogue.say("made", folder=str(folder)))
    return EXIT_DONE


def pack_check(
    source: Path,
    lang: str,
    *,
    screen: Screen | None = None,
    as_json: bool = False,
    today: date | None = None,
) -> int:
    """Tell everything that is wrong with the source in ``source``, and how far it is translated.

    Args:
        source: folder that holds ``pack.toml``.
        lang: of the messages, ``vi`` or ``en``.
        screen: also told what it cannot show, and which texts it pages; None: no screen.
        as_json: print one JSON document on standard output and nothing else.
        today: day to check for; None: the present one.

    Raises:
        MissingExtraError: the tools are not installed.
    """
    catalogue = load_catalogue(lang)
    workshop = load_workshop()
    try:
        with _progress(catalogue) as progress:
            report = check_source(source, today or _today(), workshop, progress)
            if screen is not None and report.source.items:
                report = _check_screen(report, screen, today or _today(), workshop, progress)
    except KeyboardInterrupt:
        return _cancelled(catalogue)
    if as_json:
        document = {
            **report_document(report.findings, catalogue),
            "completeness": matrix_document(report.completeness),
        }
        sys.stdout.write(f"{json.dumps(document, ensure_ascii=False, indent=2)}\n")
    else:
        print_findings(report.findings, catalogue, Console())
        for line in matrix_lines(report.completeness, catalogue):
            print_sentence(Console(), line)
        print_sentence(Console(stderr=not report.is_fit), summary(report.findings, catalogue))
    return EXIT_DONE if report.is_fit else EXIT_REFUSED


def pack_build(source: Path, out: Path, lang: str, *, today: date | None = None) -> int:
    """Check the source in ``source`` and build it into ``out``.

    Args:
        source: folder that holds ``pack.toml``.
        out: absent, empty, or an earlier built pack.
        lang: of the messages, ``vi`` or ``en``.
        today: day to check for; None: the present one.

    Raises:
        MissingExtraError: the tools are not installed.
    """
    catalogue = load_catalogue(lang)
    workshop = load_workshop()
    try:
        with _progress(catalogue) as progress:
            outcome = build_pack(source, out, today or _today(), workshop, progress)
    except KeyboardInterrupt:
        return _cancelled(catalogue)
    if not isinstance(outcome, Built):
        print_findings(outcome.findings, catalogue, Console(stderr=True))
        print_sentence(Console(stderr=True), summary(outcome.findings, catalogue))
        return EXIT_REFUSED
    print_findings(outcome.report.findings, catalogue, Console())
    print_sentence(Console(), _describe(outcome, out, catalogue))
    return EXIT_DONE


def pack_preview(source: Path, out: Path, lang: str, *, today: date | None = None) -> int:
    """Draw everything the source in ``source`` would show, as a contact sheet in ``out``.

    Args:
        source: folder that holds ``pack.toml``.
        out: absent, empty, or an earlier contact sheet.
        lang: of messages and sheet, ``vi`` or ``en``.
        today: day to check for and draw as on; None: the present one.

    Returns:
        ``EXIT_REFUSED`` also when the sheet was written, but the pack could not be built.

    Raises:
        MissingExtraError: the tools are not installed.
    """
    catalogue = load_catalogue(lang)
    workshop = load_workshop()
    # Pillow and Qt: only for those who want pictures.
    from player.main.drawing import ExampleRenderer  # noqa: PLC0415
    from player.publish.preview import INDEX, Studio, make_preview  # noqa: PLC0415

    fonts = resources.assets() / "fonts"
    try:
        with _progress(catalogue) as progress:
            studio = Studio(workshop, ExampleRenderer(lang), fonts, lang, catalogue, progress)
            outcome = make_preview(source, out, today or _today(), studio)
    except KeyboardInterrupt:
        return _cancelled(catalogue)
    if isinstance(outcome, Refused):
        print_findings(outcome.findings, catalogue, Console(stderr=True))
        print_sentence(Console(stderr=True), summary(outcome.findings, catalogue))
        return EXIT_REFUSED
    report, counts = outcome.report, outcome.sheet.counts()
    index = str(out / INDEX)
    print_sentence(
        Console(), catalogue.say("previewed", **counts, pages=str(outcome.pages), index=index)
    )
    print_sentence(Console(stderr=not report.is_fit), summary(report.findings, catalogue))
    return EXIT_DONE if report.is_fit and counts["undrawn"] == "0" else EXIT_REFUSED


def _check_screen(
    report: Report, screen: Screen, today: date, workshop: "Workshop", progress: Progress
) -> Report:
    # Pillow and Qt: only for those who ask about a screen.
    from player.main.drawing import ScreenTexts  # noqa: PLC0415
    from player.publish.check_screen import check_screen  # noqa: PLC0415

    return check_screen(report, ScreenTexts(screen), today, workshop, progress)


def _describe(built: Built, out: Path, catalogue: Catalogue) -> str:
    manifest = built.manifest
    return catalogue.say(
        "built",
        pack=manifest.pack,
        sequence=str(manifest.sequence),
        files=str(len(manifest.files)),
        size=f"{manifest.total / 1e6:.1f}",
        out=str(out),
    )


def load_catalogue(lang: str) -> Catalogue:
    """Return the sentences of ``vi`` or ``en``."""
    return Catalogue.load(cast("Language", str(lang)))


def load_workshop() -> "Workshop":
    """Return the tools of the ``[publish]`` extra.

    Raises:
        MissingExtraError: they are not installed.
    """
    try:
        from player.publish.workshop import Workshop  # noqa: PLC0415  (the extra may be missing)
    except ModuleNotFoundError as e:
        raise MissingExtraError(EXTRA, (e.name or "?").split(".")[0]) from e
    return Workshop(resources.assets() / "fonts")


def _today() -> date:
    return clock.now().astimezone(HOME_ZONE).date()


@contextmanager
def _progress(catalogue: Catalogue) -> Iterator[Progress]:
    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[Step, TaskID] = {}

        def show(step: Step, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(catalogue.say(step))
            bar.update(tasks[step], completed=done, total=total)

        yield show


def print_findings(findings: Sequence[Finding], catalogue: Catalogue, console: Console) -> None:
    """Print findings, each with its remedy."""
    for line in report_lines(findings, catalogue):
        console.print(Text(line.text, style=STYLES[line.tone]), soft_wrap=True)


def print_sentence(console: Console, sentence: str) -> None:
    """Print one sentence, whatever signs are in it."""
    console.print(Text(sentence), soft_wrap=True)


def _cancelled(catalogue: Catalogue) -> int:
    print_sentence(Console(stderr=True), catalogue.say("cancelled"))
    return EXIT_REFUSED
