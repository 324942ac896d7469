"""Pages for people."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug import Response

from .accounts import current_user, login_required
from .database import db
from .forms import TransferForm
from .models import Transfer

blueprint = Blueprint("pages", __name__)


@blueprint.get("/greeting")
def greeting() -> str:
    return render_template("greeting.html", name=request.args.get("name", "World"))


@blueprint.route("/transfer", methods=["GET", "POST"])
@login_required
def transfer() -> str | Response:
    form = TransferForm()
    if not form.validate_on_submit():
        return render_template("transfer.html", form=form)
    sent = Transfer(user_id=current_user().id, recipient=form.to.data, amount=form.amount.data)
    db.session.add(sent)
    db.session.commit()
    return redirect(url_for(".sent", transfer_id=sent.id))


@blueprint.get("/transfer/<int:transfer_id>")
@login_required
def sent(transfer_id: int) -> str:
    found = db.session.get(Transfer, transfer_id)
    if found is None or found.user_id != current_user().id:
        abort(404)
    return render_template("sent.html", transfer=found)
