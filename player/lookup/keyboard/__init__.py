"""The keyboard on the screen: which keys there are, where they stand, what they write; no Qt."""
