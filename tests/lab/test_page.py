"""Pages and forms are read as a browser reads them."""

import httpx
import pytest

from contract.page import Page


def page(body: str) -> Page:
    request = httpx.Request("GET", "http://127.0.0.1:8000/notes/new?step=1")
    return Page(httpx.Response(200, request=request, html=f"<title> A  page </title>{body}"))


FORM = """
<form id="other" action="/search"><input name="q"></form>
<form method="POST" action="save" enctype="multipart/form-data">
  <input type="hidden" name="token" value="a&amp;b">
  <input name="title" value="old">
  <textarea name="body">
first
second</textarea>
  <select name="kind"><option value="1">One<option value="2" selected>Two</select>
  <select name="size"><option>small<option>large</select>
  <input type="checkbox" name="ticked" checked><input type="checkbox" name="free" value="yes">
  <input type="radio" name="way" value="in"><input type="radio" name="way" value="out" checked>
  <input type="file" name="file"><input type="reset" name="again"><button type="button" name="no">No</button>
  <button name="save" value="1">Save</button><button name="leave">Leave</button>
</form>
"""


def test_a_form_is_sent_as_it_is_shown() -> None:
    form = page(FORM).form("title", "body")
    assert form.action == "http://127.0.0.1:8000/notes/save"
    assert (form.method, form.multipart) == ("post", True)
    assert form.filled({"title": "new"}) == {
        "token": "a&b",
        "title": "new",
        "body": "first\nsecond",
        "kind": "2",
        "size": "small",
        "ticked": "on",
        "way": "out",
        "save": "1",
    }


def test_hidden_fields_are_kept_apart() -> None:
    assert page(FORM).form("title").hidden == {"token": "a&b"}


def test_a_form_is_found_by_its_id() -> None:
    assert page(FORM).form(identifier="other").action == "http://127.0.0.1:8000/search"


def test_a_form_without_an_action_goes_to_its_page() -> None:
    assert page('<form method="post"><input name="a"></form>').form("a").action.endswith("/notes/new?step=1")


def test_a_missing_form_is_said() -> None:
    with pytest.raises(AssertionError, match=r"shows no form with the fields user: Nothing here"):
        page("<p>Nothing here").form("user")


def test_text_is_what_a_reader_sees() -> None:
    found = page('<p id="user"> Ada <b>Lovelace</b>\n</p><a href="../x">Out</a><a>none</a>')
    assert found.title == "A page"
    assert found.text("user") == "Ada Lovelace"
    assert found.text("nobody") == ""
    assert list(found.links()) == [("Out", "http://127.0.0.1:8000/x")]
