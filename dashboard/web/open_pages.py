"""The websockets open for each session, so that signing out ends the pages that are open."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_open: defaultdict[str, set[Callable[[], None]]] = defaultdict(set)


@contextmanager
def until_ended(token: str) -> Iterator[asyncio.Event]:
    """An event that is set when the session's pages are to end."""
    ended, loop = asyncio.Event(), asyncio.get_running_loop()

    def end() -> None:
        # Signing out happens in another thread than the one the pages are served from.
        loop.call_soon_threadsafe(ended.set)

    _open[token].add(end)
    try:
        yield ended
    finally:
        _open[token].discard(end)
        if not _open[token]:
            del _open[token]


def end_pages(token: str) -> None:
    for end in tuple(_open.get(token, ())):
        end()
