"""Who is logged in, and what is closed to everybody else."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import current_app, g, redirect, request, session, url_for
from sqlalchemy import select
from werkzeug.security import check_password_hash

from ..database import db
from ..sessions import renew_session
from .models import NOBODY, User


def authenticate(username: str, password: str) -> User | None:
    """The user, if there is one with this password."""
    user = db.session.scalar(select(User).where(User.username == username))
    if user is None:
        check_password_hash(NOBODY, password)
        return None
    return user if user.has_password(password) else None


def log_in(user: User) -> None:
    """Begin a session for `user`, under a new id."""
    renew_session()
    session["user_id"] = user.id
    session["ends"] = time.time() + current_app.permanent_session_lifetime.total_seconds()


def current_user() -> User | None:
    """The user of this request, or None."""
    if "user" not in g:
        g.user = None
        if session.get("ends", 0) > time.time():
            g.user = db.session.get(User, session["user_id"])
    return g.user


def login_required(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let nobody see `view` without a session."""

    @wraps(view)
    def closed(*args: Any, **kwargs: Any) -> Any:
        if current_user() is None:
            return redirect(url_for("accounts.login", next=request.path))
        return view(*args, **kwargs)

    return closed
