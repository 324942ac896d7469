"""Accounts: a module with its own pages, templates, model and commands.

Of the application it takes the database, `renew_session` and the template `base.html`.
"""

from .access import current_user, login_required
from .models import User
from .views import blueprint

__all__ = ["User", "blueprint", "current_user", "login_required"]
