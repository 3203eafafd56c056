"""Packs on this device's disk: installing them durably, choosing one, reading its files."""
