"""The admin: pages made from the models, for users who are admins."""

from fastapi import FastAPI, Request, status
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from sqladmin import Admin, ModelView
from sqladmin.authentication import AuthenticationBackend
from sqlmodel import Session

from .config import get_settings
from .database import engine
from .models import Note, User
from .sessions import COOKIE, find_session


class SessionOfTheSite(AuthenticationBackend):
    """Lets admins in, refuses other users, and leads everybody else to the login."""

    async def authenticate(self, request: Request) -> Response | bool:
        user = await run_in_threadpool(self.find_user, request.cookies.get(COOKIE))
        if user is None:
            return RedirectResponse("/login?next=/admin/")
        return user.is_admin or Response(status_code=status.HTTP_403_FORBIDDEN)

    def find_user(self, token: str | None) -> User | None:
        with Session(engine) as database:
            session = find_session(database, token)
            return database.get(User, session.user_id) if session and session.user_id else None


class NoteAdmin(ModelView, model=Note):
    """Lists, searches, creates, edits and deletes notes."""

    column_list = (Note.id, Note.title, Note.pinned)
    column_searchable_list = (Note.title, Note.body)


def mount(app: FastAPI) -> None:
    """Mount the admin at /admin/."""
    backend = SessionOfTheSite(get_settings().secret_key, session_cookie="admin")
    admin = Admin(app, engine, title="Desk", authentication_backend=backend)
    admin.add_view(NoteAdmin)
