"""The database, and the dependency that opens a session of it for a request."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Depends
from sqlalchemy import event
from sqlmodel import Session, create_engine

from .config import get_settings

folder = get_settings().data_dir.resolve()
folder.mkdir(parents=True, exist_ok=True)
engine = create_engine(f"sqlite:///{folder}/desk.sqlite3")


@event.listens_for(engine, "connect")
def use_write_ahead_log(connection: Any, _record: Any) -> None:
    """Let SQLite read while it writes."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")


def get_database() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


Database = Annotated[Session, Depends(get_database)]
