"""``gate-player gate …``: who may open the staff panel, and orders of gate staff."""

import typer

gate = typer.Typer(
    name="gate",
    help="For the officers of this gate.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
