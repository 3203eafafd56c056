"""The player and Chromium side by side: same display, same content, same meters.

``bench.sh`` runs ``python -m bench``, which prints a table and writes ``packaging/BENCH.md``.
Each contestant is a whole process tree, started and ended for every reading.
"""
