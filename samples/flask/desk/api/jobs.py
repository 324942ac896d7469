"""Jobs: handed to the worker, and asked for later."""

from typing import Any
from uuid import UUID

from celery.result import AsyncResult
from flask import Blueprint, abort, request

from ..tasks import shout

blueprint = Blueprint("jobs", __name__)


@blueprint.post("/jobs")
def start() -> tuple[dict[str, str], int]:
    text = request.get_json().get("text")
    if not isinstance(text, str):
        abort(422)
    return {"id": shout.delay(text).id}, 202


@blueprint.get("/jobs/<uuid:job_id>")
def show(job_id: UUID) -> dict[str, Any]:
    job = AsyncResult(str(job_id))
    if job.successful():
        return {"id": job.id, "state": "done", "result": job.result}
    return {"id": job.id, "state": job.state.lower()}
