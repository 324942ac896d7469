"""Files: multipart uploads with a limit."""

import hashlib

from fastapi import APIRouter, UploadFile, status
from pydantic import BaseModel

router = APIRouter(prefix="/files", tags=["files"])

LIMIT = 2 * 1024 * 1024
"""Bytes, of the whole body."""


class StoredFile(BaseModel):
    name: str
    size: int
    sha256: str


@router.post("", status_code=status.HTTP_201_CREATED, max_body_size=LIMIT)
def upload(file: UploadFile) -> StoredFile:
    digest = hashlib.file_digest(file.file, "sha256").hexdigest()
    return StoredFile(name=file.filename, size=file.size, sha256=digest)
