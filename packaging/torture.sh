#!/usr/bin/env bash
# Lets every system call of a refresh fail, plays a fleet, and runs the real player for a long time while it changes, is
# fed damaged clips, loses its worker a hundred times, is beaten by hands, has its clock set and its disk full, is killed
# and stopped, and has its display turned and taken away. Prints a line with a figure for each claim; takes about
# thirty-five minutes. The full disk needs root. Ends with 1 when a claim does not hold.
#   bash packaging/torture.sh [minutes of changes, and of hands]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/torture/environment.sh
# What the players and workers say goes to a file: it is theirs, and the claims are counted from it.
exec .venv/bin/python -m torture "$@" 2>build/torture.log
