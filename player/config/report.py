"""What a screen tells to programs that watch over many of them."""

from typing import Annotated

from pydantic import StringConstraints

from player.config.section import Section


class Report(Section):
    """Where figures are written.

    Attributes:
        metrics_file: for the textfile collector of Prometheus' node_exporter, which reads names
            that end in ``.prom`` and no others; "": nowhere.
    """

    metrics_file: Annotated[
        str, StringConstraints(pattern=r"^(|/[^\x00-\x1f]*\.prom)$", max_length=2000)
    ] = ""
