"""Checks of the task `validation`."""

from typing import Any

import httpx
import pytest

from contract.asking import refused

LINES: list[dict[str, object]] = [{"sku": "tea", "quantity": 2}, {"sku": "mug", "quantity": 1}]


def order(**changes: object) -> dict[str, Any]:
    """A good order, with changes."""
    return {"customer": "Ada Lovelace", "lines": LINES} | changes


@pytest.mark.probe
def test_a_good_order_is_taken(client: httpx.Client) -> None:
    """A good order is answered 201, with the order and the sum of its quantities."""
    answer = client.post("/api/orders", json=order(email="ada@example.org"))
    assert answer.status_code == 201
    taken = answer.json()
    assert taken["customer"] == "Ada Lovelace"
    assert taken["email"] == "ada@example.org"
    assert [{key: line[key] for key in ("sku", "quantity")} for line in taken["lines"]] == LINES
    assert taken["total_quantity"] == 3


def test_the_limits_themselves_are_good(client: httpx.Client) -> None:
    """The e-mail may be missing, and the longest texts, the largest quantity and the most lines are taken."""
    lines = [{"sku": "s" * 20, "quantity": 100}] * 20
    answer = client.post("/api/orders", json=order(customer="c" * 80, lines=lines))
    assert answer.status_code == 201, answer.text
    assert answer.json()["total_quantity"] == 2_000


def test_a_missing_customer_is_refused(client: httpx.Client) -> None:
    """An order without a customer is refused, and the answer names the field."""
    assert "customer" in refused(client.post("/api/orders", json={"lines": LINES}), because="no customer")


def test_a_quantity_of_zero_is_refused(client: httpx.Client) -> None:
    """A quantity of 0 is refused, and the answer names the field."""
    answer = client.post("/api/orders", json=order(lines=[{"sku": "tea", "quantity": 0}]))
    assert "quantity" in refused(answer, because="a quantity of 0")


def test_a_quantity_in_words_is_refused(client: httpx.Client) -> None:
    """A quantity that is a word is refused, and the answer names the field."""
    answer = client.post("/api/orders", json=order(lines=[{"sku": "tea", "quantity": "two"}]))
    assert "quantity" in refused(answer, because="a quantity that is a word")


def test_no_lines_are_refused(client: httpx.Client) -> None:
    """An order with an empty list of lines is refused, and the answer names the field."""
    assert "lines" in refused(client.post("/api/orders", json=order(lines=[])), because="no lines")


def test_an_unknown_field_is_refused(client: httpx.Client) -> None:
    """A field that nobody declared is refused, and the answer names it."""
    answer = client.post("/api/orders", json=order(discount=50))
    assert "discount" in refused(answer, because="an unknown field")


def test_values_over_the_limits_are_refused(client: httpx.Client) -> None:
    """Texts that are too long or empty, a quantity over 100 and too many lines are refused."""
    line = {"sku": "tea", "quantity": 1}
    for changes in (
        {"customer": ""},
        {"customer": "c" * 81},
        {"lines": [line | {"sku": "s" * 21}]},
        {"lines": [line | {"quantity": 101}]},
        {"lines": [line | {"quantity": 1.5}]},
        {"lines": [line] * 21},
    ):
        refused(client.post("/api/orders", json=order(**changes)), because=str(changes)[:60])


def test_text_that_is_not_json_is_refused(client: httpx.Client) -> None:
    """Text that is not JSON is refused in JSON, and the server goes on."""
    for text in ("{not json", '{"customer": "Ada",', "\x00"):
        answer = client.post("/api/orders", content=text, headers={"Content-Type": "application/json"})
        refused(answer, because="not JSON")
    assert client.post("/api/orders", json=order()).status_code == 201
