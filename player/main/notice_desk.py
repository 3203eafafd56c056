"""The commands on notices: alerts taken over and given out, a gate's book checked and offered.

Each returns an exit code: 0 done, 1 refused. What was found goes to standard output.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from rich.console import Console

from player import clock
from player.errors import SigningError
from player.main.signing import Desk
from player.main.tools import (
    EXIT_DONE,
    EXIT_REFUSED,
    HOME_ZONE,
    load_catalogue,
    load_workshop,
    print_findings,
    print_sentence,
)
from player.pack.notice import Notice
from player.publish.cap.handover import Sender, to_alert
from player.publish.cap.intake import take
from player.publish.cap.reader import read_alerts
from player.publish.cap.writer import write_alert
from player.publish.catalogue import Catalogue
from player.publish.check_book import Surroundings, check_book
from player.publish.codes import Code
from player.publish.finding import Finding, has_errors, sort_findings
from player.publish.notice_source import (
    BookSource,
    build_book,
    open_book,
    read_book_source,
    write_book,
)
from player.publish.progress import ignore_progress
from player.publish.report import count as count_findings
from player.publish.report import report_document
from player.publish.repository import offer
from player.publish.repository.roles import gate_parts
from player.publish.repository.tree import Tree
from player.publish.source import PackSource, read_source
from player.publish.written_notice import notices_toml, written_notice
from player.store.durable import make_folder, write_file

MAX_FILE_BYTES: Final = 4_000_000


def import_alerts(
    files: Sequence[Path], lang: str, *, out: Path | None, into: Path | None, gate: str
) -> int:
    """Take alerts over into a file for a pack's source, or into a gate's book.

    Args:
        files: CAP 1.2, each with one alert or several.
        lang: of the messages, ``vi`` or ``en``.
        out: file that must not exist yet; None: ``into`` is given.
        into: book; made if it is not there.
        gate: ``province/gate`` of a book that is new.

    Raises:
        PackError: the book cannot be read.
        SigningError: a new book has no gate.
    """
    notices, findings = _taken(files)
    if out is not None:
        place, count = out, len(notices)
        if out.exists():
            count = 0
            findings.append(Finding(str(out), Code.TARGET_EXISTS))
        elif notices:
            findings += _written(out, notices_toml(notices))
    else:
        place = into or Path()
        added, more = _added(place, notices, gate)
        count, findings = added, [*findings, *more]
    catalogue = load_catalogue(lang)
    print_findings(sort_findings(findings), catalogue, Console())
    failed = has_errors(findings)
    said = catalogue.say("notices_taken", count=str(count), file=str(place))
    print_sentence(Console(stderr=failed), said)
    return EXIT_REFUSED if failed else EXIT_DONE


def export_alerts(source: Path, out: Path, lang: str, *, zone: ZoneInfo) -> int:
    """Write each notice of a book or of a pack's source as an alert, one file each.

    Args:
        source: a book, or the folder that holds ``pack.toml``.
        out: absent, or a folder; files of the same names are replaced.
        lang: of the messages, ``vi`` or ``en``.
        zone: of a book's gate.
    """
    catalogue = load_catalogue(lang)
    sender, notices, findings = _of_pack(source) if source.is_dir() else _of_book(source, zone)
    for number, notice in enumerate(notices, start=1):
        name = f"{number:03}-{_file_name(notice.id)}.xml"
        findings += _written(out / name, write_alert(to_alert(notice, sender)))
    print_findings(sort_findings(findings), catalogue, Console())
    failed = has_errors(findings)
    said = catalogue.say("alerts_written", count=str(len(notices)), folder=str(out))
    print_sentence(Console(stderr=failed), said)
    return EXIT_REFUSED if failed else EXIT_DONE


def check_notices(
    book: Path, lang: str, source: Path | None, repository: Path | None, *, as_json: bool
) -> int:
    """Tell everything that is wrong with a book.

    Args:
        book: a gate's.
        lang: of the messages, ``vi`` or ``en``.
        source: of the gate's pack; None: nobody named it.
        repository: where the gate's public book is; None: it is not compared.
        as_json: print one JSON document on standard output and nothing else.

    Raises:
        SigningError: what is public cannot be read.
        MissingExtraError: the tools are not installed.
    """
    read = read_book_source(book)
    findings = _judged(read, source, repository, "")
    if as_json:
        document = report_document(findings, load_catalogue(lang))
        sys.stdout.write(f"{json.dumps(document, ensure_ascii=False, indent=2)}\n")
    else:
        print_findings(findings, load_catalogue(lang), Console())
        failed = has_errors(findings)
        print_sentence(Console(stderr=failed), _verdict(findings, load_catalogue(lang)))
    return EXIT_REFUSED if has_errors(findings) else EXIT_DONE


def publish_notices(
    desk: Desk, gate: str, book: Path, keys: Sequence[str], source: Path | None
) -> int:
    """Check a book, put break marks in, sign it and offer it.

    Args:
        desk: where.
        gate: ``province/gate`` that the book must be for.
        book: as its editors keep it.
        keys: of those who sign now; one of two is enough to let it wait.
        source: of the gate's pack; None: nobody named it.

    Raises:
        SigningError: nobody may sign for this gate, or a key may not.
        MissingExtraError: the tools are not installed.
    """
    gate_parts(gate)
    read = read_book_source(book)
    findings = _judged(read, source, desk.repository, gate)
    catalogue = load_catalogue(desk.lang)
    print_findings(findings, catalogue, Console())
    if has_errors(findings):
        print_sentence(Console(stderr=True), _verdict(findings, catalogue))
        return EXIT_REFUSED
    raw = build_book(read, clock.now(), load_workshop())
    waiting = offer.order_notices(desk.office, gate, raw, keys)
    desk.tell_waiting(waiting, "notices_offered", gate=gate, count=str(len(read.notices)))
    return EXIT_DONE


def _taken(files: Sequence[Path]) -> tuple[list[Notice], list[Finding]]:
    notices: list[Notice] = []
    findings: list[Finding] = []
    for file in files:
        try:
            with file.open("rb") as opened:
                raw = opened.read(MAX_FILE_BYTES)
        except OSError as e:
            reason = e.strerror or str(e)
            findings.append(Finding(str(file), Code.FILE_UNREADABLE, values={"reason": reason}))
            continue
        read = read_alerts(raw, file.name)
        findings += read.findings
        for place, alert in read.alerts:
            taken = take(alert, file.name, place)
            findings += taken.findings
            notices += [] if taken.notice is None else [taken.notice]
    return notices, findings


def _added(book: Path, notices: Sequence[Notice], gate: str) -> tuple[int, list[Finding]]:
    """Add notices to a book; return how many, and which may not be."""
    entries: list[object] = []
    known: dict[str, Notice] = {}
    if book.exists():
        source = read_book_source(book)
        if not source.gate:
            return 0, list(source.findings)
        gate = source.gate
        known = {entry.value.id: entry.value for entry in source.notices}
        listed = open_book(book)["notices"]
        entries = listed if isinstance(listed, list) else []
    gate_parts(gate)
    findings: list[Finding] = []
    fresh: dict[str, Notice] = {}
    for notice in notices:
        other = known.get(notice.id) or fresh.get(notice.id)
        if other is None:
            fresh[notice.id] = notice
        elif written_notice(other) != written_notice(notice):
            values = {"id": notice.id, "other": book.name}
            findings.append(Finding(book.name, Code.NOTICE_ID_REUSED, "notices", values=values))
    if fresh:
        documents = [*entries, *(written_notice(each) for each in fresh.values())]
        text = write_book(gate, documents, clock.now())
        findings += _written(book, text)
    return len(fresh), findings


def _judged(
    read: BookSource, source: Path | None, repository: Path | None, gate: str
) -> tuple[Finding, ...]:
    pack = None if source is None else read_source(source, ignore_progress)
    header = None if pack is None else pack.header
    if source is not None and header is None:
        raise SigningError(f"{source}: pack.toml cannot be read; run pack check {source}")
    of = gate or read.gate
    public = offer.public_book(Tree(repository), of) if repository is not None and of else None
    around = Surroundings(
        clock.now(),
        ZoneInfo(header.gate.time_zone) if header else HOME_ZONE,
        tuple(header.languages) if header else (),
        tuple(entry.value for entry in pack.notices) if pack else (),
        public.notices if public else (),
        gate,
    )
    return check_book(read, around, load_workshop())


def _verdict(findings: Sequence[Finding], catalogue: Catalogue) -> str:
    counts = {name: str(number) for name, number in count_findings(findings).items()}
    return catalogue.say("book_unfit" if has_errors(findings) else "book_fit", **counts)


def _of_pack(folder: Path) -> tuple[Sender, list[Notice], list[Finding]]:
    source: PackSource = read_source(folder, ignore_progress)
    notices = [entry.value for entry in source.notices]
    if source.header is None:
        raise SigningError(f"{folder}: pack.toml cannot be read; run pack check {folder}")
    zone = ZoneInfo(source.header.gate.time_zone)
    name = source.header.pack.rpartition("/")[0] or source.header.pack
    found = [each for each in source.findings if each.file == "notices.toml"]
    return Sender(name, zone, notices), notices, found


def _of_book(path: Path, zone: ZoneInfo) -> tuple[Sender, list[Notice], list[Finding]]:
    read = read_book_source(path)
    notices = [entry.value for entry in read.notices]
    return Sender(read.gate or "gate", zone, notices), notices, list(read.findings)


def _file_name(id_: str) -> str:
    """Return an id as part of a file name, whatever is in it."""
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in id_)[:80]


def _written(path: Path, content: str | bytes) -> list[Finding]:
    raw = content.encode() if isinstance(content, str) else content
    try:
        make_folder(path.parent)
        write_file(path, raw)
    except OSError as e:
        reason = e.strerror or str(e)
        return [Finding(str(path), Code.TARGET_UNWRITABLE, values={"reason": reason})]
    return []
