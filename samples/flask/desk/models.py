"""What the application stores, apart from accounts."""

from sqlalchemy import ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from .database import db


class Note(db.Model):
    """A note that anybody may read and change."""

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(100))
    body: Mapped[str]
    pinned: Mapped[bool] = mapped_column(default=False, server_default=false())


class Transfer(db.Model):
    """An amount that a user sent."""

    __tablename__ = "transfer"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    recipient: Mapped[str] = mapped_column(String(80))
    amount: Mapped[int]
