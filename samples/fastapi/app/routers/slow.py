"""Answers that take their time."""

import asyncio
from collections.abc import AsyncIterable
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

router = APIRouter(tags=["slow"])


class TextStream(StreamingResponse):
    media_type = "text/plain"


@router.get("/stream", response_class=TextStream)
async def stream() -> AsyncIterable[str]:
    for number in range(1, 6):
        if number > 1:
            await asyncio.sleep(0.1)
        yield f"line {number}\n"


@router.get("/wait")
async def wait(ms: Annotated[int, Query(ge=0, le=5000)]) -> dict[str, int]:
    await asyncio.sleep(ms / 1000)
    return {"waited": ms}
