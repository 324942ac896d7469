"""What is stored, and what the API takes and gives of it."""

from datetime import UTC, datetime

from sqlalchemy import false
from sqlmodel import Field, SQLModel


class NoteWrite(SQLModel):
    title: str = Field(min_length=1, max_length=100)
    body: str = Field(max_length=100_000)


class Note(NoteWrite, table=True):
    """A note that anybody may read and change."""

    id: int | None = Field(default=None, primary_key=True)
    pinned: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class NoteRead(NoteWrite):
    id: int
    pinned: bool


class User(SQLModel, table=True):
    """Somebody who can log in."""

    id: int | None = Field(default=None, primary_key=True)
    username: str = Field(max_length=80, unique=True)
    password_hash: str
    is_admin: bool = False


class BrowserSession(SQLModel, table=True):
    """What the server knows of a browser. Of its token it keeps only the hash."""

    __tablename__ = "session"

    token_hash: str = Field(primary_key=True)
    csrf_token: str
    user_id: int | None = Field(default=None, foreign_key="user.id")
    ends: datetime

    def is_over(self) -> bool:
        return self.ends <= datetime.now(UTC)


class Transfer(SQLModel, table=True):
    """An amount that a user sent."""

    id: int | None = Field(default=None, primary_key=True)
    user_id: int = Field(foreign_key="user.id")
    recipient: str = Field(max_length=80)
    amount: int
