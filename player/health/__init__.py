"""Whether the screen does its work: pure judgements of what was seen, and when."""
