"""Accounts: a module with its own pages, templates, model and commands.

It can be registered in another application, under another prefix, as it is. It expects a page named
`base.html` to fill, `flask.session` and the token of Flask-WTF.
"""

from .access import current_user, login_required
from .models import User
from .views import blueprint

__all__ = ["User", "blueprint", "current_user", "login_required"]
