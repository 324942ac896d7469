"""Forms, and the token that every form post has to carry."""

from flask import Flask
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import IntegerField, StringField, SubmitField
from wtforms.validators import InputRequired, Length, NumberRange

csrf = CSRFProtect()


class TransferForm(FlaskForm):
    """Whom to send how much."""

    to = StringField("To", [InputRequired(), Length(max=80)])
    amount = IntegerField("Amount", [InputRequired(), NumberRange(min=1, max=1_000_000)])
    submit = SubmitField("Send")


def init_app(app: Flask) -> None:
    """Refuse every form post without a token of its session, on all pages of `app`."""
    csrf.init_app(app)
