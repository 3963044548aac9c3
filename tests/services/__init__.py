"""What a person asks of the desk, on both engines."""
