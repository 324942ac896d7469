"""Jobs: handed to the worker, and asked for later."""

from typing import Any
from uuid import UUID

from celery.result import AsyncResult
from flask.views import MethodView
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from ..tasks import shout

blueprint = Blueprint("jobs", __name__, url_prefix="/jobs")


class JobSchema(Schema):
    id = fields.String(dump_only=True)
    text = fields.String(required=True, load_only=True, validate=validate.Length(1, 1000))
    state = fields.String(dump_only=True)
    result = fields.String(dump_only=True)


@blueprint.route("")
class Jobs(MethodView):
    @blueprint.arguments(JobSchema)
    @blueprint.response(202, JobSchema)
    def post(self, job: dict[str, str]) -> dict[str, str]:
        return {"id": shout.delay(job["text"]).id}


@blueprint.route("/<uuid:job_id>")
class JobById(MethodView):
    @blueprint.response(200, JobSchema)
    def get(self, job_id: UUID) -> dict[str, Any]:
        job = AsyncResult(str(job_id))
        if job.successful():
            return {"id": job.id, "state": "done", "result": job.result}
        return {"id": job.id, "state": job.state.lower()}
