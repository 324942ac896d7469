"""The admin: pages made from the models, for users who are admins."""

from flask import Flask, abort, redirect, request, url_for
from flask_admin import Admin, AdminIndexView
from flask_admin.contrib.sqla import ModelView
from werkzeug import Response

from .accounts import current_user
from .database import db
from .models import Note


class Closed:
    """Lets admins in, refuses other users, and sends everybody else to the login."""

    def is_accessible(self) -> bool:
        user = current_user()
        return user is not None and user.is_admin

    def inaccessible_callback(self, name: str, **kwargs: object) -> Response:
        if current_user() is not None:
            abort(403)
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
