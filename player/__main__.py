"""``python -m player``: the same command line as ``gate-player``."""

from player.cli import main

main()
