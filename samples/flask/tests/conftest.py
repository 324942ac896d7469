"""An application with a database of its own for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from desk import create_app
from desk.database import db, migrations


SETTINGS = {"TESTING": True, "SECRET_KEY": "test", "WTF_CSRF_ENABLED": False}


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the newest schema and the user ada, to be copied."""
    folder = tmp_path_factory.mktemp("database")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATA_DIR", str(folder))
        app = create_app(SETTINGS)
    with app.app_context():
        migrations.upgrade()
        db.engine.dispose()
    app.test_cli_runner().invoke(args=["accounts", "create", "ada", "--password", "secret"])
    return folder / "desk.sqlite3"


@pytest.fixture
def app(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    shutil.copy(database, tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    app = create_app(SETTINGS)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def log_in(client: FlaskClient) -> Callable[[], TestResponse]:
    def log_in(password: str = "secret") -> TestResponse:
        return client.post("/login", data={"username": "ada", "password": password})

    return log_in
