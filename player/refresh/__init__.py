"""The agent: brings signed packs from afar, whole or not at all. Network, TUF, schedule; no Qt."""
