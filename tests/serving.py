"""A real server on a free port of this machine, for tests and benchmarks."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_SERVE = """import sys
from pathlib import Path
from dashboard.main import serve
url, *script = sys.argv[1:]
serve(url, "127.0.0.1", 0, *map(Path, script))
"""
_STARTS_WITHIN = 60


@contextmanager
def running_server(url: str, script: Path | None = None) -> Iterator[str]:
    """Yields the base address, without a slash at its end, once the service is healthy."""
    command = [sys.executable, "-c", _SERVE, url, *([str(script)] if script else [])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        address = _address(process)
        _wait(address + "/suc-khoe", process)
        yield address
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def _address(process: subprocess.Popen) -> str:
    first = process.stdout.readline()
    if "http" not in first:
        raise RuntimeError(f"the server did not start: {first or process.wait(10)}")
    return first.split()[-1]


def _wait(address: str, process: subprocess.Popen) -> None:
    last = time.monotonic() + _STARTS_WITHIN
    while process.poll() is None and time.monotonic() < last:
        try:
            urlopen(address, timeout=5).close()
            return
        except URLError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")
