"""Prints the version of libvlc; run by ``version.py`` in a process of its own."""

import sys

import vlc

if __name__ == "__main__":
    sys.stdout.write(vlc.libvlc_get_version().decode("utf-8", "replace"))
