"""What is on stage: pure decisions of (state, event); no clock, no disk, no Qt."""
