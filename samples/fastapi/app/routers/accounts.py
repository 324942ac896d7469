"""Pages to log in and out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response, status
from fastapi.responses import HTMLResponse, RedirectResponse

from ..database import Database
from ..passwords import authenticate
from ..sessions import (
    CurrentSession,
    CurrentUser,
    begin_session,
    check_csrf,
    end_session,
    set_cookie,
)
from ..templating import templates

router = APIRouter()

PathOfThisSite = Annotated[str, Query(pattern=r"^/([^/\\\s][!-~]*)?$")]


@router.get("/login", response_class=HTMLResponse)
def login_form(request: Request, database: Database, session: CurrentSession) -> HTMLResponse:
    token = None
    if session is None:
        session, token = begin_session(database)
    page = templates.TemplateResponse(request, "login.html", {"csrf_token": session.csrf_token})
    if token is not None:
        set_cookie(page, token)
    return page


@router.post("/login", dependencies=[Depends(check_csrf)])
def login(
    request: Request,
    database: Database,
    session: CurrentSession,
    username: Annotated[str, Form()],
    password: Annotated[str, Form()],
    next: PathOfThisSite = "/account",
) -> Response:
    user = authenticate(database, username, password)
    if user is None:
        context = {"csrf_token": session.csrf_token, "wrong": True}
        return templates.TemplateResponse(request, "login.html", context)
    end_session(database, session)
    _, token = begin_session(database, user)
    response = RedirectResponse(next, status.HTTP_303_SEE_OTHER)
    set_cookie(response, token)
    return response


@router.get("/account", response_class=HTMLResponse)
def account(request: Request, user: CurrentUser, session: CurrentSession) -> HTMLResponse:
    context = {"user": user, "csrf_token": session.csrf_token}
    return templates.TemplateResponse(request, "account.html", context)


@router.post("/logout", dependencies=[Depends(check_csrf)])
def logout(database: Database, session: CurrentSession) -> RedirectResponse:
    end_session(database, session)
    return RedirectResponse("/login", status.HTTP_303_SEE_OTHER)
