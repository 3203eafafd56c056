"""What this screen is: read from one TOML file a technician writes."""
