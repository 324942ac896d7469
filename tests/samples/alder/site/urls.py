"""Addresses of the site."""

ROUTES = {}


def square(number: int) -> dict[str, int]:
    """Answers with a square; <b> & co stay text."""
    return {"square": number * number}


ROUTES["/api/squares/<int:number>"] = square
