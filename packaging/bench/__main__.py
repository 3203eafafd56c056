"""Takes every reading, prints the table, writes ``packaging/BENCH.md``."""

import tomllib
from pathlib import Path
from typing import Final

from bench import contestants, readings
from bench.framebuffer import watched_display
from bench.machine import browser, facts
from bench.packs import ROOT, make_carousel
from bench.quiet import Patience
from bench.report import document, table
from bench.trial import Room

HERE: Final = Path(__file__).parent
WORK: Final = ROOT / "build" / "bench"
PATIENCE_S: Final = 90.0
CALM_S: Final = 60
"""Slots so long that all of a day are counted out before growth is measured: the player keeps the
beginnings of a day's slots, once each was asked for."""

OUT: Final = ROOT / "packaging" / "BENCH.md"


def main() -> None:
    """Do it all."""
    machine = {**facts(), **browser()}
    remarks = tomllib.loads((HERE / "remarks.toml").read_text("utf-8"))
    WORK.mkdir(parents=True, exist_ok=True)
    print("making the content", flush=True)
    posters, clip = contestants.carousel(WORK), contestants.screening(WORK)
    with watched_display(foot=contestants.foot()) as screen:
        room = Room(screen, Patience(PATIENCE_S))
        print("starts", flush=True)
        figures = [*readings.starts(posters, room)]
        print("carousel", flush=True)
        figures += readings.carousels(posters, room)
        print("clip", flush=True)
        figures += readings.screenings(clip, room)
    print("ten thousand changes", flush=True)
    figures += readings.growth(make_carousel(WORK, "calm", CALM_S))
    print("programme", flush=True)
    figures += readings.programme(posters.home)
    print("refresh", flush=True)
    figures += readings.refreshing()
    print("search", flush=True)
    figures += readings.searching()
    print("touch", flush=True)
    figures += readings.touching()
    print(table(figures))
    method = (HERE / "method.md").read_text("utf-8")
    OUT.write_text(document(figures, machine, remarks, method), "utf-8")


if __name__ == "__main__":
    main()
