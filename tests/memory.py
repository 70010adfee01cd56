"""Where tests keep their files: in memory where the machine has room, for most of what a test waits
for is a disk that writes databases nobody will read again."""

import os
import shutil
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ROOM = 4 * 1024**3


def own_folder() -> Path | None:
    """A folder of this run alone, for two runs at once take each other's rights away; None where
    there is not the room. What runs that were killed left behind goes."""
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM:
        return None
    of_user = _MEMORY / f"qcdc-tests-{os.getuid()}"
    of_user.mkdir(mode=0o755, exist_ok=True)
    for left in of_user.iterdir():
        if left.name.isdecimal() and not Path("/proc", left.name).exists():
            shutil.rmtree(left, ignore_errors=True)
    own = of_user / str(os.getpid())
    own.mkdir(exist_ok=True)
    return own
