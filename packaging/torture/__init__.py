"""Proves on the real player that the display is never black, whatever befalls it."""
