"""One application for all tests, a new browser for each."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete
from werkzeug.test import TestResponse

from desk import create_app
from desk.database import db, migrations
from desk.models import Note, Transfer


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application with the newest schema and the user ada."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATA_DIR", str(tmp_path_factory.mktemp("desk")))
        app = create_app({"TESTING": True, "SECRET_KEY": "test", "WTF_CSRF_ENABLED": False})
    with app.app_context():
        migrations.upgrade()
    for user in (["ada", "--admin"], ["bob"]):
        app.test_cli_runner().invoke(args=["accounts", "create", *user, "--password", "secret"])
    return app


@pytest.fixture(autouse=True)
def clean(app: Flask) -> Iterator[None]:
    """Let no test find what another one stored."""
    yield
    with app.app_context():
        for model in (Note, Transfer):
            db.session.execute(delete(model))
        db.session.commit()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def log_in(client: FlaskClient) -> Callable[[], TestResponse]:
    def log_in(password: str = "secret", username: str = "ada") -> TestResponse:
        return client.post("/login", data={"username": username, "password": password})

    return log_in
