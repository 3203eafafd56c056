"""``gate-player gate …``: who may open the staff panel, and orders of gate staff."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from player.cli.options import LangOption

gate = typer.Typer(
    name="gate",
    help="For the officers of this gate.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

OfficersFile = Annotated[
    Path | None,
    typer.Option(
        "--file", metavar="FILE", help="Of officers [default: /etc/gate-player/officers.toml]."
    ),
]


class RoleName(StrEnum):
    """Roles of officers."""

    STAFF = "staff"
    DUTY_OFFICER = "duty-officer"
    TECHNICIAN = "technician"


@gate.command("pin")
def gate_pin(
    *,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Of the officer.")],
    role: Annotated[
        RoleName,
        typer.Option("--role", metavar="ROLE", help="staff, duty-officer or technician."),
    ],
    file: OfficersFile = None,
    lang: LangOption,
) -> None:
    """Give an officer a PIN for the staff panel. It is asked for, or read from standard input."""
    from player.main.officers import ask_pin, officers_file, set_pin

    meant = officers_file(file, lang)
    typer.echo(set_pin(meant, name, role.value, ask_pin(lang), lang))


@gate.command("officers")
def gate_officers(
    *,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="NAME", help="Take this officer out.")
    ] = None,
    file: OfficersFile = None,
    lang: LangOption,
) -> None:
    """List the officers whose PINs open the staff panel, without PINs."""
    from player.main.officers import list_officers, officers_file, remove_officer

    meant = officers_file(file, lang)
    done = list_officers(meant, lang) if remove is None else remove_officer(meant, remove, lang)
    typer.echo(done)
