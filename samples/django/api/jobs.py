from typing import Annotated
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from django.http import Http404
from django.tasks import TaskResultStatus
from django.tasks.exceptions import TaskResultDoesNotExist

from .tasks import shout

STATES = {
    TaskResultStatus.READY: "waiting",
    TaskResultStatus.RUNNING: "running",
    TaskResultStatus.SUCCESSFUL: "done",
    TaskResultStatus.FAILED: "failed",
}

router = Router()


class JobIn(Schema):
    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=1000)]


class JobOut(Schema):
    id: str
    state: str
    result: str | None = None


@router.post("", response={202: JobOut})
def create_job(request, data: JobIn):
    job = shout.enqueue(data.text)
    return Status(202, {"id": job.id, "state": STATES[job.status]})


@router.get("{uuid:job_id}", response=JobOut)
def show_job(request, job_id: UUID):
    try:
        job = shout.get_result(job_id)
    except TaskResultDoesNotExist as error:
        raise Http404("No such job.") from error
    done = job.status == TaskResultStatus.SUCCESSFUL
    result = job.return_value if done else None
    return {"id": job.id, "state": STATES[job.status], "result": result}
