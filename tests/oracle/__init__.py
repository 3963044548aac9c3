"""The slow check of working time: written from the rulebook alone, sharing no code with the app."""
