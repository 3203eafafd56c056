"""``gate-player pack notices import|export|check|publish``: notices that need no new pack."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from player.cli.options import AsJson, LangOption
from player.cli.packs import pack
from player.cli.signing import Keys, OnlineFolder, Repository

notices = typer.Typer(
    help="A gate's signed book of notices. Also alerts of other systems (CAP 1.2).",
    no_args_is_help=True,
    rich_markup_mode=None,
)
pack.add_typer(notices, name="notices")

Book = Annotated[Path, typer.Argument(metavar="BOOK", help="The gate's book of notices.")]
OfPack = Annotated[
    Path | None,
    typer.Option("--pack", metavar="SRC", help="Source of the gate's pack: its languages count."),
]


@notices.command("import")
def notices_import(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="CAP 1.2 alerts, in XML.")],
    lang: LangOption,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="notices.toml for a pack's source.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="BOOK", help="JSON book to add them to.")
    ] = None,
    gate: Annotated[
        str, typer.Option("--gate", metavar="PROVINCE/GATE", help="Of a book that is new.")
    ] = "",
) -> None:
    """Take alerts of other systems over as notices. What is lost on the way is told."""
    if (out is None) == (into is None):
        raise typer.BadParameter("say --out FILE or --into BOOK")
    from player.main.notice_desk import import_alerts

    raise typer.Exit(import_alerts(files, lang, out=out, into=into, gate=gate))


@notices.command("export")
def notices_export(
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A book, or a pack's source folder.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the files.")],
    lang: LangOption,
    *,
    zone: Annotated[
        str, typer.Option("--zone", metavar="ZONE", help="Time zone of a book's gate.")
    ] = "Asia/Ho_Chi_Minh",
) -> None:
    """Write each notice as a CAP 1.2 alert."""
    from player.main.notice_desk import export_alerts

    try:
        done = export_alerts(source, out, lang, zone=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, IsADirectoryError) as e:
        raise typer.BadParameter(f"{zone}: no time zone like Asia/Ho_Chi_Minh") from e
    raise typer.Exit(done)


@notices.command("check")
def notices_check(
    book: Book,
    lang: LangOption,
    *,
    source: OfPack = None,
    repository: Annotated[
        Path | None, typer.Option("--to", metavar="REPO", help="Also against what is public there.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say everything that is wrong with a gate's book, and its remedy."""
    from player.main.notice_desk import check_notices

    raise typer.Exit(check_notices(book, lang, source, repository, as_json=as_json))


@notices.command("publish")
def notices_publish(
    gate: Annotated[str, typer.Argument(metavar="PROVINCE/GATE", help="Whose book.")],
    book: Book,
    repository: Repository,
    lang: LangOption,
    *,
    key: Keys = None,
    keys: OnlineFolder = None,
    source: OfPack = None,
) -> None:
    """Check a book, sign it and offer it. It takes a second person, by pack sign."""
    from player.main.notice_desk import publish_notices
    from player.main.signing import Desk

    desk = Desk(repository, keys, lang)
    raise typer.Exit(publish_notices(desk, gate, book, key or (), source))
