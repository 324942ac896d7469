"""Answers that take their time."""

import time
from collections.abc import Iterator

from flask import Blueprint, Response, abort, request

blueprint = Blueprint("waiting", __name__)


@blueprint.get("/stream")
def stream() -> Response:
    def lines() -> Iterator[str]:
        for number in range(1, 6):
            if number > 1:
                time.sleep(0.1)
            yield f"line {number}\n"

    return Response(lines(), mimetype="text/plain")


@blueprint.get("/wait")
def wait() -> dict[str, int]:
    milliseconds = request.args.get("ms", -1, type=int)
    if not 0 <= milliseconds <= 5000:
        abort(400)
    time.sleep(milliseconds / 1000)
    return {"waited": milliseconds}
