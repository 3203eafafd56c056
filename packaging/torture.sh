#!/usr/bin/env bash
# Records the real player for a long time while it changes and is fed damaged clips, and prints a figure for each claim
# of tests/player/test_never_black.py. Takes about a quarter of an hour.
#   bash packaging/torture.sh [minutes of changes]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

bash packaging/setup.sh
bash packaging/prepare.sh
export LC_ALL=C.UTF-8 QT_QUICK_BACKEND=software FONTCONFIG_FILE=$root/tests/no-fonts.conf
PYTHONPATH=packaging:. exec .venv/bin/python -m torture "$@"
