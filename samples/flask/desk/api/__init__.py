"""The JSON API. Its problems are told in JSON, those of pages in HTML."""

from typing import Any

from flask import Flask, request
from flask_smorest import Api
from werkzeug.exceptions import HTTPException

from ..forms import csrf
from . import files, hello, jobs, notes, orders, waiting

PREFIX = "/api"


class JsonApi(Api):
    """Keeps its JSON errors to the addresses below `PREFIX`, and the headers that they had."""

    def handle_http_exception(self, error: HTTPException) -> Any:
        if not request.path.startswith(f"{PREFIX}/"):
            return error
        payload, status, headers = super().handle_http_exception(error)
        kept = {name: value for name, value in error.get_headers() if name != "Content-Type"}
        return payload, status, kept | (headers or {})


def init_app(app: Flask) -> None:
    """Mount the parts of the API. It knows no cookies, so forged posts need no refusing."""
    api = JsonApi(app)
    for module in (jobs, notes, orders):
        api.register_blueprint(module.blueprint, url_prefix=PREFIX + module.blueprint.url_prefix)
        csrf.exempt(module.blueprint)
    for module in (files, hello, waiting):
        app.register_blueprint(module.blueprint, url_prefix=PREFIX)
        csrf.exempt(module.blueprint)
