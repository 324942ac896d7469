"""Work that Celery does in a process of its own."""

import time
from pathlib import Path

from celery import Celery, Task, shared_task
from flask import Flask


def init_app(app: Flask) -> Celery:
    """Configure Celery from the settings of `app`, and run its tasks in the context of `app`."""

    class FlaskTask(Task):
        def __call__(self, *args: object, **kwargs: object) -> object:
            with app.app_context():
                return self.run(*args, **kwargs)

    settings = app.config["CELERY"]
    Path(settings["broker_transport_options"]["data_folder_in"]).mkdir(parents=True, exist_ok=True)
    Path(settings["result_backend"].removeprefix("file://")).mkdir(parents=True, exist_ok=True)
    celery = Celery(app.name, task_cls=FlaskTask)
    celery.config_from_object(settings)
    celery.set_default()
    app.extensions["celery"] = celery
    return celery


@shared_task(ignore_result=False)
def shout(text: str) -> str:
    """`text` in capitals, after a second."""
    time.sleep(1)
    return text.upper()
