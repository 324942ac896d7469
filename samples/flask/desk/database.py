"""The database, and the commands `flask db` that bring it to the newest schema."""

import sqlite3
from typing import Any

from flask import Flask
from flask_alembic import Alembic
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    """What every model is made from."""


db = SQLAlchemy(model_class=Base)
migrations = Alembic()


def init_app(app: Flask) -> None:
    """Open the database of `app`, and add its commands."""
    db.init_app(app)
    migrations.init_app(app)
    with app.app_context():
        event.listen(db.engine, "connect", use_write_ahead_log)


def use_write_ahead_log(connection: sqlite3.Connection, _record: Any) -> None:
    """Let SQLite read while it writes."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
