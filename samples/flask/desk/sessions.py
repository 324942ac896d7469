"""Flask's `session`, kept on the server by Beaker. The cookie holds nothing but its signed id."""

from typing import Any

from beaker.middleware import SessionMiddleware
from beaker.session import SessionObject
from flask import Flask, Request, Response, session
from flask.sessions import SessionInterface

KEPT_BY_BEAKER = {"_accessed_time", "_creation_time"}


class BeakerSessions(SessionInterface):
    """Makes `flask.session` the session that the middleware put into the environment."""

    def open_session(self, app: Flask, request: Request) -> SessionObject | None:
        return request.environ.get("beaker.session")

    def save_session(self, app: Flask, session: SessionObject, response: Response) -> None:
        if session.accessed():
            response.vary.add("Cookie")
            if content(session) != content(session.accessed_dict):
                session.save()


def content(data: Any) -> dict[str, Any]:
    """What the application put into the session."""
    return {key: value for key, value in data.items() if key not in KEPT_BY_BEAKER}


def init_app(app: Flask) -> None:
    """Keep the sessions of `app` in files in its instance folder."""
    app.session_interface = BeakerSessions()
    app.wsgi_app = SessionMiddleware(
        app.wsgi_app,
        type="file",
        data_dir=f"{app.instance_path}/sessions",
        data_serializer="json",
        secret=app.config["SECRET_KEY"],
        key=app.config["SESSION_COOKIE_NAME"],
        secure=app.config["SESSION_COOKIE_SECURE"],
        samesite=app.config["SESSION_COOKIE_SAMESITE"],
        httponly=True,
        save_accessed_time=False,  # a request that only reads must not bring back an ended session
    )


def renew_session() -> None:
    """Go on with a new id and no data, so that a copy of the old cookie opens nothing.

    Beaker's `invalidate` alone gives a new id, and leaves what is stored under the old one.
    """
    session.clear()
    session.save()
    session.persist()
    session.invalidate()
