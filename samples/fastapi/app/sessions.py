"""Sessions that the server can end: a row for each, and a token in a cookie."""

import hashlib
import secrets
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Cookie, Depends, Form, HTTPException, Request, Response, status
from sqlmodel import Session

from .config import get_settings
from .database import Database
from .models import BrowserSession, User

COOKIE = "session"


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def begin_session(database: Session, user: User | None = None) -> tuple[BrowserSession, str]:
    """Store a new session. Returns it and its token, which belongs into the cookie."""
    token = secrets.token_urlsafe(32)
    session = BrowserSession(
        token_hash=token_hash(token),
        csrf_token=secrets.token_urlsafe(32),
        user_id=user.id if user else None,
        ends=datetime.now(UTC) + get_settings().session_lifetime,
    )
    database.add(session)
    database.commit()
    return session, token


def set_cookie(response: Response, token: str) -> None:
    secure = get_settings().cookie_secure
    response.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=secure)


def end_session(database: Session, session: BrowserSession | None) -> None:
    """Remove the session, so that a copy of its cookie opens nothing."""
    if session is not None:
        database.delete(session)
        database.commit()


def find_session(database: Session, token: str | None) -> BrowserSession | None:
    session = database.get(BrowserSession, token_hash(token)) if token else None
    return None if session is None or session.is_over() else session


def get_session(
    database: Database, session: Annotated[str | None, Cookie()] = None
) -> BrowserSession | None:
    return find_session(database, session)


CurrentSession = Annotated[BrowserSession | None, Depends(get_session)]


def get_user(request: Request, database: Database, session: CurrentSession) -> User:
    """The user who is logged in. Everybody else is led to the login."""
    if session is None or session.user_id is None:
        login = {"Location": f"/login?next={request.url.path}"}
        raise HTTPException(status.HTTP_303_SEE_OTHER, headers=login)
    return database.get_one(User, session.user_id)


CurrentUser = Annotated[User, Depends(get_user)]


def check_csrf(session: CurrentSession, csrf_token: Annotated[str, Form()] = "") -> None:
    """Refuse a form without the token of its session."""
    known = session.csrf_token if session else ""
    if not known or not secrets.compare_digest(known.encode(), csrf_token.encode()):
        raise HTTPException(status.HTTP_403_FORBIDDEN, "The form has no token of this session.")
