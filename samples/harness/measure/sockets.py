"""Idle WebSockets: what each costs in memory, and whether HTTP still answers beside them."""

import asyncio
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin

from backend_atlas.model.lab.measurements import Opening, SocketsRow
from harness.measure.plan import Plan
from harness.measure.processes import memory
from harness.measure.subjects import Measured
from harness.servers import Running

AT_ONCE = 50
"""How many connect at the same time, so that no queue of the system runs over."""
OPENS_WITHIN = 5.0
ANSWERS_WITHIN = 2.0


def measure(measured: Measured, plan: Plan) -> SocketsRow:
    """One subject, which is stopped at first and at the end."""
    return SocketsRow(
        subject=measured.subject, openings=tuple(_opening(measured.running, plan) for _ in range(plan.openings))
    )


def _opening(running: Running, plan: Plan) -> Opening:
    """One opening. Runs in a thread of its own, since the caller may be inside an event loop."""
    running.start_server()
    try:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(lambda: asyncio.run(_open_all(running, plan))).result()
    finally:
        running.stop()


async def _open_all(running: Running, plan: Plan) -> Opening:
    before = memory(running.pid)
    async with _opened(running.url, plan.sockets) as sockets:
        await asyncio.sleep(plan.settles)
        return Opening(opened=len(sockets), before=before, after=memory(running.pid), answer=await _answer(running.url))


@asynccontextmanager
async def _opened(url: str, wanted: int) -> AsyncIterator[list[ClientConnection]]:
    """As many sockets as open. Each has answered one message, so a socket that is only accepted does not count."""
    async with AsyncExitStack() as stack:
        sockets: list[ClientConnection] = []
        while (count := min(AT_ONCE, wanted - len(sockets))) > 0:
            found = await asyncio.gather(*(_open(url) for _ in range(count)))
            working = [socket for socket in found if socket]
            for socket in working:
                stack.push_async_callback(socket.close)
            sockets += working
            if len(working) < count:
                break
        yield sockets


async def _open(url: str) -> ClientConnection | None:
    """One socket, opened as a page of the same site opens it."""
    address = url.replace("http://", "ws://") + "/ws/echo"
    try:
        async with asyncio.timeout(OPENS_WITHIN):
            socket = await connect(address, origin=Origin(url), ping_interval=None, close_timeout=1, compression=None)
            await socket.send("here")
            await socket.recv()
    except (OSError, TimeoutError, WebSocketException):
        return None
    return socket


async def _answer(url: str) -> float | None:
    start = time.perf_counter()
    try:
        async with httpx.AsyncClient(timeout=ANSWERS_WITHIN, trust_env=False) as client:
            answer = await client.get(f"{url}/api/hello/Ada")
    except httpx.HTTPError:
        return None
    return round((time.perf_counter() - start) * 1000, 1) if answer.is_success else None
