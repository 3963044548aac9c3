"""Data that ships with the program: catalogue, themes, translations."""
