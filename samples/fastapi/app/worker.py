"""Work that Celery does in a process of its own: `celery --app app.worker worker`."""

import time

from celery import Celery

from .config import get_settings

folder = get_settings().data_dir.resolve()
queue, results = folder / "queue", folder / "results"
for needed in (queue, results):
    needed.mkdir(parents=True, exist_ok=True)

celery = Celery("desk", broker="filesystem://", backend=results.as_uri())
celery.conf.broker_transport_options = {
    "data_folder_in": str(queue),
    "data_folder_out": str(queue),
    "control_folder": str(folder / "queue-control"),
    "polling_interval": 0.1,  # seconds
}


@celery.task
def shout(text: str) -> str:
    """`text` in capitals, after a second."""
    time.sleep(1)
    return text.upper()
