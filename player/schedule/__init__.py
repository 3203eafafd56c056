"""What should show at an instant: pure functions of (pack, screen, instant, clock trust)."""
