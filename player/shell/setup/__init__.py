"""The set-up of a screen on that screen."""
