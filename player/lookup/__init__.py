"""The lookup: keyboards, index, search; no Qt."""
