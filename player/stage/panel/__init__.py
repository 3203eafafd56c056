"""The staff panel: its PIN pad, its rules and its pages; pure."""
