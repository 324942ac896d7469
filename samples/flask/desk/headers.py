"""Headers that browsers obey, for every answer."""

from flask import Response


def protect(response: Response) -> Response:
    """Let nobody frame a page, or take a file for something else than it says to be."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
    return response
