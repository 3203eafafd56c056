"""Alerts of other systems: CAP 1.2 in XML, taken over as notices and given out again.

The only place that reads or writes XML: no screen ever does (DECISIONS.md D-43). ``elements`` are
the values; ``reader`` and ``writer`` the files; ``intake`` and ``handover`` translate.
"""
