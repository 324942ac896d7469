import asyncio
import time

LINES = [f"line {number}\n" for number in range(1, 6)]
PAUSE = 0.1  # seconds


def slow_lines():
    """For servers that iterate in a thread: WSGI."""
    for line in LINES:
        yield line
        time.sleep(PAUSE)


async def aslow_lines():
    """For servers that iterate in an event loop: ASGI."""
    for line in LINES:
        yield line
        await asyncio.sleep(PAUSE)
