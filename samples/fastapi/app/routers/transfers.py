"""Transfers: a form that only the user may send."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, status
from fastapi.responses import HTMLResponse, RedirectResponse

from ..database import Database
from ..models import Transfer
from ..sessions import CurrentSession, CurrentUser, check_csrf
from ..templating import templates

router = APIRouter(prefix="/transfer")


@router.get("", response_class=HTMLResponse)
def transfer_form(request: Request, user: CurrentUser, session: CurrentSession) -> HTMLResponse:
    context = {"csrf_token": session.csrf_token}
    return templates.TemplateResponse(request, "transfer.html", context)


@router.post("", dependencies=[Depends(check_csrf)])
def transfer(
    user: CurrentUser,
    database: Database,
    to: Annotated[str, Form(min_length=1, max_length=80)],
    amount: Annotated[int, Form(ge=1, le=1_000_000)],
) -> RedirectResponse:
    sent = Transfer(user_id=user.id, recipient=to, amount=amount)
    database.add(sent)
    database.commit()
    return RedirectResponse(f"/transfer/{sent.id}", status.HTTP_303_SEE_OTHER)


@router.get("/{transfer_id}", response_class=HTMLResponse)
def sent(request: Request, transfer_id: int, user: CurrentUser, database: Database) -> HTMLResponse:
    found = database.get(Transfer, transfer_id)
    if found is None or found.user_id != user.id:
        raise HTTPException(status.HTTP_404_NOT_FOUND)
    return templates.TemplateResponse(request, "sent.html", {"transfer": found})
