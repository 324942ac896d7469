"""One application for all tests, in a folder of its own, and a new browser for each."""

import os
import tempfile
from collections.abc import Callable, Iterator

import pytest

folder = tempfile.TemporaryDirectory()
os.environ |= {"DATA_DIR": folder.name, "SECRET_KEY": "test"}

from fastapi.testclient import TestClient  # noqa: E402
from sqlmodel import Session, SQLModel, delete  # noqa: E402

from app.database import engine  # noqa: E402
from app.main import app  # noqa: E402
from app.models import Note, Transfer, User  # noqa: E402
from app.passwords import password_hash  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def schema() -> Iterator[None]:
    """The newest schema, and the user ada."""
    SQLModel.metadata.create_all(engine)
    with Session(engine) as database:
        hashed = password_hash.hash("secret")
        database.add(User(username="ada", password_hash=hashed, is_admin=True))
        database.add(User(username="bob", password_hash=hashed))
        database.commit()
    yield
    engine.dispose()
    folder.cleanup()


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False) as client:
        yield client
    with Session(engine) as database:
        for model in (Note, Transfer):
            database.exec(delete(model))
        database.commit()


@pytest.fixture
def token(client: TestClient) -> Callable[[str], str]:
    """Gives the token in the form at an address."""

    def token(address: str) -> str:
        return client.get(address).text.split('name="csrf_token" value="')[1].split('"')[0]

    return token


@pytest.fixture
def log_in(client: TestClient, token: Callable) -> Callable:
    def log_in(password: str = "secret", address: str = "/login", username: str = "ada") -> object:
        form = {"username": username, "password": password, "csrf_token": token("/login")}
        return client.post(address, data=form)

    return log_in
