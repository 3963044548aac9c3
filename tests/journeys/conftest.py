"""Databases for whole journeys."""

from tests.databases import (
    clock,
    database,
    desk,
    empty_url,
    postgres,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
    url,
)

__all__ = [
    "clock",
    "database",
    "desk",
    "empty_url",
    "postgres",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
    "url",
]
