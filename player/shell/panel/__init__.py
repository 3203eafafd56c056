"""Carries the staff panel out: how it is called, who is let in."""
