"""The command line, asked from outside."""
