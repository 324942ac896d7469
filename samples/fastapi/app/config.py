"""Settings, from the environment."""

from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Each is set by the environment variable of its name, in capitals."""

    secret_key: str = Field(min_length=1)
    data_dir: Path = Path("data")
    cookie_secure: bool = False
    session_lifetime: timedelta = timedelta(hours=12)


@lru_cache
def get_settings() -> Settings:
    return Settings()
