"""Setting a screen up at its place: steps, answers, checks and pages; values only."""
