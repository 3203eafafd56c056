"""What ``bin/gate-player`` of the Debian package runs."""

from player.cli import main

main()
