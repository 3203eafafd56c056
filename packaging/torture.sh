#!/usr/bin/env bash
# Runs the real player for a long time while it changes, is fed damaged clips, loses its worker a hundred times, is beaten
# by hands, has its clock set and its disk full, is killed and stopped, and prints a line with a figure for each claim. Takes about thirty-eight
# minutes; the full disk needs root. Ends with 1 when a claim does not hold.
#   bash packaging/torture.sh [minutes of changes, and of hands]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

bash packaging/setup.sh
bash packaging/prepare.sh
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software FONTCONFIG_FILE=$root/tests/no-fonts.conf
# What the players and workers say goes to a file: it is theirs, and the claims are counted from it.
PYTHONPATH=packaging:. exec .venv/bin/python -m torture "$@" 2>build/torture.log
