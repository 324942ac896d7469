import time

from django.tasks import task


@task
def shout(text):
    """Stands for work that takes a second."""
    time.sleep(1)
    return text.upper()
