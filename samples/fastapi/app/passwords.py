"""Who somebody is, by name and password."""

from pwdlib import PasswordHash
from sqlmodel import Session, select

from .models import User

password_hash = PasswordHash.recommended()
NOBODY = password_hash.hash("")
"""Checked in place of an unknown user's password, so that both take the same time."""


def authenticate(database: Session, username: str, password: str) -> User | None:
    """The user, if there is one with this password."""
    user = database.exec(select(User).where(User.username == username)).first()
    known = password_hash.verify(password, user.password_hash if user else NOBODY)
    return user if known else None
