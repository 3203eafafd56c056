"""What covers the whole screen in an emergency, and when it is over: words and facts. Pure."""
