"""Pages to log in and out, and the command that creates users."""

import re

import click
from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy.exc import IntegrityError
from werkzeug import Response

from ..database import db
from ..sessions import renew_session
from .access import authenticate, current_user, log_in, login_required
from .forms import LoginForm
from .models import User

blueprint = Blueprint("accounts", __name__, template_folder="templates", cli_group="accounts")

PATH_OF_THIS_SITE = re.compile(r"/(?![/\\])[!-~]*")


@blueprint.route("/login", methods=["GET", "POST"])
def login() -> str | Response:
    form = LoginForm()
    if form.validate_on_submit():
        user = authenticate(form.username.data, form.password.data)
        if user is not None:
            log_in(user)
            return redirect(next_page())
        form.form_errors.append("The user name or the password is wrong.")
    return render_template("accounts/login.html", form=form)


@blueprint.get("/account")
@login_required
def account() -> str:
    return render_template("accounts/account.html", user=current_user())


@blueprint.post("/logout")
@login_required
def logout() -> Response:
    renew_session()
    return redirect(url_for(".login"))


def next_page() -> str:
    """The page that asked for the login, if it is one of this site, or the account."""
    path = request.args.get("next", "")
    return path if PATH_OF_THIS_SITE.fullmatch(path) else url_for(".account")


@blueprint.cli.command("create")
@click.argument("username")
@click.password_option(envvar="USER_PASSWORD", help="Asked for if not given.")
@click.option("--admin", is_flag=True, help="Let the user into the admin.")
def create(username: str, password: str, admin: bool) -> None:
    """Create a user who can log in."""
    user = User(username=username, is_admin=admin)
    user.set_password(password)
    db.session.add(user)
    try:
        db.session.commit()
    except IntegrityError as error:
        raise click.ClickException(f"There is a user named {username} already.") from error
    click.echo(f"Created {username}.")
