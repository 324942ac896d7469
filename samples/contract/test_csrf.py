"""Checks of the task `csrf`."""

import pytest

from contract.asking import FORBIDDEN
from contract.page import Form, Page
from contract.visitor import Visitor
from harness.servers import Running

TRANSFER = {"to": "bob", "amount": "25"}


@pytest.fixture
def transfer(visitor: Visitor, running: Running) -> Form:
    """The form, as it is shown to a user who is logged in."""
    visitor.log_in(running.password)
    return visitor.open("/transfer").form("to", "amount")


def sent(page: Page) -> bool:
    """Whether the page says that the transfer was made."""
    return "sent" in page.text("result").lower()


def forge(visitor: Visitor, form: Form, hidden: dict[str, str]) -> None:
    """Sends the form with other hidden fields, in the name of the visitor. AssertionError where it is not refused."""
    page = visitor.send(form, form.shown | form.button | TRANSFER | hidden, {})
    assert page.status in FORBIDDEN, f"answered {page.status} instead of 400 or 403"
    assert not sent(page)
    assert not sent(visitor.open("/transfer")), "the transfer was made although the post was refused"


@pytest.mark.probe
def test_a_form_sent_as_shown_is_taken(visitor: Visitor, transfer: Form) -> None:
    """The form, sent as shown with its hidden token, leads to a page that says so; without the token it does not."""
    assert sent(visitor.submit(transfer, TRANSFER))
    forge(visitor, visitor.open("/transfer").form("to", "amount"), {})


def test_a_post_without_a_token_is_refused(visitor: Visitor, transfer: Form) -> None:
    """A post without the hidden fields is refused, and nothing is sent."""
    assert transfer.hidden, "the form has no hidden field that could hold a token"
    forge(visitor, transfer, {})
    forge(visitor, transfer, dict.fromkeys(transfer.hidden, ""))


def test_a_made_up_token_is_refused(visitor: Visitor, transfer: Form) -> None:
    """A post with a token of the right length that somebody made up is refused, and nothing is sent."""
    for letter in "a0":
        forge(visitor, transfer, {name: letter * len(value) for name, value in transfer.hidden.items()})
    forge(visitor, transfer, {name: value[::-1] for name, value in transfer.hidden.items()})


def test_a_token_of_another_session_is_refused(visitor: Visitor, transfer: Form, running: Running) -> None:
    """A post with a token that another session was given is refused, and nothing is sent."""
    with visitor.anew() as attacker:
        attacker.log_in(running.password)
        theirs = attacker.open("/transfer").form("to", "amount")
        forge(visitor, transfer, theirs.hidden)
        assert sent(attacker.submit(theirs, TRANSFER)), "the token does not even serve the session it was given to"


def test_a_post_of_another_site_is_refused(visitor: Visitor, transfer: Form) -> None:
    """A post as a browser sends it from another site, without a token, is refused, and nothing is sent."""
    headers = {
        "Origin": "http://attacker.example",
        "Referer": "http://attacker.example/",
        "Sec-Fetch-Site": "cross-site",
    }
    page = visitor.send(transfer, transfer.shown | TRANSFER, headers)
    assert page.status in FORBIDDEN
    assert not sent(page)
    assert not sent(visitor.open("/transfer"))
