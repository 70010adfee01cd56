"""Browser tabs without a browser: one websocket each, a page run again and again."""

import asyncio
import statistics
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_WARM_UP = 3


@dataclass(frozen=True)
class Measured:
    """Times of single runs in milliseconds; all runs of all tabs per second; bytes of one run."""

    p50: float
    p95: float
    runs_per_second: float
    size: int


def measure(address: str, cookie: str, page: str, tabs: int, runs: int) -> Measured:
    """`runs` runs of the page in each of `tabs` tabs, all tabs at once."""
    return asyncio.run(_measure(address, cookie, page, tabs, runs))


async def _measure(address: str, cookie: str, page: str, tabs: int, runs: int) -> Measured:
    asked = _rerun(page)
    async with AsyncExitStack() as opened:
        # One after the other: a crowd of handshakes is another question.
        open_tabs = [await opened.enter_async_context(_tab(address, cookie)) for _ in range(tabs)]
        for _ in range(_WARM_UP):
            await asyncio.gather(*(_run(tab, asked) for tab in open_tabs))
        begun = time.perf_counter()
        timed = await asyncio.gather(*(_runs(tab, asked, runs) for tab in open_tabs))
        seconds = time.perf_counter() - begun
    times = sorted(taken for tab in timed for taken, _ in tab)
    return Measured(
        p50=statistics.median(times) * 1000,
        p95=times[int(len(times) * 0.95)] * 1000,
        runs_per_second=len(times) / seconds,
        size=timed[0][0][1],
    )


def _tab(address: str, cookie: str) -> connect:
    return connect(
        address.replace("http", "ws", 1) + "/_stcore/stream",
        origin=address,
        subprotocols=["streamlit"],
        additional_headers={"Cookie": f"qcdc={cookie}"},
        max_size=None,
        ping_interval=None,
        proxy=None,
        compression=None,
    )


def _rerun(page: str) -> bytes:
    asked = BackMsg()
    asked.rerun_script.page_name, _, asked.rerun_script.query_string = page.partition("?")
    return asked.SerializeToString()


async def _runs(tab: ClientConnection, asked: bytes, runs: int) -> Sequence[tuple[float, int]]:
    return [await _run(tab, asked) for _ in range(runs)]


async def _run(tab: ClientConnection, asked: bytes) -> tuple[float, int]:
    """Seconds and bytes from asking until the script has finished."""
    begun, size = time.perf_counter(), 0
    await tab.send(asked)
    while True:
        received = await tab.recv()
        size += len(received)
        # Only short messages can be the one that is waited for; parsing the others costs time.
        if len(received) < 100 and _finished(received):
            return time.perf_counter() - begun, size


def _finished(received: bytes) -> bool:
    return ForwardMsg.FromString(received).WhichOneof("type") == "script_finished"
