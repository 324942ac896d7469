"""Answers to input that was refused."""

import json

from fastapi import Request, Response, status
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError


async def refuse(_request: Request, error: RequestValidationError) -> Response:
    """Say what is wrong, as FastAPI does, but in ASCII.

    The answer repeats the input, and half a surrogate pair cannot be written in UTF-8.
    """
    content = json.dumps({"detail": jsonable_encoder(error.errors())})
    code = status.HTTP_422_UNPROCESSABLE_CONTENT
    return Response(content, code, media_type="application/json")
