# shellcheck shell=bash
# Sourced by torture.sh and soak.sh in the checkout: installs what they need, and sets what they and the players they
# start run by. Pages are drawn here to compare displays with, by Qt's own software and without the machine's fonts.
bash packaging/setup.sh servers
bash packaging/prepare.sh
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software FONTCONFIG_FILE=$PWD/tests/no-fonts.conf
export PYTHONPATH=packaging:.
