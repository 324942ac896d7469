"""The form to log in."""

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField, SubmitField
from wtforms.validators import InputRequired


class LoginForm(FlaskForm):
    """Who somebody is, and what proves it."""

    username = StringField("User name", [InputRequired()])
    password = PasswordField("Password", [InputRequired()])
    submit = SubmitField("Log in")
