"""Notices and ticker lines: what is on air at an instant, and whose turn it is; pure."""
