"""The admin: pages made from the models, for those who are logged in."""

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from sqladmin import Admin, ModelView
from sqladmin.authentication import AuthenticationBackend
from sqlmodel import Session

from .config import get_settings
from .database import engine
from .models import Note
from .sessions import COOKIE, find_session


class SessionOfTheSite(AuthenticationBackend):
    """Lets those in who are logged in to the site, and leads everybody else to its login."""

    async def authenticate(self, request: Request) -> Response | bool:
        if await run_in_threadpool(self.is_logged_in, request.cookies.get(COOKIE)):
            return True
        return RedirectResponse("/login?next=/admin/")

    def is_logged_in(self, token: str | None) -> bool:
        with Session(engine) as database:
            session = find_session(database, token)
            return session is not None and session.user_id is not None


class NoteAdmin(ModelView, model=Note):
    """Lists, searches, creates, edits and deletes notes."""

    column_list = (Note.id, Note.title, Note.pinned)
    column_searchable_list = (Note.title, Note.body)


def mount(app: FastAPI) -> None:
    """Mount the admin at /admin/."""
    backend = SessionOfTheSite(get_settings().secret_key, session_cookie="admin")
    admin = Admin(app, engine, title="Desk", authentication_backend=backend)
    admin.add_view(NoteAdmin)
