from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient


def test_greeting_shows_markup_as_text(client: FlaskClient) -> None:
    page = client.get("/greeting", query_string={"name": '<b title="x">'}).text
    assert "Hello, &lt;b title=&#34;x&#34;&gt;!" in page
    assert "<b " not in page


def test_account_is_closed(client: FlaskClient) -> None:
    response = client.get("/account")
    assert response.location == "/login?next=/account"


def test_login_opens_the_account(client: FlaskClient, log_in: Callable) -> None:
    assert log_in().location == "/account"
    assert ">ada<" in client.get("/account").text


def test_wrong_password_opens_nothing(client: FlaskClient, log_in: Callable) -> None:
    assert "is wrong" in log_in("guess").text
    assert client.get("/account").status_code == 302


def test_login_leads_to_no_other_site(client: FlaskClient) -> None:
    data = {"username": "ada", "password": "secret"}
    for address in ("//example.com/", "/\\example.com/", "https://example.com/"):
        response = client.post("/login", query_string={"next": address}, data=data)
        assert response.location == "/account"


def test_login_gives_a_new_cookie(client: FlaskClient, log_in: Callable) -> None:
    log_in()
    first = client.get_cookie("session").value
    log_in()
    assert client.get_cookie("session").value != first


def test_ended_session_opens_nothing(client: FlaskClient, log_in: Callable) -> None:
    log_in()
    kept = client.get_cookie("session").value
    client.post("/logout")
    client.set_cookie("session", kept)
    assert client.get("/account").status_code == 302


def test_transfer_is_sent_and_shown_to_its_sender(client: FlaskClient, log_in: Callable) -> None:
    log_in()
    page = client.post("/transfer", data={"to": "Bob", "amount": "5"}, follow_redirects=True)
    assert "Sent 5 to Bob." in page.text
    client.post("/logout")
    assert client.get(page.request.path).status_code == 302


def test_post_without_a_token_is_refused(
    app: Flask, client: FlaskClient, log_in: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in()
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    assert client.post("/transfer", data={"to": "Eve", "amount": "5"}).status_code == 400


def test_admin_is_closed_to_visitors(client: FlaskClient) -> None:
    assert client.get("/admin/").location == "/login?next=/admin/"
    assert client.get("/admin/note/new/").location == "/login?next=/admin/note/new/"


def test_admin_is_closed_to_other_users(client: FlaskClient, log_in: Callable) -> None:
    log_in(username="bob")
    assert client.get("/admin/").status_code == 403
    assert client.get("/admin/note/new/").status_code == 403


def test_admin_writes_notes(client: FlaskClient, log_in: Callable) -> None:
    log_in()
    client.post("/admin/note/new/", data={"title": "By hand", "body": "Made here"})
    assert client.get("/api/notes").json[0]["title"] == "By hand"
    assert "By hand" in client.get("/admin/note/").text


def test_style_sheet_can_be_kept(client: FlaskClient) -> None:
    with client.get("/static/site.css") as response:
        assert response.mimetype == "text/css"
        assert response.headers["ETag"]
