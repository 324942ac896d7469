from .settings import *  # noqa: F403
import os

SECRET_KEY = os.environ["SECRET_KEY"]

DEBUG = False

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
