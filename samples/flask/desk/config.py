"""Settings. `FLASK_` before the name of any setting sets it from the environment."""

import os
from pathlib import Path
from typing import Any


def data_folder() -> str | None:
    """DATA_DIR, where database, sessions and queue are kept. None: Flask's instance folder."""
    folder = os.environ.get("DATA_DIR")
    return str(Path(folder).resolve()) if folder else None


def defaults(data: str) -> dict[str, Any]:
    """The settings of a new installation whose files lie in the folder `data`."""
    return {
        "SECRET_KEY": os.environ.get("SECRET_KEY"),
        "SESSION_COOKIE_SAMESITE": "Lax",
        "MAX_CONTENT_LENGTH": 1024 * 1024,  # bytes; the route for files takes more
        "PERMANENT_SESSION_LIFETIME": 12 * 60 * 60,  # seconds
        "SQLALCHEMY_DATABASE_URI": "sqlite:///desk.sqlite3",  # in the instance folder
        "API_TITLE": "Desk",
        "API_VERSION": "1",
        "OPENAPI_VERSION": "3.1.0",
        "CELERY": {
            "broker_url": "filesystem://",
            "broker_transport_options": {
                "data_folder_in": f"{data}/queue",
                "data_folder_out": f"{data}/queue",
                "control_folder": f"{data}/queue-control",
                "polling_interval": 0.1,  # seconds
            },
            "result_backend": f"file://{data}/results",
            "task_ignore_result": True,
        },
    }
