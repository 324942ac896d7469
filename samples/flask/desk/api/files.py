"""Files: multipart uploads with a limit."""

import hashlib
from typing import Any

from flask import Blueprint, abort, request

blueprint = Blueprint("files", __name__)

LIMIT = 2 * 1024 * 1024  # bytes, of the whole body


@blueprint.post("/files")
def upload() -> tuple[dict[str, Any], int]:
    request.max_content_length = LIMIT
    file = request.files["file"]
    if not file.filename:
        abort(400)
    digest = hashlib.file_digest(file.stream, "sha256").hexdigest()
    return {"name": file.filename, "size": file.stream.tell(), "sha256": digest}, 201
