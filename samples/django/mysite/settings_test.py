"""Settings for tests: nothing is written to disk, and nothing is slow on purpose."""

from .settings import *  # noqa: F403
from .settings import HUEY, MIDDLEWARE

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}

# No test asks for a static file.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("servestatic.")]

HUEY = {**HUEY, "immediate": True}
