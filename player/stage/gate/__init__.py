"""The gate's day on one screen: what gate staff order, and what of it is in force; pure."""
