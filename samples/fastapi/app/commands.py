"""Commands for those who run the application: `python -m app.commands`."""

from typing import Annotated

import typer
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from .database import engine
from .models import User
from .passwords import password_hash

commands = typer.Typer()


@commands.command()
def create_user(
    username: str,
    password: Annotated[str, typer.Option(envvar="USER_PASSWORD", prompt=True, hide_input=True)],
    admin: Annotated[bool, typer.Option("--admin", help="Let the user into the admin.")] = False,
) -> None:
    """Create a user who can log in."""
    with Session(engine) as database:
        hashed = password_hash.hash(password)
        database.add(User(username=username, password_hash=hashed, is_admin=admin))
        try:
            database.commit()
        except IntegrityError:
            typer.echo(f"There is a user named {username} already.", err=True)
            raise typer.Exit(1) from None
    typer.echo(f"Created {username}.")


if __name__ == "__main__":
    commands()
