"""A touch session: what a traveller meets, from the first touch until everything is forgotten."""
