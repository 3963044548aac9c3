"""Databases for whole journeys."""

from tests.databases import clock, seeded_file, sqlite_database, sqlite_desk, sqlite_file

__all__ = ["clock", "seeded_file", "sqlite_database", "sqlite_desk", "sqlite_file"]
