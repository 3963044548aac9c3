"""Databases of past versions."""
