"""Settings: what people changed from its default, by key."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from app.storage.tables import setting


def all_settings(connection: Connection) -> dict[str, Any]:
    """Return every setting that is not at its default."""
    rows = connection.execute(select(setting.c.key, setting.c.value))
    return {key: json.loads(value) for key, value in rows}


def put(connection: Connection, key: str, value: object) -> None:
    """Keep the value of a setting; ``None`` puts it back to its default."""
    connection.execute(delete(setting).where(setting.c.key == key))
    if value is not None:
        row = {"key": key, "value": json.dumps(value, ensure_ascii=False)}
        connection.execute(insert(setting), row)
