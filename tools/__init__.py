"""Commands for the people who build Bancada: set-up, gates, lock files."""
