"""Finding the topic that answers a traveller, and the keys it is typed with; no Qt, no network."""
