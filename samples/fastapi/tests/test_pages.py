from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select
from typer.testing import CliRunner

from app.commands import commands
from app.database import engine
from app.models import Transfer


def test_greeting_shows_markup_as_text(client: TestClient) -> None:
    page = client.get("/greeting", params={"name": '<b title="x">'}).text
    assert "Hello, &lt;b title=&#34;x&#34;&gt;!" in page
    assert "<b " not in page


def test_account_is_closed(client: TestClient) -> None:
    assert client.get("/account").headers["Location"] == "/login?next=/account"


def test_login_opens_the_account(client: TestClient, log_in: Callable) -> None:
    assert log_in().headers["Location"] == "/account"
    assert ">ada<" in client.get("/account").text


def test_wrong_password_opens_nothing(client: TestClient, log_in: Callable) -> None:
    assert "is wrong" in log_in("guess").text
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize("address", ["//example.com/", "/\\example.com/", "https://example.com/"])
def test_login_leads_to_no_other_site(log_in: Callable, address: str) -> None:
    assert log_in(address=f"/login?next={address}").status_code == 422


def test_login_gives_a_new_cookie(client: TestClient, log_in: Callable) -> None:
    client.get("/login")
    first = client.cookies["session"]
    log_in()
    assert client.cookies["session"] != first


def test_ended_session_opens_nothing(client: TestClient, log_in: Callable, token: Callable) -> None:
    log_in()
    kept = client.cookies["session"]
    client.post("/logout", data={"csrf_token": token("/account")})
    client.cookies.set("session", kept)
    assert client.get("/account").status_code == 303


def test_transfer_is_sent(client: TestClient, log_in: Callable, token: Callable) -> None:
    log_in()
    form = {"to": "Bob", "amount": "5", "csrf_token": token("/transfer")}
    page = client.post("/transfer", data=form, follow_redirects=True)
    assert "Sent 5 to Bob." in page.text


@pytest.mark.parametrize("forged", [{}, {"csrf_token": "made up"}, {"csrf_token": "é"}])
def test_forged_transfer_is_refused(client: TestClient, log_in: Callable, forged: dict) -> None:
    log_in()
    response = client.post("/transfer", data={"to": "Eve", "amount": "5"} | forged)
    assert response.status_code == 403
    with Session(engine) as database:
        assert database.exec(select(Transfer)).all() == []


def test_admin_is_closed_to_visitors(client: TestClient) -> None:
    assert client.get("/admin/").headers["Location"] == "/login?next=/admin/"
    assert client.get("/admin/note/list").headers["Location"] == "/login?next=/admin/"


def test_admin_is_closed_to_other_users(client: TestClient, log_in: Callable) -> None:
    log_in(username="bob")
    assert client.get("/admin/").status_code == 403
    assert client.get("/admin/note/create").status_code == 403


def test_admin_writes_notes(client: TestClient, log_in: Callable) -> None:
    log_in()
    form = {"title": "By hand", "body": "Made here", "save": "Save"}
    client.post("/admin/note/create", data=form)
    assert client.get("/api/notes").json()[0]["title"] == "By hand"
    assert "By hand" in client.get("/admin/note/list").text


def test_style_sheet_can_be_kept(client: TestClient) -> None:
    response = client.get("/static/site.css")
    assert response.headers["Content-Type"].startswith("text/css")
    assert response.headers["ETag"]


def test_user_names_are_unique() -> None:
    result = CliRunner().invoke(commands, ["ada", "--password", "x"])
    assert result.exit_code == 1
    assert "already" in result.output
