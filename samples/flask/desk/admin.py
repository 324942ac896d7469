"""The admin: pages made from the models, for those who are logged in."""

from flask import Flask, redirect, request, url_for
from flask_admin import Admin, AdminIndexView
from flask_admin.contrib.sqla import ModelView
from werkzeug import Response

from .accounts import current_user
from .database import db
from .models import Note


class Closed:
    """Sends everybody who is not logged in to the login."""

    def is_accessible(self) -> bool:
        return current_user() is not None

    def inaccessible_callback(self, name: str, **kwargs: object) -> Response:
        return redirect(url_for("accounts.login", next=request.path))


class ClosedIndex(Closed, AdminIndexView):
    """The first page."""


class Notes(Closed, ModelView):
    """Lists, searches, creates, edits and deletes notes."""

    column_list = ("title", "pinned")
    column_searchable_list = ("title", "body")


def init_app(app: Flask) -> None:
    """Mount the admin at /admin/."""
    admin = Admin(app, name="Desk", index_view=ClosedIndex())
    admin.add_view(Notes(Note, db, name="Notes", endpoint="admin_notes", url="note"))
