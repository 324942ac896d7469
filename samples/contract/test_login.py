"""Checks of the task `login`."""

from http.cookies import SimpleCookie

import pytest

from contract.page import Page
from contract.visitor import Visitor
from harness.servers import Running

PLANTED = "0123456789abcdef0123456789abcdef"
"""The value of a cookie that an attacker made up."""


def closed(page: Page) -> bool:
    """Whether a visitor was kept out: led to `/login`, or answered 401 or 403, without her name."""
    return not page.text("user") and (page.path == "/login" or page.status in {401, 403})


def session_cookies(visitor: Visitor) -> dict[str, str]:
    """Those of the visitor's cookies without which the account stays closed."""
    held, needed = visitor.cookies, {}
    for name in held:
        with visitor.anew() as other:
            other.hold({kept: value for kept, value in held.items() if kept != name})
            if closed(other.open("/account")):
                needed[name] = held[name]
    assert needed, f"the account opens without any of the cookies {sorted(held)}"
    return needed


@pytest.mark.probe
def test_the_form_leads_to_the_account(visitor: Visitor, running: Running) -> None:
    """Sending the form with the right password leads to the account, which holds her name."""
    page = visitor.log_in(running.password)
    assert page.status == 200
    assert page.path == "/account"
    assert "ada" in page.text("user").lower()


def test_the_account_is_closed_to_visitors(visitor: Visitor) -> None:
    """Without a session, the account leads to the form, or is answered 401 or 403."""
    assert closed(visitor.open("/account"))


def test_an_invented_cookie_opens_nothing(visitor: Visitor, running: Running) -> None:
    """A session cookie with a changed value opens nothing."""
    visitor.log_in(running.password)
    for name, value in session_cookies(visitor).items():
        for made_up in (PLANTED, value[::-1], value[:-1] + ("A" if value[-1] != "A" else "B")):
            with visitor.anew() as other:
                other.hold({name: made_up})
                assert closed(other.open("/account"))


def test_a_wrong_password_gives_no_session(visitor: Visitor, running: Running) -> None:
    """A wrong, an empty or another user's password gives no session."""
    for user, password in (("ada", "wrong"), ("ada", ""), ("ada' --", running.password), ("", running.password)):
        page = visitor.log_in(password, user)
        assert page.path != "/account"
        assert closed(visitor.open("/account")), (user, "got in")


def test_a_wrong_password_does_not_tell_who_exists(visitor: Visitor) -> None:
    """The answer to a wrong password is the same, whether the user exists or not."""
    seen = []
    for user in ("ada", "bob"):
        with visitor.anew() as other:
            page = other.log_in("wrong", user)
            seen.append((page.status, page.path, page.title, page.words.replace(user, "")))
    assert seen[0] == seen[1]


def test_the_cookie_is_out_of_reach_of_scripts(visitor: Visitor, running: Running) -> None:
    """The session's cookie is HttpOnly, and SameSite is Lax or Strict."""
    page = visitor.log_in(running.password)
    needed = session_cookies(visitor)
    set_by: dict[str, tuple[bool, str]] = {}
    for answer in (*page.answer.history, page.answer):
        for header in answer.headers.get_list("set-cookie"):
            for name, cookie in SimpleCookie(header).items():
                set_by[name] = bool(cookie["httponly"]), cookie["samesite"].lower()
    for name in needed:
        http_only, same_site = set_by[name]
        assert http_only, f"the cookie {name} is not HttpOnly"
        assert same_site in {"lax", "strict"}, f"SameSite of the cookie {name} is {same_site or 'not set'}"


def test_logging_in_changes_the_cookie(visitor: Visitor, running: Running) -> None:
    """A session cookie from before the login, given out or made up, is another one after it and opens nothing."""
    with visitor.anew() as first:
        first.open("/login")
        given = first.cookies
        first.log_in(running.password)
        names = session_cookies(first)
    planted = {name: given.get(name, PLANTED) for name in names}
    visitor.hold(planted)
    page = visitor.log_in(running.password)
    assert page.path == "/account"
    assert all(visitor.cookies[name] != value for name, value in planted.items())
    with visitor.anew() as attacker:
        attacker.hold(planted)
        assert closed(attacker.open("/account")), "the cookie from before the login opens the account"


def test_logging_out_ends_the_session(visitor: Visitor, running: Running) -> None:
    """After logging out the old cookie opens nothing, even if somebody kept it."""
    account = visitor.log_in(running.password)
    kept = visitor.cookies
    with visitor.anew() as thief:
        thief.hold(kept)
        assert not closed(thief.open("/account"))
    visitor.submit(account.form(identifier="logout"), {})
    assert closed(visitor.open("/account"))
    with visitor.anew() as thief:
        thief.hold(kept)
        assert closed(thief.open("/account")), "the cookie from before logging out still opens the account"


def test_logging_out_leaves_other_sessions(visitor: Visitor, running: Running) -> None:
    """Somebody who is logged in elsewhere can log in again after one session was ended."""
    account = visitor.log_in(running.password)
    visitor.submit(account.form(identifier="logout"), {})
    assert visitor.log_in(running.password).path == "/account"
