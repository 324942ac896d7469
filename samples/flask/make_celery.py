"""What the command `celery --app make_celery worker` starts."""

from desk import create_app

celery_app = create_app().extensions["celery"]
