"""Desk: notes, orders, files, jobs, accounts and an admin, each a module."""

from collections.abc import Mapping
from typing import Any

from flask import Flask

from . import (
    accounts,
    admin,
    api,
    config,
    database,
    forms,
    headers,
    pages,
    sessions,
    sockets,
    tasks,
)


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """Make the application. `settings` override what stands in the environment, as tests do."""
    app = Flask(__name__, instance_path=config.data_folder())
    app.config.from_mapping(config.defaults(app.instance_path))
    app.config.from_prefixed_env()
    app.config.from_mapping(settings or {})

    if not app.config["SECRET_KEY"]:
        raise RuntimeError("SECRET_KEY is not set: it signs the cookies.")

    database.init_app(app)
    sessions.init_app(app)
    forms.init_app(app)
    tasks.init_app(app)

    app.register_blueprint(accounts.blueprint)
    app.register_blueprint(pages.blueprint)
    api.init_app(app)
    sockets.init_app(app)
    admin.init_app(app)
    app.after_request(headers.protect)
    return app
