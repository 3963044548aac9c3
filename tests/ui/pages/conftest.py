"""A real window on a real small database."""

from tests.ui.room_fixtures import (
    clock,
    open_the_room,
    own_views,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
)

__all__ = [
    "clock",
    "open_the_room",
    "own_views",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
]
