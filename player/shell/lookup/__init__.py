"""The touch lookup on screen: what carries a session out, and its view models."""
