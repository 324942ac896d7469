"""Jobs: handed to the worker, and asked for later."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, status
from pydantic import BaseModel, Field

from ..worker import shout

router = APIRouter(prefix="/jobs", tags=["jobs"])


class JobWrite(BaseModel):
    text: Annotated[str, Field(min_length=1, max_length=1000)]


@router.post("", status_code=status.HTTP_202_ACCEPTED)
def start_job(job: JobWrite) -> dict[str, str]:
    return {"id": shout.delay(job.text).id}


@router.get("/{job_id}")
def read_job(job_id: UUID) -> dict[str, Any]:
    job = shout.AsyncResult(str(job_id))
    if job.successful():
        return {"id": job.id, "state": "done", "result": job.result}
    return {"id": job.id, "state": job.state.lower()}
